from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoclip.domain import CancelToken, Hit, QueryKind
from photoclip.errors import Cancelled, IndexCacheError
from photoclip.index.hnsw import HnswIndex
from photoclip.index.nearest import Nearest, Plan
from photoclip.index.vectors import VectorMatrix

DIM = 32
IMAGE, TEXT = QueryKind.IMAGE, QueryKind.TEXT
NONE = np.empty(0, np.int64)


def by_hand(ids, vectors, query, k, allowed=None) -> list[Hit]:
    pairs = zip(ids.tolist(), (vectors @ query).tolist(), strict=True)
    known = set((ids if allowed is None else allowed).tolist())
    kept = [(i, s) for i, s in pairs if i in known]
    return [Hit(i, s) for i, s in sorted(kept, key=lambda pair: (-pair[1], pair[0]))[:k]]


def same(found: list[Hit], expected: list[Hit], tolerance: float = 1e-5) -> bool:
    return [hit.photo for hit in found] == [hit.photo for hit in expected] and all(
        abs(one.score - other.score) <= tolerance
        for one, other in zip(found, expected, strict=True)
    )


class Spy:
    """Counts the searches of a graph and keeps the ef they asked for."""

    def __init__(self, index: HnswIndex, monkeypatch: pytest.MonkeyPatch) -> None:
        self.efs: list[int] = []
        real = index.search

        def search(query, k, *, ef):
            self.efs.append(ef)
            return real(query, k, ef=ef)

        monkeypatch.setattr(index, "search", search)


@pytest.fixture
def graphed(clustered, monkeypatch):
    """A Nearest that uses its graph for more than 100 candidates, the graph spied upon."""
    ids, vectors = clustered(2500)
    index = HnswIndex.build(ids, vectors)
    spy = Spy(index, monkeypatch)
    return Nearest(VectorMatrix.from_arrays(ids, vectors), index, exact_limit=100), spy


def test_exact_search_is_the_ranking_by_hand(clustered) -> None:
    ids, vectors = clustered(500)
    nearest = Nearest(VectorMatrix.from_arrays(ids, vectors))
    for query in clustered(10, seed=1)[1]:
        assert same(nearest.search(query, 20, kind=IMAGE), by_hand(ids, vectors, query, 20), 1e-6)
    assert nearest.plan(20) == Plan.EXACT == "exact"


def test_rows_need_not_be_sorted(clustered) -> None:
    ids, vectors = clustered(500)
    order = np.random.default_rng(0).permutation(500)
    nearest = Nearest(VectorMatrix.from_arrays(ids[order], vectors[order]), exact_limit=100)
    nearest.attach(HnswIndex.build(ids, vectors))
    query = clustered(1, seed=1)[1][0]
    assert nearest.plan(5) is Plan.HNSW
    assert same(nearest.search(query, 5, kind=IMAGE), by_hand(ids, vectors, query, 5))


@given(
    scores=st.lists(st.sampled_from([0.0, 0.6, 0.8, 1.0]), max_size=30),
    k=st.integers(-1, 35),
    allow=st.none() | st.sets(st.integers(0, 40)),
)
def test_ties_go_by_id_whatever_k(scores: list[float], k: int, allow: set[int] | None) -> None:
    angles = np.arccos(np.array(scores, np.float64))
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    ids = np.random.default_rng(1).permutation(len(scores)).astype(np.int64)
    nearest = Nearest(VectorMatrix.from_arrays(ids, vectors.reshape(-1, 2)))
    allowed = None if allow is None else np.array(sorted(allow, reverse=True), np.int64)
    query = np.array([1, 0], np.float32)
    found = nearest.search(query, k, kind=TEXT, allowed=allowed)
    assert found == by_hand(ids, vectors.reshape(-1, 2), query, max(k, 0), allowed)


@pytest.mark.parametrize("with_graph", [False, True])
@pytest.mark.parametrize(
    ("k", "allowed", "expected"),
    [
        (0, None, 0),
        (-3, None, 0),
        (10_000, None, 150),
        (10, NONE, 0),
        (10, np.array([2, 5, 8]), 0),
        (10, np.array([1, 1, 4, 2, 10**15, -4]), 2),
    ],
)
def test_edges(clustered, with_graph: bool, k: int, allowed, expected: int) -> None:
    ids, vectors = clustered(150)
    graph = HnswIndex.build(ids, vectors) if with_graph else None
    nearest = Nearest(VectorMatrix.from_arrays(ids, vectors), graph, exact_limit=10)
    found = nearest.search(vectors[0], k, kind=IMAGE, allowed=allowed)
    assert len(found) == expected
    assert same(found, by_hand(ids, vectors, vectors[0], max(k, 0), allowed))
    if expected == 0:
        assert nearest.plan(k, allowed=allowed) is Plan.EMPTY


