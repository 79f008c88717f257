"""All visible photos in order: by date with their days, by names of files, by folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence

import numpy as np

from photoclip.catalog import dates, rows, scopes
from photoclip.catalog.connections import Connections
from photoclip.catalog.faults import damaged
from photoclip.domain import Days, Folders, FolderScope, Listing, Order, PhotoId, PhotoIds, RootId

_DATES = """
SELECT p.id, p.taken_at, min(f.mtime_ns) FROM files f JOIN photos p ON p.id = f.photo
WHERE {where} GROUP BY f.photo
"""

# The best place of a photo names it, as it does everywhere else.
_NAMES = """
SELECT f.photo, f.path FROM files f JOIN photos p ON p.id = f.photo JOIN roots r ON r.id = f.root
WHERE {where} ORDER BY f.photo DESC, r.online, f.id DESC
"""

# Of a photo at several places, one in the folder that was asked for counts first.
_PLACES = """
SELECT f.photo, f.root, f.path FROM files f JOIN photos p ON p.id = f.photo
JOIN roots r ON r.id = f.root
WHERE {where} ORDER BY f.photo DESC, {inside}, r.online, f.id DESC
"""

# All rows of 100,000 photos would take 30 MB, as objects of Python.
_ROWS_A_STEP = 4096

_NUMBER = re.compile(r"\d+")

# A condition in SQL and its values.
_Where = tuple[str, tuple[object, ...]]


def dated(
    connections: Connections,
    order: Order,
    within: FolderScope | None,
    among: Iterable[PhotoId] | None,
) -> Listing:
    """Visible photos in order; only those of a folder, or of these, where given."""
    where = _visible(within, among)
    if order is Order.NAME:
        return Listing(_by_name(connections, where))
    if order is Order.FOLDER:
        return _by_folder(connections, where, within)
    ids, when = _read(connections, where)
    found = dates.newest_first(when, ids)
    if order is Order.OLDEST:
        found = found[::-1]
    return Listing([PhotoId(number) for number in ids[found].tolist()], dates.days(when[found]))


def days_of(connections: Connections, photos: Sequence[PhotoId]) -> Days:
    """The local day of each photo as date.toordinal(), 0 where unknown."""
    where = "f.photo IN (SELECT value FROM json_each(?))", (rows.id_list(photos),)
    ids, when = _read(connections, where)
    known = dict(zip(ids.tolist(), dates.days(when).tolist(), strict=True))
    return np.array([known.get(photo, 0) for photo in photos], np.int32)


def named(connections: Connections, text: str) -> set[PhotoId]:
    """Photos with a file whose name begins with a text, in whatever case."""
    start = text.casefold()
    found = connections.rows("SELECT f.photo, f.path FROM files f WHERE f.photo IS NOT NULL")
    names = ((photo, os.fsdecode(path.rpartition(b"/")[2])) for photo, path in found)
    return {PhotoId(photo) for photo, name in names if name.casefold().startswith(start)}


def _visible(within: FolderScope | None, among: Iterable[PhotoId] | None) -> _Where:
    parts: list[_Where] = [("p.status = 'ok'", ())]
    if within is not None:
        there, bounds = scopes.condition(within, "s")
        parts.append((f"f.photo IN (SELECT s.photo FROM files s WHERE {there})", bounds))
    if among is not None:
        parts.append(("f.photo IN (SELECT value FROM json_each(?))", (rows.id_list(among),)))
    conditions = " AND ".join(condition for condition, _ in parts)
    return conditions, tuple(value for _, some in parts for value in some)


def _read(connections: Connections, where: _Where) -> tuple[PhotoIds, dates.Moments]:
    ids: list[PhotoIds] = [np.zeros(0, np.int64)]
    when: list[dates.Moments] = [dates.moments([], [])]
    with connections.reading() as db:
        cursor = db.execute(_DATES.format(where=where[0]), where[1])
        while batch := cursor.fetchmany(_ROWS_A_STEP):
            photos, taken, mtimes_ns = zip(*batch, strict=True)
            ids.append(np.array(photos, np.int64))
            try:
                when.append(dates.moments(taken, mtimes_ns))
            except ValueError as error:
                raise damaged(connections.path, f"is damaged ({error})") from error
    return np.concatenate(ids), np.concatenate(when)


def _by_name(connections: Connections, where: _Where) -> list[PhotoId]:
    best: dict[int, bytes] = dict(connections.rows(_NAMES.format(where=where[0]), where[1]))
    names = {photo: natural(os.fsdecode(path)) for photo, path in best.items()}
    return [PhotoId(photo) for photo in sorted(names, key=lambda photo: (names[photo], photo))]


def _by_folder(connections: Connections, where: _Where, within: FolderScope | None) -> Listing:
    """By the paths of folders, the photos of each by their names."""
    inside, bounds = scopes.condition(within) if within is not None else ("0 = 1", ())
    sql = _PLACES.format(where=where[0], inside=f"({inside})")
    paths = connections.rows("SELECT id, path FROM roots")
    roots = {number: _in_order(os.fsdecode(path)) for number, path in paths}
    best: dict[int, tuple[tuple[int, bytes], bytes]] = {}
    for photo, root, path in connections.each(sql, (*where[1], *bounds)):
        folder, _, name = path.rpartition(b"/")
        best[photo] = (root, folder), name
    known = {
        (root, folder): (roots[root], root, _in_order(os.fsdecode(folder)), folder)
        for root, folder in {place for place, _ in best.values()}
    }
    ranks = {one: rank for rank, one in enumerate(sorted(known, key=known.__getitem__))}
    keys = {
        photo: (ranks[folder], counted(os.fsdecode(name)), photo)
        for photo, (folder, name) in best.items()
    }
    ids = [PhotoId(photo) for photo in sorted(keys, key=keys.__getitem__)]
    of = np.array([keys[photo][0] for photo in ids], np.int32)
    places = (FolderScope(RootId(root), os.fsdecode(folder)) for root, folder in ranks)
    return Listing(ids, folders=Folders(of, tuple(places)))


def _in_order(path: str) -> tuple[str, ...]:
    """What to sort a folder by: after the one that it lies in."""
    return tuple(counted(name) for name in path.split("/") if name)


def counted(name: str) -> str:
    """A name in whose order people count: "2" before "10"."""
    return _NUMBER.sub(lambda found: found[0].zfill(12), name.casefold())


def natural(path: str) -> tuple[str, str]:
    """What to sort a file by: its name as people count ("2" before "10"), then its folder."""
    folder, _, name = path.rpartition("/")
    return counted(name), folder
