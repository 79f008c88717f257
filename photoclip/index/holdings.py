"""What a graph holds: for each id a checksum of its vector.

hnswlib gives vectors back only one Python object at a time, which stalls all threads for
seconds; comparing checksums takes a fraction of that.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoclip.domain import PhotoIds, Vectors
from photoclip.index.vectors import last_of_each

_ROW = np.dtype([("id", "<i8"), ("checksum", "<u8")])
_ROWS_A_STEP = 4096

Checksums = NDArray[np.uint64]


class Holdings:
    """Ids and checksums, in the order they came; of an id that came twice the last counts."""

    def __init__(self, dim: int) -> None:
        """dim: length of the vectors."""
        self._weights = _weights(dim)
        self._ids = [np.empty(0, np.int64)]
        self._checksums = [np.empty(0, np.uint64)]

    def note(self, ids: PhotoIds, vectors: Vectors) -> None:
        """Note that the graph holds these vectors (n, dim) for ids (n,) now."""
        self._ids.append(ids)
        self._checksums.append(self._checksums_of(vectors))

    @property
    def ids(self) -> PhotoIds:
        """(n,) ids, each once."""
        return self._merged()[0]

    def __len__(self) -> int:
        return len(self.ids)

    def differing(self, ids: PhotoIds, vectors: Vectors) -> PhotoIds:
        """Which of ids, each once, are not held, or with another vector than the given one."""
        held, checksums = self._merged()
        if not len(held):
            return ids
        order = np.argsort(held)
        at = np.searchsorted(held, ids, sorter=order).clip(max=len(held) - 1)
        rows = order[at]
        same = (held[rows] == ids) & (checksums[rows] == self._checksums_of(vectors))
        different: PhotoIds = ids[~same]
        return different

    def to_bytes(self) -> bytes:
        """All of it, for a file."""
        ids, checksums = self._merged()
        table = np.empty(len(ids), _ROW)
        table["id"], table["checksum"] = ids, checksums
        return table.tobytes()

    @classmethod
    def from_bytes(cls, content: bytes, dim: int) -> Holdings:
        """What to_bytes() gave. Raises ValueError for another size."""
        table = np.frombuffer(content, _ROW)
        holdings = cls(dim)
        holdings._ids = [table["id"].astype(np.int64)]
        holdings._checksums = [table["checksum"].astype(np.uint64)]
        return holdings

    def _merged(self) -> tuple[PhotoIds, Checksums]:
        if len(self._ids) > 1:
            ids, rows = last_of_each(np.concatenate(self._ids))
            self._ids = [ids]
            self._checksums = [np.concatenate(self._checksums)[rows]]
        return self._ids[0], self._checksums[0]

    def _checksums_of(self, vectors: Vectors) -> Checksums:
        bits = vectors.view(np.uint32)
        sums = np.empty(len(vectors), np.uint64)
        for start in range(0, len(vectors), _ROWS_A_STEP):
            part = slice(start, start + _ROWS_A_STEP)
            sums[part] = bits[part].astype(np.uint64) @ self._weights
        return sums


def _weights(dim: int) -> Checksums:
    """Odd 64-bit factors that look random, the same on all machines (splitmix64)."""
    mixed = np.arange(1, dim + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    return mixed ^ (mixed >> np.uint64(31)) | np.uint64(1)
