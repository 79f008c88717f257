"""The names of folders that are never entered: taken out one by one, added by typing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from photoclip.gui.controllers.preferences import Preferences
from photoclip.gui.theme import SPACE_S, SPACE_XS, Theme
from photoclip.gui.views.flow import Flow
from photoclip.gui.views.parts import label, push_button, restyle
from photoclip.gui.views.preferences.parts import draw, named_button
from photoclip.settings import Settings, wrong_pattern


class Pattern(QFrame):
    """One name. removed: it is to go."""

    removed = Signal()

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setObjectName("pattern")
        self.text = text
        self.remove = named_button("close", self.tr("Remove"), text)
        self.remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_S, 0, 2, 0)
        row.setSpacing(SPACE_XS)
        row.addWidget(label(text, ""))
        row.addWidget(self.remove)


class Patterns(QWidget):
    """All names, a field for one more, and a way back to those that photoclip came with."""

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self._theme = theme
        self._preferences = preferences
        self.patterns: list[Pattern] = []
        self.field = QLineEdit()
        self.add = push_button(self.tr("Add"))
        self.reset = push_button(self.tr("Reset"), "link")
        self.error = label("", "error")
        self._chips = QWidget()
        self._flow = Flow(self._chips, SPACE_S)
        self._lay_out()
        self.field.setPlaceholderText(self.tr("Name of a folder"))
        self.field.setAccessibleName(self.tr("Name of a folder that is never entered"))
        self.reset.setAccessibleName(self.tr("Reset the names of folders"))
        self.field.returnPressed.connect(self._take)
        self.field.textEdited.connect(self._forgive)
        self.add.clicked.connect(self._take)
        self.reset.clicked.connect(lambda: preferences.reset("ignore"))
        self.show_patterns(preferences.settings)

    @Slot(object)
    def show_patterns(self, settings: Settings) -> None:
        """Show what counts now."""
        self.reset.setVisible(settings.ignore != Settings().ignore)
        if [pattern.text for pattern in self.patterns] == list(settings.ignore):
            return
        place = next((n for n, one in enumerate(self.patterns) if one.remove.hasFocus()), None)
        for pattern in self.patterns:
            self._flow.removeWidget(pattern)
            pattern.hide()
            pattern.deleteLater()
        self.patterns = [self._made(text) for text in settings.ignore]
        if place is not None:
            left = self.patterns[min(place, len(self.patterns) - 1)] if self.patterns else None
            (left.remove if left is not None else self.field).setFocus()

    def _made(self, text: str) -> Pattern:
        pattern = Pattern(text)
        pattern.removed.connect(self._remove, Qt.ConnectionType.QueuedConnection)
        draw(pattern, self._theme)
        self._flow.addWidget(pattern)
        pattern.show()
        return pattern

    @Slot()
    def _remove(self) -> None:
        gone = self.sender()
        left = [pattern.text for pattern in self.patterns if pattern is not gone]
        self._preferences.change(ignore=left)

    @Slot()
    def _take(self) -> None:
        text = self.field.text().strip()
        if not text:
            return
        known = self._preferences.settings.ignore
        wrong = self.tr("A name holds no slash.") if wrong_pattern(text) else ""
        if text in known:
            wrong = self.tr("This name is there already.")
        self._complain(wrong)
        if not wrong and self._preferences.change(ignore=[*known, text]):
            self.field.clear()

    @Slot()
    def _forgive(self) -> None:
        self._complain("")

    def _complain(self, wrong: str) -> None:
        self.error.setText(wrong)
        self.error.setVisible(bool(wrong))
        restyle(self.field, wrong=bool(wrong))

    def _lay_out(self) -> None:
        self.error.hide()
        line = QHBoxLayout()
        line.setSpacing(SPACE_S)
        line.addWidget(self.field, 1)
        line.addWidget(self.add)
        line.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(self._chips)
        column.addLayout(line)
        column.addWidget(self.error)
