"""How many processor cores this process may use."""

from __future__ import annotations

import os


def allowed_cores() -> int:
    """Cores that the system lets this process run on (containers and taskset count), at least 1."""
    # Not on macOS and Windows.
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1
