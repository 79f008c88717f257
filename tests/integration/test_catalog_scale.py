"""A catalog of a hundred thousand photos answers within a person's patience.

Times are those of this thread on its processor, so that a busy machine does not fail the test;
the limits leave a slow machine several times what a common one takes.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from photoclip.catalog.store import Catalog
from photoclip.domain import FolderScope, ModelId, Order

COUNT, DIM = 100_000, 384


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    base = tmp_path_factory.mktemp("scale")
    (base / "photos").mkdir()
    with Catalog.open(base / "catalog.sqlite") as catalog:
        root = catalog.roots.add(base / "photos")
        model = catalog.embeddings.model_id("fingerprint", "model", DIM)
        numbers = range(1, COUNT + 1)
        with catalog.transaction() as db:
            db.executemany(
                "INSERT INTO photos (id, content_hash, size, status) VALUES (?, ?, 1, 'ok')",
                ((number, number.to_bytes(32, "big")) for number in numbers),
            )
            db.executemany(
                "INSERT INTO files (root, path, photo, size, mtime_ns) VALUES (?, ?, ?, 1, ?)",
                (
                    (root.id, f"{number % 500}/IMG_{number}.jpg".encode(), number, number)
                    for number in numbers
                ),
            )
            random = np.random.default_rng(0)
            for start in range(1, COUNT, 10_000):
                ids = np.arange(start, start + 10_000)
                vectors = random.standard_normal((10_000, DIM), np.float32)
                catalog.embeddings.put(model, ids, vectors)
        yield catalog


def seconds(work: Callable[[], object]) -> float:
    began = time.thread_time()
    work()
    return time.thread_time() - began


def test_what_a_start_reads_is_read_in_a_few_seconds(catalog: Catalog) -> None:
    root, model = catalog.roots.all()[0].id, ModelId(1)
    ids, vectors = catalog.embeddings.load(model)
    assert (ids == np.arange(1, COUNT + 1)).all()
    assert vectors.shape == (COUNT, DIM)
    assert catalog.files.count(FolderScope(root)) == COUNT
    assert len(catalog.photos.dated(Order.NEWEST).ids) == COUNT
    assert catalog.photos.ids_without_embedding(model) == []
    work = {
        "files of a root": lambda: list(catalog.files.under(FolderScope(root))),
        "embeddings": lambda: catalog.embeddings.load(model),
        "by date": lambda: catalog.photos.dated(Order.NEWEST),
        "by name": lambda: catalog.photos.dated(Order.NAME),
        "visible": catalog.photos.visible_ids,
        "to embed": lambda: catalog.photos.ids_without_embedding(model),
        "folders": lambda: catalog.files.folder_counts(root),
    }
    took = {name: seconds(one) for name, one in work.items()}
    assert all(time < 5 for time in took.values()), took


def test_a_page_of_photos_costs_the_same_in_a_large_catalog(catalog: Catalog) -> None:
    page = range(50_000, 50_200)

    def show() -> None:
        assert len(catalog.photos.many(page)) == len(catalog.files.paths_of(page)) == 200

    assert seconds(show) < 0.25


def test_unchanged_catalog_is_told_by_its_generations_at_once(catalog: Catalog) -> None:
    def look() -> None:
        assert catalog.files_generation == catalog.embeddings.generation(ModelId(1)) == COUNT

    assert seconds(look) < 0.05
