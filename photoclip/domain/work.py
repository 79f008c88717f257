"""Work that takes time: what it tells, and how it is paused and ended."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from photoclip.errors import Cancelled


class Stage(StrEnum):
    """What long work is doing. EMBEDDING: photos that are known, with another model.

    READING_WORDS: embedding the words that photos are described by. READING_PROMPTS: those of
    labels. MATCHING: comparing photos with labels. TAGGING: keeping what came of that.
    """

    SCANNING = "scanning"
    INDEXING = "indexing"
    BUILDING = "building"
    LOOKING = "looking"
    COMPARING = "comparing"
    EMBEDDING = "embedding"
    CHECKING = "checking"
    DOWNLOADING = "downloading"
    COPYING = "copying"
    WRITING = "writing"
    READING_WORDS = "reading words"
    READING_PROMPTS = "reading prompts"
    MATCHING = "matching"
    TAGGING = "tagging"


@dataclass(frozen=True, slots=True)
class Progress:
    """A snapshot of long work. total is None while unknown; rate in items per second.

    Items are files while SCANNING, bytes while DOWNLOADING, words while READING_WORDS, texts while
    READING_PROMPTS, labels while MATCHING and TAGGING, else photos.
    """

    stage: Stage
    done: int
    total: int | None = None
    rate: float = 0.0
    seconds_left: float | None = None
    unreadable: int = 0
    detail: str = ""

    @classmethod
    def after(cls, seconds: float, stage: Stage, done: int, total: int) -> Progress:
        """Of work that goes on as fast as it did so far, in so many seconds without pauses."""
        rate = done / seconds if seconds > 0 else 0.0
        return cls(stage, done, total, rate, (total - done) / rate if rate else None)


@dataclass(slots=True)
class IndexReport:
    """What an indexing run found, in files; seconds of wall time, without pauses.

    images_per_second counts the files that were decoded and embedded in this run.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    moved: int = 0
    unreadable: int = 0
    offline: int = 0
    removed: int = 0
    seconds: float = 0.0
    images_per_second: float = 0.0

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON-ready values, in the order documented for ``index --json``."""
        return asdict(self)


ProgressCallback = Callable[[Progress], None]


def no_progress(progress: Progress) -> None:
    """A ProgressCallback for callers whom nobody watches."""
    del progress


class CancelToken:
    """Shared between the one who may cancel or pause and the one who works. Thread-safe."""

    __slots__ = ("_cancelled", "_changed", "_paused", "_waited")

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._cancelled = False
        self._paused = False
        self._waited = 0.0

    def cancel(self) -> None:
        """Ask the work to stop at its next check, also where it is paused."""
        with self._changed:
            self._cancelled = True
            self._changed.notify_all()

    def pause(self) -> None:
        """Ask the work to wait at its next check until resume()."""
        with self._changed:
            self._paused = True

    def resume(self) -> None:
        """Let paused work go on."""
        with self._changed:
            self._paused = False
            self._changed.notify_all()

    @property
    def cancelled(self) -> bool:
        """Whether cancel() was called."""
        return self._cancelled

    @property
    def paused(self) -> bool:
        """Whether the work waits, or will at its next check."""
        return self._paused and not self._cancelled

    @property
    def waited(self) -> float:
        """For how many seconds check() held the work up, on all threads together."""
        return self._waited

    def check(self) -> None:
        """Wait while the work is paused.

        Raises Cancelled where cancel() was called, before or meanwhile.
        """
        if self.paused:
            self._wait()
        if self._cancelled:
            raise Cancelled

    def sleep(self, seconds: float) -> None:
        """Wait that long, and while the work is paused. Raises Cancelled as soon as it is."""
        with self._changed:
            self._changed.wait_for(lambda: self._cancelled, seconds)
        self.check()

    def _wait(self) -> None:
        began = time.monotonic()
        with self._changed:
            self._changed.wait_for(lambda: not self.paused)
            self._waited += time.monotonic() - began


def pace(
    stage: Stage, total: int, cancel: CancelToken, progress: ProgressCallback
) -> Callable[[int], None]:
    """Begins a stage. Gives what tells how much of it is done, and how fast, without pauses."""
    began = time.monotonic() - cancel.waited

    def tell(done: int) -> None:
        seconds = time.monotonic() - cancel.waited - began
        progress(Progress.after(seconds, stage, done, total))

    tell(0)
    return tell
