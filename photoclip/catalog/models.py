"""The models that have embedded photos of this catalog."""

from __future__ import annotations

from dataclasses import dataclass

from photoclip.catalog.connections import Connections
from photoclip.domain import ModelId

_ALL = """
SELECT m.id, m.fingerprint, m.name, m.dim, count(e.photo), coalesce(sum(length(e.vector)), 0)
FROM models m LEFT JOIN embeddings e ON e.model = m.id GROUP BY m.id ORDER BY m.id
"""
_STEP = 2000
# What is the same for all of a catalog stands in `meta`; models come and go with their rows.
_COMPLETE = "complete_model:"


@dataclass(frozen=True, slots=True)
class KnownModel:
    """A model with vectors of so many photos, which take so many bytes."""

    id: ModelId
    fingerprint: str
    name: str
    dim: int
    photos: int
    size: int


class Models:
    """The models of a catalog. See Embeddings for their vectors."""

    def __init__(self, connections: Connections) -> None:
        """connections: those of the catalog."""
        self._connections = connections

    def all(self) -> list[KnownModel]:
        """All of them, the oldest first. Reads the whole index of embeddings."""
        found = self._connections.rows(_ALL)
        return [KnownModel(ModelId(number), *rest) for number, *rest in found]

    def names(self) -> dict[str, str]:
        """What each of them is called, by fingerprint."""
        return dict(self._connections.rows("SELECT fingerprint, name FROM models"))

    def generation(self, fingerprint: str) -> int:
        """Grows with every transaction that changes an embedding of a model; 0 for an unknown."""
        sql = "SELECT generation FROM models WHERE fingerprint = ?"
        return int(self._connections.value(sql, (fingerprint,)) or 0)

    def was_complete(self, model: ModelId) -> bool:
        """Whether it once had embedded all photos that were within reach."""
        sql = "SELECT EXISTS (SELECT 1 FROM meta WHERE key = ?)"
        return bool(self._connections.value(sql, (f"{_COMPLETE}{model}",)))

    def note_complete(self, model: ModelId) -> None:
        """It has embedded all photos that are within reach. Writes the first time only."""
        if not self.was_complete(model):
            with self._connections.transaction() as db:
                db.execute("INSERT OR IGNORE INTO meta VALUES (?, 1)", (f"{_COMPLETE}{model}",))

    def forget(self, model: ModelId) -> int:
        """Delete all vectors of a model, step by step, so that others get to write in between.

        Gives how many there were. Where it is ended in the middle, the next call goes on.
        """
        deleted = 0
        with self._connections.transaction() as db:
            db.execute("DELETE FROM meta WHERE key = ?", (f"{_COMPLETE}{model}",))
        while True:
            with self._connections.transaction() as db:
                sql = (
                    "DELETE FROM embeddings WHERE model = ?1 AND photo IN "
                    "(SELECT photo FROM embeddings WHERE model = ?1 LIMIT ?2)"
                )
                done = db.execute(sql, (model, _STEP)).rowcount
                deleted += done
                if done < _STEP:
                    db.execute("DELETE FROM models WHERE id = ?", (model,))
                    return deleted
