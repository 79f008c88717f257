"""The icon in the panel of the desktop, for work that goes on without a window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from photoclip.gui import icons
from photoclip.gui.controllers.tasks import Tasks

NAME = "photoclip"
MESSAGE_MS = 10_000


class TrayIcon(QObject):
    """The desktop's side of it; tests pass another one. clicked, message_clicked: by the person."""

    clicked = Signal()
    message_clicked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = QSystemTrayIcon(icons.app_icon(), self)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.message_clicked)

    @property
    def available(self) -> bool:
        """Whether the desktop has a place for such icons."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def set_menu(self, menu: QMenu) -> None:
        """The menu that a click of the other button opens."""
        self._icon.setContextMenu(menu)

    def set_tooltip(self, text: str) -> None:
        """What is said of it under the mouse."""
        self._icon.setToolTip(text)

    def set_shown(self, shown: bool) -> None:
        """Show the icon or take it away."""
        self._icon.setVisible(shown)

    def tell(self, title: str, text: str) -> None:
        """Show a message beside it."""
        self._icon.showMessage(title, text, icons.app_icon(), MESSAGE_MS)

    @Slot(object)
    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.clicked.emit()


class Tray(QObject):
    """Menu and tooltip of the icon. open_wanted: show the window; quit_wanted: end everything."""

    open_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, tasks: Tasks, icon: TrayIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._icon = icon
        self._last = ""
        self.menu = QMenu()
        self.open = self.menu.addAction(self.tr("Open photoclip"))
        self.pause = self.menu.addAction("")
        self.menu.addSeparator()
        self.quit = self.menu.addAction(self.tr("Quit"))
        self.menu.setDefaultAction(self.open)
        icon.set_menu(self.menu)
        self._connect()
        self._show()

    @property
    def available(self) -> bool:
        """Whether the desktop has a place for the icon."""
        return self._icon.available

    def set_shown(self, shown: bool) -> None:
        """Show the icon, where there is a place for it, or take it away."""
        self._icon.set_shown(shown and self.available)

    def _connect(self) -> None:
        self._icon.clicked.connect(self.open_wanted)
        self.open.triggered.connect(self.open_wanted)
        self.pause.triggered.connect(self._tasks.toggle)
        self.quit.triggered.connect(self.quit_wanted)
        for signal in (self._tasks.begun, self._tasks.changed, self._tasks.removed):
            signal.connect(self._show)
        self._tasks.ended.connect(self._ended)

    @Slot(object)
    def _ended(self) -> None:
        over = [task.line for task in self._tasks.all() if task.state.over and not task.minor]
        self._last = over[-1] if over else self._last
        self._show()

    @Slot()
    def _show(self) -> None:
        paused = self._tasks.paused
        self.pause.setText(self.tr("Go on") if paused else self.tr("Pause"))
        lines = [task.line for task in self._tasks.active()] or [self._last]
        self._icon.set_tooltip("\n".join(filter(None, [NAME, *lines])))
