"""Photos on both sides of a label's threshold, those nearest to it first."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from photoclip.domain import PhotoId
from photoclip.gui.theme import SPACE_M, SPACE_XS, Theme
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.views.labels.tiles import Tiles
from photoclip.gui.views.parts import label
from photoclip.tagging.preview import Preview
from photoclip.tagging.service import Verdict

# Nobody looks at more of them before moving the threshold.
MOST = 120


class Sides(QWidget):
    """decided(list of PhotoId, Verdict). opened(list of PhotoId, row): look at it."""

    decided = Signal(object, object)
    opened = Signal(object, int)

    def __init__(self, theme: Theme, thumbnails: ThumbnailLoader) -> None:
        super().__init__()
        both = (Verdict.RIGHT, Verdict.WRONG)
        inside, outside = self.tr("Would get the label"), self.tr("Would not")
        self.accepted = Tiles(theme, thumbnails, inside, both)
        self.rejected = Tiles(theme, thumbnails, outside, both)
        self.titles = [label(inside, "heading"), label(outside, "heading")]
        self.nobody = label("", "body")
        self._left = QStackedWidget()
        self._lay_out()
        for tiles in (self.accepted, self.rejected):
            tiles.decided.connect(self.decided)
            tiles.opened.connect(self.opened)

    def show_place(self, preview: Preview, place: int) -> None:
        """Show what lies beside a place."""
        self.accepted.show_photos(preview.accepted(place, MOST))
        self.rejected.show_photos(preview.rejected(place, MOST))
        self._update()

    def follow(self, preview: Preview, place: int) -> None:
        """Show what lies beside a place by now; what is chosen stays so."""
        self.accepted.follow(preview.accepted(place, MOST))
        self.rejected.follow(preview.rejected(place, MOST))
        self._update()

    def show_nothing(self, why: str = "") -> None:
        """There is nothing to show, and why."""
        self.accepted.show_photos(())
        self.rejected.show_photos(())
        self.say(why)

    def say(self, text: str) -> None:
        """What stands where no photo would get the label."""
        self.nobody.setText(text)
        self._update()

    def leave_out(self, photos: Iterable[PhotoId]) -> None:
        """Somebody decided about these."""
        gone = list(photos)
        self.accepted.leave_out(gone)
        self.rejected.leave_out(gone)
        self._update()

    def decide(self, verdict: Verdict) -> None:
        """Say so of what is chosen where the keys are."""
        self.current.decide(verdict)

    @property
    def current(self) -> Tiles:
        """The side where the keys are, or that has photos."""
        if self.rejected.hasFocus() or not self.accepted.photos.ids:
            return self.rejected
        return self.accepted

    def focus(self) -> None:
        """Give the keyboard to the photo nearest to the threshold."""
        tiles = self.current
        tiles.setFocus()
        if tiles.photos.ids and not tiles.currentIndex().isValid():
            tiles.setCurrentIndex(tiles.photos.index(0))

    def _update(self) -> None:
        self._left.setCurrentIndex(0 if self.accepted.photos.ids else 1)

    def _lay_out(self) -> None:
        self.nobody.setWordWrap(True)
        self.nobody.setMargin(SPACE_M)
        self.nobody.setAlignment(self.nobody.alignment().AlignTop)
        self._left.addWidget(self.accepted)
        self._left.addWidget(self.nobody)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_M)
        grid.setVerticalSpacing(SPACE_XS)
        for at, (title, part) in enumerate(
            zip(self.titles, (self._left, self.rejected), strict=True)
        ):
            grid.addWidget(title, 0, at)
            grid.addWidget(part, 1, at)
            grid.setColumnStretch(at, 1)
        grid.setRowStretch(1, 1)
