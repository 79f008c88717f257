"""A calm line over the results: what a person should know to read them right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from photoclip.gui.theme import SPACE_S, Theme
from photoclip.gui.views.parts import label, push_button


class NoteLine(QWidget):
    """Shown while there is something to say. models_wanted: choose another model."""

    models_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icon = QLabel()
        self.label = label("", "caption")
        self.label.setWordWrap(True)
        self.label.setObjectName("noteLine")
        self.models = push_button(self.tr("Choose a model…"), "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18, SPACE_S)
        row.setSpacing(SPACE_S)
        row.addWidget(self._icon)
        row.addWidget(self.label, 1)
        row.addWidget(self.models)
        self.models.clicked.connect(self.models_wanted)
        self.apply_theme()
        self.hide()

    def say(self, text: str) -> None:
        """Say something; "" for nothing."""
        self.label.setText(text)
        self.setVisible(bool(text))

    def apply_theme(self) -> None:
        """The icon in the colours in use."""
        self._icon.setPixmap(self._theme.pixmap("info", 16, "muted"))
