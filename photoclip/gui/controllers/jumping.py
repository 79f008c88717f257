"""Finds photos by the beginning of a name that is typed on the grid."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from photoclip.domain import CancelToken
from photoclip.engine import Engine
from photoclip.gui.bridge import Bridge, Lane, ignore
from photoclip.gui.views.grid.photo_grid import PhotoGrid


class Jumping(QObject):
    """Answers a grid's name_wanted, the newest one only."""

    def __init__(
        self, engine: Engine, bridge: Bridge, grid: PhotoGrid, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._grid = grid
        self._running: CancelToken | None = None
        grid.name_wanted.connect(self._find)

    @Slot(str)
    def _find(self, text: str) -> None:
        if self._running is not None:
            self._running.cancel()
        photos = self._engine.catalog.photos
        # What is wrong with the catalog is told by the searches that go on.
        self._running = self._bridge.run(
            Lane.CATALOG, lambda: photos.named(text), self._grid.show_first_of, ignore
        )
