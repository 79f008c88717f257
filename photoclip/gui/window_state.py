"""What the window remembers between two starts."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSlider

from photoclip.paths import Paths


class WindowState:
    """Place of the window and size of the tiles, beside the settings of the library."""

    def __init__(self, paths: Paths, window: QMainWindow, tiles: QSlider) -> None:
        file = paths.config / "window.ini"
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)
        self._window = window
        self._tiles = tiles

    def restore(self) -> None:
        """As it was left, where that is known."""
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
