"""Tells that labels are others than those that photos were labelled by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout

from photoclip.domain import Label
from photoclip.gui.theme import SPACE_L, SPACE_M, SPACE_S
from photoclip.gui.views.parts import label, push_button

MOST_NAMED = 3


class ChangedBar(QFrame):
    """look_wanted(list of Label): what would change if they were applied again?"""

    look_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "note")
        self._labels: list[Label] = []
        self.text = label("", "note")
        self.text.setWordWrap(True)
        self.look = push_button(self.tr("Show what would change"))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_L, SPACE_S, SPACE_M, SPACE_S)
        row.addWidget(self.text, 1)
        row.addWidget(self.look)
        self.look.clicked.connect(self._look)
        self.hide()

    def show_labels(self, labels: Sequence[Label]) -> None:
        """These were changed; none: nothing to tell."""
        self._labels = list(labels)
        self.setVisible(bool(labels))
        names = ", ".join(one.name for one in self._labels[:MOST_NAMED])
        if len(labels) > MOST_NAMED:
            names += ", …"
        told = self.tr(
            "%Ln label(s) or the model changed since they were applied: {names}", "", len(labels)
        )
        self.text.setText(told.format(names=names))
        self.look.setAccessibleDescription(self.text.text())

    @Slot()
    def _look(self) -> None:
        self.look_wanted.emit(list(self._labels))
