"""Saved searches: a name and what is searched for."""

from __future__ import annotations

from typing import Any

from photoclip.catalog.connections import Connections
from photoclip.catalog.names import key_of
from photoclip.domain import SavedSearch, SearchId

_COLUMNS = "id, name, query"


class Searches:
    """The saved searches of a catalog. No two have the same name, in whatever case."""

    def __init__(self, connections: Connections) -> None:
        """connections: those of the catalog."""
        self._connections = connections

    def all(self) -> list[SavedSearch]:
        """All of them, by name."""
        found = self._connections.rows(f"SELECT {_COLUMNS} FROM searches ORDER BY key")
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
            "INSERT INTO searches (name, key, query) VALUES (?, ?, ?) "
            f"ON CONFLICT (key) DO NOTHING RETURNING {_COLUMNS}"
        )
        return self._written(sql, (name, key_of(name), query))

    def put_back(self, search: SavedSearch) -> SavedSearch | None:
        """One that was removed, or changed, as it was. None where its name is taken by another."""
        sql = (
            "INSERT OR REPLACE INTO searches (id, name, key, query) SELECT ?1, ?2, ?3, ?4 "
            "WHERE NOT EXISTS (SELECT 1 FROM searches WHERE key = ?3 AND id <> ?1) "
            f"RETURNING {_COLUMNS}"
        )
        values = (search.id, search.name, key_of(search.name), search.query)
        return self._written(sql, values)

    def remove(self, number: SearchId) -> bool:
        """Forget one. Whether it was there."""
        with self._connections.transaction() as db:
            return db.execute("DELETE FROM searches WHERE id = ?", (number,)).rowcount > 0

    def _where(self, condition: str, value: object) -> SavedSearch | None:
        sql = f"SELECT {_COLUMNS} FROM searches WHERE {condition}"
        found = self._connections.rows(sql, (value,))
        return _search(found[0]) if found else None

    def _written(self, sql: str, values: tuple[object, ...]) -> SavedSearch | None:
        with self._connections.transaction() as db:
            row = db.execute(sql, values).fetchone()
        return _search(row) if row is not None else None


def _search(row: tuple[Any, ...]) -> SavedSearch:
    number, name, query = row
    return SavedSearch(SearchId(number), name, query)
