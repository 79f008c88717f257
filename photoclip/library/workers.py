"""Worker threads between an iterator of items and a bounded queue of outcomes."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# How soon a thread notices that there is room in the queue, that a pause is over, or that nobody
# wants its result.
NOTICE_SECONDS = 0.05


class _Done:
    """What a thread leaves behind when it ends."""


class Workers(Generic[Item, Result]):
    """Runs `work` over items in several threads; leaving the block ends and joins them.

    At most `capacity` results wait at a time, and each thread holds one more. No item is begun
    while `paused` says so.
    """

    def __init__(
        self,
        count: int,
        items: Iterator[Item],
        work: Callable[[Item], Result],
        capacity: int,
        paused: Callable[[], bool] = lambda: False,
    ) -> None:
        self._items = items
        self._paused = paused
        self._work = work
        self._results: queue.Queue[Result | _Done] = queue.Queue(capacity)
        self._feeding = threading.Lock()
        self._stop = threading.Event()
        self._failure: BaseException | None = None
        self._threads = [
            threading.Thread(target=self._run, name=f"photoclip-worker-{number}", daemon=True)
            for number in range(count)
        ]
        self._running = count

    def __enter__(self) -> Workers[Item, Result]:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    @property
    def finished(self) -> bool:
        """Whether get() has given everything."""
        return self._running == 0

    def get(self, timeout: float) -> Result | None:
        """The next result, None when there was none in time. Raises what `work` raised."""
        try:
            result = self._results.get(timeout=timeout)
        except queue.Empty:
            result = None
        if self._failure is not None:
            raise self._failure
        if isinstance(result, _Done):
            self._running -= 1
            return None
        return result

    def _run(self) -> None:
        try:
            while self._may_go_on():
                with self._feeding:
                    item = next(self._items, None)
                if item is None:
                    break
                self._put(self._work(item))
        except BaseException as error:  # noqa: BLE001 - raised again by get()
            self._failure = error
            self._stop.set()
        finally:
            self._put(_Done())

    def _may_go_on(self) -> bool:
        while self._paused() and not self._stop.is_set():
            # Not the token's own wait: leaving the block must end these threads in a pause, too.
            self._stop.wait(NOTICE_SECONDS)
        return not self._stop.is_set()

    def _put(self, result: Result | _Done) -> None:
        while True:
            try:
                self._results.put(result, timeout=NOTICE_SECONDS)
                return
            except queue.Full:
                if self._stop.is_set():
                    return
