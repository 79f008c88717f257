"""The verb ``album``: photos under names, by hand and by searches."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from photoclip.cli import finding
from photoclip.cli.output import Output
from photoclip.cli.selecting import found_by
from photoclip.cli.verbs import warn_of_settings
from photoclip.domain import Album, Order, PhotoId
from photoclip.engine import Engine
from photoclip.errors import QueryError
from photoclip.paths import Paths
from photoclip.search import printing
from photoclip.search.albums import proper_name
from photoclip.search.query import FilterName, Query, Term, Value
from photoclip.search.saved import canonical
from photoclip.search.splitting import LIKELY, TAGGED, Group, Split, name_of


def show_all(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip album list"""
    del arguments
    with Engine.open(paths, writable=False) as engine:
        found = engine.albums.all()
    lines = map(_line, found)
    output.result({"albums": list(map(_values, found))}, "\n".join(lines) or "no albums yet")
    return 0


def show(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip album show NAME"""
    with Engine.open(paths, writable=False) as engine:
        warn_of_settings(engine, output)
        album = engine.albums.named(arguments.name)
        term = Term(FilterName.ALBUM, (Value(album.name),))
        query = album.query or printing.text(Query(terms=(term,)))
        return finding.answer(engine, query, arguments, output)


def create(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip album create NAME"""
    # Before a library is made: wrong usage is wrong whether or not there is one yet.
    proper_name(arguments.name)
    if arguments.smart is not None:
        return _create_smart(arguments, paths, output)
    with Engine.open(paths, sharing=True) as engine:
        album = engine.albums.create(arguments.name, _chosen(engine, arguments))
    output.result(_values(album), _line(album))
    return 0


def _create_smart(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    if arguments.files or arguments.numbers or arguments.search is not None:
        raise QueryError("the photos of a smart album are found by its search, not put in")
    canonical(arguments.smart)
    with Engine.open(paths, sharing=True) as engine:
        engine.searches.add(arguments.name, arguments.smart)
        album = engine.albums.named(arguments.name)
    output.result(_values(album), _line(album))
    return 0


def add(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip album add NAME FILE..."""
    _require_photos(arguments)
    with Engine.open(paths, sharing=True) as engine:
        album = engine.albums.named(arguments.name)
        chosen = _chosen(engine, arguments)
        new = engine.albums.add(album.id, chosen)
        now = engine.albums.get(album.id)
    there = len(chosen) - len(new)
    known = f", {there} were in it" if there else ""
    output.result({**_values(now), "added": len(new)}, f"{len(new)} added to {now.name}{known}")
    return 0


def remove(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip album remove NAME FILE..."""
    _require_photos(arguments)
    with Engine.open(paths, sharing=True) as engine:
        album = engine.albums.named(arguments.name)
        held = engine.albums.take_out(album.id, _chosen(engine, arguments))
        now = engine.albums.get(album.id)
    text = f"{len(held)} taken out of {now.name}; no file was touched"
    output.result({**_values(now), "removed": len(held)}, text)
    return 0


def rename(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip album rename NAME NEW"""
    with Engine.open(paths, sharing=True) as engine:
        before = engine.albums.named(arguments.name)
        now = engine.albums.rename(before.id, arguments.new_name)
    output.result({**_values(now), "before": before.name}, f"{before.name} is now {now.name}")
    return 0


def arrange(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip album arrange NAME --sort ORDER"""
    with Engine.open(paths, sharing=True) as engine:
        album = engine.albums.named(arguments.name)
        among = engine.albums.photos(album)
        listing = engine.catalog.photos.dated(Order(arguments.sort), among=among)
        engine.albums.arrange(album.id, listing.ids)
        now = engine.albums.get(album.id)
    output.result({**_values(now), "sort": arguments.sort}, f"{now.name} is sorted")
    return 0


def delete(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip album delete NAME..."""
    with Engine.open(paths, sharing=True) as engine:
        # All of them are looked up first: a wrong name leaves everything as it is.
        found = {album.id: album for album in map(engine.albums.named, arguments.names)}
        for number in found:
            engine.albums.remove(number)
    lines = [f"deleted: {album.name}; no photo was touched" for album in found.values()]
    output.result({"deleted": list(map(_values, found.values()))}, "\n".join(lines))
    return 0


def split(arguments: argparse.Namespace, paths: Paths, output: Output) -> int:
    """photoclip album split NAME"""
    with Engine.open(paths, writable=arguments.create, sharing=True) as engine:
        warn_of_settings(engine, output)
        labels = [engine.labels.named(name).id for name in arguments.labels or ()]
        found = engine.splitting.propose(
            engine.albums.get(engine.albums.named(arguments.name).id),
            states=TAGGED if arguments.accepted else LIKELY,
            labels=labels or None,
            least=arguments.least,
            overlapping=arguments.overlapping,
        )
        made = []
        if arguments.create:
            made = engine.splitting.create(found, found.groups, arguments.rest)
    values = {
        "album": _values(found.album),
        "groups": [_group_values(found, group) for group in found.groups],
        "rest": list(found.rest),
        "created": list(map(_values, made)),
    }
    output.result(values, "\n".join(_split_lines(found, made)))
    if not output.json and found.groups and not arguments.create:
        output.note("nothing was changed; --create makes these albums")
    return 0


def _split_lines(found: Split, made: list[Album]) -> Iterator[str]:
    if made:
        yield from map(_line, made)
        return
    if not found.groups:
        yield "no label has enough photos of this album; see: photoclip tag"
        return
    for group in found.groups:
        doubt = f", {group.suggested} only suggested" if group.suggested else ""
        yield f"{name_of(found.album, group)}  ({len(group.photos)}{doubt})"
    yield f"the rest  ({len(found.rest)})"


def _group_values(found: Split, group: Group) -> dict[str, Any]:
    return {
        "label": group.label.name,
        "name": name_of(found.album, group),
        "photos": list(group.photos),
        "suggested": group.suggested,
    }


def _require_photos(arguments: argparse.Namespace) -> None:
    if not arguments.files and not arguments.numbers and arguments.search is None:
        raise QueryError("no photos are named", hint="Give files, folders, --photo or --search.")


def _chosen(engine: Engine, arguments: argparse.Namespace) -> list[PhotoId]:
    """The photos that the arguments name, each once. Raises QueryError."""
    chosen = [photo for path in arguments.files for photo in _at(engine, path)]
    numbers = [PhotoId(number) for number in arguments.numbers or ()]
    known = engine.catalog.photos.many(numbers)
    for number in numbers:
        if number not in known:
            raise QueryError(f"there is no photo {number} in this library")
    chosen += numbers
    if arguments.search is not None:
        chosen += found_by(engine, arguments.search)
    return list(dict.fromkeys(chosen))


def _at(engine: Engine, path: Path) -> list[PhotoId]:
    """The photo of a file, or those of a folder, the oldest first. Raises QueryError for none."""
    found = engine.library.photos_at(path)
    if not found:
        hint = "Photos have to lie in a watched folder: photoclip add FOLDER, photoclip index."
        raise QueryError("holds no photo of this library", path=path, hint=hint)
    return found


def _values(album: Album) -> dict[str, Any]:
    return {
        "id": album.id,
        "name": album.name,
        "smart": album.is_smart,
        "query": album.query or None,
        "photos": album.count,
    }


def _line(album: Album) -> str:
    count = f"  ({album.count})" if album.count is not None else ""
    return f"{album.name}{count}: {album.query}" if album.is_smart else f"{album.name}{count}"
