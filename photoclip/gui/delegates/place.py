"""Draws the lines of the side panel."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from photoclip.gui import wording
from photoclip.gui.models.places import PLACE_ROLE, SECTION_ROLE
from photoclip.gui.sections import Place
from photoclip.gui.theme import RADIUS, SPACE_S, SPACE_XS, Theme

Index = QModelIndex | QPersistentModelIndex

ICON, SMALL = 20, 16
ARROW = 18
STEP = 14
BUTTON = 30
DOT = 11


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the parts of a line lie, for a line from left to right."""

    line: QRect
    arrow: QRect
    icon: QRect
    menu: QRect

    @classmethod
    def of(cls, line: QRect, depth: int) -> Parts:
        """depth: 0 for headings, 1 for the places directly below them."""
        left = line.left() + SPACE_XS + max(0, depth - 1) * STEP
        arrow = _middle(line, left, ARROW)
        icon = _middle(line, arrow.right() + 3, ICON)
        menu = QRect(line.right() - BUTTON + 1, line.top(), BUTTON, line.height())
        return cls(line, arrow, icon, menu)

    def mirrored(self, direction: Qt.LayoutDirection) -> Parts:
        """The same for a language that is written from right to left."""
        turned = (
            QStyle.visualRect(direction, self.line, part)
            for part in (self.line, self.arrow, self.icon, self.menu)
        )
        return Parts(*turned)


def depth_of(index: Index) -> int:
    """How many places an index lies in."""
    depth = 0
    above = index.parent()
    while above.isValid():
        depth, above = depth + 1, above.parent()
    return depth