def test_empty_matrix_finds_nothing() -> None:
    nearest = Nearest(VectorMatrix(DIM), exact_limit=0)
    query = np.eye(DIM, dtype=np.float32)[0]
    assert nearest.search(query, 5, kind=TEXT) == []
    assert nearest.scores(query)[0].tolist() == []
    nearest.attach(HnswIndex.build(NONE, np.empty((0, DIM), np.float32)))
    assert nearest.search(query, 5, kind=TEXT, allowed=np.array([1])) == []


@pytest.mark.parametrize("query", [np.full(DIM, np.nan), np.zeros(DIM + 1), np.zeros((1, DIM))])
def test_query_that_does_not_fit_is_refused(clustered, query) -> None:
    nearest = Nearest(VectorMatrix.from_arrays(*clustered(5)))
    with pytest.raises(ValueError, match="a query"):
        nearest.search(query, 5, kind=TEXT)


def test_graph_answers_as_the_exact_search(graphed, clustered) -> None:
    nearest, spy = graphed
    now = nearest.matrix.snapshot()
    for kind in (IMAGE, TEXT):
        for query in clustered(20, seed=2)[1]:
            expected = by_hand(now.ids, now.vectors, query, 10)
            assert same(nearest.search(query, 10, kind=kind), expected)
    assert len(spy.efs) == 40


def test_texts_get_a_larger_ef_than_images(graphed, clustered) -> None:
    nearest, spy = graphed
    for kind in (IMAGE, TEXT):
        nearest.search(clustered(1)[1][0], 10, kind=kind)
    assert spy.efs == [200, 800]


def test_selective_filter_is_searched_exactly_on_its_subset(graphed, clustered) -> None:
    nearest, spy = graphed
    now = nearest.matrix.snapshot()
    allowed = now.ids[::50]
    query = clustered(1, seed=2)[1][0]
    assert nearest.plan(10, allowed=allowed) is Plan.EXACT_SUBSET
    expected = by_hand(now.ids, now.vectors, query, 10, allowed)
    assert same(nearest.search(query, 10, kind=TEXT, allowed=allowed), expected)
    assert spy.efs == []


