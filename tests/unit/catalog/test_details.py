"""All that is known of one photo, and what many have in common."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from photoclip.catalog.details import Summary
from photoclip.catalog.store import Catalog
from photoclip.domain import Metadata, PhotoId, PhotoStatus, Root

from .conftest import AddPhoto


@pytest.fixture
def other(catalog: Catalog, tmp_path: Path) -> Root:
    folder = tmp_path / "disk"
    folder.mkdir()
    return catalog.roots.add(folder, "volume-7")


def test_all_places_are_told_those_within_reach_first(
    catalog: Catalog, root: Root, other: Root, add_photo: AddPhoto
) -> None:
    photo = add_photo("a.jpg", root, other, metadata=Metadata(camera="Nikon D70", iso=200))
    catalog.files.put(other.id, "copies/a.jpg", photo, 5, 7)
    catalog.roots.set_online(root.id, False)
    details = catalog.details.of(photo)
    assert details is not None
    assert details.photo == catalog.photos.get(photo)
    assert [place.file for place in details.places] == catalog.files.of_photo(photo)
    assert [(place.root.path, place.root.online) for place in details.places] == [
        (other.path, True),
        (other.path, True),
        (root.path, False),
    ]
    assert details.places[0].root == catalog.roots.get(other.id)
    assert not details.offline
    catalog.roots.set_online(other.id, False)
    away = catalog.details.of(photo)
    assert away is not None
    assert away.offline


def test_photos_that_are_gone_or_damaged(catalog: Catalog, root: Root, add_photo: AddPhoto) -> None:
    assert catalog.details.of(PhotoId(99)) is None
    bad = add_photo("bad.jpg", root, status=PhotoStatus.UNREADABLE, reason="is truncated")
    details = catalog.details.of(bad)
    assert details is not None
    assert (details.unreadable, details.offline) == (True, False)
    nowhere = catalog.details.of(add_photo("nowhere.jpg"))
    assert nowhere is not None
    assert (nowhere.places, nowhere.offline) == ((), False)


def test_a_summary_counts_each_photo_once(
    catalog: Catalog, root: Root, other: Root, add_photo: AddPhoto
) -> None:
    first, last = datetime(2001, 2, 3, 4, 5, 6), datetime(2024, 5, 6, 7, 8)
    photos = [
        add_photo("1234", root, other, metadata=Metadata(taken_at=last, camera="Nikon")),
        add_photo("12", other, metadata=Metadata(taken_at=first, camera="Leica")),
        add_photo("1", other, metadata=Metadata(camera="Nikon", latitude=0.0, longitude=9.5)),
        add_photo("bad", root, status=PhotoStatus.UNREADABLE, reason="x"),
    ]
    add_photo("not asked for", root, metadata=Metadata(taken_at=datetime(1990, 1, 1)))
    catalog.roots.set_online(other.id, False)
    assert catalog.details.summary([*photos, photos[0]]) == Summary(
        photos=4,
        size=4 + 2 + 1 + 3,
        first=first,
        last=last,
        undated=2,
        positioned=1,
        unreadable=1,
        cameras=(("Nikon", 2), ("Leica", 1)),
        files=5,
        offline=2,
    )


def test_nothing_comes_to_nothing(catalog: Catalog) -> None:
    assert catalog.details.summary([]) == Summary()
