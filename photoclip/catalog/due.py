"""Photos that were embedded and not yet compared with the labels that were applied."""

from __future__ import annotations

from collections.abc import Iterable

from photoclip.catalog import rows
from photoclip.catalog.connections import Connections
from photoclip.domain import PhotoId

_MODEL = "model = (SELECT id FROM models WHERE fingerprint = ?)"


class SuggestionsDue:
    """Which photos that is. A trigger notes them with their embeddings, in one transaction."""

    def __init__(self, connections: Connections) -> None:
        """connections: those of the catalog."""
        self._connections = connections

    def photos(self, fingerprint: str) -> list[PhotoId]:
        """Those that wait with a vector of this model, ascending."""
        sql = f"SELECT photo FROM suggestions_due WHERE {_MODEL} ORDER BY photo"
        return [PhotoId(row[0]) for row in self._connections.rows(sql, (fingerprint,))]

    def done(self, fingerprint: str, photos: Iterable[PhotoId]) -> None:
        """Note that they were compared; those that did not wait may be among them."""
        sql = f"DELETE FROM suggestions_due WHERE {_MODEL} AND photo {rows.LISTED}"
        with self._connections.transaction() as db:
            db.execute(sql, (fingerprint, rows.id_list(photos)))