class PlaceDelegate(QStyledItemDelegate):
    """Arrow, icon, elided name, badge and count; the menu's button under the mouse.

    dropping: the line that would take what is dragged, and what it says of it. focus_shown: the
    person uses keys and has to see where they are.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.dropping: tuple[QPersistentModelIndex, str] | None = None
        self.focus_shown = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(0, max(ICON, option.fontMetrics.height()) + 12)

    def parts(self, line: QRect, index: Index, direction: Qt.LayoutDirection) -> Parts:
        """Where the parts of a line lie."""
        return Parts.of(line, depth_of(index)).mirrored(direction)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place = index.data(PLACE_ROLE)
        parts = self.parts(option.rect, index, option.direction)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, self._drop_text(index))
        if place is None:
            self._paint_heading(painter, option, index, parts)
        else:
            self._paint_place(painter, option, place, parts)
        painter.restore()

    # Renaming.

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option
        edit = QLineEdit(parent)
        edit.setObjectName("placeName")
        edit.setAccessibleName(self.tr("New name of {name}").format(name=index.data()))
        return edit

    def setModelData(  # noqa: N802
        self, editor: QWidget, model: QAbstractItemModel, index: Index
    ) -> None:
        assert isinstance(editor, QLineEdit)
        model.setData(index, editor.text())

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        parts = self.parts(option.rect, index, option.direction)
        if isinstance(editor, QLineEdit):
            name = self._name_space(parts, parts.line.right() + 1, option.direction)
            editor.setGeometry(name.adjusted(-SPACE_S, 1, 0, -1))
        else:
            # The button of a heading.
            editor.setGeometry(parts.menu)

    # Painting.

    def _drop_text(self, index: Index) -> str:
        if self.dropping is None or self.dropping[0] != index:
            return ""
        return self.dropping[1]

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, drop: str) -> None:
        colors, state, rect = self._theme.colors, option.state, option.rect
        body = rect.adjusted(0, 1, 0, -1)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if drop or selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent_soft if drop or selected else colors.hover))
            painter.drawRoundedRect(body, RADIUS, RADIUS)
        if drop or (self.focus_shown and state & QStyle.StateFlag.State_HasFocus):
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(QColor(colors.accent))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, parts: Parts
    ) -> None:
        drop = self._drop_text(index)
        self._paint_arrow(painter, option, parts.arrow)
        painter.setFont(self._theme.font("small", bold=True))
        painter.setPen(QColor(self._theme.colors.accent if drop else self._theme.colors.muted))
        space = parts.line.adjusted(SPACE_XS + ARROW + 2, 0, -BUTTON, 0)
        space = QStyle.visualRect(option.direction, parts.line, space)
        text = drop or index.data(SECTION_ROLE).title
        self._paint_text(painter, option, space, text, Qt.TextElideMode.ElideRight)

    def _paint_place(
        self, painter: QPainter, option: QStyleOptionViewItem, place: Place, parts: Parts
    ) -> None:
        colors, state = self._theme.colors, option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if place.hint:
            painter.setPen(QColor(colors.faint))
            space = self._name_space(parts, parts.line.right() - 4, option.direction, icon=False)
            self._paint_text(painter, option, space, place.text, Qt.TextElideMode.ElideRight)
            return
        if place.children:
            self._paint_arrow(painter, option, parts.arrow)
        accent = selected and place.color == "muted"
        color = "accent" if accent else place.color
        if place.dot:
            paint_dot(painter, parts.icon, QColor(place.dot), QColor(colors.outline))
        elif place.icon:
            painter.drawPixmap(parts.icon, self._theme.pixmap(place.icon, ICON, color))
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        end = (self._paint_menu if hovered else self._paint_count)(painter, option, place, parts)
        end = self._paint_badge(painter, option, place, parts, end)
        end = self._paint_waiting(painter, option, place, parts, end)
        painter.setFont(self._theme.font(bold=selected))
        painter.setPen(QColor(colors.faint if place.dim else colors.text))
        space = self._name_space(parts, end, option.direction)
        self._paint_text(painter, option, space, place.text, Qt.TextElideMode.ElideMiddle)

    def _paint_arrow(self, painter: QPainter, option: QStyleOptionViewItem, place: QRect) -> None:
        if option.state & QStyle.StateFlag.State_Open:
            name = "arrow-down"
        else:
            mirrored = option.direction is Qt.LayoutDirection.RightToLeft
            name = "arrow-left" if mirrored else "arrow-right"
        target = QRect(0, 0, SMALL, SMALL)
        target.moveCenter(place.center())
        painter.drawPixmap(target, self._theme.pixmap(name, SMALL, "faint"))

    def _paint_menu(
        self, painter: QPainter, option: QStyleOptionViewItem, place: Place, parts: Parts
    ) -> int:
        """Give where the space for the name ends, for a line from left to right."""
        del option, place
        target = QRect(0, 0, ICON, ICON)
        target.moveCenter(parts.menu.center())
        painter.drawPixmap(target, self._theme.pixmap("more", ICON, "text"))
        return parts.line.right() - BUTTON

    def _paint_count(
        self, painter: QPainter, option: QStyleOptionViewItem, place: Place, parts: Parts
    ) -> int:
        end = parts.line.right() - SPACE_S
        if place.count is None:
            return end
        text = wording.number(place.count)
        painter.setFont(self._theme.font("small", bold=place.alert))
        width = painter.fontMetrics().horizontalAdvance(text)
        end -= SPACE_XS if place.alert else 0
        space = QRect(end - width, parts.line.top(), width, parts.line.height())
        shown = QStyle.visualRect(option.direction, parts.line, space)
        if place.alert:
            self._paint_pill(painter, shown.adjusted(-2, 0, 2, 0))
        painter.setPen(QColor(self._theme.colors.warning if place.alert else self._quiet(option)))
        painter.drawText(shown, int(Qt.AlignmentFlag.AlignCenter), text)
        return space.left() - SPACE_S

    def _quiet(self, option: QStyleOptionViewItem) -> str:
        selected = option.state & QStyle.StateFlag.State_Selected
        return self._theme.colors.muted if selected else self._theme.colors.faint

    def _paint_waiting(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        place: Place,
        parts: Parts,
        end: int,
    ) -> int:
        if not place.waiting:
            return end
        text = wording.number(place.waiting)
        painter.setFont(self._theme.font("small", bold=True))
        width = painter.fontMetrics().horizontalAdvance(text)
        end -= SPACE_XS
        space = QRect(end - width, parts.line.top(), width, parts.line.height())
        shown = QStyle.visualRect(option.direction, parts.line, space)
        self._paint_pill(painter, shown, "accent_soft")
        painter.setPen(QColor(self._theme.colors.accent))
        painter.drawText(shown, int(Qt.AlignmentFlag.AlignCenter), text)
        return space.left() - SPACE_S

    def _paint_pill(self, painter: QPainter, around: QRect, color: str = "warning_soft") -> None:
        height = painter.fontMetrics().height() + 2
        pill = QRect(0, 0, around.width() + 10, height)
        pill.moveCenter(around.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(self._theme.colors, color)))
        painter.drawRoundedRect(pill, height / 2, height / 2)

    def _paint_badge(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        place: Place,
        parts: Parts,
        end: int,
    ) -> int:
        if not place.badge:
            return end
        target = _middle(parts.line, end - SMALL, SMALL)
        shown = QStyle.visualRect(option.direction, parts.line, target)
        painter.drawPixmap(shown, self._theme.pixmap(place.badge, SMALL, place.color))
        return target.left() - SPACE_XS

    def _name_space(
        self, parts: Parts, end: int, direction: Qt.LayoutDirection, *, icon: bool = True
    ) -> QRect:
        before = QStyle.visualRect(direction, parts.line, parts.icon)
        left = before.right() + SPACE_S if icon else before.left()
        space = QRect(left, parts.line.top(), end - left, parts.line.height())
        return QStyle.visualRect(direction, parts.line, space)

    def _paint_text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        space: QRect,
        text: str,
        elide: Qt.TextElideMode,
    ) -> None:
        shown = painter.fontMetrics().elidedText(text, elide, space.width())
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(space, int(side | Qt.AlignmentFlag.AlignVCenter), shown)


def paint_dot(painter: QPainter, place: QRect, color: QColor, edge: QColor) -> None:
    """A spot of a person's own colour, whose edge is seen on any ground."""
    spot = QRect(0, 0, DOT, DOT)
    spot.moveCenter(place.center())
    painter.setPen(edge)
    painter.setBrush(color)
    painter.drawEllipse(spot)


def _middle(line: QRect, left: int, side: int) -> QRect:
    return QRect(left, line.top() + (line.height() - side) // 2, side, side)
