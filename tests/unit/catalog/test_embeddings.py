from __future__ import annotations

import numpy as np
import pytest

from photoclip.catalog.store import Catalog
from photoclip.domain import ModelId, PhotoId
from photoclip.errors import CatalogDamaged, LibraryError, ModelOutputError

DIM = 8


@pytest.fixture
def model(catalog: Catalog) -> ModelId:
    return catalog.embeddings.model_id("fingerprint", "model", DIM)


@pytest.fixture
def ids(add_photo) -> list[PhotoId]:
    return [add_photo(f"{number}.jpg") for number in range(5)]


def unit(count: int, seed: int = 0) -> np.ndarray:
    vectors = np.random.default_rng(seed).standard_normal((count, DIM)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_vectors_come_back_sorted_and_of_unit_length(
    catalog: Catalog, model: ModelId, ids: list[PhotoId]
) -> None:
    vectors = unit(5)
    order = [3, 0, 4, 2, 1]
    catalog.embeddings.put(model, [ids[i] for i in order], vectors[order])
    found_ids, found = catalog.embeddings.load(model)
    assert found_ids.dtype == np.int64
    assert found_ids.tolist() == ids
    assert found.dtype == np.float32
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-6)
    assert (found * vectors).sum(axis=1).min() > 0.999999


def test_load_of_nothing_has_the_shape_of_the_model(catalog: Catalog, model: ModelId) -> None:
    ids, vectors = catalog.embeddings.load(model)
    assert ids.shape == (0,)
    assert vectors.shape == (0, DIM)


def test_length_is_not_stored(catalog: Catalog, model: ModelId, ids: list[PhotoId]) -> None:
    catalog.embeddings.put(model, ids, unit(5) * 1e-7)
    assert (catalog.embeddings.load(model)[1] * unit(5)).sum(axis=1).min() > 0.999999


def test_get_gives_those_that_are_there(
    catalog: Catalog, model: ModelId, ids: list[PhotoId]
) -> None:
    catalog.embeddings.put(model, ids[:3], unit(3))
    found, vectors = catalog.embeddings.get(model, [ids[4], ids[2], ids[0]])
    assert found.tolist() == [ids[0], ids[2]]
    assert (vectors * unit(3)[[0, 2]]).sum(axis=1).min() > 0.999999
    assert catalog.embeddings.get(model, [])[0].tolist() == []
    assert catalog.embeddings.get(model, np.array([ids[1]] * 3))[0].tolist() == [ids[1]]


def test_get_and_load_agree_to_the_last_bit(
    catalog: Catalog, model: ModelId, ids: list[PhotoId]
) -> None:
    """A saved index is compared by checksums of what load() gives."""
    catalog.embeddings.put(model, ids, unit(5))
    everything = catalog.embeddings.load(model)[1]
    for row, photo in enumerate(ids):
        assert (catalog.embeddings.get(model, [photo])[1][0] == everything[row]).all()


def test_put_replaces(catalog: Catalog, model: ModelId, ids: list[PhotoId]) -> None:
    catalog.embeddings.put(model, ids, unit(5))
    catalog.embeddings.put(model, ids[:1], unit(1, seed=1))
    assert catalog.embeddings.count(model) == 5
    found = catalog.embeddings.load(model)[1]
    assert float(found[0] @ unit(1, seed=1)[0]) > 0.999999


def test_has_and_count_are_by_model(catalog: Catalog, model: ModelId, ids: list[PhotoId]) -> None:
    other = catalog.embeddings.model_id("other", "other", DIM)
    catalog.embeddings.put(model, ids[:2], unit(2))
    assert catalog.embeddings.has(model, ids[0])
    assert not catalog.embeddings.has(model, ids[4])
    assert not catalog.embeddings.has(other, ids[0])
    assert (catalog.embeddings.count(model), catalog.embeddings.count(other)) == (2, 0)


def test_generation_grows_with_its_own_model_only(
    catalog: Catalog, model: ModelId, ids: list[PhotoId]
) -> None:
    other = catalog.embeddings.model_id("other", "other", DIM)
    seen = [catalog.embeddings.generation(model)]
    for change in (
        lambda: catalog.embeddings.put(model, ids, unit(5)),
        lambda: catalog.embeddings.put(model, ids[:1], unit(1, seed=1)),
        lambda: catalog.photos.remove(ids[:1]),
    ):
        change()
        seen.append(catalog.embeddings.generation(model))
    assert seen == sorted(set(seen))
    assert catalog.embeddings.generation(other) == 0


def test_model_is_known_by_its_fingerprint(catalog: Catalog, model: ModelId) -> None:
    assert catalog.embeddings.model_id("fingerprint", "renamed", DIM) == model
    assert catalog.embeddings.find_model("fingerprint") == model
    assert catalog.embeddings.find_model("unknown") is None
    with pytest.raises(ModelOutputError, match="gives 9 numbers for a photo"):
        catalog.embeddings.model_id("fingerprint", "model", DIM + 1)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_vectors_that_are_not_finite_are_refused(
    catalog: Catalog, model: ModelId, ids: list[PhotoId], value: float
) -> None:
    vectors = unit(5)
    vectors[3, 2] = value
    with pytest.raises(ModelOutputError, match="NaN"):
        catalog.embeddings.put(model, ids, vectors)
    assert catalog.embeddings.count(model) == 0


@pytest.mark.parametrize("shape", [(5, DIM + 1), (4, DIM), (5 * DIM,), (0, DIM)])
def test_vectors_of_another_shape_are_refused(
    catalog: Catalog, model: ModelId, ids: list[PhotoId], shape: tuple[int, ...]
) -> None:
    with pytest.raises(ModelOutputError, match="shape"):
        catalog.embeddings.put(model, ids, np.ones(shape, np.float32))


def test_zero_vector_is_refused(catalog: Catalog, model: ModelId, ids: list[PhotoId]) -> None:
    with pytest.raises(ModelOutputError, match="only zeros"):
        catalog.embeddings.put(model, ids[:1], np.zeros((1, DIM), np.float32))


def test_embedding_of_an_unknown_photo_or_model_is_refused(
    catalog: Catalog, model: ModelId, ids: list[PhotoId]
) -> None:
    with pytest.raises(LibraryError, match="FOREIGN KEY"):
        catalog.embeddings.put(model, [ids[0], PhotoId(10**9)], unit(2))
    assert catalog.embeddings.count(model) == 0
    with pytest.raises(LibraryError, match="knows no model"):
        catalog.embeddings.put(ModelId(99), ids[:1], unit(1))


@pytest.mark.parametrize(
    ("blob", "finding"),
    [
        (b"\0" * DIM, "wrong length"),
        (b"\0" * DIM * 2, "is no vector"),
        (np.full(DIM, np.nan, "<f2").tobytes(), "is no vector"),
    ],
)
def test_damaged_vector_is_found_by_load_and_check(
    catalog: Catalog, model: ModelId, ids: list[PhotoId], blob: bytes, finding: str
) -> None:
    catalog.embeddings.put(model, ids, unit(5))
    with catalog.transaction() as db:
        db.execute("UPDATE embeddings SET vector = ? WHERE photo = ?", (blob, ids[2]))
    with pytest.raises(CatalogDamaged, match=finding):
        catalog.embeddings.load(model)
    assert any("embedding" in line for line in catalog.check())
