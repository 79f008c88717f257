"""Where dropped and pasted things go."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from photoclip.gui import dropping
from photoclip.gui.controllers.folders import Folders
from photoclip.gui.controllers.gallery import Gallery
from photoclip.gui.controllers.looking import Looking
from photoclip.gui.dropping import Dropped


class Intake(QObject):
    """refused: why something cannot be used; text_pasted: words to search for."""

    refused = Signal(str)
    text_pasted = Signal(str)

    def __init__(self, folders: Folders, gallery: Gallery, looking: Looking) -> None:
        super().__init__(gallery)
        self._folders = folders
        self._gallery = gallery
        self._looking = looking

    @Slot(object)
    def take(self, dropped: Dropped) -> None:
        """Watch folders, search by pictures, or say why neither."""
        if dropped.problem:
            self.refused.emit(dropped.problem)
        elif dropped.folders:
            self._folders.add(dropped.folders)
        elif dropped.photos:
            self._looking.close()
            self._gallery.search_photos(list(dropped.photos))
        else:
            self._looking.close()
            self._gallery.search_pictures(dropped.pictures)

    @Slot(QMimeData)
    def take_mime(self, mime: QMimeData) -> None:
        """Take what a clipboard or a drag holds."""
        self.take(dropping.read(mime))

    @Slot()
    def paste(self) -> None:
        """Take what is on the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        dropped = dropping.read(mime)
        words = " ".join(mime.text().split())
        if dropped.problem and words and not mime.hasUrls():
            self._looking.close()
            self.text_pasted.emit(words)
        else:
            self.take(dropped)
