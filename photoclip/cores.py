"""This process and the processor's cores."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

# Enough for the window and other programs to go first, and no standstill while they work.
NICENESS = 5


def allowed_cores(system: Path = Path("/")) -> int:
    """Cores that the system lets this process use (containers and taskset count), at least 1.

    system: where /proc and /sys lie.
    """
    # Not on macOS and Windows.
    affinity = getattr(os, "sched_getaffinity", None)
    allowed = len(affinity(0)) if affinity is not None else os.cpu_count() or 1
    quotas = _quotas(system) if sys.platform == "linux" else ()
    return int(max(1, min((allowed, *quotas))))


def give_way() -> None:
    """Let other work go before this thread and those that it will start.

    Only Linux has priorities of single threads that new threads inherit.
    """
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)


def _quotas(system: Path) -> Iterator[int]:
    """Cores' worth of time that control groups allow, rounded up: a quota is no set of cores."""
    for file in _quota_files(system):
        with suppress(OSError, ValueError):
            quota, period = _quota(file)
            if quota > 0 and period > 0:
                yield -(-quota // period)


def _quota_files(system: Path) -> Iterator[Path]:
    """Of this process's groups and those around them; a group may not be there in a container."""
    with suppress(OSError, ValueError):
        for line in (system / "proc/self/cgroup").read_text(encoding="utf-8").splitlines():
            number, controllers, group = line.split(":", 2)
            if number == "0":
                base, name = system / "sys/fs/cgroup", "cpu.max"
            elif "cpu" in controllers.split(","):
                base, name = system / "sys/fs/cgroup" / controllers, "cpu.cfs_quota_us"
            else:
                continue
            inner = base / group.lstrip("/")
            for folder in (inner, *inner.parents):
                yield folder / name
                if folder == base:
                    break


def _quota(file: Path) -> tuple[int, int]:
    """Microseconds of time in each period of so many. Raises ValueError where there is no limit."""
    text = file.read_text(encoding="utf-8")
    if file.name == "cpu.max":
        quota, period = text.split()
        return int(quota), int(period)
    period = file.with_name("cpu.cfs_period_us").read_text(encoding="utf-8")
    return int(text), int(period)
