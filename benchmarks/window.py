"""From the start of the process to the first painted frame, beside an empty Qt window."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.report import Table
from photoclip.engine import Engine
from photoclip.paths import Paths, bundled

ROUNDS = 7


def measure(arguments: argparse.Namespace, scratch: Path) -> list[Table]:
    """An empty library, the sample photos, and the bare window, in turns."""
    empty, samples = scratch / "empty", scratch / "samples"
    _index_samples(samples)
    runs: dict[str, list[str]] = {
        "empty PySide6 window": ["bare"],
        "photoclip, empty library": ["photoclip", str(empty)],
        "photoclip, 24 photos": ["photoclip", str(samples)],
    }
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(max(arguments.rounds, ROUNDS)):
        for name, command in runs.items():
            times[name].append(first_paint(command, scratch))
            shutil.rmtree(empty, ignore_errors=True)
    table = Table("Time to window", ("window", "ms to first paint"), note="without a screen")
    table.rows.extend([name, round(statistics.median(found))] for name, found in times.items())
    return [table]


def _index_samples(library: Path) -> None:
    with Engine.open(Paths.under(library)) as engine:
        engine.library.add_folder(bundled("resources/sample_photos"))
        engine.library.index()


def first_paint(command: list[str], home: Path) -> float:
    """Milliseconds from starting the process to its first paint."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CACHE_HOME": str(home)}
    environment |= {"XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
    begin = time.time_ns()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.first_paint", *command],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    painted: int = json.loads(done.stdout.splitlines()[-1])["painted_ns"]
    return (painted - begin) / 1e6
