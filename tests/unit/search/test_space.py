"""One model's vectors: in step with the catalog, exact or through a graph that is a cache."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from photoclip.catalog.store import Catalog
from photoclip.domain import (
    CancelToken,
    Metadata,
    ModelId,
    PhotoId,
    PhotoStatus,
    QueryKind,
    RootId,
    Vectors,
)
from photoclip.errors import Cancelled
from photoclip.search.space import VectorSpace

DIM = 16
LIMIT = 40


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with Catalog.open(tmp_path / "catalog.sqlite") as opened:
        yield opened


@pytest.fixture
def model(catalog: Catalog) -> ModelId:
    return catalog.embeddings.model_id("f" * 64, "test", DIM)


@pytest.fixture
def root(catalog: Catalog, tmp_path: Path) -> RootId:
    (tmp_path / "photos").mkdir()
    return catalog.roots.add(tmp_path / "photos").id


def unit(count: int, seed: int) -> Vectors:
    vectors = np.random.default_rng(seed).standard_normal((count, DIM)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def embed(
    catalog: Catalog, model: ModelId, root: RootId, count: int, seed: int = 1
) -> list[PhotoId]:
    """Photos with files and random embeddings."""
    ids = []
    with catalog.transaction():
        for number in range(count):
            digest = hashlib.sha256(f"{seed}-{number}".encode()).digest()
            ids.append(catalog.photos.upsert(digest, 10, PhotoStatus.OK, "", Metadata()))
            catalog.files.put(root, f"{seed}/{number}.jpg", ids[-1], 10, number)
        catalog.embeddings.put(model, ids, unit(count, seed))
    return ids


def space(catalog: Catalog, model: ModelId, cache: Path) -> VectorSpace:
    return VectorSpace(catalog, model, "f" * 64, cache, LIMIT)


def nearest(found: VectorSpace, vector: Vectors, k: int = 5) -> list[PhotoId]:
    hits = found.nearest.search(vector, k, kind=QueryKind.IMAGE, allowed=found.allowed())
    return [hit.photo for hit in hits]


def test_it_finds_what_was_stored_and_what_is_added_later(
    catalog: Catalog, model: ModelId, root: RootId, tmp_path: Path
) -> None:
    first = embed(catalog, model, root, 10)
    vectors = space(catalog, model, tmp_path)
    assert nearest(vectors, unit(10, 1)[3])[0] == first[3]
    later = embed(catalog, model, root, 10, seed=2)
    vectors.add(later)
    assert nearest(vectors, unit(10, 2)[7])[0] == later[7]
    assert vectors.searched() == 20


def test_photos_without_a_file_are_not_searched(
    catalog: Catalog, model: ModelId, root: RootId, tmp_path: Path
) -> None:
    ids = embed(catalog, model, root, 10)
    vectors = space(catalog, model, tmp_path)
    assert vectors.allowed() is None
    catalog.files.remove([file.id for file in catalog.files.of_photo(ids[3])])
    assert vectors.searched() == 9
    assert ids[3] not in nearest(vectors, unit(10, 1)[3], k=10)


def test_a_small_library_gets_no_graph(
    catalog: Catalog, model: ModelId, root: RootId, tmp_path: Path
) -> None:
    embed(catalog, model, root, LIMIT)
    vectors = space(catalog, model, tmp_path / "cache")
    vectors.refresh_graph(CancelToken())
    assert vectors.nearest.hnsw is None
    assert not (tmp_path / "cache").exists()


def test_a_graph_is_measured_once_and_again_when_the_library_has_grown(
    catalog: Catalog, model: ModelId, root: RootId, tmp_path: Path
) -> None:
    asked: list[int] = []

    def texts() -> Vectors:
        asked.append(1)
        return unit(20, 7)

    ids = embed(catalog, model, root, 200)
    vectors = space(catalog, model, tmp_path / "cache")
    vectors.tune(texts, CancelToken())
    assert not asked, "there is no graph yet"
    vectors.refresh_graph(CancelToken())
    for _ in range(2):
        vectors.tune(texts, CancelToken())
    assert len(asked) == 1
    assert {recall.rows for recall in vectors.nearest.recalls} == {len(ids)}
    vectors.add(embed(catalog, model, root, 50, seed=2))
    vectors.refresh_graph(CancelToken())
    vectors.tune(texts, CancelToken())
    assert {recall.rows for recall in vectors.nearest.recalls} == {250}


def test_a_large_library_gets_a_graph_that_a_later_start_loads(
    catalog: Catalog,
    model: ModelId,
    root: RootId,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("photoclip.search.space._WORTH_SAVING", 1)
    ids = embed(catalog, model, root, 200)
    vectors = space(catalog, model, tmp_path / "cache")
    vectors.refresh_graph(CancelToken())
    assert nearest(vectors, unit(200, 1)[150])[0] == ids[150]

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("built again though the saved graph fits")

    monkeypatch.setattr("photoclip.index.hnsw.HnswIndex.build", refuse)
    again = space(catalog, model, tmp_path / "cache")
    again.refresh_graph(CancelToken())
    assert again.nearest.hnsw is not None
    assert nearest(again, unit(200, 1)[150])[0] == ids[150]


def test_a_saved_graph_is_completed_with_what_came_since(
    catalog: Catalog,
    model: ModelId,
    root: RootId,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("photoclip.search.space._WORTH_SAVING", 1)
    embed(catalog, model, root, 200)
    space(catalog, model, tmp_path / "cache").refresh_graph(CancelToken())
    later = embed(catalog, model, root, 20, seed=2)
    again = space(catalog, model, tmp_path / "cache")
    again.refresh_graph(CancelToken())
    assert again.nearest.hnsw is not None
    assert len(again.nearest.hnsw) == 220
    assert nearest(again, unit(20, 2)[5])[0] == later[5]


@pytest.mark.parametrize("damage", [b"", b"\0" * 5000])
def test_a_damaged_graph_is_built_again(
    catalog: Catalog,
    model: ModelId,
    root: RootId,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    damage: bytes,
) -> None:
    monkeypatch.setattr("photoclip.search.space._WORTH_SAVING", 1)
    ids = embed(catalog, model, root, 200)
    cache = tmp_path / "cache"
    space(catalog, model, cache).refresh_graph(CancelToken())
    for file in cache.iterdir():
        file.write_bytes(damage)
    again = space(catalog, model, cache)
    assert nearest(again, unit(200, 1)[7])[0] == ids[7]  # exact meanwhile
    again.refresh_graph(CancelToken())
    assert again.nearest.hnsw is not None
    assert nearest(again, unit(200, 1)[7])[0] == ids[7]


def test_a_cache_that_cannot_be_written_costs_nothing(
    catalog: Catalog, model: ModelId, root: RootId, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    embed(catalog, model, root, 1200)
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    vectors = space(catalog, model, tmp_path / "cache")
    vectors.refresh_graph(CancelToken())
    assert vectors.nearest.hnsw is not None
    assert "was not saved" in caplog.text


def test_building_can_be_cancelled(
    catalog: Catalog, model: ModelId, root: RootId, tmp_path: Path
) -> None:
    embed(catalog, model, root, 200)
    vectors = space(catalog, model, tmp_path / "cache")
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        vectors.refresh_graph(cancel)
    assert vectors.nearest.hnsw is None
