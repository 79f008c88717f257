"""The verb that finds photos which are one picture: ``duplicates``."""

from __future__ import annotations

import argparse
from typing import Any

from photoclip.cli.output import Output, cancel_on_interrupt
from photoclip.engine import Engine
from photoclip.errors import QueryError
from photoclip.library.trash import Trashed
from photoclip.paths import Paths
from photoclip.search.duplicate_finder import Finds
from photoclip.search.duplicates import Duplicate, DuplicateGroup, DuplicateKind

_TITLES = {
    DuplicateKind.CONTENT: "the same file",
    DuplicateKind.PICTURE: "the same picture",
    DuplicateKind.SERIES: "a series",
}


def duplicates(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip duplicates"""
    kinds = [DuplicateKind(kind) for kind in arguments.kind or list(DuplicateKind)]
    if arguments.trash and DuplicateKind.SERIES in kinds:
        raise QueryError(
            "photos of a series are not copies of each other",
            hint="Say which duplicates to move: --kind content, --kind picture, or both.",
        )
    with (
        Engine.open(paths, writable=arguments.trash) as engine,
        cancel_on_interrupt() as cancel,
    ):
        with output.progress() as progress:
            found = engine.duplicates.find(kinds, cancel=cancel, progress=progress)
        values = {"groups": [_values(group) for group in found.groups], "unseen": found.unseen}
        if arguments.trash and arguments.yes:
            return _discard(engine, found, values, output)
        output.result(values, _text(found))
        if found.unseen:
            output.note(f"{found.unseen} photos are out of reach and were not compared")
        if arguments.trash:
            count = sum(len(group.others) for group in found.groups)
            output.note(f"nothing was moved; --trash --yes moves {count} files to the trash")
    return 0


def _discard(engine: Engine, found: Finds, values: dict[str, Any], output: Output) -> int:
    done = Trashed()
    for group in found.groups:
        part = engine.trash.discard([one.path for one in group.others], group.best.path)
        done.moved.extend(part.moved)
        done.problems.extend(part.problems)
    for problem in done.problems:
        output.error(problem)
    values |= {
        "moved": [str(path) for path in done.moved],
        "problems": [str(problem) for problem in done.problems],
    }
    output.result(values, f"{len(done.moved)} files moved to the trash")
    return 1 if done.problems else 0


def _values(group: DuplicateGroup) -> dict[str, Any]:
    return {
        "kind": group.kind.value,
        "keep": str(group.best.path),
        "because": group.advantage.value,
        "photos": [_member(one) for one in group.members],
    }


def _member(one: Duplicate) -> dict[str, Any]:
    facts = one.photo.metadata
    values = {
        "path": str(one.path),
        "photo": one.photo.id,
        "bytes": one.photo.size,
        "width": facts.width,
        "height": facts.height,
    }
    if one.likeness is not None:
        values |= {"likeness": round(one.likeness.score, 4), "turned": one.likeness.turned}
    return values


def _text(found: Finds) -> str:
    lines = []
    for group in found.groups:
        lines.append(f"{_TITLES[group.kind]}, {len(group.members)} files:")
        lines.append(f"  keep   {_line(group.best)}  ({group.advantage.value})")
        lines += [f"         {_line(one)}" for one in group.others]
    return "\n".join(lines) or "no duplicates"


def _line(one: Duplicate) -> str:
    facts = one.photo.metadata
    return f"{one.path}  {facts.width}x{facts.height}, {one.photo.size / 1e6:.1f} MB"
