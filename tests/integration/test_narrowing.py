"""Searches in one folder and in another order, with the real model."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from photoclip.domain import Metadata, Order, PhotoId, PhotoStatus
from photoclip.engine import Engine
from photoclip.errors import FolderError
from photoclip.paths import Paths, bundled

SAMPLES = sorted(bundled("resources/sample_photos").glob("*.jpg"))
FIRST_DAY = datetime(2020, 3, 1, 12)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Half of the sample photos lie in "north", a day older each; the others beside it."""
    base = tmp_path_factory.mktemp("photos") / "photos"
    (base / "north" / "deep").mkdir(parents=True)
    for number, sample in enumerate(SAMPLES):
        place = base / ("north/deep" if number % 4 == 0 else "north" if number % 2 else ".")
        copy = Path(shutil.copy(sample, place))
        seconds = (FIRST_DAY - timedelta(days=number)).timestamp()
        os.utime(copy, (seconds, seconds))
    return base


@pytest.fixture(scope="module")
def engine(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    base = tmp_path_factory.mktemp("library")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(base / "xdg"))
        with Engine.open(Paths.under(base)) as opened:
            opened.library.add_folder(folder)
            assert opened.library.index().new == len(SAMPLES)
            yield opened


def paths(engine: Engine, ids: Sequence[int]) -> list[Path]:
    photos = [PhotoId(photo) for photo in ids]
    places = engine.catalog.files.paths_of(photos)
    return [places[photo][0] for photo in photos]


def test_words_in_a_folder_rank_its_photos_and_no_others(engine: Engine, folder: Path) -> None:
    north = engine.library.scope_of(folder / "north")
    everywhere = engine.search.text("parrots", limit=None)
    inside = engine.search.text("parrots", limit=None, within=north)
    assert everywhere.searched == len(everywhere.ids) == len(SAMPLES)
    expected = [path for path in paths(engine, everywhere.ids.tolist()) if "north" in path.parts]
    assert paths(engine, inside.ids.tolist()) == expected
    assert inside.searched == len(expected) < len(SAMPLES)
    deep = engine.search.text("parrots", within=engine.library.scope_of(folder / "north" / "deep"))
    assert len(deep.ids) == len(list((folder / "north" / "deep").iterdir()))


def test_pictures_and_photos_are_compared_with_one_folder(engine: Engine, folder: Path) -> None:
    north = engine.library.scope_of(folder / "north")
    result = engine.search.images([SAMPLES[0]], within=north, limit=3)
    assert all("north" in path.parts for path in paths(engine, result.ids.tolist()))
    # A photo that is compared with need not lie in the folder.
    outside = next(folder.glob("*.jpg"))
    file = engine.catalog.files.by_path(outside)
    assert file is not None
    assert file.photo is not None
    similar = engine.search.similar([file.photo], within=north, limit=None)
    assert len(similar.ids) == similar.searched
    assert outside not in paths(engine, similar.ids.tolist())


@pytest.mark.parametrize("query", ["a boat", "a lighthouse", "a plate of pizza"])
def test_matches_in_a_folder_are_those_of_the_whole_library(
    engine: Engine, folder: Path, query: str
) -> None:
    everywhere = engine.search.text(query, limit=None)
    clear = paths(engine, everywhere.ids[: everywhere.matches].tolist())
    deep = folder / "north" / "deep"
    inside = engine.search.text(query, limit=2, within=engine.library.scope_of(deep))
    assert inside.cut_off == everywhere.cut_off
    assert inside.matches == len([path for path in clear if path.parent == deep])
    assert len(inside.ids) == 2


