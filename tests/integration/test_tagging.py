"""Labels in a whole library: beside indexing, and when another model takes over."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from photoclip.cli.main import parse, run
from photoclip.domain import Label, PhotoId, TagSource, TagState, no_progress
from photoclip.engine import Engine
from photoclip.paths import Paths, bundled
from photoclip.settings import Settings
from photoclip.tagging.following import Following
from photoclip.tagging.service import Verdict
from tests.small_model import SmallModel

SAMPLES = sorted(bundled("resources/sample_photos").glob("*.jpg"))


def copy(folder: Path, first: int, last: int) -> None:
    folder.mkdir(exist_ok=True)
    for sample in SAMPLES[first:last]:
        shutil.copy(sample, folder)


@pytest.fixture
def photos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("photoclip.clip.encoder.ClipModel", SmallModel)
    copy(tmp_path / "photos", 0, 12)
    return tmp_path / "photos"


def test_what_is_indexed_later_gets_suggestions(
    engine: Engine, photos: Path, tmp_path: Path
) -> None:
    # Everything reaches this threshold: what counts here is who is asked, not who is right.
    label = engine.labels.add("anything", threshold=-100.0)
    engine.labels.add("never applied", threshold=-100.0)
    [outcome] = engine.tagging.apply([label])
    assert outcome.passing == 12
    copy(photos, 12, 15)
    assert engine.library.index().new == 3
    # What still waits is looked at before the library is let go of.
    engine.close()
    with Engine.open(Paths.under(tmp_path / "library"), Settings()) as again:
        assert again.review.count(label.id) == again.review.count() == 15


def tagged(engine: Engine, label: Label, state: TagState) -> list[PhotoId]:
    return [tag.photo for tag in engine.catalog.tags.of_label(label.id, {state})]


def by_the_window(library: Path) -> None:
    """What the window begins with, and does after each run."""
    done = threading.Semaphore(0)
    with Engine.open(Paths.under(library), Settings()) as engine:
        engine.upkeep.listen(no_progress, lambda error: done.release())
        engine.upkeep.start()
        for _ in engine.upkeep._jobs:
            assert done.acquire(timeout=60)


def by_the_command_line(library: Path) -> None:
    assert run(parse(["--library", str(library), "index"])) == 0


@pytest.mark.parametrize("start", [by_the_window, by_the_command_line])
def test_suggestions_come_though_the_process_was_killed_before_them(
    engine: Engine,
    photos: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    start: Callable[[Path], None],
) -> None:
    label = engine.labels.add("anything", threshold=-100.0)
    engine.tagging.apply([label])
    rejected = engine.review.queue(label.id)[0]
    engine.review.reject(rejected)
    copy(photos, 12, 15)
    with monkeypatch.context() as killed:
        killed.setattr(Following, "added", lambda following, ids: None)
        assert engine.library.index().new == 3
        engine.close()
    for _ in range(2):
        start(tmp_path / "library")
        with Engine.open(Paths.under(tmp_path / "library"), writable=False) as again:
            assert again.review.count(label.id) == 14
            assert again.catalog.suggestions_due.photos(again.model.fingerprint) == []
            assert tagged(again, label, TagState.REJECTED) == [rejected.photo]


def test_another_model_asks_before_it_changes_tags(engine: Engine, other_model: Path) -> None:
    label = engine.labels.add("anything", threshold=-100.0)
    first = next(iter(engine.catalog.photos.visible_ids().tolist()))
    engine.tagging.click(label.id, [first], Verdict.WRONG)
    engine.tagging.apply([label])
    before = engine.catalog.tags.of_label(label.id)
    engine.apply(replace(engine.settings, model=str(other_model)))
    assert engine.tagging.outdated() == [label]
    # It has embedded nothing yet, and of what was not looked at nothing is lost.
    [nothing] = engine.tagging.apply([label])
    assert (nothing.finding, len(nothing.lost)) == ("no photos are indexed yet", 0)
    assert engine.catalog.tags.of_label(label.id) == before
    engine.library.index()
    [diff] = engine.tagging.apply([label], dry_run=True)
    assert (len(diff.gained), len(diff.lost)) == (0, 0)
    engine.tagging.apply([label])
    assert engine.tagging.outdated() == []
    tags = engine.catalog.tags.of_label(label.id)
    assert {tag.version for tag in tags if tag.source is TagSource.AUTO} == {2}
    assert [tag.photo for tag in tags if tag.state is TagState.REJECTED] == [first]
