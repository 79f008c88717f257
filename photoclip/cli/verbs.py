"""The verbs that work on a library."""

from __future__ import annotations

import argparse
from pathlib import Path

from photoclip.cli import switching
from photoclip.cli.output import Output, cancel_on_interrupt
from photoclip.domain import CancelToken, IndexReport, Root
from photoclip.engine import Engine
from photoclip.errors import FolderError
from photoclip.library.pipeline import IndexingCancelled
from photoclip.library.suggestions import suggest
from photoclip.paths import Paths, expanded
from photoclip.settings import load_settings


def add(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip add FOLDER..."""
    with Engine.open(paths) as engine:
        added = engine.library.add_folders(arguments.folders)
        lines = [f"watching {root.path}" for root in added]
        output.result({"added": [str(root.path) for root in added]}, "\n".join(lines))
        if not output.json:
            output.note("now run: photoclip index")
    return 0


def folders(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip folders"""
    if arguments.suggest:
        return _suggest(paths, output)
    with Engine.open(paths, writable=False) as engine:
        roots = engine.library.roots()
    values = [{"path": str(root.path), "online": root.online} for root in roots]
    lines = [f"{root.path}{'' if root.online else '  (offline)'}" for root in roots]
    output.result({"folders": values}, "\n".join(lines) or "no folder is watched")
    return 0


def _suggest(paths: Paths, output: Output) -> int:
    with cancel_on_interrupt() as cancel:
        found = list(suggest(*_known(paths), cancel))
    values = [
        {"path": str(one.path), "kind": one.kind, "photos": one.photos, "complete": one.complete}
        for one in found
    ]
    lines = [f"{one.photos}{'' if one.complete else '+'}  {one.path}" for one in found]
    output.result({"suggestions": values}, "\n".join(lines) or "no more folders with photos found")
    return 0


def _known(paths: Paths) -> tuple[list[Path], tuple[str, ...]]:
    """The watched folders and the ignored names; before the first library, the usual ones."""
    if not paths.catalog_file.exists():
        return [], load_settings(paths.settings_file)[0].ignore
    with Engine.open(paths, writable=False) as engine:
        return [root.path for root in engine.library.roots()], engine.settings.ignore


def remove(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip remove FOLDER..."""
    with Engine.open(paths) as engine:
        roots = [_watched(engine, folder) for folder in arguments.folders]
        for root in roots:
            engine.library.remove_folder(root.id)
    lines = [f"no longer watching {root.path}" for root in roots]
    output.result({"removed": [str(root.path) for root in roots]}, "\n".join(lines))
    return 0


def _watched(engine: Engine, folder: Path) -> Root:
    folder = expanded(folder).absolute()
    root = engine.catalog.roots.find(folder)
    if root is None:
        raise FolderError("is not watched", path=folder, hint="See: photoclip folders")
    return root


def index(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip index"""
    del arguments
    with (
        Engine.open(paths) as engine,
        cancel_on_interrupt() as cancel,
    ):
        warn_of_settings(engine, output)
        if not engine.library.roots():
            output.note("no folder is watched yet; start with: photoclip add FOLDER")
        try:
            with output.progress() as progress:
                report = engine.library.index(cancel=cancel, progress=progress)
                engine.search.refresh_graph(cancel, progress)
                engine.following.resume()
        except IndexingCancelled as cancelled:
            output.result(cancelled.report.as_dict(), _summary(cancelled.report))
            raise
        return _switch(engine, report, cancel, output)


def _switch(engine: Engine, report: IndexReport, cancel: CancelToken, output: Output) -> int:
    """The other half of indexing where the model is about to change."""
    values, lines = report.as_dict(), [_summary(report)]
    error = None
    try:
        with output.progress() as progress:
            done, error = switching.go_on(engine, cancel, progress)
        if done is not None:
            values["switch"] = switching.as_values(done)
            lines.append(switching.line(done))
    finally:
        output.result(values, "\n".join(lines))
    if error is not None:
        output.error(error)
        output.note("the model in use stays")
    return 0 if error is None else 1


def _summary(report: IndexReport) -> str:
    counts = [
        f"{number} {name}"
        for name, number in report.as_dict().items()
        if isinstance(number, int) and (number or name == "new")
    ]
    speed = f", {report.images_per_second:.1f} images/s" if report.images_per_second else ""
    return f"{', '.join(counts)} in {report.seconds:.1f} s{speed}"


def problems(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip problems"""
    del arguments
    with Engine.open(paths, writable=False) as engine:
        found = engine.library.problems()
    values = [{"path": str(problem.path), "reason": problem.reason} for problem in found]
    lines = [f"{problem.path}: {problem.reason}" for problem in found]
    output.result({"problems": values}, "\n".join(lines) or "every file could be read")
    return 0


def warn_of_settings(engine: Engine, output: Output) -> None:
    """Tell what is wrong in the settings file."""
    for problem in engine.settings_problems:
        output.note(str(problem))
