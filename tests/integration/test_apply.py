"""Settings that take effect while the engine is open."""

from __future__ import annotations

import json
import shutil
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from photoclip.domain import CancelToken, IndexReport
from photoclip.engine import IN_USE, Engine
from photoclip.errors import ModelDirectoryError, ModelSelfCheckError, PhotoclipError
from photoclip.images.thumbnails import ThumbnailSize
from photoclip.paths import Paths, bundled
from photoclip.settings import Settings

SAMPLES = bundled("resources/sample_photos")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    for name in ("two_parrots", "red_barn", "motocross"):
        shutil.copy(next(SAMPLES.glob(f"*{name}*.jpg")), folder)
    return folder


def spoil_golden(model: Path) -> None:
    """Have a model promise other vectors than it gives."""
    file = model / "photoclip.json"
    manifest = json.loads(file.read_text(encoding="utf-8"))
    for text in manifest["golden"]["texts"]:
        text["embedding"] = text["embedding"][1:] + text["embedding"][:1]
    file.write_text(json.dumps(manifest), encoding="utf-8")


def best(engine: Engine, text: str) -> str:
    hit = engine.search.text(text, limit=1).hits[0]
    return engine.catalog.files.paths_of([hit.photo])[hit.photo][0].name


def test_a_new_model_is_used_at_once_and_the_old_vectors_stay(
    engine: Engine, other_model: Path
) -> None:
    first = engine.model
    assert engine.apply(Settings(model=str(other_model))) == {"model"}
    assert engine.model is not first
    assert first.loaded is None
    assert engine.search.text("parrots").searched == 0
    assert engine.library.index().unchanged == 3
    result = engine.search.text("parrots")
    assert (result.searched, result.model) == (3, "the other model")
    assert "parrots" in best(engine, "parrots")
    # And back: nothing has to be embedded again.
    engine.apply(Settings())
    assert engine.search.text("parrots").searched == 3


def test_batches_reach_the_search_that_is_in_use(engine: Engine, other_model: Path) -> None:
    engine.apply(Settings(model=str(other_model)))
    engine.library.index()
    engine.search.warm_up()
    shutil.copy(next(SAMPLES.glob("*lighthouse*.jpg")), engine.library.roots()[0].path)
    engine.library.index()
    assert engine.search.text("a lighthouse").searched == 4


@pytest.mark.parametrize("fault", ["missing", "spoilt"])
def test_a_model_that_cannot_be_used_leaves_all_as_it_was(
    engine: Engine, other_model: Path, fault: str
) -> None:
    if fault == "missing":
        (other_model / "visual" / "model.onnx").unlink()
    else:
        spoil_golden(other_model)
    before = engine.settings, engine.model, engine.search
    with pytest.raises((ModelDirectoryError, ModelSelfCheckError)) as error:
        engine.apply(replace(Settings(), model=str(other_model), ignore=("x",)))
    assert str(other_model) in str(error.value)
    assert (engine.settings, engine.model, engine.search) == before
    assert "parrots" in best(engine, "parrots")


def test_searches_go_on_while_models_change(engine: Engine, other_model: Path) -> None:
    done, failures = threading.Event(), []
    counts: set[int] = set()

    def search() -> None:
        while not done.is_set():
            try:
                counts.add(engine.search.text("parrots").searched)
                counts.add(engine.search.images([next(SAMPLES.glob("*barn*.jpg"))]).searched)
            except PhotoclipError as error:
                failures.append(error)
                return

    threads = [threading.Thread(target=search) for _ in range(3)]
    for thread in threads:
        thread.start()
    for turn in range(6):
        engine.apply(Settings(model=str(other_model) if turn % 2 == 0 else ""))
    done.set()
    for thread in threads:
        thread.join()
    assert not failures
    assert counts <= {0, 3}


def test_another_device_keeps_the_vectors(engine: Engine) -> None:
    assert engine.apply(Settings(device="cpu")) == {"device"}
    assert engine.model.get().device.requested == "cpu"
    assert engine.search.text("parrots").searched == 3


