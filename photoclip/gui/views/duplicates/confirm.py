"""The question before anything goes to the trash."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout

from photoclip.gui import duplicate_wording
from photoclip.gui.controllers.duplicates import Choice
from photoclip.gui.theme import SPACE_L, SPACE_M
from photoclip.gui.views.parts import label, push_button


class ConfirmBar(QFrame):
    """Asks in the page itself. confirmed(list of Choice); refused."""

    confirmed = Signal(object)
    refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._choices: list[Choice] = []
        self.text = label("", "section")
        self.text.setWordWrap(True)
        self.move_now = push_button(self.tr("Move to the trash"), "danger")
        self.cancel = push_button(self.tr("Cancel"))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        row.addWidget(self.text, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.move_now)
        self.move_now.clicked.connect(self._confirm)
        self.cancel.clicked.connect(self.leave)
        self.hide()

    def ask(self, choices: Sequence[Choice]) -> None:
        """Say how many files would go and how much disk that frees, and wait."""
        self._choices = [choice for choice in choices if choice.others]
        files = sum(len(choice.others) for choice in self._choices)
        if not files:
            return
        size = sum(choice.size for choice in self._choices)
        self.text.setText(duplicate_wording.ask(files, size))
        self.setAccessibleName(self.text.text())
        self.move_now.setAccessibleDescription(self.text.text())
        self.show()
        # Where Return does no harm.
        self.cancel.setFocus()

    @Slot()
    def leave(self) -> None:
        """Do nothing."""
        if not self.isHidden():
            self._choices = []
            self.hide()
            self.refused.emit()

    @Slot()
    def _confirm(self) -> None:
        choices, self._choices = self._choices, []
        self.hide()
        self.confirmed.emit(choices)
