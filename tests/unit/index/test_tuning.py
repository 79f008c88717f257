"""The graph keeps as many candidates as the library itself shows to be needed."""

from __future__ import annotations

import numpy as np
import pytest

from photoclip.domain import CancelToken, QueryKind
from photoclip.errors import Cancelled
from photoclip.index.hnsw import HnswIndex
from photoclip.index.nearest import Nearest
from photoclip.index.tuning import LADDER, NEIGHBOURS, TARGETS, sample_queries, tune
from photoclip.index.vectors import VectorMatrix

IMAGE, TEXT = QueryKind.IMAGE, QueryKind.TEXT


class Forgetful:
    """An exact search that misses the best photos unless it may keep enough candidates."""

    def __init__(self, ids, vectors, enough: int) -> None:
        self.ids, self.vectors, self.enough = ids, vectors, enough
        self.efs: list[int] = []

    def __call__(self, query, k, ef):
        self.efs.append(ef)
        scores = self.vectors @ query
        order = np.argsort(-scores)[0 if ef >= self.enough else k :][:k]
        return self.ids[order], scores[order]


def test_the_least_that_is_enough_is_taken(clustered) -> None:
    ids, vectors = clustered(300)
    queries = clustered(8, seed=1)[1]
    search = Forgetful(ids, vectors, 400)
    found = tune(search, VectorMatrix.from_arrays(ids, vectors).snapshot(), TEXT, queries)
    assert (found.ef, found.recall, found.rows, found.queries) == (400, 1.0, 300, 8)
    assert list(dict.fromkeys(search.efs)) == [ef for ef in LADDER if ef <= 400]


def test_what_cannot_be_reached_is_told_as_it_is(clustered) -> None:
    ids, vectors = clustered(300)
    search = Forgetful(ids, vectors, 10**9)
    queries = clustered(8, seed=1)[1]
    found = tune(search, VectorMatrix.from_arrays(ids, vectors).snapshot(), IMAGE, queries)
    assert found.ef == LADDER[-1]
    assert found.recall < TARGETS[IMAGE]


def test_a_photo_is_no_answer_to_itself_and_equals_count_alike(clustered) -> None:
    ids, vectors = clustered(40)
    # Thirty photos that look the same: whichever ten of them are found are right.
    vectors[5:35] = vectors[5]
    now = VectorMatrix.from_arrays(ids, vectors).snapshot()
    queries, own = sample_queries(now, 40)

    def search(query, k, ef):
        scores = vectors @ query
        # Equals come in another order than exact search would give them.
        order = np.lexsort((-ids, -np.round(scores, 6)))[:k]
        return ids[order], scores[order]

    assert tune(search, now, IMAGE, queries, own).recall == 1.0


def test_fewer_photos_than_are_wanted(clustered) -> None:
    ids, vectors = clustered(3)
    now = VectorMatrix.from_arrays(ids, vectors).snapshot()
    queries, own = sample_queries(now, 64)
    assert len(queries) == 3 < NEIGHBOURS
    assert tune(Forgetful(ids, vectors, 0), now, IMAGE, queries, own).recall == 1.0
    alone = VectorMatrix.from_arrays(ids[:1], vectors[:1]).snapshot()
    assert tune(Forgetful(ids[:1], vectors[:1], 0), alone, IMAGE, *sample_queries(alone, 9)).recall


def test_it_can_be_cancelled_and_needs_queries(clustered) -> None:
    ids, vectors = clustered(50)
    now = VectorMatrix.from_arrays(ids, vectors).snapshot()
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        tune(Forgetful(ids, vectors, 0), now, IMAGE, vectors[:2], None, cancel)
    with pytest.raises(ValueError, match="measure"):
        tune(Forgetful(ids, vectors, 0), now, IMAGE, vectors[:0])


def test_searches_keep_what_was_measured(clustered, monkeypatch) -> None:
    ids, vectors = clustered(2500)
    graph = HnswIndex.build(ids, vectors)
    nearest = Nearest(VectorMatrix.from_arrays(ids, vectors), graph, exact_limit=100)
    assert nearest.recalls == []
    nearest.tune(clustered(20, seed=4)[1])
    measured = {recall.kind: recall for recall in nearest.recalls}
    assert set(measured) == {IMAGE, TEXT}
    assert all(recall.recall >= TARGETS[kind] for kind, recall in measured.items())
    efs: list[int] = []
    real = graph.search
    monkeypatch.setattr(
        graph, "search", lambda query, k, *, ef: (efs.append(ef), real(query, k, ef=ef))[1]
    )
    for kind in (IMAGE, TEXT):
        nearest.search(vectors[0], 5, kind=kind)
    assert efs == [measured[IMAGE].ef, measured[TEXT].ef]


def test_photos_that_are_gone_from_the_matrix_do_not_count(clustered) -> None:
    ids, vectors = clustered(600)
    graph = HnswIndex.build(ids, vectors)
    nearest = Nearest(VectorMatrix.from_arrays(ids[:500], vectors[:500]), graph, exact_limit=10)
    nearest.tune(vectors[500:560])
    text = next(recall for recall in nearest.recalls if recall.kind is TEXT)
    assert text.recall >= TARGETS[TEXT]
    assert text.rows == 500


def test_without_a_graph_there_is_nothing_to_measure(clustered) -> None:
    ids, vectors = clustered(50)
    nearest = Nearest(VectorMatrix.from_arrays(ids, vectors))
    nearest.tune(vectors[:3])
    assert nearest.recalls == []
