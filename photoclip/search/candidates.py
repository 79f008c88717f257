"""Which pairs of photos may be one picture: by perceptual hash, and by embedding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoclip.domain import CancelToken, Vectors
from photoclip.images.likeness import Hashes, turned

# Of the 64 bits of a hash; unrelated photos differ in about half of them. Two that differ in fewer
# bits than there are bytes have a byte in common, so that only those are compared.
MOST_BITS = 7
# The nearest neighbours by embedding among which crops and tilts are looked for.
NEIGHBOURS = 3
_ROWS_A_STEP = 512

Pairs = NDArray[np.int64]
_Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Pairs of rows (n, 2) by embedding. nearest: (n,) whether one is the other's nearest."""

    pairs: Pairs
    nearest: NDArray[np.bool_]


def by_hash(hashes: Hashes, cancel: CancelToken) -> Pairs:
    """Pairs of rows (n, 2), the smaller first, whose hashes nearly agree, turned in any way.

    hashes: (rows,). Raises Cancelled.
    """
    found: list[Pairs] = []
    own = _bytes(hashes)
    for form in turned(hashes):
        other = _bytes(form)
        for part in range(own.shape[1]):
            cancel.check()
            found.extend(_alike(hashes, form, own[:, part], other[:, part]))
    return unique(found)


def by_embedding(vectors: Vectors, cancel: CancelToken) -> Neighbours:
    """Each row of (rows, dim) unit vectors with those nearest to it. Raises Cancelled."""
    count = min(NEIGHBOURS, len(vectors) - 1)
    if count < 1:
        return Neighbours(np.empty((0, 2), np.int64), np.empty(0, np.bool_))
    found: list[Pairs] = []
    first: list[Pairs] = []
    for start in range(0, len(vectors), _ROWS_A_STEP):
        cancel.check()
        rows = np.arange(start, min(start + _ROWS_A_STEP, len(vectors)))
        cosines = vectors[rows] @ vectors.T
        cosines[np.arange(len(rows)), rows] = -2.0
        near = np.argpartition(-cosines, count - 1, axis=1)[:, :count]
        found.extend(np.stack([rows, near[:, column]], axis=1) for column in range(count))
        first.append(np.stack([rows, cosines.argmax(axis=1)], axis=1))
    pairs, nearest = unique(found), unique(first)
    return Neighbours(pairs, np.isin(_keys(pairs), _keys(nearest)))


def unique(parts: list[Pairs]) -> Pairs:
    """All pairs once, the smaller row first."""
    joined = np.concatenate([np.empty((0, 2), np.int64), *parts])
    return np.asarray(np.unique(np.sort(joined, axis=1), axis=0), np.int64)


def _alike(hashes: Hashes, form: Hashes, keys: _Bytes, others: _Bytes) -> Iterator[Pairs]:
    """Pairs of rows that have this byte in common and differ in MOST_BITS at most."""
    rows, columns = np.argsort(keys, kind="stable"), np.argsort(others, kind="stable")
    every = np.arange(257)
    ends = np.searchsorted(keys[rows], every)
    other_ends = np.searchsorted(others[columns], every)
    for key in range(256):
        some = rows[ends[key] : ends[key + 1]]
        more = columns[other_ends[key] : other_ends[key + 1]]
        for start in range(0, len(some), _ROWS_A_STEP):
            block = some[start : start + _ROWS_A_STEP]
            differing = np.bitwise_count(hashes[block][:, None] ^ form[more][None, :])
            one, two = np.nonzero(differing <= MOST_BITS)
            one, two = block[one], more[two]
            yield np.stack([one, two], axis=1)[one != two]


def _bytes(hashes: Hashes) -> _Bytes:
    return hashes.astype(">u8").view(np.uint8).reshape(len(hashes), 8)


def _keys(pairs: Pairs) -> NDArray[np.int64]:
    return pairs[:, 0] << 32 | pairs[:, 1]
