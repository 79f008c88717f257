"""Perceptual hashes of photos, by which copies of a picture are found."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from photoclip.catalog.connections import Connections
from photoclip.domain import PhotoId, PhotoIds

_LACKING = """
SELECT p.id FROM photos p WHERE p.status = 'ok'
AND NOT EXISTS (SELECT 1 FROM looks l WHERE l.photo = p.id)
AND EXISTS (SELECT 1 FROM files f WHERE f.photo = p.id) ORDER BY p.id
"""
_VISIBLE = """
SELECT l.photo, l.hash FROM looks l
WHERE EXISTS (SELECT 1 FROM files f WHERE f.photo = l.photo) ORDER BY l.photo
"""


class Looks:
    """What photos look like, in 64 bits each (see images/likeness.py)."""

    def __init__(self, connections: Connections) -> None:
        """connections: those of the catalog."""
        self._connections = connections

    def lacking(self) -> list[PhotoId]:
        """Readable photos with a file that have no hash yet."""
        return [PhotoId(row[0]) for row in self._connections.rows(_LACKING)]

    def all(self) -> tuple[PhotoIds, NDArray[np.uint64]]:
        """Photos with a file, ascending, and their hashes: (n,) each."""
        found = np.array(self._connections.rows(_VISIBLE), np.int64).reshape(-1, 2)
        return found[:, 0].copy(), found[:, 1].astype(np.uint64)

    def put(self, hashes: Iterable[tuple[PhotoId, int]]) -> None:
        """Store hashes of 64 bits; those of photos that are gone meanwhile are left out."""
        sql = (
            "INSERT OR REPLACE INTO looks SELECT ?1, ?2 "
            "WHERE EXISTS (SELECT 1 FROM photos WHERE id = ?1)"
        )
        with self._connections.transaction() as db:
            db.executemany(sql, [(photo, _signed(value)) for photo, value in hashes])


def _signed(value: int) -> int:
    """SQLite's whole numbers have a sign."""
    return value - (1 << 64) if value >> 63 else value
