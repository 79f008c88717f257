"""Tells that the window cannot open for a fault of photoclip's own."""

from __future__ import annotations

import traceback

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from photoclip.gui.translation import tr


def box(error: Exception) -> QMessageBox:
    """The message, not shown yet; what a report of the fault needs is among its details."""
    made = QMessageBox()
    made.setWindowTitle("photoclip")
    made.setIcon(QMessageBox.Icon.Critical)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(tr("photoclip cannot start because of a fault of its own."))
    made.setInformativeText(
        tr("{error}\n\nYour photos and your library are not affected.").format(error=repr(error))
    )
    made.setDetailedText("".join(traceback.format_exception(error)))
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setStandardButtons(QMessageBox.StandardButton.Close)
    return made
