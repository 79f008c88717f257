"""Scrolling along while something is pulled near the upper or lower edge of the grid."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot

from photoclip.gui.views.grid.view import GridView

TICK_MS = 16
# The nearer to the edge, the faster.
EDGE = 28


class EdgeScroll(QObject):
    """scrolled: another part of the content lies under the pointer."""

    scrolled = Signal()

    def __init__(self, view: GridView) -> None:
        super().__init__(view)
        self._view = view
        self._pointer = QPoint()
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._scroll)

    def follow(self, pointer: QPoint) -> None:
        """The pointer is there now, in the viewport."""
        self._pointer = pointer
        if not self._speed():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Nothing is pulled any more."""
        self._timer.stop()

    def _speed(self) -> int:
        y, height = self._pointer.y(), self._view.viewport().height()
        if y < EDGE:
            return y - EDGE
        return max(0, y - height + EDGE)

    @Slot()
    def _scroll(self) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + self._speed())
        self.scrolled.emit()