def test_wide_filter_goes_through_the_graph(graphed, clustered) -> None:
    nearest, spy = graphed
    now = nearest.matrix.snapshot()
    allowed = np.random.default_rng(0).permutation(now.ids)[: len(now.ids) // 2]
    assert nearest.plan(10, allowed=allowed) is Plan.HNSW
    for query in clustered(20, seed=2)[1]:
        expected = by_hand(now.ids, now.vectors, query, 10, allowed)
        assert same(nearest.search(query, 10, kind=TEXT, allowed=allowed), expected)
    assert len(spy.efs) == 20


def test_filter_that_hides_all_neighbours_falls_back_to_exact(graphed) -> None:
    nearest, spy = graphed
    now = nearest.matrix.snapshot()
    query = now.vectors[0]
    by_score = now.ids[np.argsort(-(now.vectors @ query))]
    allowed = by_score[len(by_score) // 2 :]
    assert nearest.plan(10, allowed=allowed) is Plan.HNSW
    expected = by_hand(now.ids, now.vectors, query, 10, allowed)
    assert same(nearest.search(query, 10, kind=IMAGE, allowed=allowed), expected)
    assert len(spy.efs) == 1


def test_filter_that_allows_all_is_no_filter(graphed) -> None:
    nearest, _ = graphed
    ids = nearest.matrix.ids
    assert nearest.plan(10, allowed=np.append(ids[::-1], 10**9)) is Plan.HNSW


def test_a_large_part_of_all_photos_is_ranked_exactly(graphed) -> None:
    nearest, _ = graphed
    assert nearest.plan(32) is Plan.HNSW
    assert nearest.plan(33) is Plan.EXACT


def test_what_came_after_the_graph_is_found_at_once(graphed, clustered) -> None:
    nearest, spy = graphed
    ids, vectors = clustered(50, seed=7, first=100_000)
    nearest.matrix.append(ids, vectors)
    assert nearest.plan(5) is Plan.HNSW
    for row in range(50):
        found = nearest.search(vectors[row], 5, kind=IMAGE)
        now = nearest.matrix.snapshot()
        assert same(found, by_hand(now.ids, now.vectors, vectors[row], 5))
        assert found[0].photo == ids[row]
    assert len(spy.efs) == 50
    allowed = np.concatenate([now.ids[:2000], ids[:1]])
    found = nearest.search(vectors[1], 5, kind=IMAGE, allowed=allowed)
    assert same(found, by_hand(now.ids, now.vectors, vectors[1], 5, allowed))


def test_catching_up_brings_later_photos_into_the_graph(graphed, clustered) -> None:
    nearest, _ = graphed
    nearest.matrix.append(*clustered(150, seed=7, first=100_000))
    assert nearest.plan(5) is Plan.EXACT  # the rest would be slower than all of it
    assert nearest.catch_up() == 150
    assert nearest.plan(5) is Plan.HNSW
    assert len(nearest.hnsw) == 2650
    assert nearest.catch_up() == 0


def test_replaced_vector_is_searched_exactly_until_the_graph_has_it(graphed, clustered) -> None:
    nearest, _ = graphed
    photo = nearest.matrix.ids[:1]
    new = clustered(1, seed=9)[1]
    nearest.matrix.append(photo, new)
    assert nearest.plan(5) is Plan.EXACT
    assert nearest.search(new[0], 1, kind=IMAGE)[0].photo == photo[0]
    assert nearest.catch_up() == 1
    assert nearest.plan(5) is Plan.HNSW
    assert nearest.search(new[0], 1, kind=IMAGE)[0].photo == photo[0]


def test_attaching_mends_an_older_graph(clustered) -> None:
    ids, vectors = clustered(1000)
    older = vectors.copy()
    older[7] = -older[7]
    graph = HnswIndex.build(np.append(ids[:900], 10**6), np.append(older[:900], older[:1], axis=0))
    nearest = Nearest(VectorMatrix.from_arrays(ids, vectors), exact_limit=100)
    assert nearest.attach(graph) == 101
    assert nearest.hnsw is graph
    assert nearest.plan(5) is Plan.HNSW
    for row in (7, 0, 950):
        found = nearest.search(vectors[row], 5, kind=IMAGE)
        assert same(found, by_hand(ids, vectors, vectors[row], 5))


def test_attaching_refuses_a_graph_of_other_photos_or_vectors(clustered) -> None:
    ids, vectors = clustered(100)
    nearest = Nearest(VectorMatrix.from_arrays(ids, vectors))
    for graph in (
        HnswIndex.build(ids + 1, vectors),
        HnswIndex.build(ids, -vectors),
        HnswIndex.build(*clustered(100, dim=DIM * 2)),
    ):
        with pytest.raises(IndexCacheError):
            nearest.attach(graph)
    assert nearest.hnsw is None


def test_detached_graph_is_not_used(graphed) -> None:
    nearest, _ = graphed
    nearest.attach(None)
    assert nearest.hnsw is None
    assert nearest.plan(5) is Plan.EXACT
    assert nearest.catch_up() == 0


def test_cancelled_attach_changes_nothing(graphed) -> None:
    nearest, _ = graphed
    now = nearest.matrix.snapshot()
    before = nearest.hnsw
    cancel = CancelToken()
    cancel.cancel()
    other = HnswIndex.build(now.ids[:100], now.vectors[:100])
    with pytest.raises(Cancelled):
        nearest.attach(other, cancel=cancel)
    assert nearest.hnsw is before


def test_no_cosine_is_beyond_one(clustered) -> None:
    ids, vectors = clustered(300)
    nearest = Nearest(VectorMatrix.from_arrays(ids, vectors * np.float32(1.001)))
    assert nearest.search(vectors[0], 1, kind=IMAGE) == [Hit(int(ids[0]), 1.0)]
    assert nearest.search(-vectors[0], 300, kind=IMAGE)[-1].score == -1.0


def test_scores_are_of_all_photos_in_row_order(clustered) -> None:
    ids, vectors = clustered(200)
    found, scores = Nearest(VectorMatrix.from_arrays(ids, vectors)).scores(vectors[3])
    assert found.tolist() == ids.tolist()
    assert np.allclose(scores, vectors @ vectors[3], atol=1e-6)
    assert scores.dtype == np.float32
