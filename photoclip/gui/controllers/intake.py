"""Where dropped and pasted things go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from photoclip.domain import CancelToken, PhotoId
from photoclip.engine import Engine
from photoclip.gui import dropping
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers.folders import Folders
from photoclip.gui.controllers.gallery import Gallery
from photoclip.gui.controllers.looking import Looking
from photoclip.gui.dropping import Dropped
from photoclip.images.links import host_of

# Enough to tell a picture from what only begins like one.
LOOK_SIDE = 64


class Intake(QObject):
    """refused: why something, or a part of it, cannot be used; text_pasted: words to search for.

    offered(url, host): a link came, and fetch(url) would ask that host for the picture.
    fetching(host): it is asked; arrived: it answered; failed(PhotoclipError): it gave none.
    """

    refused = Signal(str)
    text_pasted = Signal(str)
    offered = Signal(str, str)
    fetching = Signal(str)
    arrived = Signal()
    failed = Signal(object)

    def __init__(
        self,
        engine: Engine,
        bridge: Bridge,
        folders: Folders,
        gallery: Gallery,
        looking: Looking,
    ) -> None:
        super().__init__(gallery)
        self._engine = engine
        self._bridge = bridge
        self._folders = folders
        self._gallery = gallery
        self._looking = looking
        self._fetch = CancelToken()
        self._adding = False

    @Slot(object)
    def take(self, dropped: Dropped) -> None:
        """Watch folders, search by pictures, offer to fetch, or say why none of these."""
        self._take(dropped, adding=False)

    @Slot(object)
    def add(self, dropped: Dropped) -> None:
        """The same, but what is searched for by now stays."""
        self._take(dropped, adding=True)

    def _take(self, dropped: Dropped, *, adding: bool) -> None:
        self._adding = adding
        if why := dropped.problem or dropped.left_out:
            self.refused.emit(why)
        if dropped.folders:
            self._folders.add(dropped.folders)
        elif dropped.link:
            self.offered.emit(dropped.link, host_of(dropped.link))
        elif dropped.photos or dropped.pictures:
            self._compare_with(dropped.pictures, dropped.photos)

    @Slot(object, str, bool)
    def take_part(self, picture: bytes, name: str, adding: bool) -> None:
        """Search by a part of a photo, under this name; adding: beside what is searched for."""
        self._adding = adding
        self._gallery.call_picture(picture, name)
        self._compare_with((picture,))

    @Slot(QMimeData)
    def add_mime(self, mime: QMimeData) -> None:
        """Add what was pasted between words."""
        self.add(dropping.read(mime))

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

    @Slot(str)
    def fetch(self, url: str) -> None:
        """Fetch the picture behind a link, because the person said so, and search by it."""
        self.stop_fetching()
        self._fetch = cancel = CancelToken()
        engine = self._engine
        self.fetching.emit(host_of(url))
        self._bridge.run(
            Lane.OUTSIDE,
            lambda: picture_of(engine, url, cancel),
            self._search_by,
            self.failed.emit,
            cancel=cancel,
        )

    @Slot()
    def stop_fetching(self) -> None:
        """Nobody waits for the picture any more."""
        self._fetch.cancel()

    def _search_by(self, picture: bytes) -> None:
        self.arrived.emit()
        self._compare_with((picture,))

    def _compare_with(
        self, pictures: tuple[Path | bytes, ...], photos: tuple[PhotoId, ...] = ()
    ) -> None:
        self._looking.close()
        if self._adding:
            if not self._gallery.add_pictures(pictures, photos):
                self.refused.emit(dropping.too_many())
        elif photos:
            self._gallery.search_photos(list(photos))
        else:
            self._gallery.search_pictures(pictures)


def picture_of(engine: Engine, url: str, cancel: CancelToken) -> bytes:
    """The encoded picture behind a link; it can be decoded. Runs on a worker.

    Raises RemoteError, ImageError, Cancelled.
    """
    # Takes as long to import as the whole grid, and is hardly ever needed.
    from photoclip.images import remote

    picture = remote.fetch(url, cancel)
    engine.decoder.decode(picture, min_side=LOOK_SIDE)
    return picture
