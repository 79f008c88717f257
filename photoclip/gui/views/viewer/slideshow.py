"""When the viewer goes on by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

# Seconds that a photo is shown, from which the person chooses.
INTERVALS = (2, 3, 5, 8, 12, 20, 30, 60)
USUAL = 5
# How often to look whether the next photo is there, once its time has come.
LOOK_MS = 50


class Slideshow(QObject):
    """next_wanted: go on; changed: started, stopped or of another pace."""

    next_wanted = Signal()
    changed = Signal()

    def __init__(self, ready: Callable[[], bool], parent: QObject | None = None) -> None:
        """ready: whether the next photo can be shown without waiting for its pixels."""
        super().__init__(parent)
        self._ready = ready
        self._seconds = USUAL
        self._running = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)

    @property
    def is_running(self) -> bool:
        """Whether it goes on by itself."""
        return self._running

    @property
    def seconds(self) -> int:
        """How long a photo is shown."""
        return self._seconds

    def set_seconds(self, seconds: int) -> None:
        """Show each photo for so long, beginning with this one."""
        self._seconds = max(1, seconds)
        self.shown()
        self.changed.emit()

    @Slot()
    def toggle(self) -> None:
        """Start or pause."""
        if self._running:
            self.stop()
        else:
            self._running = True
            self.shown()
            self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """Stay where it is."""
        self._timer.stop()
        if self._running:
            self._running = False
            self.changed.emit()

    @Slot()
    def shown(self) -> None:
        """Another photo is shown: its time begins."""
        if self._running:
            self._timer.start(self._seconds * 1000)

    @Slot()
    def faster(self) -> None:
        """Show photos for a shorter time."""
        less = [one for one in INTERVALS if one < self._seconds]
        self.set_seconds(less[-1] if less else INTERVALS[0])

    @Slot()
    def slower(self) -> None:
        """Show photos for a longer time."""
        more = [one for one in INTERVALS if one > self._seconds]
        self.set_seconds(more[0] if more else INTERVALS[-1])

    @Slot()
    def _look(self) -> None:
        if self._ready():
            self.next_wanted.emit()
        else:
            self._timer.start(LOOK_MS)
