"""What stands in the way of a photo: its disk is away, or it cannot be read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from photoclip.catalog.details import PhotoDetails
from photoclip.gui.error_wording import reason
from photoclip.gui.models.subject import Subject
from photoclip.gui.theme import SPACE_M, SPACE_S, Theme
from photoclip.gui.views.details.block import Block
from photoclip.gui.views.parts import label

ICON = 20


class StateBlock(Block):
    """A note, while there is anything to note."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "state")
        self._icon_name = "offline"
        self._icon = QLabel()
        self.text = label("", "note")
        self.text.setWordWrap(True)
        frame = QFrame()
        frame.setProperty("role", "note")
        row = QHBoxLayout(frame)
        row.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        row.setSpacing(SPACE_S)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        self.column.addWidget(frame)

    def fits(self, subject: Subject) -> bool:
        return subject.details is not None and bool(self._words(subject.details))

    def tell(self, subject: Subject) -> None:
        if subject.details is not None:
            self.text.setText(self._words(subject.details))
            self._icon_name = "problem" if subject.details.unreadable else "offline"
            self.apply_theme()

    def apply_theme(self) -> None:
        self._icon.setPixmap(self.theme.pixmap(self._icon_name, ICON, "warning"))

    def _words(self, details: PhotoDetails) -> str:
        if details.unreadable:
            why = reason(details.photo.reason)
            return self.tr("This file could not be read: {reason}").format(reason=why)
        if not details.places:
            return self.tr("This photo has no file any more.")
        if details.offline:
            return self.tr("This photo is on a disk that is not connected.")
        return ""
