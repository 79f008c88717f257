"""Tells of the end of long work where the person looks at something else by then."""

from __future__ import annotations

import html
import shutil
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from photoclip.gui.controllers.tasks import Task, Tasks, TaskState
from photoclip.gui.tray import MESSAGE_MS, TrayIcon

# Whoever waits for less than this still looks.
LONG_SECONDS = 10.0
CLOSE_MS = 500


class Notifier(QObject):
    """The desktop's notifications; this one has none. clicked: the person wants to see more."""

    clicked = Signal()

    def tell(self, title: str, text: str) -> None:
        """Show a notification."""

    def close(self) -> None:
        """Listen for clicks no more."""


class NotifySend(Notifier):
    """Through libnotify's program: PySide6 cannot make the unsigned number that D-Bus wants."""

    def __init__(self, program: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program

    def tell(self, title: str, text: str) -> None:
        """Show a notification."""
        process = QProcess(self)
        process.finished.connect(self._finished)
        # It says so when the notification is clicked, and ends with it.
        process.start(self._program, self._arguments(title, text, ["--action=default=Open"]))

    def close(self) -> None:
        """Listen for clicks no more; notifications stay where they are."""
        for process in self.findChildren(QProcess):
            process.finished.disconnect(self._finished)
            process.kill()
            process.waitForFinished(CLOSE_MS)

    def _arguments(self, title: str, text: str, options: list[str]) -> list[str]:
        named = [
            "--app-name=photoclip",
            "--icon=photoclip",
            "--hint=string:desktop-entry:photoclip",
        ]
        # The text is markup, the title is not.
        return [*named, *options, "--", title, html.escape(text, quote=False)]

    @Slot(int)
    def _finished(self, code: int) -> None:
        process = self.sender()
        if not isinstance(process, QProcess):
            return
        if code == 0 and bytes(process.readAllStandardOutput().data()).strip() == b"default":
            self.clicked.emit()
        elif code != 0 and "--action=default=Open" in process.arguments():
            # Before version 0.7.10 it knows no actions.
            plain = [each for each in process.arguments() if not each.startswith("--action")]
            QProcess.startDetached(self._program, plain)
        process.deleteLater()


class TrayNotifier(Notifier):
    """Beside the icon in the panel, which is shown for as long as that takes."""

    def __init__(
        self, icon: TrayIcon, stays: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        """stays: whether the icon is shown anyway."""
        super().__init__(parent)
        self._icon = icon
        self._stays = stays
        self._timer = QTimer(self, singleShot=True, interval=MESSAGE_MS)
        self._timer.timeout.connect(self._leave)
        icon.message_clicked.connect(self.clicked)

    def tell(self, title: str, text: str) -> None:
        """Show a notification."""
        if self._icon.available:
            self._icon.set_shown(True)
            self._icon.tell(title, text)
            self._timer.start()

    @Slot()
    def _leave(self) -> None:
        self._icon.set_shown(self._stays())


def find_notifier(icon: TrayIcon, stays: Callable[[], bool], parent: QObject) -> Notifier:
    """The way to notifications that this desktop has."""
    program = shutil.which("notify-send") if sys.platform.startswith("linux") else None
    return TrayNotifier(icon, stays, parent) if program is None else NotifySend(program, parent)


class Announcer(QObject):
    """Decides what is worth a notification."""

    def __init__(
        self,
        tasks: Tasks,
        notifier: Notifier,
        wanted: Callable[[], bool],
        looked_at: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """wanted: by the settings. looked_at: whether the person has the window before them."""
        super().__init__(parent)
        self._notifier = notifier
        self._wanted = wanted
        self._looked_at = looked_at
        self._failures: set[tuple[str, str]] = set()
        tasks.ended.connect(self._ended)

    @Slot(object)
    def _ended(self, task: Task) -> None:
        failed, known = task.state is TaskState.FAILED, (task.title, task.text) in self._failures
        if failed:
            self._failures.add((task.title, task.text))
        elif task.state is TaskState.DONE:
            self._failures = {failure for failure in self._failures if failure[0] != task.title}
        if not self._wanted() or self._looked_at() or (failed and known):
            return
        if failed:
            self._notifier.tell(self.tr("{title} failed").format(title=task.title), task.text)
        elif _is_news(task):
            self._notifier.tell(self.tr("{title} is complete").format(title=task.title), task.text)


def _is_news(task: Task) -> bool:
    # A look at photos that are all known takes its time, too.
    long = task.seconds > LONG_SECONDS and task.done > 0
    return long and task.state is TaskState.DONE and not task.minor
