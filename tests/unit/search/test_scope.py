"""Searches that keep to one folder, exact and through the graph."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from photoclip.catalog.store import Catalog
from photoclip.domain import (
    CancelToken,
    FolderScope,
    Metadata,
    ModelId,
    PhotoId,
    PhotoStatus,
    QueryKind,
    RootId,
    Vectors,
)
from photoclip.index.nearest import Plan
from photoclip.search import space as spaces
from photoclip.search.space import VectorSpace

DIM = 16
EACH = 60


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with Catalog.open(tmp_path / "catalog.sqlite") as opened:
        yield opened


@pytest.fixture
def root(catalog: Catalog, tmp_path: Path) -> RootId:
    (tmp_path / "photos").mkdir()
    return catalog.roots.add(tmp_path / "photos").id


@pytest.fixture
def model(catalog: Catalog) -> ModelId:
    return catalog.embeddings.model_id("f" * 64, "test", DIM)


@pytest.fixture
def folders(catalog: Catalog, model: ModelId, root: RootId) -> dict[str, list[PhotoId]]:
    """Ten folders with photos whose vectors fall anywhere."""
    rng = np.random.default_rng(3)
    made: dict[str, list[PhotoId]] = {}
    with catalog.transaction():
        for folder in "abcdefghij":
            made[folder] = [add(catalog, root, f"{folder}/{number}.jpg") for number in range(EACH)]
            vectors = rng.standard_normal((EACH, DIM)).astype(np.float32)
            vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
            catalog.embeddings.put(model, made[folder], vectors)
    return made


def add(catalog: Catalog, root: RootId, path: str) -> PhotoId:
    digest = hashlib.sha256(path.encode()).digest()
    photo = catalog.photos.upsert(digest, 1, PhotoStatus.OK, "", Metadata())
    catalog.files.put(root, path, photo, 1, 1)
    return photo


def by_hand(catalog: Catalog, model: ModelId, ids: list[PhotoId], query: Vectors) -> list[PhotoId]:
    known, vectors = catalog.embeddings.get(model, ids)
    order = np.lexsort((known, -(vectors @ query)))
    return [PhotoId(photo) for photo in known[order].tolist()]


@pytest.mark.parametrize("limit", [10, 100_000], ids=["graph", "exact"])
def test_only_photos_of_the_folder_are_ranked_and_none_is_missed(
    catalog: Catalog,
    model: ModelId,
    root: RootId,
    folders: dict[str, list[PhotoId]],
    tmp_path: Path,
    limit: int,
) -> None:
    space = VectorSpace(catalog, model, "f" * 64, tmp_path / "cache", limit)
    space.refresh_graph(CancelToken())
    query = catalog.embeddings.get(model, folders["c"][:1])[1][0]
    for folder, ids in folders.items():
        scope = FolderScope(root, folder)
        found, scores = space.nearest.ranked(
            query, 7, kind=QueryKind.TEXT, allowed=space.allowed(scope)
        )
        assert found.tolist() == by_hand(catalog, model, ids, query)[:7]
        assert (np.diff(scores) <= 0).all()
        assert space.searched(scope) == EACH
    assert space.searched() == 10 * EACH


def test_a_small_folder_of_a_large_library_is_searched_exactly(
    catalog: Catalog,
    model: ModelId,
    root: RootId,
    folders: dict[str, list[PhotoId]],
    tmp_path: Path,
) -> None:
    space = VectorSpace(catalog, model, "f" * 64, tmp_path / "cache", EACH)
    space.refresh_graph(CancelToken())
    assert space.nearest.plan(5) is Plan.HNSW
    allowed = space.allowed(FolderScope(root, "a"))
    assert space.nearest.plan(5, allowed=allowed) is Plan.EXACT_SUBSET


def test_files_that_come_and_go_are_noticed(
    catalog: Catalog,
    model: ModelId,
    root: RootId,
    folders: dict[str, list[PhotoId]],
    tmp_path: Path,
) -> None:
    space = VectorSpace(catalog, model, "f" * 64, tmp_path / "cache", 1000)
    scope = FolderScope(root, "a")
    assert space.searched(scope) == EACH
    catalog.files.put(root, "a/a second place.jpg", folders["b"][0], 1, 1)
    assert space.searched(scope) == EACH + 1
    catalog.files.remove([file.id for file in catalog.files.of_photo(folders["a"][0])])
    assert space.searched(scope) == EACH
    allowed = space.allowed(scope)
    assert allowed is not None
    assert folders["a"][0] not in allowed


def test_a_folder_is_looked_up_once(
    catalog: Catalog,
    model: ModelId,
    root: RootId,
    folders: dict[str, list[PhotoId]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(spaces, "_FILTERS", 3)
    space = VectorSpace(catalog, model, "f" * 64, tmp_path / "cache", 1000)
    first = space.allowed(FolderScope(root, "a"))
    assert space.allowed(FolderScope(root, "a")) is first
    for folder in folders:
        assert space.searched(FolderScope(root, folder)) == EACH


def test_a_folder_that_holds_everything_is_no_filter(
    catalog: Catalog,
    model: ModelId,
    root: RootId,
    folders: dict[str, list[PhotoId]],
    tmp_path: Path,
) -> None:
    space = VectorSpace(catalog, model, "f" * 64, tmp_path / "cache", 1000)
    assert space.searched(FolderScope(root)) == len(folders) * EACH
    assert space.allowed(FolderScope(root)) is None
    assert space.searched(FolderScope(root, "nothing here")) == 0
