"""What the mouse does in the grid beyond Qt's own: check marks, headers, rectangles, hovering."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent

from photoclip.gui.delegates.header import HeaderPainter
from photoclip.gui.delegates.photo import mark_rect, tile_rect
from photoclip.gui.views.grid.band import Band
from photoclip.gui.views.grid.headers import GridHeaders
from photoclip.gui.views.grid.view import GridView

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class GridMouse(QObject):
    """Filters the events of a grid's viewport. hovered: the row under the mouse, or -1."""

    def __init__(self, view: GridView, headers: GridHeaders, painters: HeaderPainter) -> None:
        super().__init__(view)
        self._view = view
        self._headers = headers
        self._painters = painters
        self._swallowed = False
        self.band = Band(view)
        self.hovered = -1
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        kind = event.type()
        if kind in _PRESSES and isinstance(event, QMouseEvent):
            return self._press(event)
        if kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            return self._move(event)
        if kind == QEvent.Type.MouseButtonRelease:
            return self._release()
        if kind == QEvent.Type.Leave:
            self._hover(None)
        elif kind == QEvent.Type.Wheel:
            # What is under the mouse is another photo after scrolling.
            self._hover(None)
        return False

    def _press(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        place = event.position().toPoint()
        self._swallowed = True
        if self._headers.click(place, self._painters):
            return True
        if self._headers.at(place) is None:
            row = self._view.row_at(place)
            if row is not None:
                self._swallowed = self._is_on_mark(row, event.position())
                if self._swallowed:
                    self._toggle(row)
                return self._swallowed
        self.band.begin(event)
        return True

    def _move(self, event: QMouseEvent) -> bool:
        self._hover(event.position().toPoint())
        if self.band.active:
            self.band.move(event)
        return self._swallowed and bool(event.buttons())

    def _release(self) -> bool:
        swallowed, self._swallowed = self._swallowed, False
        if self.band.active:
            self.band.end()
        return swallowed

    def _is_on_mark(self, row: int, place: QPointF) -> bool:
        tile = QRectF(tile_rect(self._view.cell(row)))
        return mark_rect(tile).adjusted(-4, -4, 4, 4).contains(place)

    def _toggle(self, row: int) -> None:
        flag = QItemSelectionModel.SelectionFlag
        index = self._view.model().index(row, 0)
        self._view.selectionModel().setCurrentIndex(index, flag.Toggle)

    def _hover(self, place: QPoint | None) -> None:
        self._headers.hover(place)
        row = None
        if place is not None and self._headers.at(place) is None:
            row = self._view.row_at(place)
        now, before = -1 if row is None else row, self.hovered
        if now != before:
            self.hovered = now
            for changed in (before, now):
                if 0 <= changed < self._view.arrangement.count:
                    self._view.viewport().update(self._view.cell(changed))
