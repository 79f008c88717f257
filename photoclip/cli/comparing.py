"""``photoclip models compare``: what two models find, side by side."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from photoclip.cli.output import Output, cancel_on_interrupt
from photoclip.clip.naming import choice_of
from photoclip.clip.prompts import load_queries
from photoclip.domain import PhotoId
from photoclip.engine import Engine
from photoclip.paths import Paths
from photoclip.search.contrast import Comparison, Contestant, Contrast, Place
from photoclip.search.scripts import told

# Of the searches that ship with photoclip, where no others are known.
SHIPPED = 8
_SEARCHES = "searches="
_MARK = 8  # what rank and the other model's rank take beside a path


def compare(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip models compare A B"""
    choices = choice_of(arguments.a, paths), choice_of(arguments.b, paths)
    queries = arguments.query or recent_searches(paths) or load_queries()[:SHIPPED]
    with Engine.open(paths) as engine, cancel_on_interrupt() as cancel:
        with output.progress() as progress:
            found = engine.comparer.compare(
                choices,
                queries,
                photos=arguments.photos,
                top=arguments.limit,
                cancel=cancel,
                progress=progress,
            )
        places = _places(engine, found)
    output.result(_values(found, places), "\n".join(_lines(found, places)))
    if found.photos < found.asked and not output.json:
        output.note(f"{found.photos} photos were compared; no more are within reach")
    return 0


def recent_searches(paths: Paths) -> list[str]:
    """What was searched for in the window of late, the newest first; [] where nobody knows."""
    try:
        lines = paths.window_file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    value = next((line[len(_SEARCHES) :] for line in lines if line.startswith(_SEARCHES)), "")
    try:
        # QSettings escapes what is JSON already, which is a JSON string again.
        found = json.loads(json.loads(value))
    except (ValueError, TypeError):
        return []
    return [text for text in found if isinstance(text, str)] if isinstance(found, list) else []


def _places(engine: Engine, found: Comparison) -> Mapping[PhotoId, list[Path]]:
    shown = (place.photo for one in found.contrasts for side in one.places for place in side)
    return engine.catalog.files.paths_of(set(shown))


def _values(found: Comparison, places: Mapping[PhotoId, Sequence[Path]]) -> dict[str, Any]:
    return {
        "photos": found.photos,
        "top": found.top,
        "models": [_model(model) for model in found.models],
        "overlap": round(found.overlap, 4),
        "correlation": round(found.correlation, 4),
        "queries": [_query(one, places) for one in found.contrasts],
    }


def _model(model: Contestant) -> dict[str, Any]:
    photo = model.photo_seconds
    return {
        "name": model.name,
        "path": str(model.path),
        "dim": model.dim,
        "megabytes": round(model.size / 1e6, 1),
        "embedded": model.embedded,
        "photos_per_second": None if photo is None else round(1 / photo, 1),
        "text_ms": round(1000 * model.text_seconds, 2),
    }


def _query(one: Contrast, places: Mapping[PhotoId, Sequence[Path]]) -> dict[str, Any]:
    best = [
        [
            {
                "path": _path(place, places),
                "photo": place.photo,
                "rank": place.rank,
                "other_rank": place.other_rank,
            }
            for place in side
        ]
        for side in one.places
    ]
    return {
        "query": one.query,
        "overlap": round(one.overlap, 4),
        "correlation": round(one.correlation, 4),
        "best": best,
        "notes": [None if found is None else told(found) for found in one.unfamiliar],
    }


def _path(place: Place, places: Mapping[PhotoId, Sequence[Path]]) -> str:
    return str(next(iter(places.get(place.photo, ())), ""))


def _lines(found: Comparison, places: Mapping[PhotoId, Sequence[Path]]) -> Iterator[str]:
    for side, model in zip("AB", found.models, strict=True):
        yield f"{side}  {model.name}: {_facts(model)}"
    yield (
        f"{found.photos} photos; of the best {found.top} both have {found.overlap:.0%} in common; "
        f"rank correlation {found.correlation:.2f}"
    )
    for one in found.contrasts:
        yield ""
        yield f"{one.query}  ({one.overlap:.0%} in common, rank correlation {one.correlation:.2f})"
        for side, strange in zip("AB", one.unfamiliar, strict=True):
            if strange is not None:
                yield f"{side}: {told(strange)}"
        yield from _columns(one, places)


def _facts(model: Contestant) -> str:
    photo = model.photo_seconds
    speed = "" if photo is None else f", {1 / photo:.1f} photos/s"
    size = f"{model.dim} dimensions, {model.size / 1e6:.0f} MB"
    return f"{size}{speed}, {1000 * model.text_seconds:.1f} ms for a text"


def _columns(one: Contrast, places: Mapping[PhotoId, Sequence[Path]]) -> Iterator[str]:
    """Both lists beside each other; behind a path where the other model has the photo."""
    cells = [[f"{_path(p, places)}  #{p.other_rank}" for p in side] for side in one.places]
    width = max((len(cell) for cell in cells[0]), default=0)
    if sys.stdout.isatty():
        width = min(width, max(20, (shutil.get_terminal_size().columns - _MARK) // 2))
        cells = [[_shortened(cell, width) for cell in side] for side in cells]
    for rank, pair in enumerate(zip(*cells, strict=True), start=1):
        left, right = pair
        yield f"{rank:3}  {left:{width}}  {right}"


def _shortened(text: str, width: int) -> str:
    """The end says more than the beginning, which is the same for all."""
    return text if len(text) <= width else f"…{text[1 - width :]}"
