"""Tiles for the grid: made by workers, visible first, kept as pixmaps within a bound."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from photoclip.domain import PhotoId
from photoclip.errors import PhotoclipError
from photoclip.gui.bridge import WORKERS, Bridge, Lane

# Gives the tile of a photo with so many device pixels a side, at a device pixel ratio; raises
# PhotoclipError.
DrawTile = Callable[[PhotoId, int, float], QImage]

# What one screenful of the largest screens takes; with less the grid would never be complete.
LEAST_BYTES = 64_000_000


class Wanted:
    """What workers take from, always the newest wish. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._queue: deque[tuple[PhotoId, int]] = deque()
        self._taken: set[tuple[PhotoId, int]] = set()

    def replace(self, tiles: Iterable[tuple[PhotoId, int]]) -> None:
        """Forget earlier wishes: what has scrolled away is not worth a worker's time."""
        with self._lock:
            self._queue = deque(tile for tile in tiles if tile not in self._taken)

    def take(self) -> tuple[PhotoId, int] | None:
        """The next tile to make, or None."""
        with self._lock:
            if not self._queue:
                return None
            tile = self._queue.popleft()
            self._taken.add(tile)
            return tile

    def give_back(self, tile: tuple[PhotoId, int]) -> None:
        """The tile is made or failed."""
        with self._lock:
            self._taken.discard(tile)

    def __len__(self) -> int:
        with self._lock:
            return len(self._queue)


class TileCache:
    """Pixmaps by photo, the longest unused dropped first. Only for the window's thread."""

    def __init__(self, limit_bytes: int) -> None:
        self.limit = limit_bytes
        self._bytes = 0
        self._tiles: OrderedDict[PhotoId, QPixmap] = OrderedDict()

    def get(self, photo: PhotoId) -> QPixmap | None:
        """The tile of a photo, of whatever size it was made."""
        tile = self._tiles.get(photo)
        if tile is not None:
            self._tiles.move_to_end(photo)
        return tile

    def put(self, photo: PhotoId, tile: QPixmap) -> None:
        """Keep a tile, and drop others where that exceeds the limit."""
        self.drop(photo)
        self._tiles[photo] = tile
        self._bytes += _weight(tile)
        self.shrink()

    def shrink(self) -> None:
        """Drop what exceeds the limit."""
        while self._bytes > self.limit and len(self._tiles) > 1:
            _, oldest = self._tiles.popitem(last=False)
            self._bytes -= _weight(oldest)

    def drop(self, photo: PhotoId) -> None:
        """Forget one tile."""
        tile = self._tiles.pop(photo, None)
        if tile is not None:
            self._bytes -= _weight(tile)

    def __len__(self) -> int:
        return len(self._tiles)

    @property
    def bytes(self) -> int:
        """How much memory the tiles take, about."""
        return self._bytes


def _weight(tile: QPixmap) -> int:
    return tile.width() * tile.height() * 4


class ThumbnailLoader(QObject):
    """Gives tiles to the delegate and has the missing ones made.

    loaded: the photo whose tile is there, or could not be made.
    """

    loaded = Signal(object)

    def __init__(
        self,
        bridge: Bridge,
        draw: DrawTile,
        *,
        limit_bytes: int = 192_000_000,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._draw = draw
        self._wanted = Wanted()
        self._cache = TileCache(limit_bytes)
        self._broken: set[PhotoId] = set()
        self._pumps = 0
        self._ratio = 1.0

    def tile(self, photo: PhotoId) -> QPixmap | None:
        """The tile of a photo if it is there, perhaps of another size than wanted."""
        return self._cache.get(photo)

    def is_broken(self, photo: PhotoId) -> bool:
        """Whether no tile can be had for now (gone, unreadable, offline and never seen)."""
        return photo in self._broken

    @property
    def bytes(self) -> int:
        """How much memory the tiles take, about."""
        return self._cache.bytes

    def set_limit(self, limit_bytes: int) -> None:
        """Keep no more tiles than this, or than a full screen needs."""
        self._cache.limit = max(LEAST_BYTES, limit_bytes)
        self._cache.shrink()

    def want(self, photos: Iterable[PhotoId], side: int, ratio: float = 1.0) -> None:
        """Have these tiles made in this order, and no others; side in device pixels."""
        self._ratio = ratio
        self._wanted.replace((photo, side) for photo in photos if self._is_missing(photo, side))
        for _ in range(min(len(self._wanted), WORKERS[Lane.THUMBNAILS] - self._pumps)):
            self._pumps += 1
            self._bridge.run(Lane.THUMBNAILS, self._pump)

    def retry_broken(self) -> None:
        """Try again what failed: a disk may be back."""
        self._broken.clear()

    def _is_missing(self, photo: PhotoId, side: int) -> bool:
        if photo in self._broken:
            return False
        tile = self._cache.get(photo)
        return tile is None or tile.width() != side

    def _pump(self) -> None:
        try:
            self._work()
        finally:
            # Even after an error that nobody expected: the next wish needs a worker.
            self._bridge.post(self._pump_ended)

    def _work(self) -> None:
        while (tile := self._wanted.take()) is not None:
            photo, side = tile
            try:
                image = self._draw(photo, side, ratio := self._ratio)
                # Or Qt would not know that it is sharp without being scaled.
                image.setDevicePixelRatio(ratio)
            except PhotoclipError:
                # The grid shows a broken tile; the reason is listed under Problems.
                self._bridge.post(lambda photo=photo: self._keep_broken(photo))  # type: ignore[misc]
            else:
                self._bridge.post(lambda photo=photo, image=image: self._keep(photo, image))  # type: ignore[misc]
            finally:
                self._wanted.give_back(tile)

    def _pump_ended(self) -> None:
        self._pumps -= 1
        if len(self._wanted):
            self._pumps += 1
            self._bridge.run(Lane.THUMBNAILS, self._pump)

    def _keep(self, photo: PhotoId, image: QImage) -> None:
        self._cache.put(photo, QPixmap.fromImage(image))
        self.loaded.emit(photo)

    def _keep_broken(self, photo: PhotoId) -> None:
        self._cache.drop(photo)
        self._broken.add(photo)
        self.loaded.emit(photo)
