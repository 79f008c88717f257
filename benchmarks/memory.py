"""Peak memory of indexing, which must not grow with the number of photos."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from benchmarks.photos import LARGE, make_photos, place
from benchmarks.report import Table
from benchmarks.resident import peak_bytes
from photoclip.engine import Engine
from photoclip.paths import Paths


def measure(arguments: argparse.Namespace, scratch: Path) -> list[Table]:
    """A few and many 12-megapixel photos, each in a process of its own."""
    photos = make_photos(arguments.out / "photos", arguments.photos, LARGE)
    table = Table("Peak memory of indexing 12-megapixel photos", ("photos", "MB"))
    for count in sorted({1, (len(photos) + 1) // 2, len(photos)}):
        library = scratch / str(count)
        folder = place(photos[:count], library / "photos")
        command = [sys.executable, "-m", "benchmarks.memory", str(library), str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        table.rows.append([count, round(json.loads(done.stdout)["peak"] / 1e6)])
    return [table]


def _index(library: Path, folder: Path) -> int:
    """Index in this process. Returns its peak memory in bytes."""
    with Engine.open(replace(Paths.under(library), thumbnails=library / "thumbnails")) as engine:
        engine.library.add_folder(folder)
        engine.library.index()
    return peak_bytes()


if __name__ == "__main__":
    print(json.dumps({"peak": _index(Path(sys.argv[1]), Path(sys.argv[2]))}))
