"""Pixels of one photo for the viewer: coarse at once, then as fine as the screen, then all."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QPixmap

from photoclip.domain import CancelToken, Metadata, Photo, PhotoFile, PhotoId
from photoclip.engine import Engine
from photoclip.errors import FileUnavailable, ImageError, PhotoclipError
from photoclip.gui import pixels
from photoclip.gui.bridge import Bridge, Lane, ignore
from photoclip.gui.theme import RADIUS
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.images.decode import DecodedImage
from photoclip.images.thumbnails import ThumbnailSize

# What decoded pictures may take, that is about ten for a common screen.
KEPT_BYTES = 160_000_000
# Thumbnails of neighbours, about a hundred.
STRIP_BYTES = 24_000_000
# The shorter side of most photos' thumbnails; a little blur is worth not decoding again.
LARGE_SUFFICES = 192
# More pixels would take over half a gigabyte in memory and upset graphics drivers.
MOST_PIXELS = 64_000_000
# Sizes of photos whose thumbnails came by; more are not worth remembering.
SIZES_KEPT = 4096


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels of a photo. full_size: of the file, upright. whole: no detail is left out."""

    photo: PhotoId
    image: QImage
    full_size: QSize
    whole: bool


@dataclass(frozen=True, slots=True)
class Words:
    """What the viewer says about a photo. size: bytes of the file."""

    photo: PhotoId
    path: Path | None
    metadata: Metadata
    size: int = 0


class PhotoAway(FileUnavailable):
    """The photo is on a disk that is not connected."""


class Kept:
    """Decoded pictures, the longest unused dropped first where they take too much memory."""

    def __init__(self, limit: int = KEPT_BYTES) -> None:
        self._limit = limit
        self._pictures: OrderedDict[PhotoId, Picture] = OrderedDict()

    def get(self, photo: PhotoId) -> Picture | None:
        """The picture of a photo, used just now."""
        if photo in self._pictures:
            self._pictures.move_to_end(photo)
        return self._pictures.get(photo)

    def put(self, picture: Picture, wanted: Sequence[PhotoId] = ()) -> None:
        """Keep a picture; those that are wanted are dropped last, the first of them never."""
        self._pictures[picture.photo] = picture
        self._pictures.move_to_end(picture.photo)
        others = [photo for photo in self._pictures if photo not in wanted]
        for photo in [*others, *reversed(wanted[1:])]:
            if self.bytes <= self._limit or len(self._pictures) == 1:
                return
            self._pictures.pop(photo, None)

    def clear(self) -> None:
        """Keep nothing."""
        self._pictures.clear()

    @property
    def bytes(self) -> int:
        """How much memory the pictures take."""
        return sum(picture.image.sizeInBytes() for picture in self._pictures.values())

    def __contains__(self, photo: PhotoId) -> bool:
        return photo in self._pictures


