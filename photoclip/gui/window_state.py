"""What the window remembers between two starts."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QMainWindow, QSlider

from photoclip.paths import Paths

# Logical pixels. The frame cannot be measured before the window is shown.
USUAL_SIZE = QSize(1240, 820)
FRAME = QSize(40, 60)


def usual_size(screen: QSize) -> QSize:
    """The size of a window that was never resized, on a screen with so much space."""
    return USUAL_SIZE.boundedTo(screen - FRAME)


class WindowState:
    """Place of the window and size of the tiles, beside the settings of the library."""

    def __init__(self, paths: Paths, window: QMainWindow, tiles: QSlider) -> None:
        file = paths.config / "window.ini"
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)
        self._window = window
        self._tiles = tiles

    def restore(self) -> None:
        """As it was left; at the first start of a usual size that fits on the screen."""
        self._window.resize(usual_size(self._window.screen().availableSize()))
        geometry = self._settings.value("geometry")
        if isinstance(geometry, QByteArray):
            self._window.restoreGeometry(geometry)
        tiles = self._settings.value("tiles")
        if str(tiles).isdecimal():
            self._tiles.setValue(int(str(tiles)))

    def save(self) -> None:
        """As it is now."""
        self._settings.setValue("geometry", self._window.saveGeometry())
        self._settings.setValue("tiles", self._tiles.value())
        self._settings.sync()
