"""Where the matches end, in a made-up world in which it is known."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from photoclip.domain import QueryKind, Vectors
from photoclip.index.vectors import Snapshot
from photoclip.search.background import (
    Backgrounds,
    picture_background,
    text_background,
)
from photoclip.search.cutoff import PartCut, Verdict, cut_pictures, cut_text
from photoclip.search.judging import Judge, Wish

DIM, PHOTOS = 64, 600
Change = Callable[[Vectors, bool], Vectors]


def unit(vectors: Vectors) -> Vectors:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=-1, keepdims=True), np.float32)


def noise(count: int, seed: int) -> Vectors:
    return unit(np.random.default_rng(seed).normal(size=(count, DIM)))


def library(concept: Vectors, shown: int, photos: int = PHOTOS) -> Vectors:
    """Photos of nothing in particular, the first few of which show a concept as well."""
    vectors = noise(photos, 1)
    vectors[:shown] = unit(vectors[:shown] + concept)
    return vectors


CONCEPT, OTHER = noise(2, 2)
RARE = noise(120, 3)


def as_it_is(vectors: Vectors, text: bool) -> Vectors:
    del text
    return vectors


def with_a_gap(vectors: Vectors, text: bool) -> Vectors:
    """As in a model whose texts and pictures lie in two cones: cosines .3 c + .28."""
    lean = np.array([0.4, 0.9165] if text else [1.0, 0.0], np.float32)
    extra = np.tile(lean * np.sqrt(0.7), (len(vectors), 1))
    return unit(np.concatenate([vectors * np.sqrt(0.3), extra], axis=1))


def around_zero(vectors: Vectors, text: bool) -> Vectors:
    """As in a model whose cosines are all small: .1 c - .09."""
    lean = np.array([-0.1, 0.995] if text else [1.0, 0.0], np.float32)
    extra = np.tile(lean * np.sqrt(0.9), (len(vectors), 1))
    return unit(np.concatenate([vectors * np.sqrt(0.1), extra], axis=1))


def matches(
    query: Vectors, vectors: Vectors, change: Change = as_it_is
) -> tuple[PartCut, list[int]]:
    photos, text = change(vectors, False), change(query[None], True)[0]
    scores = photos @ text
    cut = cut_text(text, scores, text_background(photos, change(RARE, True)))
    return cut, np.flatnonzero((cut.margins(scores) >= 1) & cut.clear).tolist()


@pytest.mark.parametrize("change", [as_it_is, with_a_gap, around_zero])
@pytest.mark.parametrize("shown", [3, 12, 150])
def test_the_list_holds_what_shows_the_concept(shown: int, change: Change) -> None:
    _, found = matches(CONCEPT, library(CONCEPT, shown), change)
    right = len([row for row in found if row < shown])
    assert right >= 0.7 * shown
    assert right >= 0.9 * len(found)


@pytest.mark.parametrize("change", [as_it_is, with_a_gap, around_zero])
def test_what_no_photo_shows_matches_nothing(change: Change) -> None:
    photos, texts = change(library(CONCEPT, 12), False), change(noise(100, 4), True)
    background = text_background(photos, change(RARE, True))
    empty = [not cut_text(text, photos @ text, background).clear for text in texts]
    assert np.mean(empty) >= 0.9


def test_a_model_with_other_cosines_gives_the_same_evidence() -> None:
    vectors = library(CONCEPT, 12)
    plain, found = matches(CONCEPT, vectors)
    for change in (with_a_gap, around_zero):
        changed, others = matches(CONCEPT, vectors, change)
        assert changed.evidence == pytest.approx(plain.evidence, rel=0.01)
        assert others == found


@pytest.mark.parametrize("copies", [2, 5])
def test_copies_of_a_photo_all_match_and_nothing_else_does(copies: int) -> None:
    vectors = library(CONCEPT, 1)
    vectors[:copies] = vectors[0]
    assert matches(CONCEPT, vectors)[1] == list(range(copies))


def test_a_library_of_the_same_photo_is_judged_without_a_spread() -> None:
    photos = np.tile(noise(1, 5), (30, 1))
    cut, found = matches(CONCEPT, photos)
    assert np.isfinite([cut.evidence, cut.base, cut.end]).all()
    assert len(found) in (0, 30)


def test_a_picture_matches_what_is_as_near_as_few_photos_are_to_each_other() -> None:
    photos = library(CONCEPT, 12)
    background = picture_background(photos)
    cut = cut_pictures(CONCEPT, photos @ CONCEPT, background)
    found = np.flatnonzero(cut.margins(photos @ CONCEPT) >= 1)
    assert cut.clear
    assert set(range(12)) <= set(found.tolist())
    assert len(found) < 40
    away = -unit(photos.mean(axis=0))
    assert not cut_pictures(away, photos @ away - 1, background).clear


class RareTexts:
    """In place of a model's calibration."""

    def rare(self, model: object) -> Vectors:
        del model
        return RARE


@pytest.fixture
def judge() -> Judge:
    judge = Judge.__new__(Judge)
    judge._model = type("Current", (), {"get": staticmethod(lambda: None)})()
    judge._calibration = RareTexts()  # type: ignore[assignment]
    judge._backgrounds = Backgrounds()
    return judge


def snapshot(vectors: Vectors) -> Snapshot:
    return Snapshot(np.arange(100, 100 + len(vectors)), vectors, 0)


def text(vector: Vectors, weight: float = 1.0, *, excluded: bool = False) -> Wish:
    return Wish(vector, QueryKind.TEXT, weight, excluded)


def test_both_of_two_things_have_to_be_there(judge: Judge) -> None:
    vectors = library(CONCEPT, 20)
    vectors[10:30] = unit(vectors[10:30] + OTHER)
    cut, both = judge.judge([text(CONCEPT), text(OTHER)], snapshot(vectors))
    assert cut.verdict is Verdict.MATCHES
    assert cut.threshold is None
    assert set(both.tolist()) <= set(range(110, 120))
    assert len(both) >= 7


def test_what_shows_the_excluded_is_no_match(judge: Judge) -> None:
    vectors = library(CONCEPT, 20)
    vectors[10:30] = unit(vectors[10:30] + OTHER)
    without = judge.judge([text(CONCEPT), text(OTHER, excluded=True)], snapshot(vectors))[1]
    assert set(range(100, 108)) <= set(without.tolist()) | {100, 101}
    assert not set(without.tolist()) & set(range(112, 118))
    rest = judge.judge([text(OTHER, excluded=True)], snapshot(vectors))[1]
    assert 0.9 * PHOTOS < len(rest) < PHOTOS


def test_excluding_what_is_not_there_changes_nothing(judge: Judge) -> None:
    photos = snapshot(library(CONCEPT, 12))
    alone = judge.judge([text(CONCEPT)], photos)[1]
    missing = text(noise(1, 6)[0], excluded=True)
    assert judge.judge([text(CONCEPT), missing], photos)[1].tolist() == alone.tolist()


def test_too_few_photos_are_all_matches(judge: Judge) -> None:
    cut, found = judge.judge([text(CONCEPT)], snapshot(noise(9, 7)))
    assert cut.verdict is Verdict.UNKNOWN
    assert len(found) == 9


def test_the_background_grows_with_the_library(judge: Judge) -> None:
    before = library(CONCEPT, 0, photos=100)
    assert judge.judge([text(CONCEPT)], snapshot(before))[0].verdict is Verdict.NOTHING
    after = np.concatenate([before, library(CONCEPT, 5)])
    assert len(judge.judge([text(CONCEPT)], snapshot(after))[1]) >= 4
