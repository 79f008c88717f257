"""How long a run over unchanged files takes."""

from __future__ import annotations

import argparse
import shutil
import statistics
from dataclasses import replace
from pathlib import Path

from PIL import Image

from benchmarks.report import Table
from photoclip.engine import Engine
from photoclip.paths import Paths

FILES, CONTENTS = 10_000, 100


def measure(arguments: argparse.Namespace, scratch: Path) -> list[Table]:
    """10,000 files: the first run reads them, the second finds them unchanged."""
    folder = scratch / "photos"
    _fill(folder)
    paths = replace(Paths.under(scratch / "library"), thumbnails=scratch / "thumbnails")
    with Engine.open(paths) as engine:
        engine.library.add_folder(folder)
        first = engine.library.index()
        again = [engine.library.index() for _ in range(arguments.rounds)]
    if any(report.unchanged != FILES for report in again):
        raise RuntimeError(f"files changed meanwhile: {again}")
    table = Table("Runs over 10,000 files", ("run", "seconds"))
    table.rows.append([f"first ({CONTENTS} different contents)", round(first.seconds, 2)])
    unchanged = statistics.median(report.seconds for report in again)
    table.rows.append(["again, all unchanged", round(unchanged, 2)])
    return [table]


def _fill(folder: Path) -> None:
    for number in range(CONTENTS):
        part = folder / f"{number:03}"
        part.mkdir(parents=True)
        first = part / "000.jpg"
        shade = (number * 2, 255 - number, number * number % 256)
        Image.new("RGB", (64, 64), shade).save(first, "JPEG")
        for copy in range(1, FILES // CONTENTS):
            shutil.copy(first, part / f"{copy:03}.jpg")
