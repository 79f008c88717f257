"""Albums: what they hold, in which order, and what undoing gives back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from photoclip.catalog.schema import MIGRATIONS, migrate
from photoclip.catalog.store import Catalog
from photoclip.domain import Album, AlbumId, PhotoId, PhotoStatus, Root

from .conftest import AddPhoto


@pytest.fixture
def album(catalog: Catalog) -> Album:
    made = catalog.albums.add("Summer")
    assert made is not None
    return made


def counts(catalog: Catalog) -> dict[str, int | None]:
    return {album.name: album.count for album in catalog.albums.all()}


def test_photos_stay_in_the_order_in_which_they_came_each_once(
    catalog: Catalog, root: Root, add_photo: AddPhoto, album: Album
) -> None:
    a, b, c = (add_photo(name, root) for name in "abc")
    gone = PhotoId(999)
    assert catalog.albums.add_photos(album.id, [c, a, c, gone]) == [c, a]
    assert catalog.albums.add_photos(album.id, [a, b]) == [b]
    assert catalog.albums.photos(album.id) == [c, a, b]
    generation = catalog.albums.generation
    catalog.albums.arrange(album.id, [b, gone])
    assert catalog.albums.generation > generation
    assert catalog.albums.photos(album.id) == [b, c, a]


def test_what_was_taken_out_comes_back_to_its_place(
    catalog: Catalog, root: Root, add_photo: AddPhoto, album: Album
) -> None:
    a, b, c = (add_photo(name, root) for name in "abc")
    catalog.albums.add_photos(album.id, [a, b, c])
    held = catalog.albums.remove_photos(album.id, [b, PhotoId(999)])
    assert catalog.albums.photos(album.id) == [a, c]
    assert catalog.albums.remove_photos(album.id, [b]) == []
    catalog.albums.put_photos_back(album.id, held)
    assert catalog.albums.photos(album.id) == [a, b, c]


def test_only_what_can_be_shown_is_counted_but_all_is_kept(
    catalog: Catalog, root: Root, add_photo: AddPhoto, album: Album
) -> None:
    shown, lost = add_photo("a", root), add_photo("no file")
    broken = add_photo("b", root, status=PhotoStatus.UNREADABLE)
    catalog.albums.add_photos(album.id, [shown, lost, broken])
    assert counts(catalog) == {"Summer": 1}
    # Its folder is not watched any more, and later it is again.
    path = root.path
    catalog.roots.remove(root.id)
    assert counts(catalog) == {"Summer": 0}
    add_photo("a", catalog.roots.add(path))
    assert (counts(catalog), len(catalog.albums.photos(album.id))) == ({"Summer": 1}, 3)


def test_a_removed_album_comes_back_with_its_photos(
    catalog: Catalog, root: Root, add_photo: AddPhoto, album: Album
) -> None:
    a, b = add_photo("a", root), add_photo("b", root)
    catalog.albums.add_photos(album.id, [b, a])
    removed = catalog.albums.remove(album.id)
    assert removed is not None
    assert (catalog.albums.all(), catalog.albums.remove(album.id)) == ([], None)
    assert catalog.albums.put_back(removed) == Album(album.id, "Summer", "", 2)
    assert catalog.albums.photos(album.id) == [b, a]


def test_names_are_taken_by_albums_of_both_kinds(catalog: Catalog, album: Album) -> None:
    search = catalog.searches.add("Dogs", "dog")
    assert search is not None
    assert catalog.albums.add("DOGS") is None
    assert catalog.searches.add("summer", "sun") is None
    assert catalog.albums.rename(album.id, "dogs") is None
    assert catalog.albums.rename(AlbumId(search.id), "Summer") is None
    renamed = catalog.albums.rename(album.id, "SUMMER")
    assert renamed is not None
    assert renamed.name == "SUMMER"
    assert catalog.albums.all() == [Album(AlbumId(search.id), "Dogs", "dog"), renamed]
    # One kind is not reached through the other.
    assert not catalog.searches.remove(type(search.id)(album.id))
    assert catalog.searches.all() == [search]
    removed = catalog.albums.remove(album.id)
    assert removed is not None
    assert catalog.albums.add("Summer") is not None
    assert catalog.albums.put_back(removed) is None


def test_albums_of_a_photo_are_known(
    catalog: Catalog, root: Root, add_photo: AddPhoto, album: Album
) -> None:
    photo = add_photo("a", root)
    catalog.albums.add_photos(album.id, [photo])
    details = catalog.details.of(photo)
    assert details is not None
    assert details.albums == ("Summer",)


def test_saved_searches_of_an_older_catalog_become_smart_albums(catalog_file: Path) -> None:
    [before] = [
        number for number, script in enumerate(MIGRATIONS) if "CREATE TABLE albums" in script
    ]
    catalog_file.parent.mkdir()
    with closing(sqlite3.connect(catalog_file, isolation_level=None)) as db:
        migrate(db, MIGRATIONS[:before])
        db.execute("INSERT INTO searches VALUES (7, 'Dogs', 'dogs', 'dog')")
    with Catalog.open(catalog_file) as catalog:
        assert catalog.albums.all() == [Album(AlbumId(7), "Dogs", "dog")]
        assert [search.id for search in catalog.searches.all()] == [7]
        assert catalog.check() == []
