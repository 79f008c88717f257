"""Selecting by pulling a rectangle over the grid, from a place where no photo lies."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen

from photoclip.gui.models.changes import runs
from photoclip.gui.theme import Colors
from photoclip.gui.views.grid.edges import EdgeScroll
from photoclip.gui.views.grid.view import MARGIN, GridView


class Band(QObject):
    """The rectangle while a button is held; with Ctrl or Shift it adds to the selection."""

    def __init__(self, view: GridView) -> None:
        super().__init__(view)
        self._view = view
        self._began: QPoint | None = None
        self._pointer = QPoint()
        self._before: NDArray[np.bool_] = np.zeros(0, np.bool_)
        self._edges = EdgeScroll(view)
        self._edges.scrolled.connect(self._select)

    @property
    def active(self) -> bool:
        """Whether a rectangle is being pulled."""
        return self._began is not None

    def begin(self, event: QMouseEvent) -> None:
        """A button went down where no photo lies."""
        self._pointer = event.position().toPoint()
        self._began = self._in_content(self._pointer)
        count = self._view.arrangement.count
        adding = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() & adding:
            self._before = self._view.rows.among(range(count)).copy()
        else:
            self._before = np.zeros(count, np.bool_)
            self._view.rows.select([])

    def move(self, event: QMouseEvent) -> None:
        """The mouse moved with the button down."""
        self._pointer = event.position().toPoint()
        self._select()
        self._edges.follow(self._pointer)

    def end(self) -> None:
        """The button went up."""
        self._began = None
        self._edges.stop()
        self._view.viewport().update()

    def paint(self, painter: QPainter, colors: Colors) -> None:
        """Draw the rectangle."""
        if self._began is not None:
            offset = QPoint(0, self._view.verticalOffset())
            rect = QRect(self._began - offset, self._pointer).normalized()
            fill = QColor(colors.accent)
            fill.setAlpha(40)
            painter.setPen(QPen(QColor(colors.accent), 1))
            painter.setBrush(fill)
            painter.drawRect(rect)

    def _in_content(self, place: QPoint) -> QPoint:
        return place + QPoint(-MARGIN, self._view.verticalOffset())

    @Slot()
    def _select(self) -> None:
        if self._began is None:
            return
        rect = QRect(self._began, self._in_content(self._pointer)).normalized()
        layout, chosen = self._view.arrangement, self._before.copy()
        if len(chosen) == layout.count:  # photos may have come or gone meanwhile
            right, bottom = rect.right() + 1, rect.bottom() + 1
            for rows in layout.rows_in(rect.left(), rect.top(), right, bottom):
                chosen[rows.start : rows.stop] = True
            self._view.rows.select(runs(np.flatnonzero(chosen)))
        self._view.viewport().update()
