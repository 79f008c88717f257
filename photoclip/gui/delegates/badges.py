"""What lies on a tile: its name under the mouse, labels, and marks for what is unusual."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
)

from photoclip.domain import Label
from photoclip.gui.models.photo_row import PhotoRow
from photoclip.gui.theme import RADIUS, Theme

INSET = 7
# Tiles smaller than this have no room for words.
ROOMY = 96
# The colour of a label.
DOT = 7
_SHADE = 170


class BadgePainter:
    """Paints badges in the colours of the theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._set_font()
        theme.changed.connect(self._set_font)

    def _set_font(self) -> None:
        self._font: QFont = self._theme.font("small")
        self._chip_font: QFont = self._theme.font("tiny", bold=True)
        self._metrics = QFontMetricsF(self._font)
        self._chip_metrics = QFontMetricsF(self._chip_font)

    def paint(
        self,
        painter: QPainter,
        tile: QRectF,
        row: PhotoRow | None,
        *,
        hovered: bool,
        selected: bool,
    ) -> None:
        """Draw what a photo's row asks for on its tile."""
        if row is None:
            return
        roomy = tile.width() >= ROOMY
        if hovered and roomy:
            self._paint_name(painter, tile, row.name)
        if row.labels and roomy:
            self._paint_labels(painter, tile, row.labels, above_name=hovered)
        side = 26 if roomy else 18
        place = QRectF(tile.left() + INSET, tile.top() + INSET, side, side)
        for shown, icon, color in (
            (row.offline, "offline", "warning"),
            (row.unreadable, "problem", "danger"),
        ):
            if shown:
                self._paint_mark(painter, place, icon, color)
                place.translate(side + 4, 0)
        if row.animated:
            # The mark of the selection lies in the corner.
            taken = 34 if selected or hovered else 0
            corner = QPointF(tile.right() - INSET - side - taken, tile.top() + INSET)
            self._paint_mark(painter, QRectF(corner, place.size()), "animated", "text")

    def _paint_mark(self, painter: QPainter, place: QRectF, icon: str, color: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colors.raised))
        painter.drawEllipse(place)
        side = round(place.width() * 0.62)
        drawing = self._theme.pixmap(icon, side, color)
        painter.drawPixmap(place.center() - QPointF(side / 2, side / 2), drawing)

    def _paint_name(self, painter: QPainter, tile: QRectF, name: str) -> None:
        height = self._metrics.height()
        shade = QLinearGradient(tile.bottomLeft(), tile.bottomLeft() - QPointF(0, height * 2.8))
        shade.setColorAt(0, QColor(0, 0, 0, _SHADE))
        shade.setColorAt(0.4, QColor(0, 0, 0, _SHADE - 40))
        shade.setColorAt(1, QColor(0, 0, 0, 0))
        shape = QPainterPath()
        shape.addRoundedRect(tile, RADIUS, RADIUS)
        painter.fillPath(shape, shade)
        painter.setFont(self._font)
        painter.setPen(QColor("#ffffff"))
        space = tile.adjusted(10, 0, -10, -8)
        text = self._metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, space.width())
        painter.drawText(space, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_labels(
        self, painter: QPainter, tile: QRectF, labels: tuple[Label, ...], *, above_name: bool
    ) -> None:
        """The first label in its colour, and how many more there are."""
        metrics, height = self._chip_metrics, self._chip_metrics.height() + 4
        bottom = tile.bottom() - INSET - (self._metrics.height() + 4 if above_name else 0)
        more = f"+{len(labels) - 1}" if len(labels) > 1 else ""
        room = tile.width() - 2 * INSET - 14
        dot = DOT + 5 if labels[0].color else 0.0
        room -= dot
        if more:
            room -= metrics.horizontalAdvance(more) + 18
        first = metrics.elidedText(labels[0].leaf, Qt.TextElideMode.ElideRight, room)
        left = tile.left() + INSET
        painter.setFont(self._chip_font)
        for text, space in ((first, dot), (more, 0.0)):
            if text:
                wide = metrics.horizontalAdvance(text) + 14 + space
                chip = QRectF(left, bottom - height, wide, height)
                self._paint_chip(painter, chip, text, space)
                left = chip.right() + 4
        if dot:
            at = QPointF(tile.left() + INSET + 7 + DOT / 2, bottom - height / 2)
            painter.setPen(QPen(QColor(self._theme.colors.outline), 1))
            painter.setBrush(QColor(labels[0].color))
            painter.drawEllipse(at, DOT / 2, DOT / 2)

    def _paint_chip(self, painter: QPainter, chip: QRectF, text: str, space: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colors.raised))
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.setPen(QColor(self._theme.colors.text))
        place = chip.adjusted(space, 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
