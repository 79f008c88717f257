"""Searches by a part of the photo that is looked at."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QSize, Signal, Slot

from photoclip.domain import CancelToken, PhotoId
from photoclip.engine import Engine
from photoclip.gui import locations
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers.pictures import best_file
from photoclip.images.cropping import Region, crop


class Regions(QObject):
    """cut(bytes, str, bool): the encoded part, what it is called, whether to add it; or failed."""

    cut = Signal(object, str, bool)
    failed = Signal(object)

    def __init__(self, engine: Engine, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._running = CancelToken()

    @Slot(object, object, QSize, bool)
    def want(self, photo: PhotoId, region: Region, size: QSize, adding: bool) -> None:
        """Cut a part out of a photo of this size; one that was asked for before is not wanted."""
        self._running.cancel()
        self._running = CancelToken()
        self._bridge.run(
            Lane.PICTURE,
            partial(part_of, self._engine, photo, region, size),
            partial(self._tell, adding),
            self.failed.emit,
            cancel=self._running,
        )

    def _tell(self, adding: bool, found: tuple[bytes, str]) -> None:
        picture, name = found
        self.cut.emit(picture, self.tr("Part of {name}").format(name=name), adding)


def part_of(engine: Engine, photo: PhotoId, region: Region, size: QSize) -> tuple[bytes, str]:
    """A part of a photo, encoded, and the photo's name. Runs on a worker; raises ImageError."""
    path = best_file(engine, photo).path
    picture = crop(engine.decoder, path, region, size.width(), size.height())
    return picture, locations.shown(path.name)
