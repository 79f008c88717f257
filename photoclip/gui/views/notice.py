"""A message that floats over the window, with at most one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QLabel, QWidget

from photoclip.gui.theme import Theme
from photoclip.gui.views.parts import push_button, tool_button

SECONDS = 8
# With something to do about it, that one has to read, decide and reach.
SECONDS_TO_ACT = 20
WIDTH = 560
MARGIN = 52


class Notice(QFrame):
    """Shows the newest message; plain ones go by themselves, alarms stay until closed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._theme = theme
        self._icon = QLabel()
        self._text = QLabel()
        self._action = push_button("", "link")
        self._close = tool_button("close", self.tr("Close this message"))
        self._space = parent
        self._act: Callable[[], None] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._row = QHBoxLayout(self)
        self._lay_out()
        self._timer.timeout.connect(self.hide)
        self._close.clicked.connect(self.hide)
        self._action.clicked.connect(self._do)
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
    ) -> None:
        """Show a message. act is called when its button, named action, is pressed.

        warning: it says what does not work. alarm: and it stays until it is closed.
        """
        name, color = ("problem", "warning") if warning or alarm else ("info", "accent")
        self._icon.setPixmap(self._theme.pixmap(name, 20, color))
        self._close.setIcon(self._theme.icon("close"))
        self._text.setText(text)
        self._act = act
        self._action.setText(action)
        self._action.setVisible(act is not None)
        self.setAccessibleName(text)
        self.show()
        self.raise_()
        self._place()
        if alarm:
            self._timer.stop()
        else:
            self._timer.start(1000 * (SECONDS if act is None else SECONDS_TO_ACT))

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._close.setIconSize(QSize(16, 16))
        row = self._row
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        shadow = QGraphicsDropShadowEffect(self, blurRadius=28)
        shadow.setOffset(0, 4)
        shadow.setColor(Qt.GlobalColor.black)
        color = shadow.color()
        color.setAlpha(70)
        shadow.setColor(color)
        self.setGraphicsEffect(shadow)

    def _place(self) -> None:
        space = self._space
        width = min(WIDTH, space.width() - 32)
        height = self._row.totalHeightForWidth(width)
        height = max(height, self.minimumSizeHint().height(), 46)
        self.setGeometry(
            (space.width() - width) // 2, space.height() - height - MARGIN, width, height
        )

    @Slot()
    def _do(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
