"""Ctrl-C, where it would do harm."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def interrupts_deferred() -> Iterator[None]:
    """Raise KeyboardInterrupt after the block instead of anywhere within it.

    For the imports of modules that pybind11 compiled: it makes an ImportError of an interrupt in
    the middle of one, which nobody could tell from a broken installation.
    """
    main = threading.current_thread() is threading.main_thread()
    if not main or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        # Only the main thread is interrupted, and only that handler raises.
        yield
        return
    interrupted: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        del frame
        interrupted.append(number)

    signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if interrupted:
        raise KeyboardInterrupt
