"""A photo that one decides about: its tile, and buttons on it under the mouse or the keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from photoclip.gui.delegates.photo import Cell, Index, PhotoDelegate, tile_rect
from photoclip.gui.models.photos import PHOTO_ROLE
from photoclip.gui.theme import RADIUS, Theme
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.tagging.service import Verdict

BUTTON = 28
MARK = 18


@dataclass(frozen=True, slots=True)
class Look:
    """How a verdict is drawn."""

    icon: str
    color: str


LOOKS = {
    Verdict.RIGHT: Look("check", "success"),
    Verdict.WRONG: Look("close", "danger"),
    Verdict.CLEAR: Look("close", "text"),
}


class TileDelegate(PhotoDelegate):
    """Cells of one size. verdicts: what can be said of each photo, as buttons on it."""

    def __init__(
        self,
        theme: Theme,
        thumbnails: ThumbnailLoader,
        side: int,
        verdicts: Sequence[Verdict] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, thumbnails, parent)
        self.side = side
        self._verdicts = tuple(verdicts)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(self.side, self.side)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state, flag = option.state, QStyle.StateFlag
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.paint_cell(painter, option.rect, Cell(index.data(PHOTO_ROLE), None))
        chosen = bool(state & flag.State_Selected)
        focused = bool(state & flag.State_HasFocus)
        if chosen or focused:
            self._paint_edge(painter, option.rect, strong=focused)
        if state & flag.State_MouseOver or (focused and self._verdicts):
            for verdict, place in self.buttons(option.rect):
                self._paint_button(painter, place, LOOKS[verdict])
        painter.restore()

    def buttons(self, cell: QRect) -> Iterator[tuple[Verdict, QRect]]:
        """What lies where on a tile."""
        tile = tile_rect(cell)
        left = tile.right() - len(self._verdicts) * (BUTTON + 4) + 1
        top = tile.bottom() - BUTTON - 3
        for at, verdict in enumerate(self._verdicts):
            yield verdict, QRect(left + at * (BUTTON + 4), top, BUTTON, BUTTON)

    def verdict_at(self, cell: QRect, place: QPoint) -> Verdict | None:
        """The button at a place, if there is one."""
        found = (verdict for verdict, where in self.buttons(cell) if where.contains(place))
        return next(found, None)

    def _paint_edge(self, painter: QPainter, cell: QRect, *, strong: bool) -> None:
        colors = self.theme.colors
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colors.accent if strong else colors.outline), 3))
        painter.drawRoundedRect(tile_rect(cell).adjusted(-1, -1, 1, 1), RADIUS, RADIUS)

    def _paint_button(self, painter: QPainter, place: QRect, look: Look) -> None:
        colors = self.theme.colors
        painter.setPen(QPen(QColor(colors.border), 1))
        painter.setBrush(QColor(colors.raised))
        painter.drawEllipse(place)
        icon = self.theme.pixmap(look.icon, MARK, look.color)
        painter.drawPixmap(QPointF(place.center()) - QPointF(MARK / 2 - 1, MARK / 2 - 1), icon)
