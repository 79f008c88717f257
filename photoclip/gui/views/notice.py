"""A message that floats over the window, with at most one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    QSize,
    Qt,
    QTimer,
    Slot,
)
from PySide6.QtGui import QColor, QHideEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QGridLayout, QLabel, QWidget

from photoclip.gui.theme import SPACE_L, SPACE_M, SPACE_S, Theme
from photoclip.gui.views.parts import push_button, tool_button

SECONDS = 8
# With something to do about it, that one has to read, decide and reach.
SECONDS_TO_ACT = 20
# Nobody reads more of them one after the other.
MOST_COVERED = 3
WIDTH = 640
MARGIN = 52
# In a space of fewer lines a message gets room of its own, or it would cover what it is about.
LOW = 40
SLIDE = 6
_MOVING = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


@dataclass(frozen=True, slots=True)
class Message:
    """What is said, and what can be done about it."""

    text: str
    action: str
    act: Callable[[], None] | None
    warning: bool
    alarm: bool
    stays: bool


class Notice(QFrame):
    """Shows the newest message; plain ones go by themselves, alarms stay until closed.

    An alarm comes back when what was said over it has gone.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._theme = theme
        self._icon = QLabel()
        self._text = QLabel()
        self._action = push_button("", "link")
        self._close = tool_button("close", self.tr("Close this message"))
        self._space = parent
        self._below: list[QWidget] = []
        self._message: Message | None = None
        self._covered: list[Message] = []
        self._timer = QTimer(self, singleShot=True)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._row = QGridLayout(self)
        self._kind = ("info", "accent")
        self._lay_out()
        self._timer.timeout.connect(self._leave)
        self._close.clicked.connect(self._leave)
        self._action.clicked.connect(self._do)
        theme.changed.connect(self.apply_theme)
        parent.installEventFilter(self)
        self.hide()

    def tell(
        self,
        text: str,
        action: str = "",
        act: Callable[[], None] | None = None,
        *,
        warning: bool = False,
        alarm: bool = False,
        stays: bool = False,
    ) -> None:
        """Show a message. act is called when its button, named action, is pressed.

        warning: it says what does not work. alarm: and it stays until it is closed.
        stays: until it is closed or another message comes.
        """
        message, before = Message(text, action, act, warning, alarm, stays), self._message
        if before is not None and before.alarm and not self.isHidden():
            self._covered.append(before)
        self._covered = [other for other in self._covered if other.text != text][-MOST_COVERED:]
        self._show(message)

    def keep_above(self, part: QWidget) -> None:
        """Leave a part free that floats at the bottom as well, while it is shown."""
        self._below.append(part)
        part.installEventFilter(self)

    def text(self) -> str:
        """What is said now; empty where nothing is."""
        return "" if self.isHidden() else self._text.text()

    @property
    def milliseconds_left(self) -> int:
        """Until it goes by itself; -1 where it stays."""
        return self._timer.remainingTime()

    @property
    def action(self) -> QWidget:
        """The button of the message."""
        return self._action

    @Slot()
    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        name, color = self._kind
        self._icon.setPixmap(self._theme.pixmap(name, 20, color))
        self._close.setIcon(self._theme.icon("close"))
        if not self.isHidden():
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVING and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():
            self._space.setContentsMargins(0, 0, 0, 0)
            self._covered.clear()

    def _show(self, message: Message) -> None:
        self._message = message
        serious = message.warning or message.alarm
        self._kind = ("problem", "warning") if serious else ("info", "accent")
        self._text.setText(message.text)
        self._action.setText(message.action)
        self._action.setVisible(message.act is not None)
        self._put_action()
        self.setAccessibleName(message.text)
        self.apply_theme()
        self.show()
        self.raise_()
        self._place()
        self._move_in()
        if message.alarm or message.stays:
            self._timer.stop()
        else:
            self._timer.start(1000 * (SECONDS if message.act is None else SECONDS_TO_ACT))

    @Slot()
    def _leave(self) -> None:
        if self._covered:
            self._show(self._covered.pop())
        else:
            self.hide()

    def _lay_out(self) -> None:
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._close.setIconSize(QSize(16, 16))
        row = self._row
        row.setContentsMargins(SPACE_L, SPACE_S, SPACE_S, SPACE_S)
        row.setHorizontalSpacing(SPACE_M)
        row.setVerticalSpacing(0)
        row.addWidget(self._icon, 0, 0)
        row.addWidget(self._text, 0, 1)
        row.addWidget(self._close, 0, 3)
        row.setColumnStretch(1, 1)
        shadow = QGraphicsDropShadowEffect(self, blurRadius=28)
        shadow.setOffset(0, 4)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)

    def _put_action(self) -> None:
        """Beside the words, or below them where it would leave them no room."""
        self._row.removeWidget(self._action)
        if self._action.sizeHint().width() > WIDTH // 3:
            self._row.addWidget(self._action, 1, 1, 1, 3, Qt.AlignmentFlag.AlignRight)
        else:
            self._row.addWidget(self._action, 0, 2)

    def _place(self) -> None:
        space = self._space
        low = space.height() < LOW * self.fontMetrics().height()
        width = min(WIDTH, space.width() - 2 * SPACE_L)
        height = self._row.totalHeightForWidth(width)
        height = max(height, self.minimumSizeHint().height(), 46)
        from_below = SPACE_S if low else MARGIN
        lowest = min((*self._tops(), space.height() - from_below))
        self._slide.stop()
        self.setGeometry((space.width() - width) // 2, lowest - height, width, height)
        space.setContentsMargins(0, 0, 0, height + 2 * SPACE_S if low else 0)

    def _tops(self) -> Iterator[int]:
        for part in self._below:
            if part.isVisible():
                yield self._space.mapFromGlobal(part.mapToGlobal(QPoint())).y() - SPACE_S

    def _move_in(self) -> None:
        if not self._theme.motion:
            return
        self._slide.setDuration(self._theme.motion)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.setStartValue(self.pos() + QPoint(0, SLIDE))
        self._slide.setEndValue(self.pos())
        self._slide.start()

    @Slot()
    def _do(self) -> None:
        message = self._message
        self._leave()
        if message is not None and message.act is not None:
            message.act()
