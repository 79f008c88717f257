"""A frame that is drawn over a photo, by mouse or by keys, around what is looked for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QWheelEvent,
)
from PySide6.QtWidgets import QLabel, QWidget

from photoclip.gui.theme import SPACE_L, SPACE_M, Theme
from photoclip.gui.views.parts import label

# Logical pixels: what a key moves an edge by, and a frame that is a click rather than a frame.
STEP, LEAST = 16, 12
SHADE = 130

_DIRECTIONS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
_KEYS = {*_DIRECTIONS, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}


class RegionFrame(QWidget):
    """Lies over the canvas while a frame is drawn. chosen(QRect, bool): this part of the canvas.

    The bool tells that it is to be added to the search, for which Shift is held. left: it went.
    """

    chosen = Signal(QRect, bool)
    left = Signal()

    def __init__(self, theme: Theme, canvas: QWidget) -> None:
        super().__init__(canvas)
        self.setObjectName("regionFrame")
        self._theme = theme
        self._canvas = canvas
        self._space = QRect()
        self._frame = QRect()
        self._anchor: QPoint | None = None
        self.hint: QLabel = label("", "pill")
        self.hint.setParent(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Frame around what you look for"))
        canvas.installEventFilter(self)
        self.hide()

    @property
    def space(self) -> QRect:
        """Where the photo lay when the frame was offered."""
        return self._space

    @property
    def frame(self) -> QRect:
        """The frame as it stands, on the canvas."""
        return self._frame

    def start(self, space: QRect) -> None:
        """Offer a frame in the middle of a photo that takes this space of the canvas."""
        self._space = space
        self._anchor = None
        self._frame = QRect(0, 0, space.width() // 2, space.height() // 2)
        self._frame.moveCenter(space.center())
        self.setGeometry(self._canvas.rect())
        self.say(
            self.tr(
                "Draw a frame around what you look for. Arrows move it, Shift and arrows size it,"
                " Enter searches."
            )
        )
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def stop(self) -> None:
        """Go away."""
        if not self.isHidden():
            self.hide()

    def say(self, text: str) -> None:
        """Tell something over the photo."""
        self.hint.setText(text)
        self.setAccessibleDescription(text)
        self._place_hint()

    # What Qt calls.

    def event(self, event: QEvent) -> bool:
        # Esc and others are commands of the viewer, too.
        about_shortcut = event.type() is QEvent.Type.ShortcutOverride
        if about_shortcut and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _KEYS:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            # What the frame lay around is elsewhere now.
            self.stop()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = Qt.Key(event.key()), Qt.KeyboardModifier.ShiftModifier
        if key in _DIRECTIONS:
            self._move(_DIRECTIONS[key] * STEP, resize=bool(event.modifiers() & shift))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(adding=bool(event.modifiers() & shift))
        elif key == Qt.Key.Key_Escape:
            self.stop()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._anchor = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._anchor is not None:
            self._draw_to(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._anchor is not None and event.button() is Qt.MouseButton.LeftButton:
            self._draw_to(event.position().toPoint())
            self._anchor = None
            self._choose(adding=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Under a frame nothing moves.
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        shade = QColor(Qt.GlobalColor.black)
        shade.setAlpha(SHADE)
        painter.setClipRegion(QRegion(self.rect()) - QRegion(self._frame))
        painter.fillRect(self.rect(), shade)
        painter.setClipping(False)
        # Two lines are seen on whatever lies below them.
        painter.setPen(QPen(QColor(Qt.GlobalColor.white), 3))
        painter.drawRect(self._frame)
        painter.setPen(QPen(QColor(self._theme.colors.accent), 1))
        painter.drawRect(self._frame)
        painter.end()

    # The rest.

    def _draw_to(self, at: QPoint) -> None:
        assert self._anchor is not None
        corners = self._anchor, at
        left, right = sorted(corner.x() for corner in corners)
        top, bottom = sorted(corner.y() for corner in corners)
        drawn = QRect(left, top, right - left, bottom - top)
        self._set(drawn.intersected(self._space))

    def _move(self, by: QPoint, *, resize: bool) -> None:
        frame = QRect(self._frame)
        if resize:
            frame.setWidth(max(LEAST, frame.width() + by.x()))
            frame.setHeight(max(LEAST, frame.height() + by.y()))
            self._set(frame.intersected(self._space))
            return
        frame.translate(by)
        space = self._space
        frame.moveLeft(min(max(frame.left(), space.left()), space.right() + 1 - frame.width()))
        frame.moveTop(min(max(frame.top(), space.top()), space.bottom() + 1 - frame.height()))
        self._set(frame)

    def _set(self, frame: QRect) -> None:
        self._frame = frame
        self.update()

    def _choose(self, *, adding: bool) -> None:
        if min(self._frame.width(), self._frame.height()) < LEAST:
            self.refuse()
        else:
            self.chosen.emit(self._frame, adding)

    def refuse(self) -> None:
        """Say that there is too little in the frame."""
        self.say(self.tr("This is too small to compare with. Draw a larger frame."))

    def _place_hint(self) -> None:
        self.hint.setWordWrap(False)
        room = self.width() - 2 * SPACE_M
        if self.hint.sizeHint().width() > room:
            self.hint.setWordWrap(True)
            self.hint.setFixedWidth(max(1, room))
        else:
            self.hint.setMinimumWidth(0)
            self.hint.setMaximumWidth(16_777_215)
        self.hint.adjustSize()
        # What is known of the photo may lie over its top.
        left = (self.width() - self.hint.width()) // 2
        self.hint.move(left, self.height() - self.hint.height() - SPACE_L)
