"""What another process wrote into the library beside the window: albums, labels and tags."""

from __future__ import annotations

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from photoclip.paths import Paths

# Several commands in a row are one change.
SOON_MS = 200


class Elsewhere(QObject):
    """changed: something may be new that the window did not write. See LibraryGuest."""

    changed = Signal()

    def __init__(self, paths: Paths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher([str(paths.lock_file)], self)
        self._timer = QTimer(self, interval=SOON_MS, singleShot=True)
        self._timer.timeout.connect(self.changed)
        self._watcher.fileChanged.connect(self._wait)

    @Slot()
    def _wait(self) -> None:
        self._timer.start()
