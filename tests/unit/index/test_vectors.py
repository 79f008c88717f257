from __future__ import annotations

import threading

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoclip.errors import ModelOutputError
from photoclip.index.vectors import VectorMatrix, cosines, cosines_of_each, last_of_each

DIM = 4


def unit(seeds: list[int]) -> np.ndarray:
    """For each seed a vector of its own."""
    rows = [np.random.default_rng(seed).standard_normal(DIM) for seed in seeds]
    vectors = np.array(rows, np.float32).reshape(len(seeds), DIM)
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def append(matrix: VectorMatrix, pairs: list[tuple[int, int]]) -> None:
    matrix.append(np.array([i for i, _ in pairs], np.int64), unit([s for _, s in pairs]))


@given(
    st.lists(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 10**6)), max_size=6), max_size=8)
)
def test_matrix_is_a_dict_that_keeps_its_snapshots(
    batches: list[list[tuple[int, int]]],
) -> None:
    matrix, model = VectorMatrix(DIM), {}
    taken = []
    for batch in batches:
        append(matrix, batch)
        model.update(batch)
        now = matrix.snapshot()
        taken.append((now, now.ids.copy(), now.vectors.copy(), dict(model)))
    for snapshot, ids, vectors, expected in taken:
        assert (snapshot.ids == ids).all()
        assert (snapshot.vectors == vectors).all()
        assert len(set(ids.tolist())) == len(ids) == len(expected)
        assert (unit([expected[i] for i in ids.tolist()]) == vectors).all()
    assert len(matrix) == len(model)


def test_rows_only_grow_within_an_epoch() -> None:
    matrix = VectorMatrix(DIM)
    append(matrix, [(5, 1), (3, 2)])
    first = matrix.snapshot()
    append(matrix, [(9, 3)])
    second = matrix.snapshot()
    assert second.epoch == first.epoch
    assert second.ids.tolist() == [5, 3, 9]
    append(matrix, [(3, 4)])
    assert matrix.snapshot().epoch == first.epoch + 1


def test_growth_is_amortised() -> None:
    matrix = VectorMatrix(DIM)
    buffers = set()
    kept = []
    for number in range(2000):
        append(matrix, [(number, number)])
        kept.append(matrix.vectors.base)
        buffers.add(id(matrix.vectors.base))
    assert len(buffers) < 30


def test_given_arrays_are_taken_over_and_sealed() -> None:
    ids, vectors = np.array([4, 2], np.int64), unit([1, 2])
    matrix = VectorMatrix.from_arrays(ids, vectors)
    assert np.shares_memory(matrix.vectors, vectors)
    assert matrix.dim == DIM
    for array in (matrix.ids, matrix.vectors):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0
    append(matrix, [(7, 3)])
    assert matrix.ids.tolist() == [4, 2, 7]
    assert vectors.shape == (2, DIM)


def test_from_arrays_keeps_the_last_of_an_id() -> None:
    matrix = VectorMatrix.from_arrays(np.array([1, 2, 1]), unit([1, 2, 3]))
    assert matrix.ids.tolist() == [2, 1]
    assert (matrix.vectors == unit([2, 3])).all()


def test_empty_matrix_has_a_dim() -> None:
    matrix = VectorMatrix.from_arrays(np.empty(0, np.int64), np.empty((0, DIM), np.float32))
    assert (len(matrix), matrix.dim, matrix.vectors.shape) == (0, DIM, (0, DIM))
    append(matrix, [])
    append(matrix, [(1, 1)])
    assert len(matrix) == 1


@pytest.mark.parametrize("value", [np.nan, np.inf, 5.0])
def test_what_is_no_unit_vector_is_refused_by_id(value: float) -> None:
    matrix, vectors = VectorMatrix(DIM), unit([1, 2, 3])
    vectors[1, 0] = value
    with pytest.raises(ModelOutputError, match="photo 8"):
        matrix.append(np.array([7, 8, 9]), vectors)
    assert len(matrix) == 0


@pytest.mark.parametrize("shape", [(2, DIM), (3, DIM + 1), (DIM,)])
def test_shapes_that_do_not_fit_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="do not fit"):
        VectorMatrix(DIM).append(np.array([7, 8, 9]), np.ones(shape, np.float32))


def test_readers_see_whole_states_while_others_append() -> None:
    matrix = VectorMatrix(DIM)
    done = threading.Event()
    wrong: list[str] = []

    def read() -> None:
        while not done.is_set():
            now = matrix.snapshot()
            if len(now.ids) != len(now.vectors) or len(set(now.ids.tolist())) != len(now.ids):
                wrong.append("torn")
            if len(now.ids) and not np.allclose(np.linalg.norm(now.vectors, axis=1), 1, atol=1e-3):
                wrong.append("unwritten rows")

    def write(first: int) -> None:
        for number in range(first, first + 300):
            append(matrix, [(number, number), (first, number)])

    readers = [threading.Thread(target=read) for _ in range(2)]
    writers = [threading.Thread(target=write, args=(first,)) for first in (0, 1000)]
    for thread in readers + writers:
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    for thread in readers:
        thread.join()
    assert wrong == []
    assert sorted(matrix.ids.tolist()) == [*range(300), *range(1000, 1300)]


@given(st.lists(st.integers(0, 5)))
def test_last_of_each_is_what_a_dict_would_keep(ids: list[int]) -> None:
    unique, rows = last_of_each(np.array(ids, np.int64))
    assert dict(zip(unique.tolist(), rows.tolist(), strict=True)) == {
        number: row for row, number in enumerate(ids)
    }
    assert sorted(rows.tolist()) == rows.tolist()


def test_several_queries_are_compared_as_each_of_them_is(clustered) -> None:
    vectors, queries = clustered(2500)[1], clustered(3, seed=1)[1]
    found = cosines_of_each(vectors, queries)
    assert found.shape == (3, 2500)
    for row, query in zip(found, queries, strict=True):
        assert np.array_equal(row, cosines(vectors, query))
        assert np.allclose(row, vectors @ query, atol=1e-6)
    assert cosines_of_each(vectors[:0], queries).shape == (3, 0)
