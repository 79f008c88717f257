"""A score against its threshold."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from photoclip.gui.theme import Theme

HEIGHT = 18
TRACK = 8
# How far beyond the larger of the two the bar goes.
ROOM = 1.15


class ScoreBar(QWidget):
    """Filled up to the score, with a mark where the threshold is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.score = 0.0
        self.threshold: float | None = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_score(self, score: float, threshold: float | None) -> None:
        """Show these; threshold is None where nothing clearly matches."""
        self.score, self.threshold = score, threshold
        self.update()

    def share(self, value: float) -> float:
        """Where a value lies on the bar, 0..1."""
        known = [0.0, self.score, self.threshold or 0.0]
        least, most = min(known), max(known) * ROOM
        return (value - least) / (most - least) if most > least else 0.0

    def sizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colors, painter = self._theme.colors, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        passes = self.threshold is not None and self.score >= self.threshold
        track = QRectF(0, (HEIGHT - TRACK) / 2, self.width(), TRACK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.hover))
        painter.drawRoundedRect(track, TRACK / 2, TRACK / 2)
        filled = QRectF(track)
        filled.setWidth(max(TRACK, track.width() * self.share(self.score)))
        painter.setBrush(QColor(colors.success if passes else colors.outline))
        painter.drawRoundedRect(filled, TRACK / 2, TRACK / 2)
        if self.threshold is not None:
            x = max(1.0, track.width() * self.share(self.threshold))
            painter.setPen(QPen(QColor(colors.text), 2))
            painter.drawLine(QPointF(x, 1), QPointF(x, HEIGHT - 1))
        painter.end()
