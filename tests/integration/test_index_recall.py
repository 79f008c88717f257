"""The graph finds what an exact search finds, and says the same of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from photoclip.catalog.store import Catalog
from photoclip.domain import Metadata, PhotoStatus, QueryKind
from photoclip.index.hnsw import HnswIndex
from photoclip.index.nearest import Nearest, Plan
from photoclip.index.vectors import VectorMatrix

COUNT, DIM, QUERIES = 10_000, 128, 100


def clustered(count: int, seed: int, *, away: float = 0.0) -> np.ndarray:
    """Unit vectors around 200 centres; away moves them off together, as texts lie to images."""
    centres = np.random.default_rng(1).standard_normal((200, DIM))
    random = np.random.default_rng(seed)
    vectors = centres[random.integers(0, 200, count)] + 0.6 * random.standard_normal((count, DIM))
    vectors += away * np.random.default_rng(2).standard_normal(DIM)
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture(scope="module")
def both() -> Iterator[tuple[Nearest, Nearest]]:
    """The same vectors, searched exactly and through a graph."""
    matrix = VectorMatrix.from_arrays(np.arange(COUNT) * 2 + 1, clustered(COUNT, 0))
    graph = HnswIndex.build(matrix.ids, matrix.vectors)
    yield Nearest(matrix), Nearest(matrix, graph, exact_limit=1000)


@pytest.mark.parametrize(
    ("kind", "away"), [(QueryKind.IMAGE, 0.0), (QueryKind.TEXT, 1.0)], ids=["image", "text"]
)
@pytest.mark.parametrize("part", [1.0, 0.4], ids=["all", "filtered"])
def test_recall_at_10_and_scores(
    both: tuple[Nearest, Nearest], kind: QueryKind, away: float, part: float
) -> None:
    exact, fast = both
    allowed = None
    if part < 1:
        ids = exact.matrix.ids
        allowed = np.random.default_rng(3).permutation(ids)[: int(len(ids) * part)]
    assert exact.plan(10, allowed=allowed) in (Plan.EXACT, Plan.EXACT_SUBSET)
    assert fast.plan(10, allowed=allowed) is Plan.HNSW
    found = 0
    for query in clustered(QUERIES, 5, away=away):
        right = exact.search(query, 10, kind=kind, allowed=allowed)
        answer = fast.search(query, 10, kind=kind, allowed=allowed)
        scores = {hit.photo: hit.score for hit in right}
        common = [hit for hit in answer if hit.photo in scores]
        found += len(common)
        assert all(abs(scores[hit.photo] - hit.score) <= 1e-5 for hit in common)
        assert [hit.score for hit in answer] == sorted((h.score for h in answer), reverse=True)
    assert found / (QUERIES * 10) >= 0.99


def test_graph_saved_before_the_catalog_changed_is_mended(tmp_path: Path) -> None:
    """The next start, after photos came, went and were embedded anew."""
    vectors = clustered(600, 7)
    with Catalog.open(tmp_path / "catalog.sqlite") as catalog:
        model = catalog.embeddings.model_id("fingerprint", "model", DIM)
        with catalog.transaction():
            photos = [
                catalog.photos.upsert(n.to_bytes(32, "big"), 1, PhotoStatus.OK, "", Metadata())
                for n in range(600)
            ]
        catalog.embeddings.put(model, photos[:500], vectors[:500])
        loaded = catalog.embeddings.load(model)
        generation = catalog.embeddings.generation(model)
        HnswIndex.build(*loaded).save(tmp_path / "index", "fingerprint", generation)

        catalog.embeddings.put(model, photos[500:], vectors[500:])
        catalog.embeddings.put(model, photos[:1], -vectors[:1])
        catalog.photos.remove(photos[1:2])

        matrix = VectorMatrix.from_arrays(*catalog.embeddings.load(model))
        graph = HnswIndex.load(tmp_path / "index", "fingerprint", DIM)
        nearest = Nearest(matrix, exact_limit=100)
        assert nearest.attach(graph) == 101
        assert nearest.plan(5) is Plan.HNSW
        exact = Nearest(matrix)
        for query in (-vectors[0], vectors[1], vectors[550]):
            hits = nearest.search(query, 5, kind=QueryKind.IMAGE)
            right = exact.search(query, 5, kind=QueryKind.IMAGE)
            assert [hit.photo for hit in hits] == [hit.photo for hit in right]
            assert photos[1] not in {hit.photo for hit in hits}
