"""XMP sidecars: what the last look at each of them found, and what photoclip wrote into which."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from photoclip.catalog import rows, scopes
from photoclip.catalog.connections import Connections
from photoclip.domain import Annotations, FolderScope, PhotoId, Problem, RootId, SidecarFile

_COLUMNS = "root, path, size, mtime_ns, keywords, rating, suffix, ours, reason"
_PUT = f"INSERT OR REPLACE INTO sidecars ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
# The photos that one may speak for: IMG.JPG.xmp for IMG.JPG, IMG.xmp for whatever is IMG.*.
_STALE = """
UPDATE annotations SET settled = 0 WHERE photo IN
(SELECT photo FROM files WHERE root = ?1 AND (path = ?2 OR (path >= ?3 AND path < ?4)))
"""
_NOTE = """
INSERT INTO exports (path, entries) VALUES (?, ?)
ON CONFLICT (path) DO UPDATE SET entries = excluded.entries
"""


class SidecarFiles:
    """The sidecars of a catalog."""

    def __init__(self, connections: Connections) -> None:
        """connections: those of the catalog."""
        self._connections = connections

    def stamps(self, within: FolderScope) -> dict[str, tuple[int, int]]:
        """Size and time of each sidecar in a folder and below, by path from the root."""
        where, values = scopes.condition(within, "s")
        sql = f"SELECT path, size, mtime_ns FROM sidecars s WHERE {where}"
        found = self._connections.each(sql, values)
        return {os.fsdecode(path): (size, mtime) for path, size, mtime in found}

    def put(self, found: Iterable[SidecarFile]) -> None:
        """Keep what sidecars say; the photos that they may be for are looked at again."""
        with self._connections.transaction() as db:
            for one in found:
                written = one.annotations
                path = os.fsencode(one.relative)
                keywords = json.dumps(written.keywords)
                db.execute(
                    _PUT,
                    (
                        *(one.root, path, one.size, one.mtime_ns, keywords, written.rating),
                        *(one.suffix, int(one.ours), rows.text(one.reason)),
                    ),
                )
                db.execute(_STALE, (one.root, *_spoken_for(path)))

    def remove(self, root: RootId, relative: Iterable[str]) -> None:
        """Forget sidecars that are gone."""
        with self._connections.transaction() as db:
            for path in map(os.fsencode, relative):
                db.execute("DELETE FROM sidecars WHERE root = ? AND path = ?", (root, path))
                db.execute(_STALE, (root, *_spoken_for(path)))

    def about(self, photo: PhotoId) -> Iterator[tuple[str, list[str], list[SidecarFile]]]:
        """For each file of a photo its name, its rivals, and the sidecars that may be for it.

        rivals: the names of other photos in the same folder that "IMG.xmp" could be for.
        """
        sql = "SELECT root, path FROM files WHERE photo = ? ORDER BY id"
        for root, path in self._connections.rows(sql, (photo,)):
            name = PurePosixPath(os.fsdecode(path))
            stem = os.fsencode(name.with_suffix("").as_posix())
            ends = (root, stem + b".", stem + b"/")  # as in _spoken_for()
            near = "WHERE root = ? AND path >= ? AND path < ?"
            found = self._connections.rows(f"SELECT {_COLUMNS} FROM sidecars {near}", ends)
            if found:
                others = self._connections.rows(f"SELECT path FROM files {near}", ends)
                names = [PurePosixPath(os.fsdecode(other)) for (other,) in others]
                rivals = [one.name for one in names if one.stem == name.stem and one != name]
                yield name.name, rivals, [_sidecar(row) for row in found]

    def problems(self) -> list[Problem]:
        """Sidecars that could not be read, with the reason, by path."""
        sql = (
            "SELECT r.path, s.path, s.reason FROM sidecars s JOIN roots r ON r.id = s.root "
            "WHERE s.reason <> '' ORDER BY s.root, s.path"
        )
        found = self._connections.rows(sql)
        return [
            Problem(rows.absolute(folder, path), reason, None) for folder, path, reason in found
        ]

    def written(self) -> set[Path]:
        """What photoclip wrote into and that was not undone: noted, or seen at the last look."""
        noted = self._connections.rows("SELECT path FROM exports")
        sql = "SELECT r.path, s.path FROM sidecars s JOIN roots r ON r.id = s.root WHERE s.ours"
        seen = self._connections.rows(sql)
        return {Path(os.fsdecode(path)) for (path,) in noted} | {
            rows.absolute(folder, path) for folder, path in seen
        }

    def export(self, path: Path) -> str | None:
        """What was written into a sidecar and not undone, or None."""
        sql = "SELECT entries FROM exports WHERE path = ?"
        found: str | None = self._connections.value(sql, (os.fsencode(path),))
        return found

    def note(self, path: Path, entries: str) -> None:
        """Remember what was written into a sidecar."""
        with self._connections.transaction() as db:
            db.execute(_NOTE, (os.fsencode(path), entries))

    def forget(self, path: Path, entries: str) -> None:
        """Nothing of what was noted is in a sidecar any more; what is noted meanwhile stays."""
        sql = "DELETE FROM exports WHERE path = ? AND entries = ?"
        with self._connections.transaction() as db:
            db.execute(sql, (os.fsencode(path), entries))


def relocate_exports(db: sqlite3.Connection, old: Path, new: Path) -> None:
    """What was written into sidecars of a folder is to be found where the folder lies now."""
    for (key,) in db.execute("SELECT path FROM exports").fetchall():
        path = Path(os.fsdecode(key))
        if path.is_relative_to(old):
            there = os.fsencode(new / path.relative_to(old))
            db.execute("UPDATE OR REPLACE exports SET path = ? WHERE path = ?", (there, key))


def _spoken_for(path: bytes) -> tuple[bytes, bytes, bytes]:
    """The path without ".xmp", and between what all paths lie that have it as their stem."""
    base = path.rpartition(b".")[0]
    # "/" follows ".".
    return base, base + b".", base + b"/"


def _sidecar(row: tuple[Any, ...]) -> SidecarFile:
    root, path, size, mtime_ns, keywords, rating, suffix, ours, reason = row
    return SidecarFile(
        RootId(root),
        os.fsdecode(path),
        size,
        mtime_ns,
        Annotations(tuple(json.loads(keywords)), rating),
        suffix,
        bool(ours),
        reason,
    )
