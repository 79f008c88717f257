"""The graph, hazard by hazard of hnswlib 0.8.0 (saving and loading: test_cache.py)."""

from __future__ import annotations

import builtins
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from photoclip.domain import CancelToken, Progress, Stage
from photoclip.errors import Cancelled, IndexCacheError, ModelOutputError
from photoclip.index.hnsw import HnswIndex

DIM = 32


def nearest(vectors: np.ndarray, ids: np.ndarray, query: np.ndarray, k: int) -> set[int]:
    return set(ids[np.argsort(-(vectors @ query))[:k]].tolist())


def test_neighbours_and_cosines_are_those_of_an_exact_search(clustered) -> None:
    ids, vectors = clustered(2000)
    index = HnswIndex.build(ids, vectors)
    rows = {int(number): row for row, number in enumerate(ids)}
    for query in clustered(20, seed=1)[1]:
        found, scores = index.search(query, 10, ef=200)
        assert set(found.tolist()) == nearest(vectors, ids, query, 10)
        assert (np.diff(scores) <= 0).all()
        exact = vectors[[rows[number] for number in found.tolist()]] @ query
        assert np.allclose(scores, exact, atol=1e-5)
        assert (found.dtype, scores.dtype) == (np.int64, np.float32)


@pytest.mark.parametrize("count", [0, 1, 5])
def test_asking_for_more_than_there_are_gives_what_there_is(clustered, count: int) -> None:
    ids, vectors = clustered(count)
    index = HnswIndex.build(ids, vectors)
    query = clustered(1, seed=1)[1][0]
    found, scores = index.search(query, 100, ef=10)
    assert sorted(found.tolist()) == ids.tolist()
    assert len(scores) == count
    assert len(index) == count
    for none in (0, -1):
        assert index.search(query, none, ef=10)[0].tolist() == []


def test_ef_below_k_is_raised_to_it(clustered) -> None:
    ids, vectors = clustered(500)
    found, _ = HnswIndex.build(ids, vectors).search(vectors[0], 300, ef=1)
    assert len(found) == 300


@pytest.mark.parametrize("value", [np.nan, np.inf, 3.0])
def test_what_is_no_unit_vector_is_refused(clustered, value: float) -> None:
    ids, vectors = clustered(20)
    index = HnswIndex.build(ids, vectors)
    more_ids, more = clustered(5, seed=1, first=1000)
    more[2, 0] = value
    with pytest.raises(ModelOutputError):
        index.add(more_ids, more)
    with pytest.raises(ModelOutputError):
        HnswIndex.build(more_ids, more)
    assert len(index) == 20


def test_vectors_of_another_dim_are_refused(clustered) -> None:
    index = HnswIndex.build(*clustered(20))
    with pytest.raises(ValueError, match="do not fit"):
        index.add(*clustered(5, dim=DIM * 2))


def test_added_vectors_are_found_far_beyond_the_first_size(clustered) -> None:
    ids, vectors = clustered(50)
    index = HnswIndex.build(ids[:1], vectors[:1])
    for start in range(1, 50, 7):
        index.add(ids[start : start + 7], vectors[start : start + 7])
    assert len(index) == 50
    assert sorted(index.ids.tolist()) == ids.tolist()
    for row in range(50):
        assert index.search(vectors[row], 1, ef=50)[0].tolist() == [ids[row]]


def test_added_again_an_id_is_replaced(clustered) -> None:
    ids, vectors = clustered(100)
    index = HnswIndex.build(ids, vectors)
    other = clustered(1, seed=5)[1]
    index.add(ids[:1], other)
    assert len(index) == 100
    found, scores = index.search(other[0], 1, ef=200)
    assert found.tolist() == [ids[0]]
    assert scores[0] == pytest.approx(1, abs=1e-5)
    assert index.differing(ids, vectors).tolist() == [ids[0]]


def test_of_an_id_that_comes_twice_the_last_counts(clustered) -> None:
    _, vectors = clustered(3)
    index = HnswIndex.build(np.array([1, 2, 1]), vectors)
    assert len(index) == 2
    assert index.differing(np.array([1, 2]), vectors[[2, 1]]).tolist() == []


def test_large_ids_are_labels_too(clustered) -> None:
    _, vectors = clustered(3)
    ids = np.array([1, 2**40, 2**62])
    index = HnswIndex.build(ids, vectors)
    assert index.search(vectors[2], 1, ef=10)[0].tolist() == [2**62]


def test_build_tells_its_progress_and_can_be_cancelled(clustered) -> None:
    ids, vectors = clustered(1000)
    seen: list[Progress] = []
    HnswIndex.build(ids, vectors, progress=seen.append)
    assert [step.done for step in seen] == sorted({step.done for step in seen})
    assert len(seen) > 3
    assert (seen[-1].stage, seen[-1].done, seen[-1].total) == (Stage.BUILDING, 1000, 1000)

    cancel = CancelToken()
    steps: list[Progress] = []

    def cancel_soon(step: Progress) -> None:
        steps.append(step)
        cancel.cancel()

    with pytest.raises(Cancelled):
        HnswIndex.build(ids, vectors, cancel=cancel, progress=cancel_soon)
    assert len(steps) == 1


def test_cancelled_add_keeps_what_it_added(clustered) -> None:
    ids, vectors = clustered(1000)
    index = HnswIndex.build(ids[:10], vectors[:10])
    cancel = CancelToken()
    with pytest.raises(Cancelled):
        index.add(ids, vectors, cancel=cancel, progress=lambda _: cancel.cancel())
    missing = index.differing(ids, vectors)
    assert 0 < len(missing) < 990
    assert len(index) == 1000 - len(missing)
    index.add(ids, vectors)
    assert index.differing(ids, vectors).tolist() == []


def test_searches_go_on_while_vectors_are_added(clustered) -> None:
    ids, vectors = clustered(6000)
    index = HnswIndex.build(ids[:100], vectors[:100])
    added = threading.Event()
    sizes: list[int] = []

    def add() -> None:
        index.add(ids, vectors)
        added.set()

    def search(row: int) -> None:
        while not added.is_set():
            found, _ = index.search(vectors[row], 5, ef=50)
            assert found[0] == ids[row]
            sizes.append(len(index))

    with ThreadPoolExecutor(3) as threads:
        for future in [threads.submit(add), threads.submit(search, 0), threads.submit(search, 50)]:
            future.result()
    # Were searches starved, they would see next to no state between the first and the last.
    assert len(set(sizes)) > 10
    assert index.differing(ids, vectors).tolist() == []


def test_threads_setting_their_own_ef_do_not_disturb_each_other(clustered) -> None:
    ids, vectors = clustered(2000)
    index = HnswIndex.build(ids, vectors, threads=1)
    expected = index.search(vectors[0], 50, ef=400)[0].tolist()

    def search(ef: int) -> list[int]:
        return index.search(vectors[0], 50, ef=ef)[0].tolist()

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(search, [400, 50] * 100))
    assert all(one == expected for one in found[::2])


def test_hnswlib_is_loaded_only_when_a_graph_is_made() -> None:
    code = (
        "import sys; import photoclip.index.nearest, photoclip.index.hnsw, photoclip.index.cache;"
        "assert 'hnswlib' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_missing_hnswlib_is_told_with_its_remedy(
    clustered, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def refuse(name: str, *args, **kwargs):
        if name == "hnswlib":
            raise ImportError("no module named hnswlib")
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(IndexCacheError, match="pip install hnswlib"):
        HnswIndex.build(*clustered(5))
