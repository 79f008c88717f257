"""Typing a name on the grid: letters that follow each other at once make one beginning."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication


class TypedName:
    """The letters typed in a row."""

    def __init__(self) -> None:
        self._text = ""
        self._since = QElapsedTimer()

    def add(self, letters: str) -> str:
        """The beginning of a name as typed by now."""
        pause = QApplication.keyboardInputInterval() * 2
        if not self._since.isValid() or self._since.hasExpired(pause):
            self._text = ""
        self._since.start()
        self._text += letters
        return self._text
