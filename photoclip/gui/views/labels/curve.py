"""The estimated precision at every stop of the slider, drawn above it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from photoclip.domain import Vectors
from photoclip.gui.theme import Theme

HEIGHT = 34
# Half of the slider's handle: its ends are so far from the ends of the groove.
INSET = 8


class Curve(QWidget):
    """Tells nothing that is not told in words beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._precision: Vectors = np.zeros(0, np.float32)
        self._position = 0
        self.setFixedHeight(HEIGHT)

    def show_precision(self, precision: Vectors) -> None:
        """(stops,) shares of 0..1."""
        self._precision = precision
        self.update()

    def show_position(self, position: int) -> None:
        """Where the slider is."""
        self._position = position
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if len(self._precision) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        space = QRectF(self.rect()).adjusted(INSET, 3, -INSET, -1)
        xs = space.left() + np.linspace(0, space.width(), len(self._precision))
        ys = space.bottom() - self._precision * space.height()
        points = [QPointF(x, y) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)]
        self._paint(painter, space, points)
        painter.end()

    def _paint(self, painter: QPainter, space: QRectF, points: list[QPointF]) -> None:
        colors = self._theme.colors
        here = points[min(self._position, len(points) - 1)]
        under = QPainterPath(QPointF(space.left(), space.bottom()))
        for point in points:
            under.lineTo(point)
        under.lineTo(space.right(), space.bottom())
        painter.save()
        painter.setClipRect(QRectF(space.left(), 0, here.x() - space.left(), self.height()))
        painter.fillPath(under, QColor(colors.accent_soft))
        painter.restore()
        painter.setPen(QPen(QColor(colors.outline), 1.5))
        painter.drawPolyline(points)
        painter.setPen(QPen(QColor(colors.accent), 2))
        painter.setBrush(QColor(colors.window))
        painter.drawEllipse(here, 3.5, 3.5)
