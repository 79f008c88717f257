"""What the window remembers between two starts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QMainWindow

from photoclip.paths import Paths

# Logical pixels. The frame cannot be measured before the window is shown.
USUAL_SIZE = QSize(1240, 820)
FRAME = QSize(40, 60)


class Remembers(Protocol):
    """A part of the window with something to remember."""

    def state(self) -> object:
        """What to remember, of JSON's types."""

    def restore(self, state: object) -> None:
        """Take what state() once gave; what makes no sense is left out."""


def usual_size(screen: QSize) -> QSize:
    """The size of a window that was never resized, on a screen with so much space."""
    return USUAL_SIZE.boundedTo(screen - FRAME)


class WindowState:
    """Place of the window and state of its parts, beside the settings of the library."""

    def __init__(self, paths: Paths, window: QMainWindow, parts: Mapping[str, Remembers]) -> None:
        """parts: by the names under which they are kept."""
        self._settings = QSettings(str(paths.window_file), QSettings.Format.IniFormat)
        self._window = window
        self._parts = parts

    def restore(self) -> None:
        """As it was left; at the first start of a usual size that fits on the screen."""
        self._window.resize(usual_size(self._window.screen().availableSize()))
        geometry = self._settings.value("geometry")
        if isinstance(geometry, QByteArray):
            self._window.restoreGeometry(geometry)
        for name, part in self._parts.items():
            part.restore(_read(self._settings.value(name)))

    def save(self) -> None:
        """As it is now."""
        self._settings.setValue("geometry", self._window.saveGeometry())
        for name, part in self._parts.items():
            self._settings.setValue(name, json.dumps(part.state()))
        self._settings.sync()


def _read(text: object) -> object:
    try:
        return json.loads(text) if isinstance(text, str) else None
    except ValueError:
        # Written by hand or by another version: as at the first start.
        return None
