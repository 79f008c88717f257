"""What is done with the photos that were found: groups, and copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from photoclip.cli.output import Output, cancel_on_interrupt
from photoclip.domain import PhotoId
from photoclip.engine import Engine

GROUPS = ("folder", "day")
_UNDATED = "no date"


def grouped(engine: Engine, hits: list[dict[str, Any]], by: str) -> list[dict[str, Any]]:
    """Hits with their group, group by group; both in the order in which they came."""
    names = _days(engine, hits) if by == "day" else [str(Path(hit["path"]).parent) for hit in hits]
    order = {name: place for place, name in reversed(list(enumerate(names)))}
    told = [{**hit, "group": name} for hit, name in zip(hits, names, strict=True)]
    return sorted(told, key=lambda hit: order[hit["group"]])


def with_headers(hits: Sequence[dict[str, Any]], lines: Sequence[str]) -> Iterator[str]:
    """Lines of hits, under the names of their groups where they have one."""
    pairs = zip(hits, lines, strict=True)
    for place, (name, members) in enumerate(groupby(pairs, lambda pair: pair[0].get("group"))):
        if name is not None:
            yield from ["", name] if place else [name]
        yield from (line for _, line in members)


def copied(
    engine: Engine, hits: Sequence[dict[str, Any]], folder: Path, output: Output
) -> dict[str, Any]:
    """Copy the photos of hits to a folder; what came of it, as values."""
    photos = [PhotoId(hit["photo"]) for hit in hits]
    with cancel_on_interrupt() as cancel, output.progress() as progress:
        report = engine.export.copying.copy(photos, folder, cancel, progress)
    for problem in report.problems:
        output.error(problem)
    there = len(report.copies) - report.copied
    known = f", {there} were there" if there else ""
    output.note(f"{report.copied} copied to {folder}{known}")
    return {
        "folder": str(folder),
        "copied": report.copied,
        "files": [
            {"path": str(one.source), "copy": str(one.target), "there": one.there}
            for one in report.copies
        ],
        "problems": [
            {"path": str(problem.path) if problem.path else None, "reason": problem.finding}
            for problem in report.problems
        ],
    }


def _days(engine: Engine, hits: Sequence[dict[str, Any]]) -> list[str]:
    days = engine.catalog.photos.days_of([PhotoId(hit["photo"]) for hit in hits])
    return [date.fromordinal(day).isoformat() if day else _UNDATED for day in days.tolist()]
