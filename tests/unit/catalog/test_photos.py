from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from photoclip.catalog.store import Catalog
from photoclip.domain import Metadata, Order, PhotoId, PhotoStatus, Root

OK, UNREADABLE = PhotoStatus.OK, PhotoStatus.UNREADABLE
HASH = hashlib.sha256(b"content").digest()

_reals = st.none() | st.floats(allow_nan=False)
_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
_metadata = st.builds(
    Metadata,
    format=_texts,
    width=st.integers(0, 2**31),
    height=st.integers(0, 2**31),
    orientation=st.integers(1, 8),
    taken_at=st.none() | st.datetimes(),
    taken_offset=st.none() | st.integers(-900, 900),
    camera=_texts,
    lens=_texts,
    iso=st.none() | st.integers(0, 2**32),
    focal_length=_reals,
    aperture=_reals,
    exposure_time=_reals,
    latitude=_reals,
    longitude=_reals,
)


@given(metadata=_metadata)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_metadata_comes_back_as_it_was(catalog: Catalog, metadata: Metadata) -> None:
    photo = catalog.photos.upsert(HASH, 7, OK, "", metadata)
    found = catalog.photos.get(photo)
    assert found is not None
    assert found.metadata == metadata


def test_upsert_keeps_the_id_and_updates_the_rest(catalog: Catalog) -> None:
    first = catalog.photos.upsert(HASH, 7, UNREADABLE, "truncated", Metadata())
    good = Metadata(format="JPEG", width=4, height=3)
    assert catalog.photos.upsert(HASH, 7, OK, "", good) == first
    photo = catalog.photos.by_hash(HASH)
    assert photo is not None
    assert (photo.id, photo.status, photo.reason, photo.metadata) == (first, OK, "", good)


def test_unknown_photos_are_none(catalog: Catalog) -> None:
    assert catalog.photos.get(PhotoId(1)) is None
    assert catalog.photos.by_hash(HASH) is None


def test_texts_that_are_no_unicode_are_kept_readable(catalog: Catalog) -> None:
    metadata = Metadata(camera="Caf\udce9", lens="nul\0inside")
    photo = catalog.photos.upsert(HASH, 7, UNREADABLE, "cannot read \udcff.jpg", metadata)
    found = catalog.photos.get(photo)
    assert found is not None
    assert found.reason == "cannot read \\udcff.jpg"
    assert found.metadata.camera == "Caf\\udce9"
    assert found.metadata.lens == "nul\0inside"


def test_numbers_that_no_camera_writes_become_none(catalog: Catalog) -> None:
    silly = Metadata(iso=2**70, taken_offset=-(2**70), aperture=float("nan"))
    found = catalog.photos.get(catalog.photos.upsert(HASH, 7, OK, "", silly))
    assert found is not None
    assert found.metadata == Metadata()


def test_many_takes_more_ids_than_sqlite_takes_variables(catalog: Catalog, add_photo) -> None:
    with catalog.transaction():
        ids = [add_photo(f"{number}.jpg") for number in range(50)]
    found = catalog.photos.many([*ids, *(PhotoId(i) for i in range(10_000, 310_000))])
    assert set(found) == set(ids)
    assert catalog.photos.many(np.array(ids[:2], np.int64)).keys() == set(ids[:2])


