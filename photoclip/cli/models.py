"""The verbs about models: ``models list|download|remove``."""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

from photoclip.cli import vectors
from photoclip.cli.output import Output, cancel_on_interrupt
from photoclip.clip import zoo
from photoclip.clip.opening import directory_of, model_directory
from photoclip.clip.shelf import unfinished
from photoclip.clip.zoo import InstalledModel, ZooEntry
from photoclip.engine import Engine
from photoclip.library.removal import remove_model
from photoclip.meter import in_bytes
from photoclip.paths import Paths
from photoclip.settings import Settings, load_settings

# Where the columns of the list begin.
_WIDTH = 54


def show(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip models list"""
    del arguments
    settings, _ = load_settings(paths.settings_file)
    used, coming = _chosen(settings)
    found = zoo.find_models(paths)
    here = {model.path.resolve() for model in found}
    found += [zoo.describe(path) for path in (used, coming) if path and path not in here]
    parts = unfinished(paths.models)
    counts = vectors.embedded(paths)
    rows = [
        {
            **_installed(model, in_use=model.path.resolve() == used),
            "next": model.path.resolve() == coming,
            "embedded": counts.get(model.path.resolve()),
        }
        for model in found
    ]
    there = {model.path.name for model in found}
    others = [
        {**asdict(entry), "unfinished_bytes": parts.get(entry.name, 0)}
        for entry in zoo.entries()
        if entry.name not in there
    ]
    lines = [_line(row) for row in rows]
    lines += ["", "to be had with photoclip models download NAME:"]
    lines += [_offer(entry, parts) for entry in zoo.entries() if entry.name not in there]
    output.result({"models": rows, "available": others}, "\n".join(lines))
    return 0


def _chosen(settings: Settings) -> tuple[Path, Path | None]:
    """Where the model in use lies, and the next one."""
    coming = directory_of(settings.next_model).resolve() if settings.next_model else None
    return model_directory(settings).resolve(), coming


def _installed(model: InstalledModel, *, in_use: bool) -> dict[str, Any]:
    origin = model.origin
    return {
        "name": model.name,
        "dim": model.dim,
        "megabytes": round(model.size / 1e6, 1),
        "licence": model.licence,
        "languages": list(model.languages),
        "in_use": in_use,
        "path": str(model.path),
        "source": origin.source if origin is not None else "",
        "problem": model.problem,
    }


def _line(row: dict[str, Any]) -> str:
    facts = f"{row['dim']} dimensions, {row['megabytes']} MB, {row['licence'] or 'licence unknown'}"
    mark = "*" if row["in_use"] else ">" if row["next"] else " "
    if row["embedded"] is not None:
        facts += f", {row['embedded']} photos embedded"
    says = f"{mark} {row['name']:{_WIDTH}} {row['problem'] or facts}"
    return f"{says} (the next one)" if row["next"] else says


def _offer(entry: ZooEntry, parts: dict[str, int]) -> str:
    figure = f"ImageNet {entry.imagenet} %" if entry.imagenet is not None else ""
    languages = "many languages" if entry.multilingual else "English"
    licence = entry.licence or "licence unknown"
    if entry.commercial is False:
        licence += " (not for business)"
    facts = [f"{entry.megabytes} MB", languages, figure, licence]
    if entry.name in parts:
        facts.append(f"{in_bytes(parts[entry.name])} are here already")
    return f"  {entry.name:{_WIDTH}} {', '.join(filter(None, facts))}"


def download(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip models download NAME"""
    from photoclip.clip import download as downloading
    from photoclip.clip.hub import Place
    from photoclip.clip.wish import wish_for

    settings, _ = load_settings(paths.settings_file)
    wish = wish_for(arguments.name)
    place = Place.chosen(arguments.endpoint or settings.hub_endpoint, settings.offline)
    with cancel_on_interrupt() as cancel, output.progress() as progress:
        done = downloading.download(wish, paths.models, place, cancel=cancel, progress=progress)
    values = {
        "name": done.name,
        "path": str(done.path),
        "source": done.origin.source,
        "commit": done.origin.commit,
        "bytes": done.size,
        "fetched_bytes": done.fetched,
        "already": done.already,
    }
    if done.already:
        text = f"{done.name} is there already, and every file of it is as it came"
    else:
        text = f"{done.name} is here: {in_bytes(done.size)} from {done.origin.source}"
    output.result(values, text)
    if not output.json and not done.already:
        output.note(f"now run: photoclip models use {done.name}")
    return 0


def remove(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip models remove NAME"""
    settings, _ = load_settings(paths.settings_file)
    used = tuple(directory_of(choice) for choice in (settings.model, settings.next_model))
    with ExitStack() as stack:
        catalog = None
        if arguments.vectors and paths.catalog_file.exists():
            catalog = stack.enter_context(Engine.open(paths)).catalog
        gone = remove_model(arguments.name, paths, used, catalog)
    values = {"name": gone.name, "bytes": gone.size, "vectors": gone.vectors}
    text = f"{gone.name} is removed, {in_bytes(gone.size)} are free again"
    if arguments.vectors:
        text += f", and {gone.vectors} vectors are deleted"
    output.result(values, text)
    return 0
