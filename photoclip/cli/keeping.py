"""The verbs about photoclip itself: ``storage`` and ``settings``."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from photoclip.cli import switching, vectors
from photoclip.cli.output import Output, cancel_on_interrupt
from photoclip.engine import delete_everything, storage_of
from photoclip.errors import QueryError
from photoclip.library.storage import Cleared, Kind
from photoclip.meter import in_bytes
from photoclip.paths import Paths
from photoclip.settings import (
    Settings,
    load_settings,
    parsed,
    save_settings,
    with_value,
)


def storage(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip storage"""
    del arguments
    with cancel_on_interrupt() as cancel:
        found = storage_of(paths).look(cancel)
    values = [
        {"kind": row.kind, "path": str(row.place), "files": row.files, "bytes": row.size}
        for row in found
    ]
    lines = [f"{row.kind:12} {in_bytes(row.size):>10}  {row.place}" for row in found]
    models = vectors.of_each_model(paths)
    if models:
        lines += ["", "of the catalog:", *map(vectors.line, models)]
    output.result({"storage": values, "vectors": models}, "\n".join(lines))
    return 0


def clear(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip storage clear KIND"""
    with cancel_on_interrupt() as cancel:
        return _tell(storage_of(paths).clear(Kind(arguments.kind), cancel), output)


def forget(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip storage delete-everything --yes"""
    if not arguments.yes:
        raise QueryError(
            "this deletes the catalog, its backup, examples of labels, caches and settings",
            hint="Say --yes where that is what you want; photos are not touched.",
        )
    return _tell(delete_everything(paths), output)


def _tell(done: Cleared, output: Output) -> int:
    for problem in done.problems:
        output.error(problem)
    values = {
        "files": done.files,
        "bytes": done.size,
        "problems": [str(problem) for problem in done.problems],
    }
    output.result(values, f"{done.files} files deleted, {in_bytes(done.size)}")
    return 1 if done.problems else 0


def settings(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip settings"""
    del arguments
    chosen, problems = load_settings(paths.settings_file)
    for problem in problems:
        output.note(str(problem))
    values = asdict(chosen)
    defaults = asdict(Settings())
    lines = [
        f"{'*' if value != defaults[name] else ' '} {name:16} {_shown(value)}"
        for name, value in values.items()
    ]
    places = {"file": str(paths.settings_file), "problems": [str(problem) for problem in problems]}
    output.result({"settings": values, **places}, "\n".join(lines))
    return 0


def put(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip settings set NAME VALUE"""
    name = arguments.name
    return _save(paths, output, name, parsed(name, arguments.value))


def reset(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip settings reset NAME"""
    return _save(paths, output, arguments.name, getattr(Settings(), arguments.name))


def _save(paths: Paths, output: Output, name: str, value: object) -> int:
    before, _ = load_settings(paths.settings_file)
    after = with_value(before, name, value)
    if name in switching.NAMES:
        # The one in use stays until the other has embedded the library.
        if name == "next_model" and not value:
            return switching.stay(paths, output)
        return switching.take(str(value), paths, output)
    save_settings(after, paths.settings_file, [name])
    value = asdict(after)[name]
    output.result({name: value}, f"{name} is {_shown(value)}")
    return 0


def _shown(value: Any) -> str:
    """As it would be typed after ``settings set NAME``, and stands in the file."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple | list):
        return f"[{', '.join(_quoted(str(entry)) for entry in value)}]"
    return str(value) if value != "" else '""'


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
