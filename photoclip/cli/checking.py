"""``photoclip models check``: the whole examination of a model, as a report."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from photoclip.cli.output import Output, cancel_on_interrupt
from photoclip.clip.naming import choice_of
from photoclip.clip.opening import directory_of, examine_model
from photoclip.clip.report import Fact, Measurement, ModelReport, Verdict
from photoclip.errors import ModelError
from photoclip.paths import Paths
from photoclip.settings import load_settings, with_value


def check(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip models check. Exit code 1 where the model is refused."""
    settings, _ = load_settings(paths.settings_file)
    if arguments.device:
        settings = with_value(settings, "device", arguments.device)
    named = settings.model if arguments.model is None else choice_of(arguments.model, paths)
    directory = directory_of(named)
    places = paths.placed(settings.thumbnails, settings.cache)
    with cancel_on_interrupt() as cancel, output.progress() as progress:
        report = examine_model(directory, settings, places, progress, cancel)
    output.result(report.as_dict(), "\n".join(_lines(report)))
    return 0 if report.ok else 1


def _lines(report: ModelReport) -> Iterator[str]:
    yield f"{report.name}  {report.path}"
    if report.facts:
        yield from ("", "recognised")
    yield from map(_fact, report.facts)
    yield from ("", "measured")
    for row in report.measurements:
        yield from _measurement(row)
    yield ""
    for row in report.refusals:
        yield f"refused: {_told(row)}"
    if report.ok:
        count = len(report.warnings)
        warnings = f", with {count} warning{'s' if count > 1 else ''}" if count else ""
        yield f"passed{warnings}, in {report.seconds:.1f} s"


def _fact(fact: Fact) -> str:
    reason = f" ({fact.reason})" if fact.reason else ""
    return f"  {fact.part:12} {fact.topic:16} {fact.value}{reason}"


def _measurement(row: Measurement) -> Iterator[str]:
    mark = "" if row.verdict is Verdict.NOTE else row.verdict.value
    yield f"  {mark:8} {row.part:12} {row.check:36} {_value(row)}".rstrip()
    if row.finding:
        yield f"           {_told(row)}"


def _told(row: Measurement) -> str:
    return str(ModelError(row.finding, path=row.path, hint=row.hint))


def _value(row: Measurement) -> str:
    if row.value is None:
        return "" if row.finding or row.verdict is Verdict.OK else "unknown"
    shown = _in_unit(row.value, row.unit)
    if row.limit is None:
        return shown
    bound = "at most" if row.limit_is_highest else "at least"
    return f"{shown} ({bound} {_in_unit(row.limit, row.unit)})"


def _in_unit(value: float, unit: str) -> str:
    if unit == "bytes":
        return f"{value / 1e6:.1f} MB"
    if unit in ("ms", "s", "px"):
        return f"{value:.{1 if unit == 'ms' else 2}f} {unit}"
    return f"{value:.0f}" if float(value).is_integer() else f"{value:.5f}"
