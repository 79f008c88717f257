"""Asks for a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

ChooseFolder = Callable[[QWidget], Path | None]


def choose_folder(parent: QWidget) -> Path | None:
    """The folder that the person chose in their system's own dialog, or None."""
    places = QStandardPaths.StandardLocation
    start = QStandardPaths.writableLocation(places.PicturesLocation)
    title = QCoreApplication.translate("chooser", "Watch a folder of photos")
    chosen = QFileDialog.getExistingDirectory(parent, title, start)
    return Path(chosen) if chosen else None
