"""Albums of both kinds: names, what they hold, and where one is made of another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from photoclip.domain import Metadata, Order, PhotoId, PhotoStatus
from photoclip.engine import Engine
from photoclip.errors import AlbumError, QueryError, SavedSearchError
from photoclip.paths import Paths


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    with Engine.open(Paths.under(tmp_path / "library")) as engine:
        yield engine


@pytest.fixture
def photos(engine: Engine, tmp_path: Path) -> list[PhotoId]:
    """Photos 0.jpg to 5.jpg, of which the first three were taken with a Canon."""
    (tmp_path / "photos").mkdir()
    root = engine.catalog.roots.add(tmp_path / "photos").id
    ids = []
    for number in range(6):
        metadata = Metadata(camera="Canon" if number < 3 else "Nikon")
        digest = hashlib.sha256(str(number).encode()).digest()
        ids.append(engine.catalog.photos.upsert(digest, 1, PhotoStatus.OK, "", metadata))
        engine.catalog.files.put(root, f"{number}.jpg", ids[-1], 1, number)
    return ids


def found(engine: Engine, text: str, order: Order = Order.RELEVANCE) -> list[int]:
    result = engine.search.query(text, order=order)
    assert result.problems == ()
    return list(result.ids.tolist())


def problem(engine: Engine, text: str) -> str:
    [told] = engine.search.query(text).problems
    return str(told)


def test_an_album_is_a_filter_and_listed_in_its_order(
    engine: Engine, photos: list[PhotoId]
) -> None:
    a, b, c, *others = photos
    engine.albums.create("Summer, 2023", [b, c, a])
    assert found(engine, 'album:"summer, 2023"') == [b, c, a]
    assert found(engine, 'album:"Summer, 2023"', Order.OLDEST) == [a, b, c]
    assert found(engine, 'album:"Summer, 2023" camera:nikon') == []
    assert sorted(found(engine, '-album:"Summer, 2023"')) == others
    engine.albums.create("Winter", others)
    assert sorted(found(engine, 'album:Winter,"Summer, 2023"')) == photos
    assert found(engine, "album:winter -album:WINTER") == []


def test_a_saved_search_is_an_album_that_stays_live(engine: Engine, photos: list[PhotoId]) -> None:
    engine.searches.add("Canons", "camera:canon")
    smart = engine.albums.named("canons")
    assert smart.is_smart
    assert sorted(engine.albums.photos(smart)) == photos[:3]
    assert sorted(found(engine, "album:Canons")) == photos[:3]
    assert engine.albums.all()[0].count == 3
    with pytest.raises(AlbumError, match="found by its search"):
        engine.albums.add(smart.id, photos)
    removed = engine.albums.remove(smart.id)
    assert (engine.searches.all(), engine.albums.all()) == ([], [])
    engine.albums.put_back(removed)
    assert engine.searches.named("Canons").query == "camera:canon"


def test_smart_albums_are_counted_by_reading_the_photos_once(
    engine: Engine, photos: list[PhotoId], monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[object] = []
    visible = engine.catalog.photos.visible_ids
    monkeypatch.setattr(
        engine.catalog.photos, "visible_ids", lambda *within: read.append(within) or visible()
    )
    for camera in ("canon", "nikon"):
        engine.searches.add(camera, f"camera:{camera}")
    assert [album.count for album in engine.albums.all()] == [3, 3]
    assert len(read) == 1
    engine.catalog.files.remove([file.id for file in engine.catalog.files.of_photo(photos[0])])
    assert [album.count for album in engine.albums.all()] == [2, 3]


def test_names_are_common_to_both_kinds(engine: Engine) -> None:
    engine.albums.create("Dogs")
    engine.searches.add("Cats", "cat")
    with pytest.raises(SavedSearchError, match="an album dogs already"):
        engine.searches.add("dogs", "dog")
    with pytest.raises(AlbumError, match="a saved search cats already"):
        engine.albums.create("cats")
    assert engine.searches.add_with_a_name("dogs").name == "dogs (2)"
    assert engine.albums.create_with_a_name("Dogs").name == "Dogs (3)"
    for name in ("", "\n \x00", "x" * 201):
        with pytest.raises(AlbumError):
            engine.albums.create(name)
    assert len(engine.albums.all()) == 4


@pytest.mark.parametrize("name", ["x" * 250, f"{'x' * 191} y"])
def test_a_name_that_photoclip_makes_is_cut_where_it_is_too_long(engine: Engine, name: str) -> None:
    names = [engine.albums.create_with_a_name(name).name for _ in range(3)]
    assert [one[190:] for one in names] == [f"x…{end}" for end in ("", " (2)", " (3)")]


@pytest.mark.parametrize(
    ("typed", "meant"), [("Sumer 2023", "Summer 2023"), ("sum", "Summer 2023"), ("xyz", "")]
)
def test_a_name_that_is_none_is_told_with_the_one_that_was_meant(
    engine: Engine, typed: str, meant: str
) -> None:
    assert problem(engine, f'album:"{typed}"').startswith("there are no albums yet")
    for name in ("Summer 2023", "Winter"):
        engine.albums.create(name)
    told = problem(engine, f'album:"{typed}"')
    assert told.startswith(f"there is no album {typed}")
    assert (f"Did you mean “{meant}”?" in told) == bool(meant)


def test_searches_follow_an_album_that_is_renamed(engine: Engine, photos: list[PhotoId]) -> None:
    album = engine.albums.create("Summer", photos[:2])
    engine.searches.add("Canon summer", "album:summer camera:canon")
    engine.searches.add("All of it", 'album:"Canon summer",winter')
    engine.albums.rename(album.id, "Summer, by the sea")
    assert found(engine, 'album:"Canon summer"') == photos[:2]
    engine.searches.rename(engine.searches.named("canon summer").id, "Canons")
    assert engine.searches.named("all of it").query == "album:Canons,winter"
    with pytest.raises(AlbumError, match="already"):
        engine.albums.rename(album.id, "Canons")
    engine.albums.rename(album.id, "SUMMER")
    assert engine.searches.named("Canons").query == "album:SUMMER camera:canon"


def test_no_album_becomes_a_part_of_itself(engine: Engine, photos: list[PhotoId]) -> None:
    with pytest.raises(QueryError, match="part of itself"):
        engine.searches.add("Me", "camera:canon album:me")
    engine.searches.add("One", "-album:two")
    engine.searches.add("Three", "album:one")
    with pytest.raises(QueryError, match="part of itself"):
        engine.searches.add("Two", "date:2023 album:three")
    two = engine.searches.add("2", "album:three")
    with pytest.raises(QueryError, match="part of itself"):
        engine.searches.rename(two.id, "two")
    with pytest.raises(QueryError, match="part of itself"):
        engine.albums.rename(engine.albums.named("2").id, "TWO")
    assert [search.name for search in engine.searches.all()] == ["2", "One", "Three"]
    # As another program, or an older version, may have left it.
    engine.catalog.searches.add("Two", "album:three")
    assert "part of itself" in problem(engine, "album:two")
    assert [one.count for one in engine.albums.all()] == [None] * 4


def test_what_an_album_is_made_of_may_be_missing(engine: Engine, photos: list[PhotoId]) -> None:
    engine.searches.add("Trip", "in:Atlantis camera:canon")
    told = problem(engine, "album:trip camera:nikon")
    assert "there is no folder Atlantis" in told
    with pytest.raises(QueryError, match="leads nowhere"):
        engine.albums.photos(engine.albums.named("trip"))


def test_what_is_taken_out_is_put_back(engine: Engine, photos: list[PhotoId]) -> None:
    album = engine.albums.create("Summer", photos)
    held = engine.albums.take_out(album.id, photos[1:3])
    assert len(engine.albums.photos(album)) == 4
    engine.albums.put_photos_back(album.id, held)
    assert engine.albums.photos(album) == photos
    engine.albums.arrange(album.id, photos[::-1])
    assert found(engine, "album:summer") == photos[::-1]
    engine.albums.remove(album.id)
    for act in (
        lambda: engine.albums.add(album.id, photos),
        lambda: engine.albums.rename(album.id, "x"),
        lambda: engine.albums.remove(album.id),
    ):
        with pytest.raises(AlbumError, match="gone"):
            act()


def test_photos_move_among_the_others_and_those_out_of_sight_stay(
    engine: Engine, photos: list[PhotoId]
) -> None:
    a, b, c, d, e, f = photos
    album = engine.albums.create("Summer", photos)
    engine.catalog.files.remove([file.id for file in engine.catalog.files.of_photo(c)])
    assert found(engine, "album:summer") == [a, b, d, e, f]
    # In the order in which they are said, each once; what is not in the album does not count.
    assert engine.albums.move(album.id, [f, b, f, PhotoId(999)], d) == photos
    assert engine.albums.photos(album) == [a, c, f, b, d, e]
    engine.albums.move(album.id, [a], None)
    assert engine.albums.photos(album) == [c, f, b, d, e, a]
    before = engine.albums.move(album.id, [e], e)
    assert engine.albums.photos(album) == [c, f, b, d, a, e]
    engine.albums.arrange(album.id, before)
    assert engine.albums.photos(album) == before
    engine.searches.add("Canons", "camera:canon")
    with pytest.raises(AlbumError, match="found by its search"):
        engine.albums.move(engine.albums.named("canons").id, [a], None)


def test_counting_opens_no_model_for_what_only_searching_tells(engine: Engine) -> None:
    engine.searches.add("Dogs", "dog")
    engine.searches.add("Old dogs", "album:dogs before:2000")
    assert [album.count for album in engine.albums.all()] == [None, None]
    assert engine.model.loaded is None
    assert np.all([one.finding == "" for one in engine.searches.counted()])
