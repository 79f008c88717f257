"""Asks for a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

# Asks over a widget, under a title.
ChooseFolder = Callable[[QWidget, str], Path | None]


def where_to_begin() -> str:
    """The person's folder for pictures, or their home where there is none.

    Not a folder that is missing: Qt's own dialog would offer its name and choose nothing.
    """
    places = QStandardPaths.StandardLocation
    pictures = QStandardPaths.writableLocation(places.PicturesLocation)
    if Path(pictures).is_dir():
        return pictures
    return QStandardPaths.writableLocation(places.HomeLocation)


def choose_folder(parent: QWidget, title: str) -> Path | None:
    """The folder that the person chose in their system's own dialog, or None."""
    chosen = QFileDialog.getExistingDirectory(parent, title, where_to_begin())
    return Path(chosen) if chosen else None
