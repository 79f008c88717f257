"""The scrubber beside the grid: years and months along the height of all photos."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout, QLabel, QWidget

from photoclip.gui import calendar
from photoclip.gui.theme import RADIUS_SMALL, Theme
from photoclip.gui.timeline_marks import Mark, Month, months, place
from photoclip.gui.views.grid.photo_grid import PhotoGrid

# Logical pixels between the ends of the line and those of the widget.
PAD = 14


class Timeline(QAbstractSlider):
    """Follows the grid and scrolls it; its value is that of the grid's scroll bar.

    Arrows go by month, Page Up and Page Down by year.
    """

    def __init__(self, theme: Theme, grid: PhotoGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAccessibleName(self.tr("Timeline"))
        self.setOrientation(Qt.Orientation.Vertical)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self._theme = theme
        self._grid = grid
        self._bar = grid.verticalScrollBar()
        self._months: list[Month] = []
        self._marks: list[Mark] = []
        self._pointer: int | None = None
        self._bubble = Bubble(grid)
        self._connect()
        self._apply_theme()
        self._follow_range()

    @property
    def useful(self) -> bool:
        """Whether there are days to go to, on more than one screen."""
        return len(self._months) > 1 and self.maximum() > 0

    @property
    def marks(self) -> list[Mark]:
        """What is drawn along the line."""
        return self._marks

    def month_at(self, value: int) -> Month | None:
        """The month on top of the grid where it is scrolled so far."""
        at = bisect_right([month.top for month in self._months], value) - 1
        return self._months[max(0, at)] if self._months else None

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._theme.font("tiny"))
        widest = max(metrics.horizontalAdvance(text) for text in ("8888", "MMM"))
        return QSize(round(widest) + 26, 120)

    # What Qt calls.

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # What it stands on can be read through it.
        self._paint_handle(painter)
        for mark in self._marks:
            self._paint_mark(painter, mark)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_marks()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = round(event.position().y())
        if self.isSliderDown():
            self._go_to(event.position().y())
        self._show_bubble()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self.setSliderDown(False)
        if not self.underMouse():
            self._hide_bubble()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._pointer = round(event.position().y())
        self._show_bubble()

    def leaveEvent(self, event: QEvent) -> None:
        del event
        if not self.isSliderDown():
            self._hide_bubble()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._grid.wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        month = self.month_at(self.value())
        keys, key = Qt.Key, event.key()
        if month is None or key not in (
            *(keys.Key_Up, keys.Key_Down, keys.Key_PageUp, keys.Key_PageDown),
            *(keys.Key_Home, keys.Key_End),
        ):
            super().keyPressEvent(event)
            return
        at = self._months.index(month)
        self.setValue(
            {
                keys.Key_Up: self._months[at if self.value() > month.top else max(0, at - 1)].top,
                keys.Key_Down: self._months[min(at + 1, len(self._months) - 1)].top,
                keys.Key_PageUp: self._year(-1),
                keys.Key_PageDown: self._year(1),
                keys.Key_Home: 0,
                keys.Key_End: self.maximum(),
            }[keys(key)]
        )

    # The rest.

    def _connect(self) -> None:
        self._grid.laid_out.connect(self._follow_layout)
        self._bar.rangeChanged.connect(self._follow_range)
        self._bar.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._scroll)
        self._theme.changed.connect(self._apply_theme)

    @Slot()
    def _follow_layout(self) -> None:
        self._months = months(self._grid.arrangement)
        self._place_marks()

    @Slot()
    def _follow_range(self) -> None:
        self.setRange(self._bar.minimum(), self._bar.maximum())
        self._follow_layout()

    @Slot(int)
    def _scroll(self, value: int) -> None:
        self._bar.setValue(value)
        month = self.month_at(value)
        if month is not None:
            # What a screen reader says: a number of pixels would mean nothing.
            self.setAccessibleDescription(calendar.long_month(month.day))
        self.update()

    @Slot()
    def _apply_theme(self) -> None:
        self.setFont(self._theme.font("tiny"))
        self._bubble.setFont(self._theme.font("small", bold=True))
        self.updateGeometry()
        self._place_marks()

    def _place_marks(self) -> None:
        length = max(1, self.height() - 2 * PAD)
        line = self.fontMetrics().height() + 3
        self._marks = place(self._months, self.maximum(), length, line)
        self.update()

    def _year(self, step: int) -> int:
        """The top of the first month of the next or, backwards, of this or the last year."""
        firsts = [month.top for month in self._months if month.begins_year]
        if step > 0:
            return next((top for top in firsts if top > self.value()), self.maximum())
        return next((top for top in reversed(firsts) if top < self.value()), 0)

    def _go_to(self, y: float) -> None:
        self.setValue(self._value_at(y))

    def _value_at(self, y: float) -> int:
        length = max(1, self.height() - 2 * PAD)
        return round(min(1.0, max(0.0, (y - PAD) / length)) * self.maximum())

    def _handle_y(self) -> float:
        part = self.value() / self.maximum() if self.maximum() else 0.0
        return PAD + part * max(1, self.height() - 2 * PAD)

    def _paint_mark(self, painter: QPainter, mark: Mark) -> None:
        colors, y = self._theme.colors, PAD + mark.y
        if not mark.labelled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.scroll))
            painter.drawEllipse(QRectF(self.width() - 12, y - 1.5, 3, 3))
            return
        month, height = mark.month, self.fontMetrics().height()
        year = month.begins_year
        text = calendar.year(month.day) if year else calendar.short_month(month.day)
        font = self._theme.font("tiny", bold=year)
        painter.setFont(font)
        painter.setPen(QColor(colors.text if year else colors.faint))
        space = QRectF(0, y - height / 2, self.width() - 8, height)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(space, right, text)

    def _paint_handle(self, painter: QPainter) -> None:
        colors, y = self._theme.colors, self._handle_y()
        height = min(2.0 * PAD, self.fontMetrics().height() + 4.0)
        handle = QRectF(3, y - height / 2, self.width() - 6, height)
        painter.setPen(QPen(QColor(colors.accent), 1.5))
        painter.setBrush(QColor(colors.accent_soft))
        painter.drawRoundedRect(handle, RADIUS_SMALL, RADIUS_SMALL)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _show_bubble(self) -> None:
        month = None if self._pointer is None else self.month_at(self._value_at(self._pointer))
        if month is not None and self._pointer is not None:
            edge = self.mapToGlobal(QPoint(0, self._pointer))
            self._bubble.say(calendar.long_month(month.day), edge)

    def _hide_bubble(self) -> None:
        self._pointer = None
        self._bubble.hide()


class Bubble(QLabel):
    """Says over the grid where a click on the timeline leads."""

    def __init__(self, grid: PhotoGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self.setObjectName("timelineBubble")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, text: str, edge: QPoint) -> None:
        """Show a text left of a place on the screen, inside of the grid."""
        self.setText(text)
        self.adjustSize()
        place, lowest = self._grid.mapFromGlobal(edge), self._grid.height() - self.height()
        x = min(place.x(), self._grid.width()) - self.width() - 6
        self.move(x, min(max(0, place.y() - self.height() // 2), max(0, lowest)))
        self.show()
        self.raise_()


class GridWithTimeline(QWidget):
    """The grid, and beside it the timeline instead of a scroll bar where photos have days."""

    def __init__(self, theme: Theme, grid: PhotoGrid) -> None:
        super().__init__()
        self.grid = grid
        self.timeline = Timeline(theme, grid)
        self.setFocusProxy(grid)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(grid, 1)
        row.addWidget(self.timeline)
        grid.laid_out.connect(self._offer_timeline)
        grid.verticalScrollBar().rangeChanged.connect(self._offer_timeline)
        self._offer_timeline()

    @Slot()
    def _offer_timeline(self) -> None:
        offered = self.timeline.useful
        if offered == self.timeline.isHidden():
            policy = Qt.ScrollBarPolicy
            self.timeline.setVisible(offered)
            self.grid.setVerticalScrollBarPolicy(
                policy.ScrollBarAlwaysOff if offered else policy.ScrollBarAsNeeded
            )
