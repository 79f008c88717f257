"""A line of the command palette: icon, name with what fits marked, where it is found, keys."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from photoclip.gui.models.choices import CHOICE_ROLE, LETTERS_ROLE, Choice
from photoclip.gui.theme import RADIUS_SMALL, SPACE_M, SPACE_S, Theme

Index = QModelIndex | QPersistentModelIndex

PAD = 8
ICON = 20
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ChoiceDelegate(QStyledItemDelegate):
    """Paints choices in the colours in use."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(0, max(ICON, QFontMetrics(self._theme.font()).height()) + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice: Choice = index.data(CHOICE_ROLE)
        rect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, bool(option.state & QStyle.StateFlag.State_Selected))
        icon = QRect(rect.left() + SPACE_M, rect.center().y() - ICON // 2 + 1, ICON, ICON)
        self._paint_icon(painter, icon, choice)
        right = self._paint_keys(painter, rect.adjusted(0, 0, -SPACE_M, 0), choice)
        name = rect.adjusted(SPACE_M + ICON + SPACE_M, 0, 0, 0)
        name.setRight(right - SPACE_S)
        end = self._paint_name(painter, name, choice, index.data(LETTERS_ROLE))
        name.setLeft(end + SPACE_M)
        self._paint_trail(painter, name, choice)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, selected: bool) -> None:
        if selected:
            painter.setPen(QColor(self._theme.colors.accent))
            painter.setBrush(QColor(self._theme.colors.accent_soft))
            inside = rect.toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(inside, RADIUS_SMALL, RADIUS_SMALL)

    def _paint_icon(self, painter: QPainter, place: QRect, choice: Choice) -> None:
        name = "check" if choice.on else choice.icon
        if name:
            color = "disabled" if choice.why_not else "accent" if choice.on else "muted"
            painter.drawPixmap(place, self._theme.pixmap(name, ICON, color))

    def _paint_keys(self, painter: QPainter, rect: QRect, choice: Choice) -> int:
        """Give the left edge of what was painted."""
        if not choice.keys:
            return rect.right()
        font = self._theme.font("small")
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(choice.keys) + 2 * PAD
        height = metrics.height() + 6
        place = QRect(rect.right() - width, rect.center().y() - height // 2 + 1, width, height)
        colors = self._theme.colors
        painter.setPen(QColor(colors.border))
        painter.setBrush(QColor(colors.surface))
        painter.drawRoundedRect(place.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(QColor(colors.disabled if choice.why_not else colors.muted))
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, choice.keys)
        return place.left()

    def _paint_name(
        self, painter: QPainter, space: QRect, choice: Choice, letters: frozenset[int]
    ) -> int:
        """Give the right edge of what was painted."""
        colors = self._theme.colors
        plain, strong = self._theme.font(), self._theme.font(bold=True)
        color = QColor(colors.disabled if choice.why_not else colors.text)
        if QFontMetrics(strong).horizontalAdvance(choice.text) > space.width():
            painter.setFont(plain)
            painter.setPen(color)
            metrics = QFontMetrics(plain)
            middle = Qt.TextElideMode.ElideMiddle
            painter.drawText(space, LEFT, metrics.elidedText(choice.text, middle, space.width()))
            return space.right()
        for marked, run in groupby(range(len(choice.text)), key=lambda at: at in letters):
            places = list(run)
            part = choice.text[places[0] : places[-1] + 1]
            painter.setFont(strong if marked else plain)
            painter.setPen(QColor(colors.accent) if marked and not choice.why_not else color)
            painter.drawText(space, LEFT, part)
            space = space.adjusted(painter.fontMetrics().horizontalAdvance(part), 0, 0, 0)
        return space.left()

    def _paint_trail(self, painter: QPainter, space: QRect, choice: Choice) -> None:
        text = choice.why_not or choice.trail
        painter.setFont(self._theme.font("small"))
        painter.setPen(QColor(self._theme.colors.faint))
        if space.width() > 40:
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, space.width()
            )
            painter.drawText(space, RIGHT if not choice.why_not else LEFT, shown)
