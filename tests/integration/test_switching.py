"""A library is embedded with another model while search goes on with the one in use."""

from __future__ import annotations

import shutil
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from photoclip.clip.directory import fingerprint
from photoclip.domain import CancelToken, Progress, Stage
from photoclip.engine import Engine
from photoclip.errors import (
    Cancelled,
    ModelError,
    ModelOutputError,
    PhotoclipError,
)
from photoclip.library import switching
from photoclip.paths import Paths, bundled
from photoclip.settings import Settings, changed_over
from tests.small_model import OTHER, SmallModel

SAMPLES = bundled("resources/sample_photos")
NAMES = ("two_parrots", "red_barn", "motocross", "woman_in_a_red_hat")


def copy(folder: Path, *names: str) -> None:
    folder.mkdir(exist_ok=True)
    for name in names:
        shutil.copy(next(SAMPLES.glob(f"*{name}*.jpg")), folder)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> type[SmallModel]:
    made = type("Small", (SmallModel,), {})
    monkeypatch.setattr("photoclip.clip.encoder.ClipModel", made)
    return made


@pytest.fixture
def photos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    copy(tmp_path / "photos", *NAMES)
    return tmp_path / "photos"


def begin(engine: Engine, model: Path) -> switching.Switch:
    """Choose the next model, as a person does."""
    engine.apply(engine.choosing(str(model)))
    assert engine.switch is not None
    return engine.switch


def finish(engine: Engine) -> None:
    assert engine.switch is not None
    assert engine.switch.run().complete
    engine.apply(changed_over(engine.settings))


def found(engine: Engine) -> tuple[str, int]:
    """Which model answers, over how many photos."""
    result = engine.search.text("parrots")
    return result.model, result.searched


def test_the_old_model_answers_until_the_next_is_complete(
    engine: Engine, other_model: Path
) -> None:
    old, told = engine.model, []
    switch = begin(engine, other_model)
    assert engine.settings.next_model == str(other_model)
    assert engine.model is old
    assert switch.state() == switching.SwitchState(0, 4, 4)
    during: list[tuple[str, int]] = []

    def progress(state: Progress) -> None:
        told.append(state)
        during.append(found(engine))

    report = switch.run(progress=progress)
    assert (report.model, report.embedded, report.complete, report.following) == (OTHER, 4, True, 0)
    assert {state.stage for state in told} == {Stage.EMBEDDING}
    assert (told[-1].done, told[-1].total) == (4, 4)
    assert set(during) == {(old.get().spec.name, 4)}
    engine.apply(changed_over(engine.settings))
    assert found(engine) == (OTHER, 4)
    assert engine.switch is None
    assert old.loaded is None


def test_going_back_is_at_once_and_what_came_in_follows(
    engine: Engine, photos: Path, other_model: Path
) -> None:
    name = engine.model.get().spec.name
    begin(engine, other_model)
    finish(engine)
    copy(photos, "lighthouse")
    engine.library.index()
    assert found(engine) == (OTHER, 5)
    back = engine.choosing("")
    assert (back.model, back.next_model) == ("", "")
    engine.apply(back)
    assert found(engine) == (name, 4)
    assert engine.library.index().unchanged == 5
    assert found(engine) == (name, 5)


def test_the_embedded_model_can_be_the_next(engine: Engine, other_model: Path) -> None:
    name = engine.model.get().spec.name
    engine.apply(replace(engine.settings, model=str(other_model)))
    engine.library.index()
    known = engine.catalog.embeddings.find_model(fingerprint(bundled("models/embedded")))
    assert known is not None
    engine.catalog.models.forget(known)
    wanted = engine.choosing("")
    assert (wanted.model, wanted.next_model) == (str(other_model), "embedded")
    engine.apply(wanted)
    finish(engine)
    assert found(engine) == (name, 4)
    assert engine.settings == Settings()


def test_choosing_the_model_in_use_ends_a_switch(engine: Engine, other_model: Path) -> None:
    switch = begin(engine, other_model)
    engine.apply(engine.choosing(""))
    assert engine.switch is None
    with pytest.raises(Cancelled):
        switch.run()
    assert found(engine)[1] == 4