class Pictures(QObject):
    """told(Words); loaded(Picture), up to three times for a photo; failed(PhotoId, error).

    thumbnails: whole thumbnails of the photos around the one that is looked at.
    """

    told = Signal(object)
    loaded = Signal(object)
    failed = Signal(object, object)

    def __init__(self, engine: Engine, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._kept = Kept()
        self._whole: Picture | None = None
        self._wanted: CancelToken | None = None
        self._around: list[PhotoId] = []
        self._hopeless: set[PhotoId] = set()
        self._sizes: dict[PhotoId, QSize] = {}
        self.thumbnails = ThumbnailLoader(bridge, self._draw, limit_bytes=STRIP_BYTES, parent=self)

    def at_hand(self, photo: PhotoId) -> tuple[QPixmap, QSize] | None:
        """A thumbnail that is in memory, and the size of the photo."""
        thumbnail, size = self.thumbnails.tile(photo), self._sizes.get(photo)
        return (thumbnail, size) if thumbnail is not None and size is not None else None

    def is_ready(self, photo: PhotoId) -> bool:
        """Whether waiting for the photo is of no use: it is decoded, or cannot be."""
        return photo in self._kept or photo in self._hopeless

    def want(self, photo: PhotoId, screen: QSize, neighbours: Sequence[PhotoId]) -> None:
        """Load a photo as large as the screen (in device pixels) has use for, then others."""
        if self._wanted is not None:
            self._wanted.cancel()
        self._wanted = cancel = CancelToken()
        self._whole = None
        self._around = [photo]
        engine, run = self._engine, partial(self._bridge.run, cancel=cancel)
        kept = self._kept.get(photo)
        run(Lane.PREVIEW, partial(words, engine, photo), self.told.emit, ignore)
        if kept is not None:
            self.loaded.emit(kept)
        else:
            # The fine picture tells what is wrong.
            run(Lane.PREVIEW, partial(coarse, engine, photo), self._tell_coarse, ignore)
            run(
                Lane.PICTURE,
                partial(decode, engine, photo, screen),
                self._keep_and_tell,
                partial(self.failed.emit, photo),
            )
        self.want_soon(neighbours, screen)

    def want_soon(self, photos: Sequence[PhotoId], screen: QSize) -> None:
        """Load photos that may be looked at next, the likeliest first."""
        self._around = [*self._around[:1], *photos]
        for photo in photos:
            if self._wanted is not None and not self.is_ready(photo):
                self._bridge.run(
                    Lane.PICTURE,
                    partial(decode, self._engine, photo, screen),
                    self._keep,
                    partial(self._give_up, photo),
                    cancel=self._wanted,
                )

    def want_whole(self, photo: PhotoId) -> None:
        """Load all pixels of the photo that is looked at."""
        kept = self._kept.get(photo)
        if self._wanted is None or self._whole is not None or (kept is not None and kept.whole):
            return
        self._bridge.run(
            Lane.PICTURE,
            partial(decode, self._engine, photo, None),
            self._tell_whole,
            ignore,
            cancel=self._wanted,
        )

    def stop(self) -> None:
        """Nobody looks any more."""
        if self._wanted is not None:
            self._wanted.cancel()
            self._wanted = None
        self._whole = None
        self._kept.clear()
        self._hopeless.clear()
        self.thumbnails.want((), 0)

    def retry_broken(self) -> None:
        """Try again what failed: a disk may be back."""
        self._hopeless.clear()
        self.thumbnails.retry_broken()

    def _give_up(self, photo: PhotoId, error: PhotoclipError) -> None:
        # Why will be told when somebody looks at it.
        del error
        self._hopeless.add(photo)

    def _tell_coarse(self, picture: Picture | None) -> None:
        # Decoding a small photo may be quicker than its thumbnail.
        if picture is not None and picture.photo not in self._kept:
            self.loaded.emit(picture)

    def _keep(self, picture: Picture) -> None:
        self._kept.put(picture, self._around)

    def _keep_and_tell(self, picture: Picture) -> None:
        self._keep(picture)
        self.loaded.emit(picture)

    def _tell_whole(self, picture: Picture) -> None:
        self._whole = picture
        self.loaded.emit(picture)

    def _draw(self, photo: PhotoId, side: int, ratio: float) -> QImage:
        """For the loader of thumbnails, on a worker."""
        del side, ratio
        file, known = best_file(self._engine, photo), self._engine.catalog.photos.get(photo)
        image = pixels.to_qimage(_thumbnail(self._engine, file, ThumbnailSize.LARGE))
        if known is not None and known.metadata.width:
            if len(self._sizes) >= SIZES_KEPT:
                self._sizes.clear()
            self._sizes[photo] = full_size(known)
        return image


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
    if known is None:
        return Words(photo, path, Metadata())
    return Words(photo, path, known.metadata, known.size)


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


def decode(engine: Engine, photo: PhotoId, screen: QSize | None) -> Picture:
    """Decode a photo to fit a screen, or all of its pixels. Raises ImageError."""
    # What fills a screen has no more pixels along its shorter side than the screen.
    side = min(screen.width(), screen.height()) if screen is not None else None
    decoded = _decoded(engine, photo, side)
    size = QSize(decoded.metadata.width, decoded.metadata.height)
    if screen is None:
        image = pixels.bounded(decoded.image, MOST_PIXELS)
    else:
        image = pixels.within(decoded.image, screen.width(), screen.height())
    whole = screen is None or image.width >= size.width()
    return Picture(photo, pixels.to_qimage(image), size, whole)


def _decoded(engine: Engine, photo: PhotoId, side: int | None) -> DecodedImage:
    try:
        return engine.decoder.decode(best_file(engine, photo).path, min_side=side)
    except FileUnavailable as error:
        if engine.catalog.files.offline_photos([photo]):
            raise PhotoAway(error.finding, path=error.path) from error
        raise


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


def draw_outside(engine: Engine, path: Path, side: int) -> QImage:
    """A small square picture of a file that is not in the library. Raises ImageError.

    Where it is gone, as it was seen last.
    """
    path = engine.kept_pictures.place_of(path)
    try:
        made = engine.thumbnails.make(path, engine.decoder)
    except FileUnavailable:
        made = engine.thumbnails.location(path)
    if not isinstance(made, Image.Image):
        made = engine.decoder.decode(made, min_side=None).image
    return pixels.tile(made, side, 0)
