"""A photo in the grid: a rounded tile, its selection ring and its badges."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from photoclip.domain import PhotoId
from photoclip.gui.delegates.badges import BadgePainter
from photoclip.gui.delegates.header import HeaderPainter
from photoclip.gui.models.photo_row import PhotoRow
from photoclip.gui.models.photos import PHOTO_ROLE, ROW_ROLE
from photoclip.gui.theme import GAP, RADIUS, Theme
from photoclip.gui.thumbnails import ThumbnailLoader

Index = QModelIndex | QPersistentModelIndex

RING = 3
MARK = 22


@dataclass(frozen=True, slots=True)
class Cell:
    """A photo as it is painted now. focused: the keyboard acts on it."""

    photo: PhotoId
    row: PhotoRow | None
    selected: bool = False
    hovered: bool = False
    focused: bool = False


class PhotoDelegate(QStyledItemDelegate):
    """Draws tiles that workers made; never scales or decodes unless a size is in transit."""

    def __init__(
        self, theme: Theme, thumbnails: ThumbnailLoader, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._thumbnails = thumbnails
        self.headers = HeaderPainter(theme)
        self._badges = BadgePainter(theme)
        self._drawn: dict[tuple[str, int, float], QPixmap] = {}
        theme.changed.connect(self._forget)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state, flag = option.state, QStyle.StateFlag
        cell = Cell(
            index.data(PHOTO_ROLE),
            index.data(ROW_ROLE),
            selected=bool(state & flag.State_Selected),
            hovered=bool(state & flag.State_MouseOver),
            focused=bool(state & flag.State_HasFocus),
        )
        self.paint_cell(painter, option.rect, cell)

    def paint_cell(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        """Draw a photo. rect: of its cell; the tile leaves a gap around it."""
        ratio = painter.device().devicePixelRatioF()
        place = _sharp(painter, QRectF(tile_rect(rect)), ratio)
        self._paint_tile(painter, place, cell)
        self._badges.paint(painter, place, cell.row, hovered=cell.hovered, selected=cell.selected)
        if cell.selected:
            painter.drawPixmap(place.topLeft(), self._made(painter, "selected", place, self._ring))
        elif cell.hovered:
            painter.drawPixmap(place.topLeft(), self._made(painter, "hovered", place, self._circle))
        if cell.focused:
            self._paint_focus(painter, place)

    def _paint_tile(self, painter: QPainter, place: QRectF, cell: Cell) -> None:
        tile = self._thumbnails.tile(cell.photo)
        if tile is not None:
            if cell.row is not None and cell.row.offline:
                painter.setOpacity(0.55)
            painter.drawPixmap(place, tile, QRectF(tile.rect()))
            painter.setOpacity(1.0)
            return
        painter.drawPixmap(place.topLeft(), self._made(painter, "empty", place, self._placeholder))
        if self._thumbnails.is_broken(cell.photo):
            icon = self.theme.pixmap("broken", 36, "faint")
            painter.drawPixmap(place.center() - QPointF(18, 18), icon)

    def _paint_focus(self, painter: QPainter, place: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.colors.text), 2))
        outer = place.adjusted(-2, -2, 2, 2)
        painter.drawRoundedRect(outer, RADIUS + 2, RADIUS + 2)

    # Smooth corners and rings take long to draw, and are the same in all cells.

    def _made(
        self,
        painter: QPainter,
        kind: str,
        place: QRectF,
        draw: Callable[[QPainter, QRectF], None],
    ) -> QPixmap:
        ratio = painter.device().devicePixelRatioF()
        side = round(place.width() * ratio)
        made = self._drawn.get((kind, side, ratio))
        if made is None:
            made = QPixmap(side, side)
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            inner = QPainter(made)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(inner, QRectF(0, 0, side / ratio, side / ratio))
            inner.end()
            if len(self._drawn) > 30:  # the size is being changed
                self._drawn.clear()
            self._drawn[kind, side, ratio] = made
        return made

    def _placeholder(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.colors.placeholder))
        painter.drawRoundedRect(place, RADIUS, RADIUS)

    def _ring(self, painter: QPainter, place: QRectF) -> None:
        colors = self.theme.colors
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner, ring = RING + 0.5, RING / 2
        painter.setPen(QPen(QColor(colors.window), 2))
        painter.drawRoundedRect(
            place.adjusted(inner, inner, -inner, -inner), RADIUS - 3, RADIUS - 3
        )
        painter.setPen(QPen(QColor(colors.accent), RING))
        painter.drawRoundedRect(place.adjusted(ring, ring, -ring, -ring), RADIUS - 1, RADIUS - 1)
        mark = mark_rect(place)
        painter.setPen(QPen(QColor(colors.window), 2))
        painter.setBrush(QColor(colors.accent))
        painter.drawEllipse(mark)
        check = self.theme.pixmap("check", 14, "accent_text")
        painter.drawPixmap(mark.center() - QPointF(7, 7), check)

    def _circle(self, painter: QPainter, place: QRectF) -> None:
        # On any photo: dark under light.
        painter.setBrush(QColor(0, 0, 0, 70))
        painter.setPen(QPen(QColor(255, 255, 255, 230), 2))
        painter.drawEllipse(mark_rect(place))

    def _forget(self) -> None:
        self._drawn.clear()


def tile_side(cell: int) -> int:
    """The side of a tile inside a grid cell, in logical pixels."""
    return max(1, cell - GAP)


def tile_rect(cell: QRect) -> QRect:
    """The tile inside a grid cell."""
    side = tile_side(min(cell.width(), cell.height()))
    return QRect(cell.left() + GAP // 2, cell.top() + GAP // 2, side, side)


def mark_rect(tile: QRectF) -> QRectF:
    """Where on a tile it is marked as selected."""
    return QRectF(tile.right() - MARK - 7, tile.top() + 8, MARK, MARK)


def _sharp(painter: QPainter, place: QRectF, ratio: float) -> QRectF:
    """The same square on whole device pixels, so that tiles of that size are not resampled."""
    if ratio.is_integer():
        return place
    to_device = painter.deviceTransform()
    corner = to_device.map(place.topLeft())
    shift = QPointF(round(corner.x()) - corner.x(), round(corner.y()) - corner.y()) / ratio
    side = round(place.width() * ratio) / ratio
    return QRectF(place.x() + shift.x(), place.y() + shift.y(), side, side)
