"""Asks for the tiles and rows of the photos where people look, and for no others."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Slot

from photoclip.domain import PhotoId
from photoclip.gui.delegates.photo import tile_side
from photoclip.gui.models.photos import PhotoGridModel
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.views.grid.view import GridView

LOOK_MS = 15
# While a window is being resized each pixel means other tiles; old ones are scaled meanwhile.
RESIZE_MS = 120


class TileFeeder(QObject):
    """Looks at what is on screen a moment after it changed."""

    def __init__(self, view: GridView, model: PhotoGridModel, thumbnails: ThumbnailLoader) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._thumbnails = thumbnails
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        thumbnails.loaded.connect(self._repaint)
        view.verticalScrollBar().valueChanged.connect(self.look_soon)
        view.laid_out.connect(self.look_soon)
        model.dataChanged.connect(self.look_soon)

    @Slot()
    def look_soon(self) -> None:
        """What is on screen changed."""
        # Not restarted: during a long scroll tiles keep coming.
        if not self._timer.isActive():
            self._timer.start(LOOK_MS)

    def look_when_still(self) -> None:
        """The size of everything changes, and will change more."""
        self._timer.start(RESIZE_MS)

    def look_now(self) -> None:
        """Look as soon as possible, whatever is going on."""
        self._timer.start(0)

    @Slot()
    def _look(self) -> None:
        if not self._view.isVisible():
            return
        self._model.want_rows(self._view.visible_rows())
        ratio = self._view.viewport().devicePixelRatioF()
        side = round(tile_side(self._view.cell_side) * ratio)
        self._thumbnails.want(self._by_nearness(), side, ratio)

    def _by_nearness(self) -> Iterator[PhotoId]:
        """Photos on screen, then a screen below, then a screen above."""
        rows, ids = self._view.visible_rows(), self._model.ids
        yield from ids[rows.start : rows.stop]
        yield from ids[rows.stop : rows.stop + len(rows)]
        yield from reversed(ids[max(0, rows.start - len(rows)) : rows.start])

    @Slot(object)
    def _repaint(self, photo: PhotoId) -> None:
        # Looked for on screen only: where 100,000 others are takes long to note down.
        rows = self._view.visible_rows()
        seen = self._model.ids[rows.start : rows.stop]
        if photo in seen:
            self._view.viewport().update(self._view.cell(rows.start + seen.index(photo)))
