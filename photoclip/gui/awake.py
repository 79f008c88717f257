"""Keeps the display on while photos are shown one after the other."""

from __future__ import annotations

import ctypes
import logging
import os
import subprocess
import sys
from typing import Protocol

log = logging.getLogger(__name__)

_CONTINUOUS, _DISPLAY = 0x80000000, 0x00000002
_CONNECTION = "photoclip-awake"
_SERVICE, _PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"


class Awake(Protocol):
    """hold and release may be called any number of times."""

    def hold(self, reason: str) -> None:
        """Keep the display on from now on."""
        ...

    def release(self) -> None:
        """The display may go dark again."""
        ...


def system_awake() -> Awake:
    """The way of this system, or one that does nothing."""
    if sys.platform == "win32":
        return WindowsAwake()
    if sys.platform == "darwin":
        return MacAwake()
    return DesktopAwake()


class DesktopAwake:
    """Asks the desktop over D-Bus, as org.freedesktop.ScreenSaver defines it.

    The wish ends with the connection that made it. So it has one of its own, and needs neither
    wait for an answer nor send back the number in it, an unsigned one, which PySide cannot.
    """

    def __init__(self) -> None:
        self._held = False

    def hold(self, reason: str) -> None:
        if self._held or not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            return
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _CONNECTION)
        if not bus.isConnected():
            QDBusConnection.disconnectFromBus(_CONNECTION)
            return
        wish = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "Inhibit")
        wish.setArguments(["photoclip", reason])
        bus.asyncCall(wish)
        self._held = True

    def release(self) -> None:
        if self._held:
            from PySide6.QtDBus import QDBusConnection

            QDBusConnection.disconnectFromBus(_CONNECTION)
            self._held = False


class MacAwake:
    """Has the system's own caffeinate running, which ends with this process at the latest."""

    def __init__(self) -> None:
        self._running: subprocess.Popen[bytes] | None = None

    def hold(self, reason: str) -> None:
        del reason
        if self._running is None:
            command = ["caffeinate", "-d", "-w", str(os.getpid())]
            try:
                self._running = subprocess.Popen(command)
            except OSError as error:
                log.info("the display may go dark: %s", error)

    def release(self) -> None:
        if self._running is not None:
            self._running.terminate()
            self._running.wait()
            self._running = None


class WindowsAwake:
    """Tells the system that this thread needs the display."""

    def hold(self, reason: str) -> None:
        del reason
        self._set(_CONTINUOUS | _DISPLAY)

    def release(self) -> None:
        self._set(_CONTINUOUS)

    def _set(self, flags: int) -> None:
        ctypes.WinDLL("kernel32").SetThreadExecutionState(flags)  # type: ignore[attr-defined]
