"""The engine with its real model, real pictures, real catalog and real index."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image

from photoclip.catalog.lock import LibraryLock
from photoclip.domain import Hit, IndexReport
from photoclip.engine import Engine
from photoclip.errors import (
    FolderError,
    LibraryError,
    LibraryInUse,
    ModelError,
    QueryError,
    UnreadableImage,
)
from photoclip.paths import Paths, bundled
from photoclip.settings import Settings

SAMPLES = bundled("resources/sample_photos")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An engine over the sample photos, indexed once; tests only read from it."""
    base = tmp_path_factory.mktemp("library")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(base / "xdg"))
        with Engine.open(Paths.under(base)) as engine:
            engine.library.add_folder(SAMPLES)
            report = engine.library.index()
            assert report.new == len(list(SAMPLES.glob("*.jpg")))
            yield engine


def names(engine: Engine, hits: list[Hit]) -> list[str]:
    places = engine.catalog.files.paths_of([hit.photo for hit in hits])
    return [places[hit.photo][0].name for hit in hits]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("a lighthouse", "lighthouse"),
        ("parrots", "parrots"),
        ("motorcycles racing", "motocross"),
        ("a sailing boat", "sail"),
        ("an airplane", "plane"),
    ],
)
def test_words_find_the_photo_they_describe(indexed: Engine, query: str, expected: str) -> None:
    found = names(indexed, indexed.search.text(query, limit=3).hits)
    assert any(expected in name for name in found), found


def test_hits_come_best_first_and_no_more_than_asked(indexed: Engine) -> None:
    result = indexed.search.text("water", limit=7)
    scores = [hit.score for hit in result.hits]
    assert len(scores) == 7
    assert scores == sorted(scores, reverse=True)
    assert result.searched == indexed.catalog.photos.count()
    assert result.model == indexed.model.get().spec.name


def test_a_picture_finds_itself_from_a_file_and_from_memory(indexed: Engine) -> None:
    photo = SAMPLES / "two_parrots.jpg"
    for source in (photo, photo.read_bytes()):
        hit = indexed.search.images([source], limit=1).hits[0]
        assert names(indexed, [hit]) == [photo.name]
        assert hit.score == pytest.approx(1.0, abs=0.01)


def test_a_large_photo_has_the_same_vector_in_the_library_and_as_a_query(tmp_path: Path) -> None:
    # Large enough to be decoded at a reduced size, which both have to choose alike.
    with Image.open(SAMPLES / "two_parrots.jpg") as image:
        (tmp_path / "photos").mkdir()
        file = tmp_path / "photos" / "large.jpg"
        image.resize((4608, 3072)).save(file, quality=92)
    with Engine.open(Paths.under(tmp_path / "library")) as engine:
        engine.library.add_folder(file.parent)
        engine.library.index()
        hit = engine.search.images([file], limit=1).hits[0]
    assert hit.score == pytest.approx(1.0, abs=1e-4)


def test_a_photo_of_the_library_is_not_similar_to_itself(indexed: Engine) -> None:
    parrots = indexed.search.text("parrots", limit=1).hits[0].photo
    result = indexed.search.similar([parrots], limit=5)
    assert len(result.hits) == 5
    assert parrots not in [hit.photo for hit in result.hits]


@pytest.mark.parametrize("query", ["", "  \n\t "])
def test_an_empty_search_is_refused(indexed: Engine, query: str) -> None:
    with pytest.raises(QueryError, match="empty"):
        indexed.search.text(query)


@pytest.mark.parametrize("query", ["🐶", "x" * 5000, "a\x00b", "犬", "\ud800", "-"])
def test_odd_texts_are_searched_like_any(indexed: Engine, query: str) -> None:
    assert len(indexed.search.text(query, limit=3).hits) == 3


def test_bytes_that_are_no_picture_are_refused(indexed: Engine) -> None:
    with pytest.raises(UnreadableImage):
        indexed.search.images([b"not a picture"])


def test_searching_before_indexing_finds_nothing(tmp_path: Path) -> None:
    with Engine.open(Paths.under(tmp_path / "new")) as engine:
        result = engine.search.text("anything")
        assert (result.searched, result.hits) == (0, [])
        with pytest.raises(QueryError, match="not indexed"):
            engine.search.similar([1])  # type: ignore[list-item]


