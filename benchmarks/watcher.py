"""Waits for the first frame of a window, and for what it is to show."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.resident import resident_bytes

# Quiet for so long: tiles and rows are there.
SETTLED_MS = 1500
LIMIT_MS = 60_000


class Watcher(QObject):
    """Waits for a window's first frame, then until it shows what it is to show.

    complete: whether photos are there. idle: whether nothing goes on any more. stay: go on until
    then, and take the memory.
    """

    def __init__(
        self,
        app: QApplication,
        complete: Callable[[], bool] = lambda: True,
        idle: Callable[[], bool] = lambda: True,
        *,
        stay: bool,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._complete = complete
        self._idle = idle
        self._stay = stay
        self.painted_ns = 0
        self.complete_ns = 0
        self.resident = 0
        self._poll = QTimer(self, interval=5)
        self._poll.timeout.connect(self._look)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.painted_ns:
            window = watched.window() if isinstance(watched, QWidget) else None
            if window is not None and window.isVisible():
                # The next turn of the event loop comes after the whole frame.
                self.painted_ns = -1
                QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self.painted_ns = time.time_ns()
        self._app.removeEventFilter(self)
        if self._stay:
            self._poll.start()
            QTimer.singleShot(LIMIT_MS, self._end)
        else:
            self._end()

    def _look(self) -> None:
        if not self.complete_ns and self._complete():
            self.complete_ns = time.time_ns()
        if self.complete_ns and self._idle():
            self._poll.stop()
            QTimer.singleShot(SETTLED_MS, self._end)

    def _end(self) -> None:
        self.resident = resident_bytes()
        for window in self._app.topLevelWidgets():
            window.close()
        self._app.quit()
