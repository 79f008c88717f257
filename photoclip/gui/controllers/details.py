"""Reads what the details panel tells about the chosen photos: debounced, the newest only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from photoclip.domain import CancelToken, PhotoFile, PhotoId
from photoclip.engine import Engine
from photoclip.errors import ImageError, PhotoclipError
from photoclip.gui import pixels
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers.pictures import best_file
from photoclip.gui.controllers.tags import tags_of
from photoclip.gui.models.match import Match
from photoclip.gui.models.subject import Subject
from photoclip.images.thumbnails import ThumbnailSize

# Arrow keys held down pass by more photos than anybody reads about.
WAIT_MS = 50

Chosen = Callable[[], Sequence[PhotoId]]
Why = Callable[[PhotoId], Match | None]


class Details(QObject):
    """told(Subject); pictured(PhotoId, QImage or None where there is no picture to be had)."""

    told = Signal(object)
    pictured = Signal(object, object)

    def __init__(
        self,
        engine: Engine,
        bridge: Bridge,
        chosen: Chosen,
        why: Why,
        parent: QObject | None = None,
    ) -> None:
        """chosen: the photos that the person has chosen. why: of one of them, see Gallery.why."""
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._chosen = chosen
        self._why = why
        self._active = False
        self._reading = CancelToken()
        self._drawing = CancelToken()
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self._read)

    @Slot(bool)
    def set_active(self, on: bool) -> None:
        """Whether anybody sees what is told; nothing is read otherwise."""
        self._active = on
        if on:
            self._read()
        else:
            self._timer.stop()
            self._reading.cancel()
            self._drawing.cancel()

    @Slot()
    def look(self) -> None:
        """Other photos may be chosen, or other things known of them."""
        if self._active:
            self._timer.start()

    @Slot(object, QSize)
    def draw(self, photo: PhotoId, box: QSize) -> None:
        """Make a picture of a photo that fits into a box of device pixels."""
        self._drawing.cancel()
        engine = self._engine
        self._drawing = self._bridge.run(
            Lane.PICTURE,
            lambda: draw_preview(engine, photo, box),
            lambda image: self.pictured.emit(photo, image),
            lambda error: self._no_picture(photo, error),
        )

    @Slot()
    def _read(self) -> None:
        self._reading.cancel()
        photos, engine = self._chosen(), self._engine
        if not photos:
            self.told.emit(Subject())
        elif len(photos) == 1:
            match = self._why(photos[0])
            self._run(lambda: _of_one(engine, photos[0], match))
        else:
            self._run(lambda: _of_many(engine, photos))

    def _run(self, work: Callable[[], Subject]) -> None:
        self._reading = self._bridge.run(Lane.CATALOG, work, self.told.emit, self._fail)

    def _fail(self, error: PhotoclipError) -> None:
        # What is wrong with the catalog is told where photos are listed.
        del error
        self.told.emit(Subject())

    def _no_picture(self, photo: PhotoId, error: PhotoclipError) -> None:
        # The panel says from what is known of the photo why there is none.
        del error
        self.pictured.emit(photo, None)


# All below runs on workers.


def _of_one(engine: Engine, photo: PhotoId, match: Match | None) -> Subject:
    details = engine.catalog.details.of(photo)
    return Subject(details, match=match, tags=tags_of(engine, [photo]))


def _of_many(engine: Engine, photos: Sequence[PhotoId]) -> Subject:
    summary = engine.catalog.details.summary(photos)
    return Subject(summary=summary, tags=tags_of(engine, photos))


def draw_preview(engine: Engine, photo: PhotoId, box: QSize) -> QImage:
    """All of a photo, as large as fits into a box of pixels. Raises ImageError."""
    file = best_file(engine, photo)
    min_side = min(box.width(), box.height())
    source = _source(engine, file, max(box.width(), box.height()))
    try:
        decoded = engine.decoder.decode(source, min_side=min_side)
    except ImageError:
        if source == file.path:
            raise
        # Other programs write into the cache of thumbnails too, and may have died half way.
        decoded = engine.decoder.decode(file.path, min_side=min_side)
    image = pixels.to_qimage(decoded.image)
    if image.width() <= box.width() and image.height() <= box.height():
        return image
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(box, Qt.AspectRatioMode.KeepAspectRatio, smooth)


def _source(engine: Engine, file: PhotoFile, side: int) -> Path:
    """What to decode: a thumbnail with enough pixels, the photo, or the best that is left."""
    known = [
        (size.value, found)
        for size in ThumbnailSize
        if (found := engine.thumbnails.find(file.path, file.mtime_ns, size)) is not None
    ]
    sharp = next((found for pixels_there, found in known if pixels_there >= side), None)
    if sharp is not None or not known:
        return sharp or file.path
    return file.path if file.path.exists() else known[-1][1]
