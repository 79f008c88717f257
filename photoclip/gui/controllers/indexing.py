"""Indexing and watching in the background, told to the window a few times a second."""

from __future__ import annotations

import threading
from typing import Protocol

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from photoclip.cores import give_way
from photoclip.domain import CancelToken, IndexReport, Progress, ProgressCallback
from photoclip.engine import Engine
from photoclip.errors import PhotoclipError
from photoclip.gui.bridge import Bridge, Lane

# While photos come in, the grid is brought up to date this often; in a large library, where that
# costs more, so many milliseconds apart for each photo.
REFRESH_MS = 1200
REFRESH_MS_PER_PHOTO = 0.05


class Newest:
    """Keeps only the last of what a worker tells, and one callback on its way. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._value: Progress | None = None

    def put(self, value: Progress) -> bool:
        """Keep a value; whether nobody is on the way to take it yet."""
        with self._lock:
            first, self._value = self._value is None, value
            return first

    def take(self) -> Progress | None:
        """The last value, once."""
        with self._lock:
            value, self._value = self._value, None
            return value


class IndexRun(Protocol):
    """One of the engine's ways to index."""

    def __call__(self, *, cancel: CancelToken, progress: ProgressCallback) -> IndexReport: ...


class Indexing(QObject):
    """progressed(Progress); ended(IndexReport or None where stopped); failed(PhotoclipError).

    photos_changed: the catalog holds other photos than before. photos: how many are shown.
    """

    progressed = Signal(object)
    ended = Signal(object)
    failed = Signal(object)
    photos_changed = Signal()

    def __init__(self, engine: Engine, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._progress = Newest()
        self._cancel: CancelToken | None = None
        self._next: IndexRun | None = None
        self._since_refresh = QElapsedTimer()
        self._last_done = 0
        self.photos = 0

    @property
    def running(self) -> bool:
        """Whether a run that start() began is under way."""
        return self._cancel is not None

    def watch(self) -> None:
        """Watch the folders for as long as the window is open."""
        self._bridge.run(Lane.INDEX, self._watch)

    def start(self) -> None:
        """Bring all folders up to date; once more afterwards where a run is under way."""
        self._run_or_wait(self._engine.library.index)

    def retry(self) -> None:
        """Read the files again that could not be read; after a run that is under way."""
        self._run_or_wait(self._engine.library.retry_problems)

    def cancel(self) -> None:
        """Stop indexing; what is committed stays, the rest comes with the next start."""
        self._next = None
        if self._cancel is not None:
            self._cancel.cancel()
        else:
            self._bridge.run(Lane.INDEX, self._watch_anew, self._stopped)

    def close(self) -> None:
        """Stop without telling anybody."""
        if self._cancel is not None:
            self._cancel.cancel()

    def _run_or_wait(self, run: IndexRun) -> None:
        if self._cancel is not None:
            self._next = run
            return
        self._cancel = cancel = CancelToken()
        self._next = None
        # Without the run's own token: the answer is wanted even when the run is cancelled.
        self._bridge.run(
            Lane.INDEX, lambda: run(cancel=cancel, progress=self._tell), self._done, self._fail
        )

    # On workers.

    def _watch(self) -> None:
        give_way()
        self._engine.library.watch(self._tell_report, self._tell, self._tell_error)

    def _watch_anew(self) -> None:
        self._engine.library.stop_watching()
        self._watch()

    def _tell(self, progress: Progress) -> None:
        if self._progress.put(progress):
            self._bridge.post(self._take_progress)

    def _tell_report(self, report: IndexReport) -> None:
        self._bridge.post(lambda: self._watched(report))

    def _tell_error(self, error: PhotoclipError) -> None:
        self._bridge.post(lambda: self._watch_failed(error))

    # On the window's thread.

    def _take_progress(self) -> None:
        progress = self._progress.take()
        if progress is None:
            return
        self.progressed.emit(progress)
        if progress.done != self._last_done and self._is_time():
            self._last_done = progress.done
            self._since_refresh.start()
            self.photos_changed.emit()

    def _is_time(self) -> bool:
        wait = max(REFRESH_MS, round(REFRESH_MS_PER_PHOTO * self.photos))
        return not self._since_refresh.isValid() or self._since_refresh.hasExpired(wait)

    def _watched(self, report: IndexReport) -> None:
        self._progress.take()
        self._engine.upkeep.start()
        if not self.running:
            self.ended.emit(report)
        self.photos_changed.emit()

    def _watch_failed(self, error: PhotoclipError) -> None:
        self._progress.take()
        if not self.running:
            self.ended.emit(None)
        self.failed.emit(error)

    def _done(self, report: IndexReport) -> None:
        self._end(report)

    def _stopped(self, _: None) -> None:
        self._end(None)

    def _fail(self, error: PhotoclipError) -> None:
        cancelled = self._cancel is not None and self._cancel.cancelled
        self._end(None)
        if not cancelled:
            self.failed.emit(error)

    def _end(self, report: IndexReport | None) -> None:
        self._cancel = None
        self._progress.take()
        self._engine.upkeep.start()
        self.ended.emit(report)
        self.photos_changed.emit()
        if self._next is not None:
            self._run_or_wait(self._next)
