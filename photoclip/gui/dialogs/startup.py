"""Tells why the window cannot open, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from photoclip.errors import CatalogDamaged, CatalogTooNew, LibraryInUse, PhotoclipError
from photoclip.gui.error_wording import reason
from photoclip.gui.translation import tr


def box(error: PhotoclipError) -> QMessageBox:
    """The message, not shown yet."""
    made = QMessageBox()
    made.setWindowTitle("photoclip")
    made.setIcon(QMessageBox.Icon.Critical)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(_headline(error))
    made.setInformativeText(_advice(error))
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setStandardButtons(QMessageBox.StandardButton.Close)
    return made


def _headline(error: PhotoclipError) -> str:
    match error:
        case LibraryInUse():
            return tr("Your library is in use by another photoclip.")
        case CatalogTooNew():
            return tr("Your library was written by a newer photoclip.")
        case CatalogDamaged():
            return tr("The catalog of your library is damaged.")
        case _:
            return tr("Your library cannot be opened.")


def _advice(error: PhotoclipError) -> str:
    place = f"{error.path}\n" if error.path is not None else ""
    hint = f"\n\n{reason(error.hint)}" if error.hint else ""
    untouched = tr("Nothing was changed, and your photos are not affected.")
    return f"{place}{reason(error.finding)}.{hint}\n\n{untouched}"
