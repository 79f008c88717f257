"""How many photos, and how sure: two texts that change with every step of the slider."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from photoclip.gui.theme import SPACE_S, Theme


class Figures(QWidget):
    """Painted, as labels would have the whole window laid out anew with every text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.count = self.precision = ""
        self.setFixedHeight(QFontMetrics(theme.font("large", bold=True)).height() + 4)

    def show_texts(self, count: str, precision: str) -> None:
        """Show these."""
        if (count, precision) != (self.count, self.precision):
            self.count, self.precision = count, precision
            self.setAccessibleName(f"{count}, {precision}" if precision else count)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, colors = QPainter(self), self._theme.colors
        painter.setFont(self._theme.font("large", bold=True))
        width = painter.fontMetrics().horizontalAdvance(self.count) + 1
        self._paint(painter, self.count, 0, width, colors.text)
        painter.setFont(self._theme.font())
        left = width + SPACE_S
        self._paint(painter, self.precision, left, self.width() - left, colors.muted)
        painter.end()

    def _paint(self, painter: QPainter, text: str, left: int, width: int, color: str) -> None:
        direction = self.layoutDirection()
        space = QStyle.visualRect(direction, self.rect(), QRect(left, 0, width, self.height()))
        side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.setPen(QColor(color))
        painter.drawText(space, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
