"""Photos in order, with the days between them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoclip.catalog import dates
from photoclip.catalog.listings import natural
from photoclip.catalog.store import Catalog
from photoclip.domain import FolderScope, Metadata, Order, PhotoId, PhotoStatus, Root
from photoclip.errors import PhotoclipError

SECOND = 1_000_000_000


@pytest.fixture(params=["UTC", "Europe/Berlin", "Australia/Lord_Howe", "America/New_York"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def taken(*when: int) -> Metadata:
    return Metadata(taken_at=datetime(*when))


def test_days_go_with_the_order(catalog: Catalog, root: Root, add_photo) -> None:
    june = add_photo("june.jpg", root, metadata=taken(2024, 6, 3, 23, 59, 59))
    may = add_photo("may.jpg", root, metadata=taken(2024, 5, 1, 0, 0, 0))
    later = add_photo("later.jpg", root, metadata=taken(2024, 6, 3, 23, 59, 59, 500))
    nobody_knows = add_photo("zero.jpg", root, mtime_ns=0)
    add_photo("bad.jpg", root, status=PhotoStatus.UNREADABLE, reason="is damaged")
    newest = catalog.photos.dated(Order.NEWEST)
    assert newest.ids == [later, june, may, nobody_knows]
    day = date(2024, 6, 3).toordinal()
    assert newest.days is not None
    assert newest.days.tolist() == [day, day, date(2024, 5, 1).toordinal(), 0]
    assert newest.days.dtype == np.int32
    oldest = catalog.photos.dated(Order.OLDEST)
    assert oldest.ids == newest.ids[::-1]
    assert catalog.photos.dated(Order.RELEVANCE).ids == newest.ids
    assert catalog.photos.days_of([may, PhotoId(99), june]).tolist() == [
        date(2024, 5, 1).toordinal(),
        0,
        day,
    ]


def test_nothing_is_in_order_too(catalog: Catalog) -> None:
    for order in Order:
        assert catalog.photos.dated(order).ids == []
    assert catalog.photos.days_of([]).tolist() == []


def test_folders_come_one_after_the_other(catalog: Catalog, root: Root, add_photo) -> None:
    names = ["b/2.jpg", "b.jpg", "a 10/x.jpg", "a 2/y.jpg", "b/c/1.jpg", "b/10.jpg", "B c/z.jpg"]
    photo = {name: add_photo(name, root) for name in names}
    listing = catalog.photos.dated(Order.FOLDER)
    in_order = ["b.jpg", "a 2/y.jpg", "a 10/x.jpg", "b/2.jpg", "b/10.jpg", "b/c/1.jpg", "B c/z.jpg"]
    assert listing.ids == [photo[name] for name in in_order]
    assert listing.days is None
    assert listing.folders is not None
    assert listing.folders.of.tolist() == [0, 1, 2, 3, 3, 4, 5]
    assert listing.folders.of.dtype == np.int32
    found = [(scope.root, scope.folder) for scope in listing.folders.scopes]
    assert found == [(root.id, name) for name in ("", "a 2", "a 10", "b", "b/c", "B c")]
    few = catalog.photos.dated(Order.FOLDER, among=[photo["b/c/1.jpg"], photo["b.jpg"]]).first(1)
    assert few.ids == [photo["b.jpg"]]
    assert few.folders is not None
    assert few.folders.of.tolist() == [0]


def test_a_photo_at_two_places_is_in_the_folder_that_was_asked_for(
    catalog: Catalog, root: Root, add_photo
) -> None:
    photo = add_photo("first/a.jpg", root)
    catalog.files.put(root.id, "second/a.jpg", photo, 1, 1)
    for within, folder in ((None, "first"), ("second", "second"), ("first", "first")):
        scope = FolderScope(root.id, within) if within else None
        listing = catalog.photos.dated(Order.FOLDER, scope)
        assert listing.folders is not None
        assert [one.folder for one in listing.folders.scopes] == [folder]


def test_names_are_in_the_order_in_which_people_count(
    catalog: Catalog, root: Root, add_photo
) -> None:
    names = ["b.jpg", "x/IMG_2.jpg", "IMG_10.jpg", "y/img_2.jpg", "A.jpg"]
    photo = {name: add_photo(name, root) for name in names}
    listing = catalog.photos.dated(Order.NAME)
    sorted_names = ["A.jpg", "b.jpg", "x/IMG_2.jpg", "y/img_2.jpg", "IMG_10.jpg"]
    assert listing.ids == [photo[name] for name in sorted_names]
    assert listing.days is None


def test_the_best_place_names_a_photo(catalog: Catalog, root: Root, add_photo, tmp_path) -> None:
    (tmp_path / "other").mkdir()
    other = catalog.roots.add(tmp_path / "other")
    photo = add_photo("a.jpg", root)
    catalog.files.put(other.id, "z.jpg", photo, 1, 1)
    rest = add_photo("m.jpg", other)
    assert catalog.photos.dated(Order.NAME).ids == [photo, rest]
    catalog.roots.set_online(root.id, False)
    assert catalog.photos.dated(Order.NAME).ids == [rest, photo]


def test_orders_keep_to_a_folder_or_to_some_photos(catalog: Catalog, root: Root, add_photo) -> None:
    inside = add_photo("trip/a.jpg", root, metadata=taken(2020, 1, 1))
    deep = add_photo("trip/deep/b.jpg", root, metadata=taken(2021, 1, 1))
    outside = add_photo("tripod.jpg", root, metadata=taken(2022, 1, 1))
    scope = FolderScope(root.id, "trip")
    assert catalog.photos.dated(Order.NEWEST, scope).ids == [deep, inside]
    assert catalog.photos.dated(Order.NAME, scope).ids == [inside, deep]
    assert catalog.photos.dated(Order.NEWEST, FolderScope(root.id)).ids == [outside, deep, inside]
    some = catalog.photos.dated(Order.OLDEST, among=[outside, inside, PhotoId(99)])
    assert some.ids == [inside, outside]


def test_photos_are_found_by_the_beginning_of_a_name(
    catalog: Catalog, root: Root, add_photo
) -> None:
    first = add_photo("trip/Beach_1.jpg", root)
    add_photo("beach/other.jpg", root)
    assert catalog.photos.named("bEACH") == {first}


def test_a_damaged_date_is_told_as_damage(catalog: Catalog, root: Root, add_photo) -> None:
    photo = add_photo("a.jpg", root)
    with catalog.transaction() as db:
        db.execute("UPDATE photos SET taken_at = 'yesterday' WHERE id = ?", (photo,))
    with pytest.raises(PhotoclipError, match="damaged"):
        catalog.photos.dated(Order.NEWEST)


@pytest.mark.parametrize(
    "when",
    [
        datetime(2024, 3, 31, 0, 30),
        datetime(2024, 3, 31, 12, 0),
        datetime(2024, 10, 27, 0, 10),
        datetime(2024, 11, 3, 0, 59),
        datetime(2024, 4, 7, 1, 10),
        datetime(1999, 12, 31, 23, 59, 59),
        datetime(2035, 6, 1, 12, 0),
    ],
)
def test_times_of_files_are_local_times(zone: str, when: datetime) -> None:
    del zone
    found = dates.moments([None], [int(when.timestamp() * SECOND)])
    assert found[0].item() == when
    assert dates.days(found).tolist() == [when.toordinal()]


@given(st.lists(st.integers(-(2**63), 2**63 - 1), max_size=30))
def test_any_time_of_a_file_is_taken(times: list[int]) -> None:
    found = dates.moments([None] * len(times), times)
    assert dates.days(found).shape == (len(times),)
    order = dates.newest_first(found, np.arange(len(times)))
    assert sorted(order.tolist()) == list(range(len(times)))


@given(st.lists(st.datetimes(), max_size=20))
def test_dates_of_cameras_become_their_days(taken_at: list[datetime]) -> None:
    found = dates.moments([when.isoformat() for when in taken_at], [1] * len(taken_at))
    assert dates.days(found).tolist() == [when.toordinal() for when in taken_at]


def test_long_numbers_are_counted_too() -> None:
    names = ["a/20240603_9.jpg", "a/20240603_10.jpg", "a/20240604_1.jpg"]
    names_as_text = sorted(names)
    assert names_as_text != names
    assert sorted(names_as_text, key=natural) == names
