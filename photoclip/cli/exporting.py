"""The verb ``export``: tags to XMP sidecars, CSV and JSON."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from functools import partial
from typing import Any

from photoclip.cli.output import Output, cancel_on_interrupt, harmless
from photoclip.cli.selecting import chosen_labels, selected
from photoclip.cli.verbs import warn_of_settings
from photoclip.domain import CancelToken, LabelId, ProgressCallback
from photoclip.engine import Engine
from photoclip.errors import PhotoclipError
from photoclip.library.export import TAG_COLUMNS, as_csv, tags_as_json, write
from photoclip.library.sidecars import Fate, SidecarChange, SidecarReport
from photoclip.paths import Paths

_WOULD = {
    Fate.CREATED: "would create",
    Fate.CHANGED: "would change",
    Fate.REMOVED: "would remove",
}


def xmp(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip export xmp"""
    with (
        Engine.open(paths, writable=not arguments.dry_run, sharing=True) as engine,
        cancel_on_interrupt() as cancel,
        output.progress() as progress,
    ):
        warn_of_settings(engine, output)
        run = _undo if arguments.undo else _export
        report = run(engine, arguments, cancel, progress)
    lines = [
        *(_line(one, arguments.dry_run) for one in report.changes),
        _summary(report, arguments),
    ]
    output.result(_values(report, arguments), "\n".join(lines))
    for problem in report.problems:
        output.note(str(problem))
    return 1 if report.problems else 0


def tags(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip export csv, photoclip export json"""
    with Engine.open(paths, writable=False) as engine:
        warn_of_settings(engine, output)
        rows = engine.export.tagged(selected(engine, arguments), _labels(engine, arguments))
    text = as_csv(rows, TAG_COLUMNS) if arguments.action == "csv" else tags_as_json(rows)
    if arguments.output is None:
        output.write(harmless(text, sys.stdout))
        return 0
    write(arguments.output, text)
    values = {"photos": len(rows), "path": str(arguments.output)}
    output.result(values, f"{len(rows)} photos: {arguments.output}")
    return 0


def _labels(engine: Engine, arguments: argparse.Namespace) -> list[LabelId] | None:
    chosen = chosen_labels(engine, arguments.label)
    return None if chosen is None else [label.id for label in chosen]


def _export(
    engine: Engine, arguments: argparse.Namespace, cancel: CancelToken, progress: ProgressCallback
) -> SidecarReport:
    photos, labels = selected(engine, arguments), _labels(engine, arguments)
    return engine.sidecars.write(photos, labels, cancel, progress, dry_run=arguments.dry_run)


def _undo(
    engine: Engine, arguments: argparse.Namespace, cancel: CancelToken, progress: ProgressCallback
) -> SidecarReport:
    undo = partial(
        engine.sidecars.undo,
        labels=_labels(engine, arguments),
        cancel=cancel,
        progress=progress,
        dry_run=arguments.dry_run,
    )
    if not arguments.folder or arguments.album or arguments.search is not None:
        return undo(selected(engine, arguments))
    # Whatever lies there, also what this library knows nothing of.
    report = SidecarReport()
    for folder in arguments.folder:
        one = undo(folder=folder)
        report.changes += one.changes
        report.unchanged += one.unchanged
        report.problems += one.problems
    return report


def _line(change: SidecarChange, dry: bool) -> str:
    words = [*(f"+{name}" for name in change.added), *(f"-{name}" for name in change.removed)]
    fate = _WOULD[change.fate] if dry else str(change.fate)
    return "  ".join([fate, str(change.sidecar), *words])


def _summary(report: SidecarReport, arguments: argparse.Namespace) -> str:
    would = "would be " if arguments.dry_run else ""
    parts = [f"{report.count(fate)} {would}{fate}" for fate in Fate]
    return f"sidecars: {', '.join(parts)}, {report.unchanged} left as they are"


def _values(report: SidecarReport, arguments: argparse.Namespace) -> dict[str, Any]:
    return {
        "dry_run": arguments.dry_run,
        "undo": arguments.undo,
        **{str(fate): report.count(fate) for fate in Fate},
        "unchanged": report.unchanged,
        "changes": [_change_values(one) for one in report.changes],
        "problems": list(_problem_values(report.problems)),
    }


def _change_values(change: SidecarChange) -> dict[str, Any]:
    return {
        "path": str(change.sidecar),
        "photo": None if change.photo is None else str(change.photo),
        "change": str(change.fate),
        "added": list(change.added),
        "removed": list(change.removed),
    }


def _problem_values(problems: list[PhotoclipError]) -> Iterator[dict[str, Any]]:
    for problem in problems:
        yield {"path": str(problem.path), "reason": problem.finding, "hint": problem.hint}
