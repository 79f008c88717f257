"""The grid with many photos: first paint, frames while scrolling, selecting, sorting, memory."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

from benchmarks.report import Table

NOTE = (
    "without a screen, tiles cut from the sample photos by workers meanwhile; answers: taking what "
    "workers made, at a time; ms by the clock, and of the window's thread on the processor (CPU), "
    "which other programs change less"
)


def measure(arguments: argparse.Namespace, scratch: Path) -> list[Table]:
    """A grid of its own process, with tiles of a usual size and with the smallest."""
    del scratch
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.grid_frames", str(arguments.grid_photos)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    found = json.loads(done.stdout.splitlines()[-1])
    name = f"{arguments.grid_photos:,} photos"
    times = ("median ms", "p95 ms", "max ms", "CPU median ms", "CPU p95 ms", "CPU max ms")
    columns = ("cells", "scrolling by", "work", *times)
    frames = Table(f"Frames of the grid, {name}", columns, note=NOTE)
    frames.rows.extend(found["frames"])
    note = f"pixmaps kept: {found['memory']} MB"
    work = Table(f"Work on the grid, {name}", ("what", "ms", "CPU ms"), note=note)
    work.rows.extend(found["work"])
    return [frames, work]
