"""The bar above the photo: back, what it is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from photoclip.gui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XS
from photoclip.gui.views.parts import ElidedLabel, label

# Buttons that belong together; the first stands alone at the left.
GROUPS = (
    ("rotate-left", "rotate-right"),
    ("slideshow", "info", "filmstrip", "full-screen"),
    ("similar", "region", "open", "reveal"),
)


class ViewerBar(QFrame):
    """name and details: what is looked at; position: where in the list it is."""

    def __init__(self, buttons: dict[str, QToolButton]) -> None:
        super().__init__()
        self.setObjectName("viewerBar")
        self.name = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self.name.setObjectName("viewerName")
        self.details = ElidedLabel()
        self.details.setObjectName("viewerDetails")
        self.position = label("", "pill")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_S, SPACE_S, SPACE_M, SPACE_S)
        row.setSpacing(SPACE_XS)
        row.addWidget(buttons["back"])
        row.addSpacing(SPACE_XS)
        row.addLayout(self._words(), 1)
        row.addWidget(self.position, 0, Qt.AlignmentFlag.AlignVCenter)
        for group in GROUPS:
            row.addSpacing(SPACE_L - SPACE_XS)
            self._add(row, (buttons[name] for name in group))

    def show_words(self, name: str, details: str) -> None:
        """Name and metadata of the photo."""
        for part, text in ((self.name, name), (self.details, details)):
            part.setText(text)
            part.setToolTip(text)

    def _words(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.name)
        words.addWidget(self.details)
        return words

    def _add(self, row: QHBoxLayout, buttons: Iterable[QToolButton]) -> None:
        for button in buttons:
            row.addWidget(button)
