"""Pixels of one photo for the viewer: coarse at once, then as fine as the screen, then all."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

from photoclip.domain import CancelToken, Metadata, Photo, PhotoFile, PhotoId
from photoclip.engine import Engine
from photoclip.errors import FileUnavailable, ImageError, PhotoclipError
from photoclip.gui import pixels
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.theme import RADIUS
from photoclip.images.thumbnails import ThumbnailSize

# Decoded pictures kept: the one shown and its neighbours on both sides.
KEPT = 4
# The shorter side of most photos' thumbnails; a little blur is worth not decoding again.
LARGE_SUFFICES = 192
# More pixels would take over half a gigabyte in memory and upset graphics drivers.
MOST_PIXELS = 64_000_000


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels of a photo. full_size: of the file, upright. whole: no detail is left out."""

    photo: PhotoId
    image: QImage
    full_size: QSize
    whole: bool


@dataclass(frozen=True, slots=True)
class Words:
    """What the viewer says about a photo."""

    photo: PhotoId
    path: Path | None
    metadata: Metadata


class Pictures(QObject):
    """told(Words); loaded(Picture), twice or thrice for a photo; failed(PhotoId, error)."""

    told = Signal(object)
    loaded = Signal(object)
    failed = Signal(object, object)

    def __init__(self, engine: Engine, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._kept: OrderedDict[PhotoId, Picture] = OrderedDict()
        self._wanted: CancelToken | None = None

    def want(self, photo: PhotoId, side: int, neighbours: Sequence[PhotoId]) -> None:
        """Load a photo with at least side pixels along its shorter side, then its neighbours."""
        if self._wanted is not None:
            self._wanted.cancel()
        self._wanted = cancel = CancelToken()
        engine, run = self._engine, partial(self._bridge.run, Lane.PICTURE, cancel=cancel)
        run(lambda: words(engine, photo), self.told.emit)
        if photo in self._kept:
            self.loaded.emit(self._kept[photo])
        else:
            run(lambda: coarse(engine, photo), self._tell_coarse, _ignore)
            run(
                lambda: decode(engine, photo, side),
                self._keep_and_tell,
                lambda error: self.failed.emit(photo, error),
            )
        for other in neighbours:
            if other not in self._kept:
                run(partial(decode, engine, other, side), self._keep, _ignore)

    def want_whole(self, photo: PhotoId) -> None:
        """Load all pixels of the photo that is looked at."""
        kept = self._kept.get(photo)
        if self._wanted is None or (kept is not None and kept.whole):
            return
        engine = self._engine
        self._bridge.run(
            Lane.PICTURE,
            lambda: decode(engine, photo, None),
            self._keep_and_tell,
            _ignore,
            cancel=self._wanted,
        )

    def stop(self) -> None:
        """Nobody looks any more."""
        if self._wanted is not None:
            self._wanted.cancel()
            self._wanted = None
        self._kept.clear()

    def _tell_coarse(self, picture: Picture | None) -> None:
        if picture is not None:
            self.loaded.emit(picture)

    def _keep(self, picture: Picture) -> None:
        self._kept[picture.photo] = picture
        self._kept.move_to_end(picture.photo)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    def _keep_and_tell(self, picture: Picture) -> None:
        self._keep(picture)
        self.loaded.emit(picture)


def _ignore(error: PhotoclipError) -> None:
    """The fine picture tells what is wrong."""
    del error


# All below runs on workers.


def best_file(engine: Engine, photo: PhotoId) -> PhotoFile:
    """The place of a photo that is within reach, or the first. Raises FileUnavailable."""
    places = engine.catalog.files.of_photo(photo)
    if not places:
        raise FileUnavailable("has no file any more")
    return places[0]


def words(engine: Engine, photo: PhotoId) -> Words:
    """Name and metadata of a photo."""
    places = engine.catalog.files.of_photo(photo)
    known = engine.catalog.photos.get(photo)
    path = places[0].path if places else None
    return Words(photo, path, known.metadata if known is not None else Metadata())


def coarse(engine: Engine, photo: PhotoId) -> Picture | None:
    """The thumbnail of a photo standing for its full size, where there is one."""
    file, known = best_file(engine, photo), engine.catalog.photos.get(photo)
    if known is None or not known.metadata.width:
        return None
    found = engine.thumbnails.find(file.path, file.mtime_ns)
    if found is None:
        return None
    thumbnail = engine.decoder.decode(found, min_side=None).image
    return Picture(photo, pixels.to_qimage(thumbnail), full_size(known), whole=False)


def full_size(photo: Photo) -> QSize:
    """The size of the file, upright."""
    return QSize(photo.metadata.width, photo.metadata.height)


def decode(engine: Engine, photo: PhotoId, side: int | None) -> Picture:
    """Decode a photo as the engine does; side None for all its pixels. Raises ImageError."""
    decoded = engine.decoder.decode(best_file(engine, photo).path, min_side=side)
    size = QSize(decoded.metadata.width, decoded.metadata.height)
    image = pixels.bounded(decoded.image, MOST_PIXELS if side is None else _enough(side))
    whole = side is None or image.width >= size.width()
    return Picture(photo, pixels.to_qimage(image), size, whole)


def _enough(side: int) -> int:
    # A panorama keeps its shape; a scan of 100 megapixels does not stay whole in memory.
    return side * side * 4


def draw_tile(engine: Engine, photo: PhotoId, side: int, ratio: float = 1.0) -> QImage:
    """The grid's tile of a photo, side device pixels. Raises ImageError."""
    file = best_file(engine, photo)
    size = ThumbnailSize.LARGE if side <= LARGE_SUFFICES else ThumbnailSize.X_LARGE
    return pixels.tile(_thumbnail(engine, file, size), side, round(RADIUS * ratio))


def _thumbnail(engine: Engine, file: PhotoFile, size: ThumbnailSize) -> Image.Image:
    # By the catalog's time first: photos on a disk that is not connected keep their tiles.
    found = engine.thumbnails.find(file.path, file.mtime_ns, size)
    if found is None and size is not ThumbnailSize.LARGE and not file.path.exists():
        found = engine.thumbnails.find(file.path, file.mtime_ns, ThumbnailSize.LARGE)
    made = found or engine.thumbnails.make(file.path, engine.decoder, size)
    if isinstance(made, Image.Image):
        return made
    try:
        return engine.decoder.decode(made, min_side=None).image
    except ImageError:
        # Other programs write into this cache too, and may have died half way.
        return engine.decoder.decode(file.path, min_side=size.value).image


def draw_source(engine: Engine, source: Path | bytes, side: int) -> QImage:
    """A small square picture of a file or of encoded bytes. Raises ImageError."""
    return pixels.tile(engine.decoder.decode(source, min_side=side).image, side, 0)
