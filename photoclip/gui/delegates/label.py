"""A label in a list: its colour, its name, and on how many photos it is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from photoclip.gui.delegates.place import ICON, Index, paint_dot
from photoclip.gui.models.labels import COUNTS_ROLE, ROW_ROLE
from photoclip.gui.theme import RADIUS, SPACE_M, SPACE_S, Theme


class LabelDelegate(QStyledItemDelegate):
    """One line each; what is above a label in its name is told more quietly."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(0, option.fontMetrics.height() + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, direction, line = index.data(ROW_ROLE), option.direction, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        inside = line.adjusted(SPACE_M, 0, -SPACE_M, 0)
        self._paint_spot(painter, _turned(direction, inside, 0, ICON), row.label.color)
        counts = index.data(COUNTS_ROLE)
        painter.setFont(self._theme.font("small"))
        width = min(painter.fontMetrics().horizontalAdvance(counts) + 1, inside.width() // 2)
        space = _turned(direction, inside, inside.width() - width, width)
        color = self._theme.colors.warning if row.outdated else self._theme.colors.faint
        self._paint_text(painter, direction, space, counts, color)
        left = ICON + SPACE_S
        name = _turned(direction, inside, left, inside.width() - left - width - SPACE_M)
        painter.setFont(self._theme.font())
        self._paint_name(painter, direction, name, row.label.parent, row.label.leaf)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colors, state, flag = self._theme.colors, option.state, QStyle.StateFlag
        body = option.rect.adjusted(0, 1, 0, -1)
        selected = bool(state & flag.State_Selected)
        if selected or state & flag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent_soft if selected else colors.hover))
            painter.drawRoundedRect(body, RADIUS, RADIUS)
        if state & flag.State_HasFocus:
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)

    def _paint_spot(self, painter: QPainter, place: QRect, color: str) -> None:
        if color:
            paint_dot(painter, place, QColor(color), QColor(self._theme.colors.outline))
            return
        target = QRect(0, 0, ICON, ICON)
        target.moveCenter(place.center())
        painter.drawPixmap(target, self._theme.pixmap("label", ICON, "muted"))

    def _paint_name(
        self,
        painter: QPainter,
        direction: Qt.LayoutDirection,
        space: QRect,
        parent: str,
        leaf: str,
    ) -> None:
        above = f"{parent.replace('/', ' / ')} / " if parent else ""
        width = painter.fontMetrics().horizontalAdvance(above)
        if width > space.width() // 2:
            above, width = "", 0
        colors = self._theme.colors
        self._paint_text(
            painter, direction, _turned(direction, space, 0, width), above, colors.faint
        )
        rest = _turned(direction, space, width, space.width() - width)
        self._paint_text(painter, direction, rest, leaf, colors.text)

    def _paint_text(
        self,
        painter: QPainter,
        direction: Qt.LayoutDirection,
        space: QRect,
        text: str,
        color: str,
    ) -> None:
        painter.setPen(QColor(color))
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, space.width() + 1
        )
        side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(space, int(side | Qt.AlignmentFlag.AlignVCenter), shown)


def _turned(direction: Qt.LayoutDirection, line: QRect, left: int, width: int) -> QRect:
    """A part of a line, turned around where people read from right to left."""
    part = QRect(line.left() + left, line.top(), width, line.height())
    return QStyle.visualRect(direction, line, part)
