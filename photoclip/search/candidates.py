"""Which pairs of photos may be one picture: by perceptual hash, and by embedding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
# Of one photo with others by hash, so that many photos of one kind do not become all their pairs.
MOST_EACH = 64
# Photos with the very same hash are paired each with the first of them and with so many before it.
MOST_BEFORE = 16
_CELLS_A_STEP = 1_000_000

Pairs = NDArray[np.int64]
_Bytes = NDArray[np.uint8]
_Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Pairs of rows (n, 2) by embedding. nearest: (n,) whether one is the other's nearest."""

    pairs: Pairs
    nearest: NDArray[np.bool_]


def by_hash(hashes: Hashes, cancel: CancelToken) -> Pairs:
    """Pairs of rows (n, 2), the smaller first, whose hashes nearly agree, turned in any way.

    hashes: (rows,); 0 says that nothing can be seen, and agrees with none. The pairs grow with the
    rows and not with their square; what they hold together is all that belongs together, unless
    more than MOST_EACH different hashes nearly agree with one. Raises Cancelled.
    """
    cancel.check()
    seen = np.flatnonzero(hashes)
    distinct, bucket = np.unique(hashes[seen], return_inverse=True)
    rows = seen[np.argsort(bucket, kind="stable")]
    starts = np.searchsorted(np.sort(bucket), np.arange(len(distinct) + 1))
    found = list(_equal(rows, starts))
    near = unique(list(_near(distinct, cancel)))
    found.extend(_between(rows, starts, near))
    return unique(found)


def by_embedding(
    vectors: Vectors, cancel: CancelToken, done: Callable[[int], object] | None = None
) -> Neighbours:
    """Each row of (rows, dim) unit vectors with those nearest to it.

    done: is told how many rows are done, now and then. Raises Cancelled.
    """
    count = min(NEIGHBOURS, len(vectors) - 1)
    if count < 1:
        return Neighbours(np.empty((0, 2), np.int64), np.empty(0, np.bool_))
    found: list[Pairs] = []
    first: list[Pairs] = []
    step = max(64, _CELLS_A_STEP // len(vectors))
    for start in range(0, len(vectors), step):
        cancel.check()
        rows = np.arange(start, min(start + step, len(vectors)))
        cosines = vectors[rows] @ vectors.T
        nearest = rows
        for place in range(count):
            cosines[np.arange(len(rows)), nearest] = -2.0
            nearest = cosines.argmax(axis=1)
            found.append(np.stack([rows, nearest], axis=1))
            if place == 0:
                first.append(found[-1])
        if done is not None:
            done(int(rows[-1]) + 1)
    pairs, nearest_pairs = unique(found), unique(first)
    return Neighbours(pairs, np.isin(_keys(pairs), _keys(nearest_pairs)))


def unique(parts: list[Pairs]) -> Pairs:
    """All pairs once, the smaller row first."""
    joined = np.concatenate([np.empty((0, 2), np.int64), *parts])
    keys = np.unique(_keys(np.sort(joined, axis=1)))
    return np.stack([keys >> 32, keys & 0xFFFFFFFF], axis=1)


def _equal(rows: _Rows, starts: _Rows) -> Iterator[Pairs]:
    """Pairs within each bucket: rows[starts[n] : starts[n + 1]] have one hash."""
    sizes = np.diff(starts)
    place = np.arange(len(rows)) - np.repeat(starts[:-1], sizes)
    yield np.stack([rows, np.repeat(rows[starts[:-1]], sizes)], axis=1)[place > 0]
    for before in range(1, MOST_BEFORE + 1):
        later = np.flatnonzero(place >= before)
        yield np.stack([rows[later], rows[later - before]], axis=1)


def _near(hashes: Hashes, cancel: CancelToken) -> Iterator[Pairs]:
    """Pairs of different hashes, the smaller first, that differ in MOST_BITS at most."""
    own, room = _bytes(hashes), np.full(len(hashes), MOST_EACH)
    for form in turned(hashes):
        other = _bytes(form)
        for part in range(own.shape[1]):
            cancel.check()
            for one, two in _alike(hashes, form, own[:, part], other[:, part], room, cancel):
                # Most have several bytes in common; they are taken once.
                differing = hashes[one] ^ form[two]
                earlier = _bytes(differing)[:, :part] == 0
                fresh = ~earlier.any(axis=1)
                one, two = one[fresh], two[fresh]
                kept = _rank_in_run(one) < room[one]
                np.subtract.at(room, one[kept], 1)
                yield np.stack([one[kept], two[kept]], axis=1)


def _alike(
    hashes: Hashes, form: Hashes, keys: _Bytes, others: _Bytes, room: _Rows, cancel: CancelToken
) -> Iterator[tuple[_Rows, _Rows]]:
    """Rows, ascending, and greater ones that share this byte and differ in MOST_BITS at most.

    Rows without room are left out, also where that changes on the way.
    """
    rows, columns = np.argsort(keys, kind="stable"), np.argsort(others, kind="stable")
    every = np.arange(257)
    ends = np.searchsorted(keys[rows], every)
    other_ends = np.searchsorted(others[columns], every)
    for key in range(256):
        some = rows[ends[key] : ends[key + 1]]
        more = columns[other_ends[key] : other_ends[key + 1]]
        step = max(1, _CELLS_A_STEP // max(1, len(more)))
        for start in range(0, len(some) if len(more) else 0, step):
            cancel.check()
            block = some[start : start + step]
            block = block[room[block] > 0]
            differing = np.bitwise_count(hashes[block][:, None] ^ form[more][None, :])
            one, two = np.nonzero(differing <= MOST_BITS)
            one, two = block[one], more[two]
            yield one[one < two], two[one < two]


def _between(rows: _Rows, starts: _Rows, near: Pairs) -> Iterator[Pairs]:
    """Pairs of the first two rows of buckets whose hashes nearly agree."""
    last = starts[1:] - 1
    for one in (0, 1):
        for other in (0, 1):
            first = rows[np.minimum(starts[near[:, 0]] + one, last[near[:, 0]])]
            second = rows[np.minimum(starts[near[:, 1]] + other, last[near[:, 1]])]
            yield np.stack([first, second], axis=1)


def _rank_in_run(values: _Rows) -> _Rows:
    """How many equal values come before each, of ascending runs."""
    places = np.arange(len(values))
    begins = np.r_[True, values[1:] != values[:-1]][: len(values)]
    return np.asarray(places - np.maximum.accumulate(np.where(begins, places, 0)))


def _bytes(hashes: Hashes) -> _Bytes:
    return hashes.astype(">u8").view(np.uint8).reshape(len(hashes), 8)


def _keys(pairs: Pairs) -> NDArray[np.int64]:
    return pairs[:, 0] << 32 | pairs[:, 1]
