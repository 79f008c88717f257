"""A photo in the grid: a rounded tile, its selection ring and its badges."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from photoclip.gui.models.photo_row import PhotoRow
from photoclip.gui.models.photos import PHOTO_ROLE, ROW_ROLE
from photoclip.gui.theme import GAP, RADIUS, Theme
from photoclip.gui.thumbnails import ThumbnailLoader

Index = QModelIndex | QPersistentModelIndex

RING = 3


class PhotoDelegate(QStyledItemDelegate):
    """Draws tiles that workers made; never scales or decodes unless a size is in transit."""

    def __init__(
        self, theme: Theme, thumbnails: ThumbnailLoader, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return option.rect.size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = _tile_rect(option.rect)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_tile(painter, cell, index, row)
        if state & QStyle.StateFlag.State_MouseOver and isinstance(row, PhotoRow):
            self._paint_name(painter, cell, row.name)
        if isinstance(row, PhotoRow) and row.offline:
            self._paint_badge(painter, cell)
        if selected:
            self._paint_selection(painter, cell)
        elif state & QStyle.StateFlag.State_HasFocus:
            self._paint_ring(painter, cell, self._theme.colors.faint, 2)
        painter.restore()

    def _paint_tile(self, painter: QPainter, cell: QRect, index: Index, row: object) -> None:
        photo = index.data(PHOTO_ROLE)
        tile = self._thumbnails.tile(photo)
        if tile is not None:
            if isinstance(row, PhotoRow) and row.offline:
                painter.setOpacity(0.55)
            painter.drawPixmap(cell, tile)
            painter.setOpacity(1.0)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colors.placeholder))
        painter.drawRoundedRect(cell, RADIUS, RADIUS)
        if self._thumbnails.is_broken(photo):
            _draw_centred(painter, self._theme, "broken", cell, 36)

    def _paint_name(self, painter: QPainter, cell: QRect, name: str) -> None:
        shade = QLinearGradient(cell.bottomLeft(), cell.bottomLeft() - QPoint(0, 48))
        shade.setColorAt(0, QColor(0, 0, 0, 170))
        shade.setColorAt(1, QColor(0, 0, 0, 0))
        painter.fillPath(_rounded(cell), QBrush(shade))
        painter.setPen(QColor("#ffffff"))
        space = cell.adjusted(10, 0, -10, -8)
        text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, space.width())
        painter.drawText(space, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_badge(self, painter: QPainter, cell: QRect) -> None:
        badge = QRect(cell.left() + 8, cell.top() + 8, 26, 26)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colors.raised))
        painter.drawEllipse(badge)
        _draw_centred(painter, self._theme, "offline", badge, 16, "warning")

    def _paint_selection(self, painter: QPainter, cell: QRect) -> None:
        colors = self._theme.colors
        self._paint_ring(painter, cell, colors.accent, RING)
        mark = QRect(cell.right() - 30, cell.top() + 9, 22, 22)
        painter.setPen(QPen(QColor(colors.window), 2))
        painter.setBrush(QColor(colors.accent))
        painter.drawEllipse(mark)
        _draw_centred(painter, self._theme, "check", mark, 14, "accent_text")

    def _paint_ring(self, painter: QPainter, cell: QRect, color: str, width: int) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = QRectF(cell).adjusted(width + 0.5, width + 0.5, -width - 0.5, -width - 0.5)
        painter.setPen(QPen(QColor(self._theme.colors.window), 2))
        painter.drawRoundedRect(inner, RADIUS - width, RADIUS - width)
        ring = QRectF(cell).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(QColor(color), width))
        painter.drawRoundedRect(ring, RADIUS - 1, RADIUS - 1)


def tile_side(cell: int) -> int:
    """The side of a tile inside a grid cell, in logical pixels."""
    return max(1, cell - GAP)


def _tile_rect(cell: QRect) -> QRect:
    side = tile_side(min(cell.width(), cell.height()))
    return QRect(cell.left() + GAP // 2, cell.top() + GAP // 2, side, side)


def _rounded(cell: QRect) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(cell, RADIUS, RADIUS)
    return path


def _draw_centred(
    painter: QPainter, theme: Theme, name: str, space: QRect, side: int, color: str = "faint"
) -> None:
    place = QRect(0, 0, side, side)
    place.moveCenter(space.center())
    painter.drawPixmap(place, theme.pixmap(name, side, color))
