"""What a long-lived library does for itself in the background, when nothing else is asked."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence

from photoclip.cores import give_way
from photoclip.domain import CancelToken
from photoclip.errors import Cancelled, PhotoclipError

log = logging.getLogger(__name__)

Task = Callable[[CancelToken], object]


class Upkeep:
    """Runs tasks one after the other on a thread of its own. Thread-safe."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        """tasks: each does nothing where nothing is due; one that fails is logged."""
        self._tasks = tasks
        self._cancel = CancelToken()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._again = False

    def start(self) -> None:
        """Look whether something is due; once more afterwards where that goes on already."""
        with self._lock:
            self._again = True
            if self._thread is None and not self._cancel.cancelled:
                self._thread = threading.Thread(target=self._run, name="upkeep")
                self._thread.start()

    def close(self) -> None:
        """End what is going on, and start nothing more."""
        self._cancel.cancel()
        thread = self._thread
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        give_way()
        while self._goes_on():
            for task in self._tasks:
                self._do(task)

    def _goes_on(self) -> bool:
        with self._lock:
            again, self._again = self._again and not self._cancel.cancelled, False
            if not again:
                self._thread = None
            return again

    def _do(self, task: Task) -> None:
        try:
            self._cancel.check()
            task(self._cancel)
        except Cancelled:
            log.debug("upkeep ends")
        except PhotoclipError as error:
            log.warning("upkeep failed: %s", error)
