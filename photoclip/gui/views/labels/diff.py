"""What applying labels would change, before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from photoclip.domain import PhotoId
from photoclip.gui import label_wording
from photoclip.gui.controllers.label_work import Request, accepts
from photoclip.gui.theme import SPACE_L, SPACE_M, SPACE_S, Theme
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.views.labels.editor import SMALL
from photoclip.gui.views.labels.tiles import Tiles
from photoclip.gui.views.parts import label, push_button
from photoclip.tagging.applying import Outcome

# So many tell what kind of photos they are.
MOST = 40
MOST_LINES = 200
HIGHEST = 290


class DiffCard(QFrame):
    """confirmed(Request); refused. Stands in the page itself."""

    confirmed = Signal(object)
    refused = Signal()

    def __init__(self, theme: Theme, thumbnails: ThumbnailLoader) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._request: Request | None = None
        self.title = label("", "section")
        self.text = label("", "body")
        self.gains = label(self.tr("Gain it"), "heading")
        self.losses = label(self.tr("Lose it"), "heading")
        self.gained = Tiles(theme, thumbnails, self.tr("Gain it"), (), side=SMALL)
        self.lost = Tiles(theme, thumbnails, self.tr("Lose it"), (), side=SMALL)
        self.apply = push_button(self.tr("Apply"), "primary")
        self.cancel = push_button(self.tr("Cancel"))
        self._lines = QScrollArea()
        self._inside = QWidget()
        self._lay_out()
        self.apply.clicked.connect(self._confirm)
        self.cancel.clicked.connect(self.leave)
        self.hide()

    def ask(self, request: Request, outcomes: Sequence[Outcome]) -> None:
        """Show what would change, and wait."""
        self._request = request
        accept = accepts(request)
        self.title.setText(label_wording.would_change(outcomes, accept=accept))
        self.text.setText(self._lines_of(outcomes, accept=accept))
        self.text.setVisible(bool(self.text.text()))
        gained = [photo for one in outcomes for photo in one.gained.tolist()]
        lost = [photo for one in outcomes for photo in one.lost.tolist()]
        for title, tiles, photos in (
            (self.gains, self.gained, gained),
            (self.losses, self.lost, lost),
        ):
            tiles.show_photos([PhotoId(photo) for photo in dict.fromkeys(photos)][:MOST])
            tiles.setVisible(bool(photos))
            title.setVisible(bool(photos))
        self.apply.setVisible(bool(gained or lost) or self._renews(outcomes))
        self.cancel.setText(self.tr("Cancel") if self.apply.isVisibleTo(self) else self.tr("Close"))
        self.setAccessibleName(self.title.text())
        self.apply.setAccessibleDescription(self.title.text())
        inside = self._inside
        inside.adjustSize()
        width = self.width() - 2 * SPACE_L
        needed = max(inside.sizeHint().height(), inside.heightForWidth(width))
        self._lines.setFixedHeight(min(needed + 2, HIGHEST))
        self._lines.setVisible(needed > 2)
        self.show()
        # Where Return does no harm.
        self.cancel.setFocus()
        self.gained.seen.emit()

    @Slot()
    def leave(self) -> None:
        """Do nothing."""
        if not self.isHidden():
            self._request = None
            self.hide()
            self.refused.emit()

    @Slot()
    def _confirm(self) -> None:
        request, self._request = self._request, None
        self.hide()
        if request is not None:
            self.confirmed.emit(request)

    def _renews(self, outcomes: Sequence[Outcome]) -> bool:
        """Whether a new version comes of it although no photo gains or loses anything."""
        return any(one.version == 0 for one in outcomes)

    def _lines_of(self, outcomes: Sequence[Outcome], *, accept: bool) -> str:
        if len(outcomes) == 1:
            return label_wording.how_sure(outcomes[0])
        lines = [
            f"{one.label.name}: {label_wording.outcome(one, accept=accept)}"
            for one in outcomes[:MOST_LINES]
        ]
        return "\n".join(lines)

    def _lay_out(self) -> None:
        for text in (self.title, self.text):
            text.setWordWrap(True)
        for tiles in (self.gained, self.lost):
            tiles.lie_in_a_row()
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.apply)
        inside = self._inside
        inside.setProperty("role", "scrolled")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(SPACE_S)
        for part in (self.text, self.gains, self.gained, self.losses, self.lost):
            lines.addWidget(part)
        lines.addStretch()
        self._lines.setWidget(inside)
        self._lines.setWidgetResizable(True)
        self._lines.setFocusPolicy(self._lines.focusPolicy().NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        column.setSpacing(SPACE_S)
        column.addWidget(self.title)
        column.addWidget(self._lines)
        column.addLayout(buttons)
