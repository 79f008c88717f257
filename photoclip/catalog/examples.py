"""Vectors of pictures outside of the library, which labels have as examples."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from pathlib import Path

import numpy as np

from photoclip.catalog.connections import Connections
from photoclip.domain import Vectors

_STORED = np.dtype("<f2")
_PUT = """
INSERT INTO example_vectors (path, model, vector) VALUES (?, ?, ?)
ON CONFLICT (path, model) DO UPDATE SET vector = excluded.vector
"""


class ExampleVectors:
    """The examples' vectors of a catalog, by file and by the fingerprint of the model."""

    def __init__(self, connections: Connections) -> None:
        """connections: those of the catalog."""
        self._connections = connections

    def get(self, model: str, paths: Iterable[Path]) -> dict[Path, Vectors]:
        """Unit vectors (dim,) of those of these files that have one."""
        sql = "SELECT vector FROM example_vectors WHERE path = ? AND model = ?"
        found = {}
        for path in paths:
            stored = self._connections.value(sql, (os.fsencode(path), model))
            vector = None if stored is None else _unit(stored)
            if vector is not None:
                found[path] = vector
        return found

    def put(self, model: str, path: Path, vector: Vectors) -> None:
        """Store or replace the unit vector (dim,) of a file."""
        row = os.fsencode(path), model, vector.astype(_STORED).tobytes()
        with self._connections.transaction() as db:
            db.execute(_PUT, row)

    def forget_others(self, paths: Collection[Path]) -> int:
        """Forget the vectors of all but these files. Gives of how many files."""
        wanted = set(map(os.fsencode, paths))
        there = self._connections.rows("SELECT DISTINCT path FROM example_vectors")
        gone = [row for row in there if row[0] not in wanted]
        if gone:
            with self._connections.transaction() as db:
                db.executemany("DELETE FROM example_vectors WHERE path = ?", gone)
        return len(gone)


def _unit(stored: bytes) -> Vectors | None:
    """None for what is no vector: it can be made again."""
    if not stored or len(stored) % _STORED.itemsize:
        return None
    vector = np.frombuffer(stored, _STORED).astype(np.float32)
    length = float(np.linalg.norm(vector))
    return np.asarray(vector / length, np.float32) if np.isfinite(length) and length > 0 else None