def test_ignored_folders_leave_with_the_next_run(engine: Engine, photos: Path) -> None:
    (photos / "private").mkdir()
    next(photos.glob("*barn*")).rename(photos / "private" / "barn.jpg")
    engine.library.index()
    assert len(engine.catalog.photos.visible_ids()) == 3
    engine.apply(Settings(ignore=("private",)))
    engine.library.index()
    assert len(engine.catalog.photos.visible_ids()) == 2


def test_the_pixel_limit_counts_for_the_next_photo(engine: Engine, photos: Path) -> None:
    engine.apply(Settings(pixel_limit=1_000_000))
    Image.new("RGB", (1200, 1000), "teal").save(photos / "large.jpg")
    assert engine.library.index().unreadable == 1
    engine.apply(Settings())
    assert engine.library.retry_problems().new == 1


def test_thumbnails_go_to_their_new_place(engine: Engine, photos: Path, tmp_path: Path) -> None:
    place = tmp_path / "small pictures"
    engine.apply(Settings(thumbnails=str(place)))
    photo = next(photos.glob("*barn*"))
    made = engine.thumbnails.make(photo, engine.decoder, ThumbnailSize.LARGE)
    assert isinstance(made, Path)
    assert made.is_relative_to(place)
    assert engine.paths.thumbnails == place


def test_the_limit_and_place_of_the_graph_count_at_once(engine: Engine, tmp_path: Path) -> None:
    before = engine.search
    engine.apply(Settings(exact_limit=0, cache=str(tmp_path / "fast")))
    engine.search.refresh_graph()
    assert engine.paths.index == tmp_path / "fast" / "index"
    assert engine.search is not before
    assert "parrots" in best(engine, "parrots")


def test_watching_goes_on_with_the_new_patterns(engine: Engine, photos: Path) -> None:
    reports: list[IndexReport] = []
    seen = threading.Event()

    def tell(report: IndexReport) -> None:
        reports.append(report)
        seen.set()

    engine.library.watch(tell)
    engine.apply(Settings(ignore=("private",)))
    status = engine.library.watch_status
    assert status is not None
    assert status.running
    (photos / "private").mkdir()
    shutil.copy(next(SAMPLES.glob("*lighthouse*.jpg")), photos / "private")
    shutil.copy(next(SAMPLES.glob("*plane*.jpg")), photos)
    assert seen.wait(30)
    engine.library.stop_watching()
    assert sum(report.new for report in reports) == 1


def test_a_run_under_way_ends_first(engine: Engine, photos: Path, other_model: Path) -> None:
    for name in ("lighthouse", "plane", "sail"):
        shutil.copy(next(SAMPLES.glob(f"*{name}*.jpg")), photos)
    cancel, begun = CancelToken(), threading.Event()
    ended: list[IndexReport] = []
    run = threading.Thread(
        target=lambda: ended.append(
            engine.library.index(cancel=cancel, progress=lambda _: begun.set())
        )
    )
    run.start()
    assert begun.wait(30)
    engine.apply(Settings(model=str(other_model)))
    run.join()
    assert ended[0].new == 3
    assert engine.search.text("parrots").searched == 0


def test_what_is_the_windows_alone_changes_nothing_else(engine: Engine) -> None:
    before = engine.search
    assert engine.apply(Settings(appearance="dark", ignore=("x",))) == {"appearance", "ignore"}
    assert engine.search is before
    assert engine.settings.appearance == "dark"


def test_what_is_noted_meanwhile_stays(engine: Engine) -> None:
    asked = Settings(ignore=("x",))
    engine.note(replace(asked, language="de"))
    assert engine.apply(asked, IN_USE) == {"ignore"}
    assert engine.settings == replace(asked, language="de")


def test_after_closing_nothing_is_started_any_more(tmp_path: Path) -> None:
    engine = Engine.open(Paths.under(tmp_path / "library"), Settings())
    engine.library.watch(lambda _: None)
    engine.close()
    engine.apply(Settings(ignore=("x",)))
    assert engine.library.watch_status is None
