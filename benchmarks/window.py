"""From the start of the process to the first frame and to photos, beside an empty Qt window."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.large_library import make_library
from benchmarks.report import Cell, Table
from photoclip.paths import Paths

COLUMNS = ("window", "first frame ms", "photos shown ms", "MB", "MB with model and vectors")
NOTE = "without a screen, Python's modules compiled before; medians"


def measure(arguments: argparse.Namespace, scratch: Path) -> list[Table]:
    """The bare window and libraries of several sizes, in turns."""
    libraries = {"empty PySide6 window": "bare"}
    for count in arguments.libraries:
        library = scratch / str(count)
        if count:
            make_library(Paths.under(library), scratch / f"photos{count}", count)
        libraries[f"photoclip, {count:,} photos"] = str(library)
    for opened in libraries.values():
        start(opened, scratch)
    first: dict[str, list[float]] = {name: [] for name in libraries}
    for _ in range(arguments.rounds):
        for name, opened in libraries.items():
            first[name].append(start(opened, scratch)["painted"])
    table = Table("Time to window", COLUMNS, note=NOTE)
    table.rows.extend(
        [name, round(statistics.median(first[name])), *_stay(opened, scratch)]
        for name, opened in libraries.items()
    )
    return [table]


def _stay(library: str, home: Path) -> list[Cell]:
    found = start(library, home, "--stay")
    alone = round(found["resident"] / 1e6)
    if library == "bare":
        return ["", alone, ""]
    ready = start(library, home, "--stay", "--search")
    return [round(found["complete"]), alone, round(ready["resident"] / 1e6)]


def start(library: str, home: Path, *options: str) -> dict[str, float]:
    """Start a window; milliseconds until its first frame and until photos, resident bytes."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CACHE_HOME": str(home)}
    # As an installed program starts, not compiling its modules each time.
    environment |= {"PYTHONPYCACHEPREFIX": str(home / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment |= {"XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
    begin = time.time_ns()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.first_paint", *options, library],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    found = json.loads(done.stdout.splitlines()[-1])
    return {
        "painted": (found["painted_ns"] - begin) / 1e6,
        "complete": (found["complete_ns"] - begin) / 1e6,
        "resident": float(found["resident"]),
    }
