"""A watched folder in the side panel: its name, its count, its state."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from photoclip.gui import wording
from photoclip.gui.models.folders import FOLDER_ROLE, FolderRow, FolderState
from photoclip.gui.theme import RADIUS, Theme

Index = QModelIndex | QPersistentModelIndex

HEIGHT = 34


def more_button(line: QRect) -> QRect:
    """Where the menu button of a folder lies in its line."""
    return QRect(line.right() - 37, line.top(), 38, line.height())


class FolderDelegate(QStyledItemDelegate):
    """One line: icon, elided name, count; under the mouse a menu button in place of the count.

    menu_wanted(FolderRow, QPoint): the button was clicked, where on the screen.
    """

    menu_wanted = Signal(object, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(0, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(FOLDER_ROLE)
        rect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, option.state)
        self._paint_icon(painter, rect, row)
        under_mouse = bool(option.state & QStyle.StateFlag.State_MouseOver)
        paint_end = self._paint_more if under_mouse else self._paint_count
        end = paint_end(painter, rect, row)
        self._paint_name(painter, QRect(rect.left() + 38, rect.top(), end - 38, rect.height()), row)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if (
            isinstance(event, QMouseEvent)
            and event.type() is QEvent.Type.MouseButtonRelease
            and event.button() is Qt.MouseButton.LeftButton
            and more_button(option.rect).contains(event.position().toPoint())
        ):
            self.menu_wanted.emit(index.data(FOLDER_ROLE), event.globalPosition().toPoint())
            return True
        return super().editorEvent(event, model, option, index)

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        colors = self._theme.colors
        if state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.hover))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), RADIUS, RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colors.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 2, -1, -2), RADIUS, RADIUS)

    def _paint_icon(self, painter: QPainter, rect: QRect, row: FolderRow) -> None:
        offline = row.state is FolderState.OFFLINE
        name, color = ("folder-off", "warning") if offline else ("folder", "muted")
        place = QRect(rect.left() + 10, rect.center().y() - 9, 20, 20)
        painter.drawPixmap(place, self._theme.pixmap(name, 20, color))

    def _paint_more(self, painter: QPainter, rect: QRect, row: FolderRow) -> int:
        del row
        place = more_button(rect)
        picture = QRect(0, 0, 20, 20)
        picture.moveCenter(place.center())
        painter.drawPixmap(picture, self._theme.pixmap("more", 20, "text"))
        return place.left() - rect.left()

    def _paint_count(self, painter: QPainter, rect: QRect, row: FolderRow) -> int:
        """Give the space that is left for the name, from the left edge."""
        text = wording.number(row.count)
        width = painter.fontMetrics().horizontalAdvance(text)
        painter.setPen(QColor(self._theme.colors.faint))
        painter.drawText(
            rect.adjusted(0, 0, -12, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            text,
        )
        return rect.width() - width - 22

    def _paint_name(self, painter: QPainter, space: QRect, row: FolderRow) -> None:
        colors = self._theme.colors
        offline = row.state is FolderState.OFFLINE
        painter.setPen(QColor(colors.faint if offline else colors.text))
        text = painter.fontMetrics().elidedText(
            row.name, Qt.TextElideMode.ElideMiddle, space.width()
        )
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
