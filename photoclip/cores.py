"""This process and the processor's cores."""

from __future__ import annotations

import os
import sys
import threading

# Enough for the window and other programs to go first, and no standstill while they work.
NICENESS = 5


def allowed_cores() -> int:
    """Cores that the system lets this process run on (containers and taskset count), at least 1."""
    # Not on macOS and Windows.
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1


def give_way() -> None:
    """Let other work go before this thread and those that it will start.

    Only Linux has priorities of single threads that new threads inherit.
    """
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)
