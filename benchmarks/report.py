"""Tables for people and JSON for programs."""

from __future__ import annotations

import json
import platform
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from photoclip import __version__
from photoclip.cores import allowed_cores

Cell = str | int | float
PACKAGES = ("onnxruntime-gpu", "onnxruntime", "numpy", "pillow", "hnswlib", "PySide6-Essentials")


@dataclass(frozen=True)
class Table:
    """Rows under columns; note: how to read it."""

    title: str
    columns: Sequence[str]
    rows: list[Sequence[Cell]] = field(default_factory=list)
    note: str = ""


def machine_facts() -> dict[str, Cell]:
    """What the figures depend on. No host name."""
    return {
        "processor": _processor(),
        "cores": allowed_cores(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "photoclip": __version__,
        **{package: found for package in PACKAGES if (found := _version(package))},
    }


def _version(package: str) -> str:
    # Not by import: it is for photoclip to load onnxruntime, with its reports switched off.
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def show(table: Table) -> None:
    """Print as an aligned table."""
    cells = [[str(cell) for cell in row] for row in [table.columns, *table.rows]]
    widths = [max(len(row[column]) for row in cells) for column in range(len(table.columns))]
    print(f"\n{table.title}")
    for number, row in enumerate(cells):
        first, *others = zip(row, widths, strict=True)
        rest = (cell.rjust(width) for cell, width in others)
        print("  " + "  ".join([first[0].ljust(first[1]), *rest]))
        if number == 0:
            print("  " + "  ".join("-" * width for width in widths))
    if table.note:
        print(f"  ({table.note})", flush=True)


def write(path: Path, machine: Mapping[str, Cell], tables: Sequence[Table]) -> Path:
    """Write the figures as JSON."""
    values = {
        "measured": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "machine": dict(machine),
        "tables": [asdict(table) for table in tables],
    }
    path.write_text(json.dumps(values, indent=2) + "\n", encoding="utf-8")
    return path


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one call."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
