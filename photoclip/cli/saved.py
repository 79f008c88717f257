"""The verb ``saved``: searches that are kept under names."""

from __future__ import annotations

import argparse
from typing import Any

from photoclip.cli import finding
from photoclip.cli.output import Output
from photoclip.cli.verbs import warn_of_settings
from photoclip.domain import SavedSearch
from photoclip.engine import Engine
from photoclip.errors import SavedSearchError
from photoclip.paths import Paths
from photoclip.search.saved import Counted, SavedSearches, canonical, proper_name


def show(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip saved list"""
    del arguments
    with Engine.open(paths, writable=False) as engine:
        found = engine.searches.counted()
    values = [
        {**_values(one.search), "photos": one.photos, "problem": one.finding} for one in found
    ]
    lines = map(_line, found)
    output.result({"searches": values}, "\n".join(lines) or "no search is saved")
    return 0


def add(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip saved add NAME QUERY"""
    text = " ".join(arguments.text)
    # Before a library is made: wrong usage is wrong whether or not there is one yet.
    proper_name(arguments.name)
    canonical(text)
    with Engine.open(paths, sharing=True) as engine:
        kept = _kept(engine.searches, arguments.name, text, replacing=arguments.replace)
    output.result(_values(kept), f"{kept.name}: {kept.query}")
    return 0


def run(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip saved run NAME"""
    with Engine.open(paths, writable=False) as engine:
        warn_of_settings(engine, output)
        search = engine.searches.named(arguments.name)
        return finding.answer(engine, search.query, arguments, output)


def rename(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip saved rename NAME NEW"""
    with Engine.open(paths, sharing=True) as engine:
        before = engine.searches.named(arguments.name)
        now = engine.searches.rename(before.id, arguments.new_name)
    output.result({**_values(now), "before": before.name}, f"{before.name} is now {now.name}")
    return 0


def remove(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip saved remove NAME..."""
    with Engine.open(paths, sharing=True) as engine:
        # All of them are looked up first: a wrong name leaves everything as it is.
        found = {search.id: search for search in map(engine.searches.named, arguments.names)}
        for number in found:
            engine.searches.remove(number)
    values = [_values(search) for search in found.values()]
    lines = [f"no longer saved: {search.name}" for search in found.values()]
    output.result({"removed": values}, "\n".join(lines))
    return 0


def _kept(searches: SavedSearches, name: str, text: str, *, replacing: bool) -> SavedSearch:
    if replacing:
        try:
            return searches.set_query(searches.named(name).id, text)
        except SavedSearchError:
            # There is none to replace; adding tells what else is wrong.
            return searches.add(name, text)
    return searches.add(name, text)


def _values(search: SavedSearch) -> dict[str, Any]:
    return {"name": search.name, "query": search.query}


def _line(counted: Counted) -> str:
    count = f"  ({counted.photos})" if counted.photos is not None else ""
    problem = f"  [{counted.finding}]" if counted.finding else ""
    return f"{counted.search.name}{count}: {counted.search.query}{problem}"
