"""The verb ``tag``: labels on photos."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from photoclip.cli.output import Output, cancel_on_interrupt
from photoclip.cli.selecting import chosen_labels, selected
from photoclip.cli.verbs import warn_of_settings
from photoclip.engine import Engine
from photoclip.errors import QueryError
from photoclip.paths import Paths
from photoclip.tagging.applying import Mode, Outcome
from photoclip.tagging.undoing import LabelTakenBack, TakenBack

_NOTHING = "there is nothing to take back: no labels were applied, or that was taken back already"


def tag(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip tag"""
    if arguments.undo:
        return _undo(arguments, paths, output)
    mode = Mode.SUGGEST if arguments.suggest else Mode.ACCEPT
    with (
        Engine.open(paths, writable=not arguments.dry_run, sharing=True) as engine,
        cancel_on_interrupt() as cancel,
        output.progress() as progress,
    ):
        warn_of_settings(engine, output)
        labels = chosen_labels(engine, arguments.label)
        if not (labels or engine.labels.scored()):
            hint = "Define one (photoclip label add), or add a set (photoclip label list --sets)."
            raise QueryError("there are no labels yet", hint=hint)
        outcomes = engine.tagging.apply(
            labels,
            selected(engine, arguments),
            mode,
            dry_run=arguments.dry_run,
            cancel=cancel,
            progress=progress,
        )
    values = {
        "dry_run": arguments.dry_run,
        "mode": mode.value,
        "labels": list(map(_values, outcomes)),
    }
    output.result(values, "\n".join(_lines(outcomes, mode, arguments.dry_run)))
    return 0


def _undo(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    given = (arguments.label, arguments.album, arguments.folder, arguments.search is not None)
    if arguments.suggest or any(given):
        raise QueryError("--undo takes back all that was done last, so it goes with no selection")
    with (
        Engine.open(paths, writable=not arguments.dry_run, sharing=True) as engine,
        cancel_on_interrupt() as cancel,
    ):
        undone = engine.tagging.undo_latest(dry_run=arguments.dry_run, cancel=cancel)
    values = {
        "dry_run": arguments.dry_run,
        "undo": True,
        "mode": undone.run.mode if undone is not None else None,
        "at": undone.run.at if undone is not None else None,
        "labels": [_undone_values(one) for one in undone.labels] if undone is not None else [],
    }
    lines = _undone_lines(undone, arguments.dry_run) if undone is not None else [_NOTHING]
    output.result(values, "\n".join(lines))
    return 0


def _undone_values(one: LabelTakenBack) -> dict[str, Any]:
    return {
        "name": one.label.name,
        "withdrawn": one.withdrawn or None,
        "removed": list(one.removed),
        "restored": [tag.photo for tag in one.restored],
        "kept": list(one.kept),
    }


def _undone_lines(undone: TakenBack, dry_run: bool) -> Iterator[str]:
    would = "would be " if dry_run else ""
    at = datetime.fromisoformat(undone.run.at).astimezone()
    yield f"what was done at {at:%Y-%m-%d %H:%M} {'would be' if dry_run else 'is'} taken back"
    for one in undone.labels:
        parts = [f"{len(one.removed)} {would}removed"] if one.removed else []
        for state, count in Counter(tag.state.value for tag in one.restored).items():
            parts.append(f"{count} {would}{state} again")
        if one.kept:
            parts.append(f"{len(one.kept)} left as they were changed since")
        if parts:
            yield f"{one.label.name}: {', '.join(parts)}"


def _values(outcome: Outcome) -> dict[str, Any]:
    return {
        "name": outcome.label.name,
        "version": outcome.version,
        "threshold": outcome.threshold,
        "precision": outcome.precision,
        "finding": outcome.finding,
        "passing": outcome.passing,
        "gained": outcome.gained.tolist(),
        "lost": outcome.lost.tolist(),
    }


def _lines(outcomes: Sequence[Outcome], mode: Mode, dry_run: bool) -> Iterator[str]:
    done = "would be " if dry_run else ""
    word = "suggested" if mode is Mode.SUGGEST else "tagged"
    silent = 0
    for outcome in outcomes:
        gained, lost = len(outcome.gained), len(outcome.lost)
        if not outcome.passing and not lost and len(outcomes) > 1:
            silent += 1
            continue
        parts = [f"{gained} {done}{word}"] if gained or not lost else []
        if lost:
            parts.append(f"{lost} {done}taken back")
        if kept := outcome.passing - gained:
            parts.append(f"{kept} as before")
        if outcome.precision is not None and outcome.passing:
            parts.append(f"about {round(100 * outcome.precision)} % right")
        if outcome.finding:
            parts.append(outcome.finding)
        yield f"{outcome.label.name}: {', '.join(parts)}"
    if silent:
        yield f"{silent} labels match nothing clearly"
