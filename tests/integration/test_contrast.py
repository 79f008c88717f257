"""Two models beside each other."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from photoclip.domain import CancelToken, Progress, Stage
from photoclip.engine import Engine
from photoclip.errors import Cancelled, ModelOutputError, QueryError
from photoclip.paths import Paths, bundled
from photoclip.search.contrast import rank_correlation
from photoclip.settings import Settings
from tests.small_model import OTHER, SmallModel

SAMPLES = bundled("resources/sample_photos")
PHOTOS = 8


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> type[SmallModel]:
    made = type("Small", (SmallModel,), {})
    monkeypatch.setattr("photoclip.clip.encoder.ClipModel", made)
    return made


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """Over eight photos, indexed."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    (tmp_path / "photos").mkdir()
    for photo in sorted(SAMPLES.glob("*.jpg"))[:PHOTOS]:
        shutil.copy(photo, tmp_path / "photos")
    with Engine.open(Paths.under(tmp_path / "library"), Settings()) as engine:
        engine.library.add_folder(tmp_path / "photos")
        engine.library.index()
        yield engine


def embedded(engine: Engine) -> dict[str, int]:
    return {model.name: model.photos for model in engine.catalog.models.all()}


def test_what_is_lacking_is_embedded_once_and_both_lists_are_told(
    engine: Engine, other_model: Path
) -> None:
    told: list[Progress] = []
    compare = engine.comparer.compare
    found = compare(
        ("", str(other_model)),
        ["a barn", " a barn ", "", "a boat"],
        photos=5,
        top=3,
        progress=told.append,
    )
    assert {state.stage for state in told} == {Stage.EMBEDDING}
    assert (found.photos, found.asked, found.top) == (5, 5, 3)
    assert [one.query for one in found.contrasts] == ["a barn", "a boat"]
    assert [model.embedded for model in found.models] == [0, 5]
    assert found.models[1].name == OTHER
    assert found.models[1].photo_seconds is not None
    assert embedded(engine)[OTHER] == 5
    # The stand-ins see the same in a photo, so that both agree.
    assert found.overlap == found.correlation == 1.0
    for one in found.contrasts:
        for side in one.places:
            assert [place.rank for place in side] == [1, 2, 3]
            assert [place.other_rank for place in side] == [1, 2, 3]
    again = compare(("", str(other_model)), ["a barn"], photos=5)
    assert [model.embedded for model in again.models] == [0, 0]
    # Nothing else has changed.
    assert engine.settings == Settings()
    assert engine.search.text("a barn").searched == PHOTOS


def test_each_model_tells_what_it_does_not_understand(engine: Engine, other_model: Path) -> None:
    found = engine.comparer.compare(("", str(other_model)), ["амбар"], photos=2)
    assert [bool(strange) for strange in found.contrasts[0].unfamiliar] == [True, True]


def test_there_has_to_be_something_to_compare(
    engine: Engine, tmp_path: Path, other_model: Path
) -> None:
    compare = engine.comparer.compare
    with pytest.raises(QueryError, match="same model"):
        compare(("", "embedded"), ["a barn"])
    with pytest.raises(QueryError, match="no query"):
        compare(("", str(other_model)), [" "])
    (tmp_path / "photos").rename(tmp_path / "away")
    engine.library.index()
    with pytest.raises(QueryError, match="no photo"):
        compare(("", str(other_model)), ["a barn"])


def test_it_can_be_cancelled_and_keeps_what_it_has(
    engine: Engine, other_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("photoclip.meter.EVERY_SECONDS", 0)
    cancel = CancelToken()

    def progress(state: Progress) -> None:
        if state.done:
            cancel.cancel()

    with pytest.raises(Cancelled):
        engine.comparer.compare(
            ("", str(other_model)), ["a barn"], cancel=cancel, progress=progress
        )
    assert 0 < embedded(engine)[OTHER] < PHOTOS


def test_a_model_that_gives_nothing_is_told(
    engine: Engine, other_model: Path, small: type[SmallModel]
) -> None:
    small.after = 0
    with pytest.raises(ModelOutputError, match="NaN"):
        engine.comparer.compare(("", str(other_model)), ["a barn"], photos=3)


def test_the_sample_stays_the_same_when_photos_come_in(engine: Engine, tmp_path: Path) -> None:
    before = engine.catalog.photos.sample(4)
    shutil.copy(sorted(SAMPLES.glob("*.jpg"))[PHOTOS], tmp_path / "photos")
    engine.library.index()
    after = engine.catalog.photos.sample(4)
    assert len(set(before) & set(after)) >= 3


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([1, 2, 3, 4], [1, 2, 3, 4], 1.0),
        ([1, 2, 3, 4], [4, 3, 2, 1], -1.0),
        # Worked by hand: the squares of the differences add up to 2.
        ([1, 2, 3, 4], [2, 1, 3, 4], 0.8),
        ([1], [1], 1.0),
    ],
)
def test_rank_correlation(one: list[int], other: list[int], expected: float) -> None:
    assert rank_correlation(np.array(one), np.array(other)) == pytest.approx(expected)
