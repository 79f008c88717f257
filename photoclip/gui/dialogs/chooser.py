"""Asks for a folder, or for a file to write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from photoclip.gui.translation import tr

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


def choose_table(parent: QWidget, title: str) -> Path | None:
    """Where a list is to be written, or None. The system asks before a file is replaced."""
    return _choose_target(parent, title, tr("photos.csv"), tr("Table (*.csv)"), ".csv")


def choose_labels(parent: QWidget, title: str) -> Path | None:
    """A file of labels to read, or None."""
    kinds = [tr("Labels (*.txt *.json)"), tr("All files (*)")]
    chosen, _ = QFileDialog.getOpenFileName(parent, title, where_to_begin(), ";;".join(kinds))
    return Path(chosen) if chosen else None


def choose_labels_target(parent: QWidget, title: str) -> Path | None:
    """Where labels are to be written, or None. The system asks before a file is replaced."""
    return _choose_target(parent, title, tr("labels.txt"), tr("Text (*.txt)"), ".txt")


def _choose_target(parent: QWidget, title: str, name: str, kind: str, suffix: str) -> Path | None:
    """Of this kind or JSON; what is written without a suffix gets that of the chosen kind."""
    kinds = [kind, tr("JSON (*.json)")]
    begin = str(Path(where_to_begin()) / name)
    chosen, taken = QFileDialog.getSaveFileName(parent, title, begin, ";;".join(kinds))
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(".json" if taken == kinds[1] else suffix)
