"""The verb ``tag``: labels on photos."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import Any

from photoclip.cli.output import Output, cancel_on_interrupt
from photoclip.cli.selecting import chosen_labels, selected
from photoclip.cli.verbs import warn_of_settings
from photoclip.engine import Engine
from photoclip.errors import QueryError
from photoclip.paths import Paths
from photoclip.tagging.applying import Mode, Outcome


def tag(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip tag"""
    mode = Mode.SUGGEST if arguments.suggest else Mode.ACCEPT
    with (
        Engine.open(paths, writable=not arguments.dry_run) as engine,
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
