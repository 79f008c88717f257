"""What the vectors of each model take, and ``photoclip storage delete-vectors``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from photoclip.catalog.models import KnownModel
from photoclip.cli.output import Output
from photoclip.clip.opening import directory_of
from photoclip.engine import Engine
from photoclip.errors import LibraryError, ModelError, PhotoclipError
from photoclip.index import cache
from photoclip.meter import in_bytes
from photoclip.paths import Paths
from photoclip.settings import EMBEDDED, Settings

# Of a fingerprint, which tells models of one name apart.
_SHOWN = 12


def of_each_model(paths: Paths) -> list[dict[str, Any]]:
    """What each model's vectors take in the catalog; [] where that cannot be read."""
    if not paths.catalog_file.exists():
        return []
    try:
        with Engine.open(paths, writable=False) as engine:
            needed = _needed(engine)
            return [
                _row(known, needed.get(known.fingerprint)) for known in engine.catalog.models.all()
            ]
    except LibraryError:
        return []  # what is wrong with it is for `check` to tell; its files are listed anyway


def _row(known: KnownModel, use: str | None) -> dict[str, Any]:
    return {
        "model": known.name,
        "fingerprint": known.fingerprint,
        "photos": known.photos,
        "bytes": known.size,
        "in_use": use == "in use",
        "next": use == "next",
    }


def embedded(paths: Paths) -> dict[Path, int]:
    """How many photos the model in use and the next one have embedded, by their directories."""
    found: dict[Path, int] = {}
    if not paths.catalog_file.exists():
        return found
    try:
        with Engine.open(paths, writable=False) as engine:
            settings = engine.settings
            for choice in filter(None, (settings.model or EMBEDDED, settings.next_model)):
                model = engine.model_of(choice)
                known = engine.catalog.embeddings.find_model(model.fingerprint)
                count = 0 if known is None else engine.catalog.embeddings.count(known)
                found[model.directory.resolve()] = count
    except PhotoclipError:
        # What is wrong with the catalog or a model is told by what is about them.
        return found
    return found


def line(row: dict[str, Any]) -> str:
    """One of these in words."""
    mark = "in use" if row["in_use"] else "next" if row["next"] else row["fingerprint"][:_SHOWN]
    return f"{'vectors':12} {in_bytes(row['bytes']):>10}  {row['model']} ({mark})"


def delete(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip storage delete-vectors MODEL"""
    with Engine.open(paths) as engine:
        known = _known(arguments.model, engine.catalog.models.all())
        use = _needed(engine).get(known.fingerprint)
        if use is not None:
            hint = "Use another one first." if use == "in use" else "See: photoclip settings"
            raise ModelError(f"{known.name} is {use}", hint=hint)
        count = engine.catalog.models.forget(known.id)
        cache.discard(engine.paths.index, known.fingerprint)
    values = {"model": known.name, "vectors": count, "bytes": known.size}
    output.result(values, f"{count} vectors of {known.name} are deleted, {in_bytes(known.size)}")
    return 0


def _needed(engine: Engine) -> dict[str, str]:
    """The fingerprints of the models that are needed, and what for."""
    settings: Settings = engine.settings
    found = {}
    for choice, use in ((settings.next_model, "next"), (settings.model or EMBEDDED, "in use")):
        try:
            if choice and directory_of(choice).exists():
                found[engine.model_of(choice).fingerprint] = use
        except ModelError:
            continue  # what is no model has no vectors either
    return found


def _known(text: str, models: list[KnownModel]) -> KnownModel:
    wanted = text.casefold()
    found = [model for model in models if model.name.casefold() == wanted]
    if not found and len(wanted) >= _SHOWN // 2:
        found = [model for model in models if model.fingerprint.startswith(wanted)]
    if not found:
        raise ModelError(f"there are no vectors of {text!r}", hint="See: photoclip storage")
    if len(found) > 1:
        marks = ", ".join(model.fingerprint[:_SHOWN] for model in found)
        raise ModelError(f"{text!r} is the name of several models", hint=f"Name one: {marks}.")
    return found[0]
