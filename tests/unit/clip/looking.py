"""Examines models, and finds things in the report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from photoclip.clip.examine import examine
from photoclip.clip.report import Check, Measurement, ModelReport, Part


def look(path: Path, **options: Any) -> ModelReport:
    return examine(path, device=options.pop("device", "cpu"), **options)


def found(report: ModelReport, check: Check, part: Part | None = None) -> Measurement:
    """The one measurement of its kind."""
    (row,) = [r for r in report.measurements if r.check is check and part in (None, r.part)]
    return row


def refused(report: ModelReport, check: Check) -> Measurement:
    assert not report.ok
    return next(row for row in report.refusals if row.check is check)
