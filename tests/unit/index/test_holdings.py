from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoclip.index.holdings import Holdings

DIM = 32


def test_everything_held_differs_in_nothing(clustered) -> None:
    ids, vectors = clustered(500)
    holdings = Holdings(DIM)
    for part in (slice(0, 200), slice(200, 500)):
        holdings.note(ids[part], vectors[part])
    assert len(holdings) == 500
    assert holdings.differing(ids, vectors).tolist() == []
    order = np.random.default_rng(0).permutation(500)
    assert holdings.differing(ids[order], vectors[order]).tolist() == []


def test_missing_and_replaced_vectors_differ(clustered) -> None:
    ids, vectors = clustered(50)
    holdings = Holdings(DIM)
    holdings.note(ids[:40], vectors[:40])
    changed = vectors.copy()
    changed[7] = -changed[7]
    assert holdings.differing(ids, changed).tolist() == [ids[7], *ids[40:]]
    holdings.note(ids[7:8], changed[7:8])
    assert holdings.differing(ids, changed).tolist() == ids[40:].tolist()
    assert Holdings(DIM).differing(ids, vectors).tolist() == ids.tolist()


@given(st.integers(0, DIM - 1), st.integers(0, 31))
def test_any_one_bit_makes_a_difference(column: int, bit: int) -> None:
    vectors = np.full((1, DIM), DIM**-0.5, np.float32)
    ids = np.array([1], np.int64)
    holdings = Holdings(DIM)
    holdings.note(ids, vectors)
    flipped = vectors.copy()
    flipped.view(np.uint32)[0, column] ^= np.uint32(1 << bit)
    assert holdings.differing(ids, flipped).tolist() == [1]


def test_swapped_columns_make_a_difference(clustered) -> None:
    ids, vectors = clustered(1)
    holdings = Holdings(DIM)
    holdings.note(ids, vectors)
    assert holdings.differing(ids, np.ascontiguousarray(vectors[:, ::-1])).tolist() == [1]


def test_file_holds_the_same(clustered) -> None:
    ids, vectors = clustered(50)
    holdings = Holdings(DIM)
    holdings.note(ids, vectors)
    again = Holdings.from_bytes(holdings.to_bytes(), DIM)
    assert again.differing(ids, vectors).tolist() == []
    assert sorted(again.ids.tolist()) == ids.tolist()


def test_file_that_is_cut_short_is_refused() -> None:
    with pytest.raises(ValueError, match="multiple of"):
        Holdings.from_bytes(b"\0" * 17, DIM)


def test_checksums_are_the_same_on_all_machines() -> None:
    holdings = Holdings(3)
    holdings.note(np.array([1], np.int64), np.array([[0.6, 0.0, 0.8]], np.float32))
    assert holdings.to_bytes() == EXPECTED


EXPECTED = bytes.fromhex("010000000000000089c60df624464faf")
