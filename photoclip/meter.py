"""Tells whoever watches how far work is, not more often than a person can see."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from photoclip.domain import Progress, ProgressCallback, Stage

EVERY_SECONDS = 0.1
# Batches come in bursts; over a few seconds they even out.
SMOOTHING_SECONDS = 4.0


class Meter:
    """One stage of a run. clock: seconds."""

    def __init__(
        self,
        callback: ProgressCallback,
        stage: Stage,
        total: int | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Tells the start of the stage at once."""
        self._callback = callback
        self._stage = stage
        self._total = total
        self._clock = clock
        self._began = self._told = self._measured = clock()
        self._done = 0
        self._rate = 0.0
        self.tell(0)

    def update(self, done: int, unreadable: int = 0, detail: str = "") -> None:
        """Tell, unless it was told a moment ago."""
        if self._clock() - self._told >= EVERY_SECONDS:
            self.tell(done, unreadable, detail)

    def tell(self, done: int, unreadable: int = 0, detail: str = "") -> None:
        """Tell at any rate, as at the end of the stage."""
        self._told = self._clock()
        self._measure(done)
        rate = self.rate
        left = None
        if self._total is not None and (rate > 0 or done >= self._total):
            left = max(0, self._total - done) / rate if rate > 0 else 0.0
        self._callback(
            Progress(self._stage, done, self._total, rate, left, unreadable, detail=detail)
        )

    @property
    def rate(self) -> float:
        """Items per second, lately."""
        elapsed = self._measured - self._began
        # The average begins at zero; this takes the share of that out.
        return self._rate / -math.expm1(-elapsed / SMOOTHING_SECONDS) if elapsed > 0 else 0.0

    def _measure(self, done: int) -> None:
        seconds = self._told - self._measured
        if seconds <= 0:
            return
        keep = math.exp(-seconds / SMOOTHING_SECONDS)
        self._rate = keep * self._rate + (1 - keep) * (done - self._done) / seconds
        self._done, self._measured = done, self._told


def in_bytes(count: float) -> str:
    """An amount of data in a few letters, "37.6 MB"."""
    if count < 1e6:
        return f"{-(-count // 1000):.0f} kB"
    return f"{count / 1e6:.1f} MB" if count < 1e9 else f"{count / 1e9:.2f} GB"
