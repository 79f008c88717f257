"""Other programs: opening files, showing them in the file manager."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from photoclip.gui import locations
from photoclip.images.uris import file_uri


class Desktop:
    """The person's desktop. Tests pass another one."""

    def open(self, path: Path) -> bool:
        """Open a file with the program that the system has for it; whether there is one."""
        return QDesktopServices.openUrl(locations.url_of(path))

    def open_page(self, address: str) -> bool:
        """Open a page in the web browser; whether there is one."""
        return QDesktopServices.openUrl(QUrl(address))

    def reveal(self, path: Path) -> bool:
        """Show a file, selected, in the file manager; whether that could be had.

        May take a while, so it is called on a worker.
        """
        if sys.platform == "win32":
            # explorer's exit code says nothing, and it wants the comma.
            return _start(["explorer", f"/select,{path}"])
        if sys.platform == "darwin":
            return _start(["open", "-R", str(path)])
        return _reveal_over_dbus(path)


def _start(command: list[str]) -> bool:
    try:
        subprocess.Popen(command)
    except OSError:
        return False
    return True


def _reveal_over_dbus(path: Path) -> bool:
    """https://www.freedesktop.org/wiki/Specifications/file-manager-interface/"""
    # Not on Windows and macOS, whose builds of Qt may come without it.
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    call = QDBusMessage.createMethodCall(
        "org.freedesktop.FileManager1",
        "/org/freedesktop/FileManager1",
        "org.freedesktop.FileManager1",
        "ShowItems",
    )
    call.setArguments([[file_uri(path)], ""])
    answer = bus.call(call, timeout=2000)
    return answer.type() is QDBusMessage.MessageType.ReplyMessage
