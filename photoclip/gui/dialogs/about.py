"""Tells what the application is."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from photoclip import __version__
from photoclip.gui import icons
from photoclip.gui.translation import tr
from photoclip.gui.views.pages import TEXT_WIDTH


def box(parent: QWidget) -> QMessageBox:
    """The about box, not shown yet."""
    made = QMessageBox(parent)
    made.setWindowTitle(tr("About photoclip"))
    made.setIconPixmap(icons.pixmap("photoclip", "#000000", 72, parent.devicePixelRatioF()))
    made.setText(f"<b>photoclip {__version__}</b>")
    made.setInformativeText(
        tr(
            "Finds any photo on your own disks by what you remember of it."
            " Everything stays on this computer, and photos are never changed."
            " Free software under the MIT licence."
        )
    )
    made.setMinimumWidth(TEXT_WIDTH)
    return made