def test_what_is_indexed_later_is_found_by_the_same_search(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    shutil.copy(SAMPLES / "two_parrots.jpg", photos)
    with Engine.open(Paths.under(tmp_path / "library")) as engine:
        engine.library.add_folder(photos)
        engine.library.index()
        assert engine.search.text("a lighthouse").searched == 1
        shutil.copy(SAMPLES / "lighthouse_behind_a_white_fence.jpg", photos)
        assert engine.library.index().new == 1
        result = engine.search.text("a lighthouse")
        assert result.searched == 2
        assert names(engine, result.hits)[0].startswith("lighthouse")


def test_a_large_library_is_searched_through_a_graph_with_the_same_answer(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    with Engine.open(paths, Settings(exact_limit=1_000_000)) as engine:
        engine.library.add_folder(SAMPLES)
        engine.library.index()
        exact = engine.search.text("a lighthouse", limit=1).hits
        assert engine.search.plan(1) == "exact"
    with Engine.open(paths, Settings(exact_limit=3)) as engine:
        engine.search.refresh_graph()
        assert engine.search.plan(1) == "hnsw"
        through_graph = engine.search.text("a lighthouse", limit=1).hits
        assert through_graph[0].photo == exact[0].photo
        assert through_graph[0].score == pytest.approx(exact[0].score, abs=1e-5)


def test_watching_finds_a_new_photo_without_being_asked(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    reports: list[IndexReport] = []
    seen = threading.Event()

    def reported(report: IndexReport) -> None:
        reports.append(report)
        if report.new:
            seen.set()

    with Engine.open(Paths.under(tmp_path / "library")) as engine:
        engine.library.add_folder(photos)
        engine.library.watch(reported)
        shutil.copy(SAMPLES / "two_parrots.jpg", photos)
        assert seen.wait(30), reports
        assert engine.search.text("parrots").searched == 1


def test_a_second_writer_is_refused_and_a_reader_is_not(indexed: Engine) -> None:
    with pytest.raises(LibraryInUse):
        Engine.open(indexed.paths)
    with Engine.open(indexed.paths, writable=False) as reader:
        assert reader.search.text("a dog", limit=1).hits


def test_short_writes_go_beside_the_holder_of_the_library(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path / "library")
    with Engine.open(paths) as holder:
        os.utime(paths.lock_file, (1, 1))
        with Engine.open(paths, sharing=True) as guest:
            kept = guest.searches.add("Dogs", "dog -indoors")
            # In the middle of what the holder writes, it waits for its turn.
            with holder.catalog.transaction() as db:
                db.execute("UPDATE meta SET value = value")
                writer = threading.Thread(target=guest.searches.rename, args=(kept.id, "Cats"))
                writer.start()
                assert holder.searches.named("dogs").id == kept.id
            writer.join(30)
        assert [search.name for search in holder.searches.all()] == ["Cats"]
        assert paths.lock_file.stat().st_mtime > 1
        # Nobody else may write at length.
        with pytest.raises(LibraryInUse):
            Engine.open(paths)


def test_a_guest_changes_nothing_about_the_library_itself(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path / "library")
    with Engine.open(paths, sharing=True) as alone:
        # Nobody holds it: it is made, and locked as usual.
        with pytest.raises(LibraryInUse):
            Engine.open(paths)
        with closing(sqlite3.connect(alone.catalog.path)) as db:
            version = db.execute("PRAGMA user_version").fetchone()[0]
            db.execute(f"PRAGMA user_version = {version - 1}")
        with pytest.raises(LibraryError, match="older photoclip"):
            Engine.open(paths, sharing=True)
    missing = Paths.under(tmp_path / "none")
    missing.data.mkdir(parents=True)
    with (
        LibraryLock.acquire(missing.lock_file),
        pytest.raises(LibraryError),
    ):
        Engine.open(missing, sharing=True)
    assert not missing.catalog_file.exists()


def test_a_missing_library_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="add FOLDER"):
        Engine.open(Paths.under(tmp_path / "none"), writable=False)
    assert not (tmp_path / "none").exists()


def test_folders_are_added_all_or_none(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    with Engine.open(Paths.under(tmp_path / "library")) as engine:
        with pytest.raises(FolderError, match="missing"):
            engine.library.add_folders([tmp_path / "photos", tmp_path / "missing"])
        assert engine.library.roots() == []


def test_a_removed_folder_leaves_the_search_and_comes_back_without_embedding(
    tmp_path: Path,
) -> None:
    with Engine.open(Paths.under(tmp_path)) as engine:
        root = engine.library.add_folder(SAMPLES)
        engine.library.index()
        engine.library.remove_folder(root.id)
        assert engine.search.text("parrots").hits == []
        engine.library.add_folder(SAMPLES)
        report = engine.library.index()
        assert report.images_per_second == 0.0
        assert names(engine, engine.search.text("parrots", limit=1).hits) == ["two_parrots.jpg"]


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path / "library")
    with Engine.open(paths, Settings(model=str(tmp_path / "no-model"))) as engine:
        engine.library.add_folder(SAMPLES)
        with pytest.raises(ModelError, match="no-model"):
            engine.library.index()
        assert engine.catalog.embeddings.find_model("") is None


def test_the_self_check_is_made_once_for_a_model(tmp_path: Path, other_model: Path) -> None:
    paths = Paths.under(tmp_path)
    with Engine.open(paths) as engine:
        assert engine.model.get().checked is not None
    with Engine.open(paths) as engine:
        assert engine.model.get().checked is None
    with Engine.open(paths, Settings(model=str(other_model))) as engine:
        assert engine.model.get().checked is not None
