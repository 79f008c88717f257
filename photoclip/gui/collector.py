"""Python's cyclic collector, run on the window's thread only."""

from __future__ import annotations

import gc
import linecache

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL_MS = 500


class Collector(QObject):
    """Collects from time to time instead of whenever a thread happens to allocate.

    Whoever collects a cycle with a Qt object in it destroys that object, and where that is a
    worker, the process crashes.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    @Slot()
    def spare(self) -> None:
        """Leave out what is there now: all modules and widgets take 30 ms each time.

        It stays; it is freed when nobody refers to it, like everything.
        """
        # PySide6 had the sources of modules read as they were imported.
        linecache.clearcache()
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def close(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()

    @Slot()
    def _collect(self) -> None:
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return
