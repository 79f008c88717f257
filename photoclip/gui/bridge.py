"""Where threads meet Qt: one long-lived object, lanes of workers, and a time budget."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from enum import StrEnum
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from photoclip.domain import CancelToken
from photoclip.errors import Cancelled, PhotoclipError

T = TypeVar("T")
Failed = Callable[[PhotoclipError], None]

# Callbacks may hold the window this long before its own events get their turn.
BUDGET_SECONDS = 0.008

log = logging.getLogger(__name__)


def ignore(error: PhotoclipError) -> None:
    """For work that nobody misses, or of which others tell why it failed."""
    del error


class Lane(StrEnum):
    """Work on one lane never waits for work on another."""

    SEARCH = "search"
    COUNTING = "counting"
    CATALOG = "catalog"
    FOLDERS = "folders"
    THUMBNAILS = "thumbnails"
    PREVIEW = "preview"
    PICTURE = "picture"
    FRAMES = "frames"
    INDEX = "index"
    OUTSIDE = "outside"
    STORAGE = "storage"
    SWITCH = "switch"
    COMPARE = "compare"
    DOWNLOAD = "download"
    COPY = "copy"
    DUPLICATES = "duplicates"
    CHECK = "check"
    TAGS = "tags"
    REVIEW = "review"
    WHY = "why"
    SIDECARS = "sidecars"
    DESCRIBE = "describe"
    LABELS = "labels"
    TUNING = "tuning"
    TAGGING = "tagging"


WORKERS = {lane: 2 if lane in (Lane.THUMBNAILS, Lane.DOWNLOAD) else 1 for lane in Lane}


class Bridge(QObject):
    """Runs work on workers and its answers on the thread of the window.

    crashed: an error that nobody raises on purpose came out of some work.
    """

    crashed = Signal(object)
    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ready: deque[Callable[[], None]] = deque()
        self._lock = threading.Lock()
        self._awake = False
        self._closed = False
        self._running: set[Future[Any]] = set()
        self._lanes = {
            lane: ThreadPoolExecutor(workers, thread_name_prefix=f"gui-{lane}")
            for lane, workers in WORKERS.items()
        }
        self._woken.connect(self._drain, Qt.ConnectionType.QueuedConnection)

    def post(self, callback: Callable[[], None]) -> None:
        """Have callback called on the window's thread. From any thread; dropped after close."""
        with self._lock:
            if self._closed:
                return
            self._ready.append(callback)
            wake, self._awake = not self._awake, True
            if wake:
                # Inside the lock: close() must not get between the check and the signal.
                self._woken.emit()

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        cancel: CancelToken | None = None,
    ) -> CancelToken:
        """Call work on a worker, then done or failed on the window's thread.

        Neither is called once the returned token (cancel, where given) is cancelled; work that
        has not begun by then is skipped.
        """
        token = cancel or CancelToken()

        def guarded() -> T:
            token.check()
            return work()

        def settle(future: Future[T]) -> None:
            self._forget(future)
            self.post(lambda: self._settle(future, token, done, failed))

        with self._lock:
            if self._closed:
                return token
            future = self._lanes[lane].submit(guarded)
            self._running.add(future)
        future.add_done_callback(settle)
        return token

    def close(self, seconds: float = 2.0) -> bool:
        """Take no more work, drop what waits, and wait for what runs.

        Returns whether all of it ended in time.
        """
        with self._lock:
            self._closed = True
            self._ready.clear()
            running = set(self._running)
        for executor in self._lanes.values():
            executor.shutdown(wait=False, cancel_futures=True)
        # wait() does not take what a shutdown cancelled for done.
        begun = [future for future in running if not future.cancelled()]
        return not wait(begun, timeout=seconds).not_done

    def _forget(self, future: Future[Any]) -> None:
        with self._lock:
            self._running.discard(future)

    def _settle(
        self,
        future: Future[T],
        token: CancelToken,
        done: Callable[[T], None] | None,
        failed: Failed | None,
    ) -> None:
        if token.cancelled or future.cancelled():
            return
        error = future.exception()
        if error is None:
            if done is not None:
                done(future.result())
        elif isinstance(error, PhotoclipError) and failed is not None:
            failed(error)
        elif not isinstance(error, Cancelled):
            log.error("unexpected error on a worker", exc_info=error)
            self.crashed.emit(error)

    @Slot()
    def _drain(self) -> None:
        deadline = time.monotonic() + BUDGET_SECONDS
        try:
            while self._ready and time.monotonic() < deadline:
                self._ready.popleft()()
        finally:
            with self._lock:
                self._awake = bool(self._ready)
            if self._awake:
                QTimer.singleShot(0, self._drain)
