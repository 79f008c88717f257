"""The viewer: how soon pixels are seen, key repeat, and one picture of 100 megapixels."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.photos import LARGE, make_photos, place
from benchmarks.report import Table
from benchmarks.viewer_times import HUGE_NAME

HUGE = (11_600, 8_700)
# The plugin that draws without a screen takes one of 800 x 800 otherwise.
SCREEN = {"name": "full-hd", "x": 0, "y": 0, "width": 1920, "height": 1080, "dpr": 1}
SCREEN |= {"logicalDpi": 96, "logicalBaseDpi": 96}
NOTE = (
    "without a screen, 12-megapixel photos; first pixels: of whatever is at hand; sharp: as many "
    "as a screen of 1920 x 1080 has; held up: the longest time in which the window did not answer"
)
COLUMNS = ("what", "median ms", "p95 ms", "max ms", "held up ms")


def measure(arguments: argparse.Namespace, scratch: Path) -> list[Table]:
    """A window of its own process on photos that were indexed before."""
    photos = make_photos(arguments.out / "photos", arguments.photos, LARGE)
    folder = place(photos, scratch / "folder")
    shutil.copy(make_photos(arguments.out / "photos", 1, HUGE)[0], folder / HUGE_NAME)
    screen = scratch / "screen.json"
    screen.write_text(json.dumps({"screens": [SCREEN]}))
    platform = f"offscreen:configfile={screen}"
    environment = {**os.environ, "QT_QPA_PLATFORM": platform, "XDG_CACHE_HOME": str(scratch)}
    environment |= {"XDG_CONFIG_HOME": str(scratch), "XDG_DATA_HOME": str(scratch)}
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.viewer_times", str(scratch / "library"), str(folder)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    table = Table("Viewer", COLUMNS, note=NOTE)
    table.rows.extend(json.loads(done.stdout.splitlines()[-1]))
    return [table]