def test_only_matches_are_put_in_another_order(engine: Engine) -> None:
    best = engine.search.text("a boat", limit=None)
    found = engine.search.text("a boat", limit=None, order=Order.NAME, matching=True)
    assert 0 < found.matches == best.matches < len(SAMPLES)
    assert sorted(found.ids.tolist()) == sorted(best.ids[: best.matches].tolist())
    assert len(engine.search.text("a boat", limit=1, matching=True).ids) == 1
    nothing = engine.search.text("a plate of pizza", order=Order.NAME, matching=True)
    assert (nothing.matches, len(nothing.ids)) == (0, 0)


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST, Order.NAME])
def test_the_best_hits_are_put_in_order_with_their_own_scores(engine: Engine, order: Order) -> None:
    best = engine.search.text("a boat", limit=6)
    found = engine.search.text("a boat", limit=6, order=order)
    assert {(hit.photo, hit.score) for hit in best.hits} == {
        (hit.photo, hit.score) for hit in found.hits
    }
    shown = paths(engine, found.ids.tolist())
    if order is Order.NAME:
        assert shown == sorted(shown, key=lambda path: path.name)
        assert found.days is None
        return
    times = [path.stat().st_mtime for path in shown]
    assert times == sorted(times, reverse=order is Order.NEWEST)
    assert found.days is not None
    assert found.days.tolist() == [date.fromtimestamp(time).toordinal() for time in times]


def test_photos_are_browsed_in_order_in_all_folders_or_one(engine: Engine, folder: Path) -> None:
    everything = engine.search.browse(Order.OLDEST)
    assert everything.ids == engine.search.browse(Order.NEWEST).ids[::-1]
    assert everything.days is not None
    assert (np.diff(everything.days) == 1).all()
    north = engine.library.scope_of(folder / "north")
    some = engine.search.browse(Order.NEWEST, north)
    assert len(some.ids) == len(list((folder / "north").rglob("*.jpg")))
    assert set(some.ids) < set(everything.ids)


def test_folders_that_searches_cannot_keep_to(engine: Engine, folder: Path, tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="not inside a watched folder"):
        engine.library.scope_of(tmp_path)
    with pytest.raises(FolderError, match="does not exist"):
        engine.library.scope_of(folder / "south")
    with pytest.raises(FolderError, match="is not a folder"):
        engine.library.scope_of(next(folder.glob("*.jpg")))


def test_a_folder_that_is_away_can_still_be_searched(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    (photos / "trip").mkdir(parents=True)
    shutil.copy(SAMPLES[0], photos / "trip")
    with Engine.open(Paths.under(tmp_path / "library")) as engine:
        engine.library.add_folder(photos)
        engine.library.index()
        photos.rename(tmp_path / "unplugged")
        scope = engine.library.scope_of(photos / "trip")
        assert len(engine.search.text("a photo", within=scope).ids) == 1


QUERIES = ("parrots", "a lighthouse by the sea", "boat -people", "a steam locomotive in the snow")


def outcomes(engine: Engine) -> list[tuple[list[int], int, str, float]]:
    """What queries find, and how clearly."""
    first = PhotoId(int(engine.catalog.photos.visible_ids()[0]))
    results = [engine.search.query(query, matching=True) for query in QUERIES]
    results.append(engine.search.similar([first], matching=True))
    told = []
    for result in results:
        assert result.cut_off is not None
        verdict, evidence = result.cut_off.verdict.value, round(result.cut_off.evidence, 4)
        told.append((result.ids.tolist(), result.matches, verdict, evidence))
    return told


def test_photos_of_a_folder_that_was_removed_do_not_count_for_what_is_usual(
    engine: Engine, tmp_path: Path
) -> None:
    before = outcomes(engine)
    assert {verdict for _, _, verdict, _ in before} == {"matches", "nothing"}
    ids, vectors = engine.search.vectors()
    catalog, copies = engine.catalog, 20
    root = catalog.roots.add(tmp_path)
    photos = []
    with catalog.transaction():
        for number in range(copies * len(ids)):
            digest = number.to_bytes(32, "big")
            photos.append(catalog.photos.upsert(digest, 1, PhotoStatus.OK, "", Metadata()))
            catalog.files.put(root.id, f"{number}.jpg", photos[-1], 1, 1)
        model = catalog.embeddings.find_model(engine.model.fingerprint)
        assert model is not None
        catalog.embeddings.put(model, photos, np.tile(vectors, (copies, 1)))
    engine.search.added(photos, vectors)
    assert outcomes(engine) != before
    engine.library.remove_folder(root.id)
    assert outcomes(engine) == before
