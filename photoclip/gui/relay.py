"""Brings progress from workers to the window, no more of it than a person can see."""

from __future__ import annotations

import threading
from collections.abc import Callable

from photoclip.domain import Progress
from photoclip.gui.bridge import Bridge


class Relay:
    """A ProgressCallback for workers; the newest is shown on the window's thread. Thread-safe."""

    def __init__(self, bridge: Bridge, show: Callable[[Progress], None]) -> None:
        self._bridge = bridge
        self._show = show
        self._lock = threading.Lock()
        self._newest: Progress | None = None

    def __call__(self, progress: Progress) -> None:
        """Keep the newest, with one callback on its way."""
        with self._lock:
            first, self._newest = self._newest is None, progress
        if first:
            self._bridge.post(self._take)

    def drop(self) -> None:
        """Do not show what is on its way: the work is over."""
        with self._lock:
            self._newest = None

    def _take(self) -> None:
        with self._lock:
            progress, self._newest = self._newest, None
        if progress is not None:
            self._show(progress)
