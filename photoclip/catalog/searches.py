"""Saved searches, which are the albums that find their photos: a name and what is searched for."""

from __future__ import annotations

from typing import Any

from photoclip.catalog.connections import Connections
from photoclip.domain import SavedSearch, SearchId
from photoclip.domain.names import key_of

_COLUMNS = "id, name, query"
_SELECT = f"SELECT {_COLUMNS} FROM albums WHERE query IS NOT NULL"


class Searches:
    """The saved searches of a catalog. No two albums have the same name, in whatever case."""

    def __init__(self, connections: Connections) -> None:
        """connections: those of the catalog."""
        self._connections = connections

    def all(self) -> list[SavedSearch]:
        """All of them, by name."""
        found = self._connections.rows(f"{_SELECT} ORDER BY key")
        return [_search(row) for row in found]

    def get(self, number: SearchId) -> SavedSearch | None:
        """A saved search, or None."""
        return self._where("id = ?", number)

    def named(self, name: str) -> SavedSearch | None:
        """The one of this name in whatever case, or None."""
        return self._where("key = ?", key_of(name))

    def add(self, name: str, query: str) -> SavedSearch | None:
        """Keep a search. None where the name is taken; then nothing changes."""
        sql = (
            "INSERT INTO albums (name, key, query) VALUES (?, ?, ?) "
            f"ON CONFLICT (key) DO NOTHING RETURNING {_COLUMNS}"
        )
        return self._written(sql, (name, key_of(name), query))

    def put_back(self, search: SavedSearch) -> SavedSearch | None:
        """One that was removed, or changed, as it was. None where its name is taken by another."""
        sql = (
            "INSERT INTO albums (id, name, key, query) SELECT ?1, ?2, ?3, ?4 "
            "WHERE NOT EXISTS (SELECT 1 FROM albums WHERE key = ?3 AND id <> ?1) "
            "ON CONFLICT (id) DO UPDATE SET name = ?2, key = ?3, query = ?4 "
            f"RETURNING {_COLUMNS}"
        )
        values = (search.id, search.name, key_of(search.name), search.query)
        return self._written(sql, values)

    def remove(self, number: SearchId) -> bool:
        """Forget one. Whether it was there."""
        with self._connections.transaction() as db:
            sql = "DELETE FROM albums WHERE id = ? AND query IS NOT NULL"
            return db.execute(sql, (number,)).rowcount > 0

    def _where(self, condition: str, value: object) -> SavedSearch | None:
        found = self._connections.rows(f"{_SELECT} AND {condition}", (value,))
        return _search(found[0]) if found else None

    def _written(self, sql: str, values: tuple[object, ...]) -> SavedSearch | None:
        with self._connections.transaction() as db:
            row = db.execute(sql, values).fetchone()
        return _search(row) if row is not None else None


def _search(row: tuple[Any, ...]) -> SavedSearch:
    number, name, query = row
    return SavedSearch(SearchId(number), name, query)
