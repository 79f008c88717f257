"""Albums: photos under names, by hand or found by a query, and the order of those by hand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from photoclip.catalog import rows
from photoclip.catalog.connections import Connections
from photoclip.catalog.photos import VISIBLE
from photoclip.domain import Album, AlbumId, PhotoId
from photoclip.domain.names import key_of

_COUNT = f"""
SELECT count(*) FROM album_photos h JOIN photos p ON p.id = h.photo
WHERE h.album = a.id AND {VISIBLE}
"""
_SELECT = f"""
SELECT a.id, a.name, a.query, CASE WHEN a.query IS NULL THEN ({_COUNT}) END FROM albums a
"""

# A list may name photos twice, or some that are gone.
_ADD = """
INSERT INTO album_photos (album, photo, position)
SELECT ?1, e.value, ?2 + e.key FROM json_each(?3) e
WHERE EXISTS (SELECT 1 FROM photos p WHERE p.id = e.value)
ON CONFLICT (album, photo) DO NOTHING
RETURNING photo
"""
_PUT_BACK = """
INSERT INTO album_photos (album, photo, position)
SELECT ?1, json_extract(e.value, '$[0]'), json_extract(e.value, '$[1]') FROM json_each(?2) e
WHERE EXISTS (SELECT 1 FROM photos p WHERE p.id = json_extract(e.value, '$[0]'))
ON CONFLICT (album, photo) DO UPDATE SET position = excluded.position
"""

# Photos with their positions.
Held = Sequence[tuple[PhotoId, int]]


@dataclass(frozen=True, slots=True)
class RemovedAlbum:
    """What it takes to put an album back as it was."""

    album: Album
    held: Held


class Albums:
    """The albums of a catalog, by hand and smart. No two have the same name, in whatever case.

    Smart ones are added and changed as saved searches, see Searches. Albums by hand hold photos,
    which are content: what becomes of their files makes no difference.
    """

    def __init__(self, connections: Connections) -> None:
        """connections: those of the catalog."""
        self._connections = connections

    @property
    def generation(self) -> int:
        """Grows with every transaction that changes an album, or what is in one."""
        return self._connections.generation("albums")

    def all(self) -> list[Album]:
        """All of them, by name."""
        return [_album(row) for row in self._connections.rows(f"{_SELECT} ORDER BY a.key")]

    def get(self, number: AlbumId) -> Album | None:
        """An album, or None."""
        found = self._connections.rows(f"{_SELECT} WHERE a.id = ?", (number,))
        return _album(found[0]) if found else None

    def named(self, name: str) -> Album | None:
        """The one of this name in whatever case, or None; its photos are not counted."""
        sql = "SELECT id, name, query, NULL FROM albums WHERE key = ?"
        found = self._connections.rows(sql, (key_of(name),))
        return _album(found[0]) if found else None

    def add(self, name: str) -> Album | None:
        """An empty one to put photos in. None where the name is taken; then nothing changes."""
        sql = (
            "INSERT INTO albums (name, key) VALUES (?, ?) ON CONFLICT (key) DO NOTHING RETURNING id"
        )
        return self._written(sql, (name, key_of(name)))

    def rename(self, number: AlbumId, name: str) -> Album | None:
        """Give one another name. None where it is gone, or another one has that name."""
        sql = (
            "UPDATE albums SET name = ?2, key = ?3 WHERE id = ?1 "
            "AND NOT EXISTS (SELECT 1 FROM albums WHERE key = ?3 AND id <> ?1) RETURNING id"
        )
        return self._written(sql, (number, name, key_of(name)))

    def remove(self, number: AlbumId) -> RemovedAlbum | None:
        """Forget one, not its photos. None where it is gone already."""
        with self._connections.transaction() as db:
            album = self.get(number)
            if album is None:
                return None
            removed = RemovedAlbum(album, self._held(number))
            db.execute("DELETE FROM albums WHERE id = ?", (number,))
        return removed

    def put_back(self, removed: RemovedAlbum) -> Album | None:
        """One that was removed, with its photos. None where its name is taken by another."""
        album = removed.album
        sql = (
            "INSERT INTO albums (id, name, key, query) SELECT ?1, ?2, ?3, ?4 "
            "WHERE NOT EXISTS (SELECT 1 FROM albums WHERE key = ?3 OR id = ?1) RETURNING id"
        )
        values = (album.id, album.name, key_of(album.name), album.query or None)
        with self._connections.transaction():
            back = self._written(sql, values)
            if back is None:
                return None
            self.put_photos_back(album.id, removed.held)
            return self.get(album.id)

    # Photos of those by hand.

    def photos(self, number: AlbumId) -> list[PhotoId]:
        """The photos of one in its order, whether they can be shown or not."""
        return [photo for photo, _ in self._held(number)]

    def add_photos(self, number: AlbumId, photos: Iterable[PhotoId]) -> list[PhotoId]:
        """Put photos at the end. Gives those that were not in it before."""
        with self._connections.transaction() as db:
            found = db.execute(_ADD, (number, self._end(number), rows.id_list(photos)))
            return [PhotoId(photo) for (photo,) in found.fetchall()]

    def remove_photos(self, number: AlbumId, photos: Iterable[PhotoId]) -> Held:
        """Take photos out. Gives those that were in it, for put_photos_back()."""
        sql = (
            f"DELETE FROM album_photos WHERE album = ? AND photo {rows.LISTED} "
            "RETURNING photo, position"
        )
        with self._connections.transaction() as db:
            return _in_order(db.execute(sql, (number, rows.id_list(photos))).fetchall())

    def put_photos_back(self, number: AlbumId, held: Held) -> None:
        """Photos where they were."""
        with self._connections.transaction() as db:
            db.execute(_PUT_BACK, (number, json.dumps(held)))

    def arrange(self, number: AlbumId, photos: Sequence[PhotoId]) -> None:
        """Put these in this order, before all others that the album holds."""
        with self._connections.transaction():
            there = self.photos(number)
            known = set(there)
            first = [photo for photo in dict.fromkeys(photos) if photo in known]
            placed = set(first)
            order = [*first, *(photo for photo in there if photo not in placed)]
            self.put_photos_back(number, [(photo, at) for at, photo in enumerate(order)])

    def _held(self, number: AlbumId) -> Held:
        sql = "SELECT photo, position FROM album_photos WHERE album = ? ORDER BY position, photo"
        return [(PhotoId(photo), at) for photo, at in self._connections.rows(sql, (number,))]

    def _end(self, number: AlbumId) -> int:
        sql = "SELECT coalesce(max(position) + 1, 0) FROM album_photos WHERE album = ?"
        return int(self._connections.value(sql, (number,)))

    def _written(self, sql: str, values: tuple[object, ...]) -> Album | None:
        with self._connections.transaction() as db:
            row = db.execute(sql, values).fetchone()
            return self.get(AlbumId(row[0])) if row is not None else None


def _album(row: tuple[Any, ...]) -> Album:
    number, name, query, count = row
    return Album(AlbumId(number), name, query or "", count)


def _in_order(found: Iterable[tuple[int, int]]) -> Held:
    return sorted(((PhotoId(photo), at) for photo, at in found), key=lambda pair: pair[1])
