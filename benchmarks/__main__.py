"""``make bench``: measure this machine, print tables, and write the figures as JSON.

``make bench BENCH_ARGS="pipeline window --photos 100"`` measures some things only.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import grid, memory, pipeline, queries, rescan, search, viewer, window
from benchmarks.report import Table, machine_facts, show, write

Measure = Callable[[argparse.Namespace, Path], list[Table]]
MEASURES: dict[str, Measure] = {
    "pipeline": pipeline.measure,
    "rescan": rescan.measure,
    "search": search.measure,
    "queries": queries.measure,
    "window": window.measure,
    "grid": grid.measure,
    "viewer": viewer.measure,
    "memory": memory.measure,
}


def parse(argv: list[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("measures", nargs="*", metavar="MEASURE", help=", ".join(MEASURES))
    parser.add_argument("--photos", type=int, default=60, help="12-megapixel photos to make")
    parser.add_argument("--rounds", type=int, default=3, help="repetitions of timed work")
    parser.add_argument("--vectors", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--grid-photos", type=int, default=100_000, help="photos in the grid")
    parser.add_argument("--libraries", type=int, nargs="+", default=[0, 10_000, 100_000])
    default = Path(tempfile.gettempdir()) / "photoclip-bench"
    parser.add_argument("--out", type=Path, default=default, help="folder for photos and figures")
    arguments = parser.parse_args(argv)
    unknown = set(arguments.measures) - set(MEASURES)
    if unknown:
        parser.error(f"{', '.join(sorted(unknown))}: not one of {', '.join(MEASURES)}")
    return arguments


def main(argv: list[str]) -> int:
    """Exit code 0; wrong usage ends with 2."""
    arguments = parse(argv)
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    machine = machine_facts()
    print(", ".join(f"{name} {value}" for name, value in machine.items()), flush=True)
    tables = []
    for name in arguments.measures or MEASURES:
        with tempfile.TemporaryDirectory(dir=out) as scratch:
            measured = MEASURES[name](arguments, Path(scratch))
        for table in measured:
            show(table)
        tables += measured
    print(f"\nfigures: {write(out / 'figures.json', machine, tables)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
