"""All embeddings of a model in memory: one matrix that grows while others read it."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoclip.domain import PhotoIds, Vectors
from photoclip.errors import ModelOutputError

# Positions in a matrix.
Rows = NDArray[np.intp]

_GROWTH = 1.5
_UNIT_TOLERANCE = 0.01
# Rows of vectors, at their usual sizes.
_IN_CACHE = 1024


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A state of the matrix that never changes: ids (n,), vectors (n, dim), both read-only.

    Within an epoch rows are only added; a replaced vector begins the next one.
    """

    ids: PhotoIds
    vectors: Vectors
    epoch: int


class VectorMatrix:
    """Unit vectors of photos, as float32. Any thread may read and append at any time."""

    def __init__(self, dim: int) -> None:
        """An empty matrix for vectors of this length."""
        self.dim = dim
        self._lock = threading.Lock()
        self._ids = np.empty(0, np.int64)
        self._vectors = np.empty((0, dim), np.float32)
        self._current = Snapshot(self._ids, self._vectors, 0)

    @classmethod
    def from_arrays(cls, ids: PhotoIds, vectors: Vectors) -> VectorMatrix:
        """A matrix of ids (n,) and unit vectors (n, dim), which it takes over uncopied.

        Raises ModelOutputError for vectors that are not finite unit vectors.
        """
        ids, vectors = checked(ids, vectors, vectors.shape[-1])
        matrix = cls(vectors.shape[1])
        matrix._ids, matrix._vectors = ids, vectors
        matrix._publish(len(ids), 0)
        return matrix

    def append(self, ids: PhotoIds, vectors: Vectors) -> None:
        """Add ids (n,) with unit vectors (n, dim); one that is there already is replaced.

        Snapshots taken before stay as they are. Raises ModelOutputError as from_arrays().
        """
        ids, vectors = checked(ids, vectors, self.dim)
        with self._lock:
            known = self._known(ids)
            if known.any():
                self._replace(ids[known], vectors[known])
            if not known.all():
                self._extend(ids[~known], vectors[~known])

    def snapshot(self) -> Snapshot:
        """The rows as they are now."""
        return self._current

    @property
    def ids(self) -> PhotoIds:
        """(n,) in the order of the rows; read-only."""
        return self._current.ids

    @property
    def vectors(self) -> Vectors:
        """(n, dim), read-only. Use snapshot() where ids and vectors have to match."""
        return self._current.vectors

    def __len__(self) -> int:
        return len(self._current.ids)

    def _known(self, ids: PhotoIds) -> NDArray[np.bool_]:
        there = self._current.ids
        return np.isin(ids, there)

    def _replace(self, ids: PhotoIds, vectors: Vectors) -> None:
        # In a copy: someone may be reading these rows.
        count = len(self._current.ids)
        rows = rows_of(self._current.ids, ids)
        self._vectors = self._vectors[:count].copy()
        self._vectors[rows] = vectors
        self._ids = self._ids[:count]
        self._publish(count, self._current.epoch + 1)

    def _extend(self, ids: PhotoIds, vectors: Vectors) -> None:
        before = len(self._current.ids)
        count = before + len(ids)
        if count > len(self._ids):
            self._grow(before, max(count, int(before * _GROWTH)))
        # Rows past the end of every snapshot, so that nobody is reading them.
        self._ids[before:count] = ids
        self._vectors[before:count] = vectors
        self._publish(count, self._current.epoch)

    def _grow(self, used: int, capacity: int) -> None:
        ids = np.empty(capacity, np.int64)
        vectors = np.empty((capacity, self.dim), np.float32)
        ids[:used], vectors[:used] = self._ids[:used], self._vectors[:used]
        self._ids, self._vectors = ids, vectors

    def _publish(self, count: int, epoch: int) -> None:
        ids, vectors = self._ids[:count], self._vectors[:count]
        ids.flags.writeable = vectors.flags.writeable = False
        self._current = Snapshot(ids, vectors, epoch)


def cosines(vectors: Vectors, query: Vectors) -> Vectors:
    """Those of unit vectors (n, dim) with one (dim,): (n,)."""
    # As fast as memory, on one core. A matrix product wakes a thread for each core instead, and
    # waits up to 10 ms for it where others are at work (100,000 rows: 6 ms against 17).
    return np.asarray(np.vecdot(vectors, query), np.float32)


def cosines_of_each(vectors: Vectors, queries: Vectors) -> Vectors:
    """Those of unit vectors (n, dim) with several (m, dim): (m, n)."""
    found = np.empty((len(queries), len(vectors)), np.float32)
    for start in range(0, len(vectors), _IN_CACHE):
        # Read from memory once, as far as the caches of a core go.
        some = slice(start, start + _IN_CACHE)
        np.vecdot(vectors[some], queries[:, np.newaxis], out=found[:, some])
    return found


def checked(ids: PhotoIds, vectors: Vectors, dim: int) -> tuple[PhotoIds, Vectors]:
    """Both as contiguous arrays, of an id that comes twice only the last.

    Raises ValueError where the shapes do not fit, ModelOutputError where a vector is not finite
    or not of unit length.
    """
    ids = np.ascontiguousarray(ids, np.int64)
    vectors = np.ascontiguousarray(vectors, np.float32)
    if ids.ndim != 1 or vectors.shape != (len(ids), dim):
        raise ValueError(f"{ids.shape} ids do not fit {vectors.shape} vectors of dim {dim}")
    lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
    # Written so that NaN fails too.
    sound = np.abs(lengths - 1) < _UNIT_TOLERANCE
    if not sound.all():
        photo = ids[int(np.argmin(sound))]
        raise ModelOutputError(f"the embedding of photo {photo} is no unit vector")
    unique, rows = last_of_each(ids)
    return (ids, vectors) if len(unique) == len(ids) else (unique, vectors[rows])


def rows_of(ids: PhotoIds, wanted: PhotoIds) -> Rows:
    """Where each of wanted stands in ids. All of them must be there."""
    order = np.argsort(ids, kind="stable")
    return order[np.searchsorted(ids, wanted, sorter=order)]


def last_of_each(ids: PhotoIds) -> tuple[PhotoIds, Rows]:
    """Every id once, in the order they come last, and in which rows that is."""
    rows = np.arange(len(ids))
    if not (ids[1:] > ids[:-1]).all():
        _, from_the_end = np.unique(ids[::-1], return_index=True)
        rows = np.sort(len(ids) - 1 - from_the_end)
    return ids[rows], rows
