"""Reads on a worker, one reading at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from photoclip.errors import PhotoclipError
from photoclip.gui.bridge import Bridge, Failed, Lane, ignore

T = TypeVar("T")


class Rereading(Generic[T]):
    """Whoever asks while something is read has it read once more afterwards.

    work: reads, on a worker of that lane. tell: takes what was read. failed: nothing where others
    tell that the catalog cannot be read: those who read photos from it.
    """

    def __init__(
        self,
        bridge: Bridge,
        lane: Lane,
        work: Callable[[], T],
        tell: Callable[[T], object],
        failed: Failed = ignore,
    ) -> None:
        self._bridge = bridge
        self._lane = lane
        self._work = work
        self._tell = tell
        self._failed = failed
        self._again = False
        self.running = False

    def read(self) -> None:
        """Read, now or once what is being read is told."""
        self._again = self.running
        if not self.running:
            self.running = True
            self._bridge.run(self._lane, self._work, self._done, self._fail)

    def _done(self, found: T) -> None:
        self.running = False
        self._tell(found)
        self._read_again()

    def _fail(self, error: PhotoclipError) -> None:
        self.running = False
        self._failed(error)
        self._read_again()

    def _read_again(self) -> None:
        if self._again:
            self.read()
