"""The line under the grid: how many photos match less clearly, and a way to them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from photoclip.gui.theme import SPACE_S, SPACE_XS
from photoclip.gui.views.parts import ElidedLabel, push_button


class MoreLine(QWidget):
    """more_wanted: those photos, too."""

    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.label = ElidedLabel()
        self.label.setObjectName("resultLine")
        self.show_them = push_button(self.tr("Show"), "link")
        self.show_them.clicked.connect(self.more_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(20, SPACE_XS, 20, SPACE_XS)
        line.setSpacing(SPACE_S)
        line.addWidget(self.label, 1)
        line.addWidget(self.show_them)

    def say(self, text: str) -> None:
        """What is not shown; "" where that is nothing."""
        self.label.setText(text)
        self.show_them.setAccessibleName(f"{self.show_them.text()}: {text}")
