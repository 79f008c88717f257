"""Pairs that are worth a closer look, against looking at all of them."""

from __future__ import annotations

import numpy as np
import pytest

from photoclip.domain import CancelToken
from photoclip.errors import Cancelled
from photoclip.images.likeness import turned
from photoclip.search.candidates import (
    MOST_BEFORE,
    MOST_BITS,
    MOST_EACH,
    NEIGHBOURS,
    by_embedding,
    by_hash,
)
from photoclip.search.unions import Unions


def pairs(found: np.ndarray) -> set[tuple[int, int]]:
    return {(int(one), int(other)) for one, other in found}


def test_hashes_that_nearly_agree_are_found_and_no_others() -> None:
    random = np.random.default_rng(1)
    hashes = random.integers(0, 2**63, 300, dtype=np.uint64)
    for row in range(0, 60):
        flips = random.choice(64, row % 12, replace=False)
        noise = np.bitwise_or.reduce(np.uint64(1) << flips.astype(np.uint64), initial=np.uint64(0))
        form = turned(hashes[row : row + 1])[row % 8, 0]
        hashes[100 + row] = form ^ noise
    forms = turned(hashes)
    expected = set()
    for one in range(300):
        for other in range(one):
            near = np.bitwise_count(hashes[one] ^ forms[:, other]).min()
            if near <= MOST_BITS:
                expected.add((other, one))
    assert len(expected) >= 35
    assert pairs(by_hash(hashes, CancelToken())) == expected


def test_neighbours_by_embedding() -> None:
    random = np.random.default_rng(2)
    vectors = random.standard_normal((700, 16)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    found = by_embedding(vectors, CancelToken())
    cosines = vectors @ vectors.T
    np.fill_diagonal(cosines, -2)
    order = np.argsort(-cosines, axis=1)
    near = {tuple(sorted((row, int(o)))) for row in range(700) for o in order[row, :NEIGHBOURS]}
    nearest = {tuple(sorted((row, int(order[row, 0])))) for row in range(700)}
    assert pairs(found.pairs) == near
    assert pairs(found.pairs[found.nearest]) == nearest


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_photos(count: int) -> None:
    vectors = np.eye(4, dtype=np.float32)[:count]
    assert len(by_embedding(vectors, CancelToken()).pairs) == max(0, count - 1)
    assert len(by_hash(np.ones(count, np.uint64), CancelToken())) == max(0, count - 1)


def test_both_can_be_cancelled() -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        by_hash(np.zeros(3, np.uint64), cancel)
    with pytest.raises(Cancelled):
        by_embedding(np.eye(3, dtype=np.float32), cancel)


def test_what_belongs_together() -> None:
    unions: Unions[int] = Unions()
    for one, other in ((1, 2), (3, 4), (2, 5), (5, 1), (6, 6)):
        unions.join(one, other)
    assert sorted(sorted(group) for group in unions.groups()) == [[1, 2, 5], [3, 4], [6]]


def test_many_photos_of_one_kind_are_held_together_by_few_pairs() -> None:
    random = np.random.default_rng(3)
    flips = np.uint64(1) << random.integers(0, 64, 1500).astype(np.uint64)
    for hashes in (np.full(5000, 7, np.uint64), np.uint64(0x123456789ABCDEF0) ^ flips):
        found = by_hash(hashes, CancelToken())
        assert len(found) <= len(hashes) * (MOST_EACH + MOST_BEFORE + 1)
        unions: Unions[int] = Unions()
        for one, other in found.tolist():
            unions.join(one, other)
        assert [len(group) for group in unions.groups()] == [len(hashes)]


def test_photos_with_nothing_to_be_seen_in_them_agree_with_none() -> None:
    assert len(by_hash(np.zeros(20_000, np.uint64), CancelToken())) == 0
