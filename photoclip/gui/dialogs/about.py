"""Tells what the application is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QMessageBox, QWidget

from photoclip import __version__
from photoclip.domain import QueryKind
from photoclip.gui import icons, wording
from photoclip.gui.translation import tr
from photoclip.gui.views.pages import TEXT_WIDTH
from photoclip.index.tuning import Recall


def box(parent: QWidget, recalls: Sequence[Recall] = ()) -> QMessageBox:
    """The about box, not shown yet. recalls: what the search index was measured to find."""
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
        + "<br><br>"
        + recall(recalls)
    )
    made.setMinimumWidth(TEXT_WIDTH)
    return made


def recall(recalls: Sequence[Recall]) -> str:
    """How much of what is there a search finds, in a sentence."""
    if not recalls:
        return tr("Searches compare every photo, so that none is missed.")
    found = {one.kind: wording.share(one.recall) for one in recalls}
    return tr(
        "The search index, measured on this library: it finds {images} of the ten photos most like"
        " a picture, and {texts} of the ten that fit words best."
    ).format(images=found[QueryKind.IMAGE], texts=found[QueryKind.TEXT])
