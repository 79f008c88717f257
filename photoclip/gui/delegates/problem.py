"""A file with a problem: name and reason, and below them where it lies."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from photoclip.domain import Problem
from photoclip.gui import locations
from photoclip.gui.error_wording import reason
from photoclip.gui.models.problems import PROBLEM_ROLE
from photoclip.gui.theme import RADIUS, SPACE_M, Theme

Index = QModelIndex | QPersistentModelIndex

LINES = 3


class ProblemDelegate(QStyledItemDelegate):
    """Three lines beside a warning sign."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        # A little more than a line's height for each, or they would stick together.
        return QSize(0, LINES * (option.fontMetrics.height() + 3) + 2 * SPACE_M)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        problem = index.data(PROBLEM_ROLE)
        rect = option.rect.adjusted(0, 2, 0, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, option.state)
        place = QRect(rect.left() + 16, rect.center().y() - 11, 24, 24)
        painter.drawPixmap(place, self._theme.pixmap("problem", 24, "warning"))
        self._paint_text(painter, rect.adjusted(56, SPACE_M - 2, -16, 2 - SPACE_M), problem)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        colors = self._theme.colors
        painter.setPen(Qt.PenStyle.NoPen)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.setBrush(QColor(colors.accent_soft if selected else colors.surface))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_text(self, painter: QPainter, space: QRect, problem: Problem) -> None:
        colors, normal = self._theme.colors, painter.font()
        height = space.height() // LINES
        bold = QFont(normal)
        bold.setWeight(QFont.Weight.DemiBold)
        lines = (
            (locations.shown(problem.path.name), colors.text, bold),
            (reason(problem.reason), colors.text, normal),
            (locations.shown(problem.path.parent), colors.faint, normal),
        )
        for number, (text, color, font) in enumerate(lines):
            painter.setFont(font)
            painter.setPen(QColor(color))
            line = QRect(space.left(), space.top() + number * height, space.width(), height)
            fitting = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideMiddle, line.width()
            )
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(line, align, fitting)
