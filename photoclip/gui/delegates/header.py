"""The header over the photos of a day or month: its date, how many there are, and a check mark."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from photoclip.gui.theme import Theme

MARK = 20
_SPACE = 10
# Looking for the mark begins a little outside of it.
_NEAR = 6


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says. selected: of its photos, 0 .. 1. floating: it lies over photos."""

    title: str
    count: str
    selected: float = 0.0
    marked: bool = False
    floating: bool = False


class HeaderPainter:
    """Paints headers, and knows where their check mark is."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._set_fonts()
        theme.changed.connect(self._set_fonts)

    def _set_fonts(self) -> None:
        self._large = self._theme.font("large", bold=True)
        self._small = self._theme.font("small")
        self._large_metrics = QFontMetricsF(self._large)
        self._small_metrics = QFontMetricsF(self._small)

    def height(self) -> int:
        """Of a header, in logical pixels."""
        return round(self._large_metrics.height()) + 26

    def paint(self, painter: QPainter, rect: QRect, header: Header, left: int) -> None:
        """Draw a header. left: where its text begins."""
        colors = self._theme.colors
        if header.floating:
            painter.fillRect(rect, QColor(colors.window))
            painter.fillRect(
                QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(colors.border)
            )
        middle = Qt.AlignmentFlag.AlignVCenter
        title, count = self._places(rect, header, left)
        elided = Qt.TextElideMode.ElideMiddle
        text = self._large_metrics.elidedText(header.title, elided, title.width())
        painter.setFont(self._large)
        painter.setPen(QColor(colors.text))
        painter.drawText(title, middle, text)
        painter.setFont(self._small)
        painter.setPen(QColor(colors.muted))
        painter.drawText(count, middle, header.count)
        if header.marked or header.selected:
            self._paint_mark(painter, self.mark(rect, header, left), header.selected)

    def mark(self, rect: QRect, header: Header, left: int) -> QRectF:
        """Where the check mark of a header is."""
        count = self._places(rect, header, left)[1]
        return QRectF(count.right() + _SPACE, count.center().y() - MARK / 2, MARK, MARK)

    def is_on_mark(self, place: QPointF, rect: QRect, header: Header, left: int) -> bool:
        """Whether a click at a place is meant for the check mark."""
        return self.mark(rect, header, left).adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR).contains(place)

    def _places(self, rect: QRect, header: Header, left: int) -> tuple[QRectF, QRectF]:
        large, small = self._large_metrics, self._small_metrics
        # A little lower than the middle: it belongs to what is below it.
        top = rect.top() + 3.0
        wide = small.horizontalAdvance(header.count) + 1
        room = rect.right() - left - 3 * _SPACE - wide - MARK
        needed = large.horizontalAdvance(header.title) + 1
        title = QRectF(left, top, max(0.0, min(needed, room)), rect.height())
        start = title.right() + _SPACE
        count = QRectF(start, top + 1, wide, rect.height())
        return title, count

    def _paint_mark(self, painter: QPainter, place: QRectF, selected: float) -> None:
        colors = self._theme.colors
        if selected < 1:
            painter.setPen(QPen(QColor(colors.accent if selected else colors.outline), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(place.adjusted(1, 1, -1, -1))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent))
            painter.drawEllipse(place)
        color = "accent_text" if selected == 1 else "accent" if selected else "outline"
        check = self._theme.pixmap("check", 12, color)
        painter.drawPixmap(place.center() - QPointF(6, 6), check)
