"""What a long-lived library does for itself in the background, when nothing else is asked."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence

from photoclip.cores import give_way
from photoclip.domain import CancelToken, ProgressCallback, no_progress
from photoclip.errors import Cancelled, PhotoclipError
from photoclip.library.control import RunControl

log = logging.getLogger(__name__)

Job = Callable[[CancelToken, ProgressCallback], object]
EndCallback = Callable[[PhotoclipError | None], None]


def nobody_listens(error: PhotoclipError | None) -> None:
    """An EndCallback for callers whom nobody watches."""
    del error


class Upkeep:
    """Runs jobs one after the other on a thread of its own. Thread-safe.

    control: pauses them, and cancels the present one.
    """

    def __init__(self, jobs: Sequence[Job]) -> None:
        """jobs: each does nothing where nothing is due; one that fails is logged."""
        self.control = RunControl()
        self._jobs = jobs
        self._progress: ProgressCallback = no_progress
        self._on_end: EndCallback = nobody_listens
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._again = False

    def listen(self, progress: ProgressCallback, on_end: EndCallback) -> None:
        """Be told of jobs, on their thread.

        on_end: after each, with what it raised; also after those that had nothing to do.
        """
        self._progress, self._on_end = progress, on_end

    def start(self) -> None:
        """Look whether something is due; once more afterwards where that goes on already."""
        with self._lock:
            self._again = True
            if self._thread is None and not self.control.closed:
                self._thread = threading.Thread(target=self._run, name="upkeep")
                self._thread.start()

    def close(self) -> None:
        """End what is going on, and start nothing more."""
        self.control.close()
        thread = self._thread
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        give_way()
        while self._goes_on():
            for job in self._jobs:
                self._on_end(self._do(job))

    def _goes_on(self) -> bool:
        with self._lock:
            again, self._again = self._again and not self.control.closed, False
            if not again:
                self._thread = None
            return again

    def _do(self, job: Job) -> PhotoclipError | None:
        try:
            token = self.control.token()
            token.check()
            job(token, self._progress)
        except Cancelled as error:
            log.debug("upkeep was cancelled")
            return error
        except PhotoclipError as error:
            log.warning("upkeep failed: %s", error)
            return error
        return None
