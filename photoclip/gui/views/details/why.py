"""Why the one photo that is chosen has a label, or has not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from photoclip.domain import PhotoId
from photoclip.gui import why_wording
from photoclip.gui.models.subject import Subject
from photoclip.gui.theme import SPACE_S, Theme
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.views.details.block import Block
from photoclip.gui.views.details.fields import Fields
from photoclip.gui.views.parts import ElidedLabel, label, tool_button
from photoclip.gui.views.tags.score_bar import ScoreBar
from photoclip.gui.views.tags.thumbs import SIDE, Thumbs
from photoclip.tagging.explaining import Why


class WhyBlock(Block):
    """There while somebody asks. opened(photos, row): look at one of those that are near.

    close_wanted: nobody asks any more.
    """

    opened = Signal(object, int)
    close_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "why")
        self.title = self.tr("Why this tag")
        self._tiles: ThumbnailLoader | None = None
        self._asked: PhotoId | None = None
        self.label = ElidedLabel()
        self.close_button = tool_button("close", self.tr("Close “Why this tag”"))
        self.state = label("", "caption")
        self.bar = ScoreBar(theme)
        self.verdict = label("", "body")
        self.fields = Fields()
        self.rivals = Fields()
        self.rivals_heading = label(self.tr("Other labels of this photo"), "caption")
        self.accepted = Thumbs(self.tr("Most alike with this label"))
        self.rejected = Thumbs(self.tr("Most alike without it"))
        self._lay_out()
        self.close_button.clicked.connect(self.close_wanted)
        for row in (self.accepted, self.rejected):
            row.opened.connect(self.opened)

    def set_thumbnails(self, tiles: ThumbnailLoader) -> None:
        """Where small pictures come from."""
        self._tiles = tiles
        tiles.loaded.connect(self._draw)

    def show_asked(self, photo: PhotoId | None) -> None:
        """Somebody asks about a photo, or nobody does."""
        self._asked = photo
        self.label.setText("")
        self.state.setText(self.tr("Comparing…"))
        self._show_parts(told=False)

    def show_why(self, why: Why) -> None:
        """The answer."""
        self.label.setText(why.label.name)
        self.bar.show_score(why.score, why.threshold)
        self.verdict.setText(why_wording.verdict(why))
        self.bar.setAccessibleName(self.verdict.text())
        self.fields.show_facts(why_wording.facts(why))
        self.rivals.show_facts(why_wording.rivals(why))
        self._show_parts(told=True)
        self.rivals_heading.setVisible(bool(why.competing))
        for row, near in ((self.accepted, why.accepted), (self.rejected, why.rejected)):
            tips = [why_wording.likeness(cosine) for _, cosine in near]
            row.show_photos([photo for photo, _ in near], tips)
        self._want_tiles()

    def show_error(self, text: str) -> None:
        """There is no answer."""
        self.state.setText(text)
        self._show_parts(told=False)

    def fits(self, subject: Subject) -> bool:
        return subject.details is not None and subject.details.photo.id == self._asked

    def tell(self, subject: Subject) -> None:
        del subject

    def apply_theme(self) -> None:
        self.close_button.setIcon(self.theme.icon("close"))

    def _lay_out(self) -> None:
        self.label.setProperty("role", "section")
        for text in (self.state, self.verdict):
            text.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self.label, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.setSpacing(SPACE_S)
        self.column.addLayout(head)
        for part in (
            self.state,
            self.bar,
            self.verdict,
            self.fields,
            self.rivals_heading,
            self.rivals,
            self.accepted,
            self.rejected,
        ):
            self.column.addWidget(part)

    def _show_parts(self, *, told: bool) -> None:
        self.state.setVisible(not told)
        for part in (self.bar, self.verdict, self.fields, self.rivals):
            part.setVisible(told)
        if not told:
            for hidden in (self.rivals_heading, self.accepted, self.rejected):
                hidden.hide()

    def _want_tiles(self) -> None:
        if self._tiles is not None:
            ratio = self.devicePixelRatioF()
            photos = [*self.accepted.photos, *self.rejected.photos]
            self._tiles.want(photos, round(SIDE * ratio), ratio)
            for photo in photos:
                self._draw(photo)

    @Slot(object)
    def _draw(self, photo: PhotoId) -> None:
        tile = self._tiles.tile(photo) if self._tiles is not None else None
        if tile is not None:
            self.accepted.draw(photo, tile)
            self.rejected.draw(photo, tile)