def test_a_cancelled_switch_goes_on_where_it_was(
    engine: Engine, other_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    switch, cancel = begin(engine, other_model), CancelToken()

    def progress(state: Progress) -> None:
        if state.done:
            cancel.cancel()

    monkeypatch.setattr("photoclip.meter.EVERY_SECONDS", 0)
    with pytest.raises(Cancelled):
        switch.run(cancel, progress)
    kept = switch.state().embedded
    assert 0 < kept < 4
    # Never complete, so it is not changed over to at once.
    assert engine.choosing(str(other_model)).next_model == str(other_model)
    told: list[Progress] = []
    assert switch.run(progress=told.append).embedded == 4 - kept
    assert (told[0].done, told[0].total) == (kept, 4)


def test_photos_on_a_drive_that_is_away_do_not_hold_it_up(
    engine: Engine, tmp_path: Path, other_model: Path
) -> None:
    copy(tmp_path / "drive", "lighthouse", "plane")
    engine.library.add_folder(tmp_path / "drive")
    engine.library.index()
    (tmp_path / "drive").rename(tmp_path / "away")
    switch = begin(engine, other_model)
    report = switch.run()
    assert (report.complete, report.embedded, report.following) == (True, 4, 2)
    engine.apply(changed_over(engine.settings))
    assert found(engine) == (OTHER, 4)
    (tmp_path / "away").rename(tmp_path / "drive")
    engine.library.index()
    assert found(engine) == (OTHER, 6)


def test_with_everything_away_the_old_model_stays(
    engine: Engine, photos: Path, other_model: Path
) -> None:
    switch = begin(engine, other_model)
    photos.rename(photos.with_name("away"))
    report = switch.run()
    assert (report.complete, report.following) == (False, 4)
    photos.with_name("away").rename(photos)
    assert switch.run().complete


def test_files_that_cannot_be_read_now_do_not_hold_it_up(
    engine: Engine, photos: Path, other_model: Path
) -> None:
    next(photos.glob("*barn*")).write_bytes(b"something else")
    next(photos.glob("*parrots*")).unlink()
    report = begin(engine, other_model).run()
    assert (report.complete, report.embedded, report.following) == (True, 2, 2)
    assert report.reason
    # Nothing was noted about these photos: the next look at the folder finds out.
    assert found(engine)[1] == 4


def test_a_photo_is_read_from_another_of_its_places(
    engine: Engine, photos: Path, other_model: Path
) -> None:
    barn = next(photos.glob("*barn*"))
    shutil.copy(barn, photos / "zz copy.jpg")
    engine.library.index()
    barn.unlink()
    report = begin(engine, other_model).run()
    assert (report.embedded, report.following) == (4, 0)


@pytest.mark.parametrize("good", [0, 1])
def test_a_model_that_fails_ends_the_switch_with_the_reason(
    engine: Engine,
    other_model: Path,
    monkeypatch: pytest.MonkeyPatch,
    small: type[SmallModel],
    good: int,
) -> None:
    monkeypatch.setattr("photoclip.library.backfill.HOPELESS", 2)
    switch = begin(engine, other_model)
    small.after = good
    with pytest.raises(ModelOutputError, match="NaN"):
        switch.run()
    assert switch.state().embedded == good
    assert found(engine)[1] == 4


def test_one_photo_that_the_model_gives_nothing_for_is_left(
    engine: Engine, other_model: Path, small: type[SmallModel]
) -> None:
    switch = begin(engine, other_model)
    small.after, small.once, small.batch_size = 0, True, 4
    report = switch.run()
    # The batch failed, none of its photos by itself.
    assert (report.complete, report.following) == (True, 0)
    assert engine.catalog.files.problems() == []


def test_a_graph_that_vanishes_in_the_middle_is_told(engine: Engine, other_model: Path) -> None:
    switch = begin(engine, other_model)
    (other_model / "visual" / "model.onnx").unlink()
    with pytest.raises(ModelError):
        switch.run()
    assert found(engine)[1] == 4


def test_a_model_that_cannot_be_used_is_refused_before_it_begins(
    engine: Engine, other_model: Path
) -> None:
    wanted = engine.choosing(str(other_model))
    (other_model / "textual" / "model.onnx").write_bytes(b"torn")
    with pytest.raises(ModelError):
        engine.apply(wanted)
    assert engine.switch is None
    assert engine.settings.next_model == ""


def test_photos_that_come_in_are_embedded_for_both(
    engine: Engine, photos: Path, other_model: Path
) -> None:
    switch = begin(engine, other_model)
    added = threading.Event()

    def progress(state: Progress) -> None:
        if not added.is_set():
            added.set()
            copy(photos, "lighthouse")
            assert engine.library.index().new == 1
            assert found(engine) == (engine.model.get().spec.name, 5)

    report = switch.run(progress=progress)
    assert (report.embedded, report.complete) == (5, True)
    engine.apply(changed_over(engine.settings))
    assert found(engine) == (OTHER, 5)


def test_it_stands_still_while_photos_are_indexed(
    engine: Engine, other_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    switch, cancel = begin(engine, other_model), CancelToken()
    busy = threading.Event()
    busy.set()
    monkeypatch.setattr(type(engine.library), "at_work", property(lambda _: busy.is_set()))
    done: list[switching.Switched] = []
    run = threading.Thread(target=lambda: done.append(switch.run(cancel)))
    run.start()
    run.join(0.5)
    assert run.is_alive()
    assert switch.state().embedded == 0
    busy.clear()
    run.join(60)
    assert done[0].complete


def test_closing_ends_a_run(engine: Engine, other_model: Path) -> None:
    switch, cancel = begin(engine, other_model), CancelToken()
    cancel.pause()
    errors: list[PhotoclipError] = []

    def work() -> None:
        try:
            switch.run(cancel)
        except PhotoclipError as error:
            errors.append(error)

    run = threading.Thread(target=work)
    run.start()
    engine.close()
    run.join(60)
    assert [type(error) for error in errors] == [Cancelled]


def test_a_switch_goes_on_after_a_restart(tmp_path: Path, photos: Path, other_model: Path) -> None:
    paths = Paths.under(tmp_path / "library")
    with Engine.open(paths, Settings()) as engine:
        engine.library.add_folder(photos)
        engine.library.index()
        chosen = engine.choosing(str(other_model))
    with Engine.open(paths, chosen) as engine:
        assert found(engine)[0] != OTHER
        finish(engine)
        assert found(engine) == (OTHER, 4)


def test_answers_are_of_one_model_while_it_changes(engine: Engine, other_model: Path) -> None:
    begin(engine, other_model)
    assert engine.switch is not None
    engine.switch.run()
    done, answers, failures = threading.Event(), set(), []

    def search() -> None:
        while not done.is_set():
            try:
                answers.add(found(engine))
            except PhotoclipError as error:
                failures.append(error)
                return

    threads = [threading.Thread(target=search) for _ in range(2)]
    for thread in threads:
        thread.start()
    engine.apply(changed_over(engine.settings))
    engine.apply(engine.choosing(""))
    engine.apply(engine.choosing(str(other_model)))
    done.set()
    for thread in threads:
        thread.join()
    assert not failures
    assert {count for _, count in answers} == {4}


def test_the_graph_of_a_large_library_is_there_before_the_change(
    engine: Engine, other_model: Path
) -> None:
    engine.apply(replace(engine.settings, exact_limit=0))
    told: list[Progress] = []
    begin(engine, other_model).run(progress=told.append)
    assert told[-1].stage is Stage.BUILDING
    engine.apply(changed_over(engine.settings))
    told.clear()
    engine.search.refresh_graph(progress=told.append)
    assert told == []
    assert found(engine) == (OTHER, 4)


def test_vectors_of_a_model_can_be_deleted(engine: Engine, other_model: Path) -> None:
    begin(engine, other_model)
    finish(engine)
    embedded, other = engine.catalog.models.all()
    assert (embedded.photos, other.photos, other.name) == (4, 4, OTHER)
    assert other.size == 4 * 2 * other.dim
    assert engine.catalog.models.forget(embedded.id) == 4
    assert [model.name for model in engine.catalog.models.all()] == [OTHER]
    # It has to embed everything again.
    assert engine.choosing("").next_model == "embedded"
    assert engine.catalog.check() == []
