"""One window for one library: a second start raises the first window."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 1000
RAISE = b"raise\n"


def server_name(library: Path) -> str:
    """A name for the library's window, the same however the library is written."""
    real = os.path.normcase(os.path.realpath(library))
    return f"photoclip-{hashlib.sha256(os.fsencode(real)).hexdigest()[:24]}"


def raise_other(library: Path) -> bool:
    """Have the window that is open on this library come to the front; whether there is one."""
    socket = QLocalSocket()
    socket.connectToServer(server_name(library))
    if not socket.waitForConnected(WAIT_MS):
        return False
    socket.write(RAISE)
    heard = socket.waitForBytesWritten(WAIT_MS)
    socket.disconnectFromServer()
    return heard


class Instance(QObject):
    """The first window's ear. raised: another start asks for the window."""

    raised = Signal()

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = server_name(library)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def listen(self) -> bool:
        """Begin to listen. Call it only after raise_other() found nobody.

        A socket that a killed window left behind is removed: nobody answers on it.
        """
        if self._server.listen(self._name):
            return True
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    @Slot()
    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.raised.emit()