def test_visible_means_readable_and_with_a_file(
    catalog: Catalog, root: Root, tmp_path: Path, add_photo
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    twice = add_photo("twice.jpg", root, catalog.roots.add(other))
    add_photo("gone.jpg")
    bad = add_photo("bad.jpg", root, status=UNREADABLE, reason="truncated")
    catalog.files.put(root.id, "locked.jpg", None, 1, 1, "no permission")
    assert catalog.photos.visible_ids().dtype == np.int64
    assert catalog.photos.visible_ids().tolist() == [twice]
    assert catalog.photos.count() == 1
    add_photo("bad.jpg", root)
    assert catalog.photos.visible_ids().tolist() == [twice, bad]


def test_newest_come_first_by_date_taken_or_oldest_file(
    catalog: Catalog, root: Root, add_photo
) -> None:
    def local_ns(*date: int) -> int:
        return int(datetime(*date).timestamp() * 1e9)

    old = add_photo("old.jpg", root, metadata=Metadata(taken_at=datetime(1999, 12, 31, 23, 59)))
    middle = add_photo("middle.jpg", root, mtime_ns=local_ns(2010, 7, 1, 12, 0, 0))
    after = add_photo("after.jpg", root, metadata=Metadata(taken_at=datetime(2010, 7, 1, 12, 0, 1)))
    before = add_photo(
        "before.jpg", root, metadata=Metadata(taken_at=datetime(2010, 7, 1, 11, 59, 59))
    )
    catalog.files.put(root.id, "copy.jpg", middle, 1, local_ns(2024, 1, 1))
    add_photo("hidden.jpg")
    assert catalog.photos.dated(Order.NEWEST).ids == [after, middle, before, old]


def test_photos_without_date_or_sane_time_do_not_break_the_order(
    catalog: Catalog, root: Root, add_photo
) -> None:
    for number, mtime_ns in enumerate([-(2**62), 0, 2**62]):
        add_photo(f"{number}.jpg", root, mtime_ns=mtime_ns)
    assert catalog.photos.dated(Order.NEWEST).ids == [3, 2, 1]


def test_without_embedding_needs_a_file_within_reach(
    catalog: Catalog, root: Root, add_photo
) -> None:
    model = catalog.embeddings.model_id("f", "m", 2)
    done, todo = add_photo("done.jpg", root), add_photo("todo.jpg", root)
    add_photo("gone.jpg")
    add_photo("bad.jpg", root, status=UNREADABLE, reason="truncated")
    catalog.embeddings.put(model, [done], np.array([[1, 0]], np.float32))
    assert catalog.photos.ids_without_embedding(model) == [todo]
    assert catalog.photos.ids_without_embedding(catalog.embeddings.model_id("g", "n", 2)) == [
        done,
        todo,
    ]
    catalog.roots.set_online(root.id, False)
    assert catalog.photos.ids_without_embedding(model) == []


def test_removed_photo_takes_its_files_and_embeddings_along(
    catalog: Catalog, root: Root, add_photo
) -> None:
    model = catalog.embeddings.model_id("f", "m", 2)
    photo, other = add_photo("a.jpg", root), add_photo("b.jpg", root)
    catalog.embeddings.put(model, [photo, other], np.eye(2, dtype=np.float32))
    generation = catalog.embeddings.generation(model)
    catalog.photos.remove([photo])
    assert catalog.photos.get(photo) is None
    assert catalog.files.count() == 1
    assert catalog.embeddings.count(model) == 1
    assert catalog.embeddings.generation(model) > generation
    assert catalog.check() == []


def test_ids_of_removed_photos_are_never_reused(catalog: Catalog, add_photo) -> None:
    last = add_photo("last.jpg")
    catalog.photos.remove([last])
    assert add_photo("next.jpg") > last


def test_is_empty_counts_hidden_photos_too(catalog: Catalog, add_photo) -> None:
    assert catalog.photos.is_empty()
    add_photo("gone.jpg")
    assert not catalog.photos.is_empty()


@pytest.mark.parametrize(
    "change", ["add file", "remove file", "point file elsewhere", "judge photo", "remove root"]
)
def test_files_generation_grows_with_every_visible_change(
    catalog: Catalog, root: Root, add_photo, change: str
) -> None:
    photo, other = add_photo("a.jpg", root), add_photo("b.jpg")
    before = catalog.files_generation
    match change:
        case "add file":
            catalog.files.put(root.id, "new.jpg", photo, 1, 1)
        case "remove file":
            catalog.files.remove([catalog.files.of_photo(photo)[0].id])
        case "point file elsewhere":
            catalog.files.put(root.id, "a.jpg", other, 1, 1)
        case "judge photo":
            add_photo("a.jpg", status=UNREADABLE, reason="truncated")
        case "remove root":
            catalog.roots.remove(root.id)
    assert catalog.files_generation > before


def test_files_generation_rests_while_nothing_visible_changes(
    catalog: Catalog, root: Root, add_photo
) -> None:
    photo = add_photo("a.jpg", root)
    before = catalog.files_generation
    catalog.files.put(root.id, "a.jpg", photo, 2, 2)
    catalog.roots.set_online(root.id, False)
    add_photo("b.jpg")
    assert catalog.files_generation == before
