"""Where the matches end, in a made-up world in which it is known."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from photoclip.domain import PhotoIds, QueryKind, Vectors
from photoclip.index.hnsw import HnswIndex
from photoclip.index.nearest import Nearest
from photoclip.index.vectors import Snapshot, VectorMatrix
from photoclip.search.background import (
    Backgrounds,
    TextBackground,
    picture_background,
    text_background,
)
from photoclip.search.cutoff import CutOff, PartCut, Verdict, cut_pictures, cut_text
from photoclip.search.judging import Among, Judge, Wish
from photoclip.search.shown import Shown

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


def cut_all(query: Vectors, scores: Vectors, background: TextBackground) -> PartCut:
    """By the scores of all photos."""
    return cut_text(query, scores, len(scores), background)


def matches(
    query: Vectors, vectors: Vectors, change: Change = as_it_is
) -> tuple[PartCut, list[int]]:
    photos, text = change(vectors, False), change(query[None], True)[0]
    scores = photos @ text
    cut = cut_all(text, scores, text_background(photos, change(RARE, True)))
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
    empty = [not cut_all(text, photos @ text, background).clear for text in texts]
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
    cut = cut_pictures(CONCEPT, photos @ CONCEPT, len(photos), background)
    found = np.flatnonzero(cut.margins(photos @ CONCEPT) >= 1)
    assert cut.clear
    assert set(range(12)) <= set(found.tolist())
    assert len(found) < 40
    away = -unit(photos.mean(axis=0))
    assert not cut_pictures(away, photos @ away - 1, len(photos), background).clear


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


def judged(judge: Judge, wishes: list[Wish], photos: Snapshot) -> tuple[CutOff, PhotoIds]:
    return judge.judge(wishes, Shown(photos), [photos.vectors @ wish.vector for wish in wishes])


def test_both_of_two_things_have_to_be_there(judge: Judge) -> None:
    vectors = library(CONCEPT, 20)
    vectors[10:30] = unit(vectors[10:30] + OTHER)
    cut, both = judged(judge, [text(CONCEPT), text(OTHER)], snapshot(vectors))
    assert cut.verdict is Verdict.MATCHES
    assert cut.threshold is None
    assert set(both.tolist()) <= set(range(110, 120))
    assert len(both) >= 7


def test_what_shows_the_excluded_is_no_match(judge: Judge) -> None:
    vectors = library(CONCEPT, 20)
    vectors[10:30] = unit(vectors[10:30] + OTHER)
    without = judged(judge, [text(CONCEPT), text(OTHER, excluded=True)], snapshot(vectors))[1]
    assert set(range(100, 108)) <= set(without.tolist()) | {100, 101}
    assert not set(without.tolist()) & set(range(112, 118))
    cut, rest = judged(judge, [text(OTHER, excluded=True)], snapshot(vectors))
    # What matches lies below the place where the excluded ends.
    assert cut.threshold is None
    assert 0.9 * PHOTOS < len(rest) < PHOTOS


def test_excluding_what_is_not_there_changes_nothing(judge: Judge) -> None:
    photos = snapshot(library(CONCEPT, 12))
    alone = judged(judge, [text(CONCEPT)], photos)[1]
    missing = text(noise(1, 6)[0], excluded=True)
    assert judged(judge, [text(CONCEPT), missing], photos)[1].tolist() == alone.tolist()


def test_too_few_photos_are_all_matches(judge: Judge) -> None:
    cut, found = judged(judge, [text(CONCEPT)], snapshot(noise(9, 7)))
    assert cut.verdict is Verdict.UNKNOWN
    assert len(found) == 9


def test_the_background_grows_with_the_library(judge: Judge) -> None:
    before = library(CONCEPT, 0, photos=100)
    assert judged(judge, [text(CONCEPT)], snapshot(before))[0].verdict is Verdict.NOTHING
    after = np.concatenate([before, library(CONCEPT, 5)])
    assert len(judged(judge, [text(CONCEPT)], snapshot(after))[1]) >= 4


@pytest.fixture(scope="module")
def large() -> tuple[Nearest, Nearest]:
    """A library that shows many things, each so many times: with a graph, and without."""
    vectors = noise(45_000, 8)
    start = 0
    for concept, shown in zip(MANY, SHOWN, strict=True):
        vectors[start : start + shown] = unit(vectors[start : start + shown] + concept)
        start += shown
    ids = np.arange(100, 100 + len(vectors))
    matrix = VectorMatrix.from_arrays(ids, vectors)
    return Nearest(matrix, Perfect(ids, vectors), exact_limit=1000), Nearest(matrix)  # type: ignore[arg-type]


MANY = noise(24, 9)
SHOWN = [0] * 4 + [1, 3, 8, 20, 45] * 3 + [150, 400, 1500, 3000, 6000]


class Perfect(HnswIndex):
    """A graph that finds everything, and is there at once."""

    def __init__(self, ids: PhotoIds, vectors: Vectors) -> None:
        self._everything = Nearest(VectorMatrix.from_arrays(ids, vectors))
        self._ids, self.dim = ids, vectors.shape[1]

    @property
    def ids(self) -> PhotoIds:
        return self._ids

    def differing(self, ids: PhotoIds, vectors: Vectors) -> PhotoIds:
        del ids, vectors
        return np.empty(0, np.int64)

    def add(self, ids: PhotoIds, vectors: Vectors, **_: object) -> None: ...

    def search(self, query: Vectors, k: int, *, ef: int) -> tuple[PhotoIds, Vectors]:
        del ef
        return self._everything.ranked(query, k, kind=QueryKind.TEXT)


def test_the_best_photos_and_a_sample_tell_what_all_photos_tell(
    judge: Judge, large: tuple[Nearest, Nearest]
) -> None:
    graphed, exhaustive = map(Among, large)
    for vector in MANY:
        wish = text(vector)
        told, expected = judge.best(wish, graphed), judge.best(wish, exhaustive)
        assert told.ids[: told.matches].tolist() == expected.ids[: expected.matches].tolist()
        assert told.cut.verdict is expected.cut.verdict
        assert not told.estimated
        few = judge.best(wish, graphed, enough=10)
        assert few.ids[:10].tolist() == judge.best(wish, exhaustive, enough=10).ids.tolist()
        assert few.cut.verdict is expected.cut.verdict
        assert few.matches == pytest.approx(expected.matches, rel=0.25 if few.estimated else 0)


def test_most_searches_look_at_the_best_photos_only(
    judge: Judge, large: tuple[Nearest, Nearest], monkeypatch: pytest.MonkeyPatch
) -> None:
    graphed = Among(large[0])
    everything: list[Wish] = []
    monkeypatch.setattr(judge, "_among_all", lambda wish, *_: everything.append(wish))
    for vector in MANY:
        judge.best(text(vector), graphed, enough=10)
    assert len(everything) <= len(MANY) // 4


@pytest.mark.parametrize("share", [0.9, 0.3, 0.01])
def test_a_filter_picks_from_what_matches_in_the_whole_library(
    judge: Judge, large: tuple[Nearest, Nearest], share: float
) -> None:
    ids = large[0].matrix.ids
    allowed = ids[np.random.default_rng(0).random(len(ids)) < share]
    graphed, exhaustive = (Among(nearest, ids[:1].tolist(), allowed) for nearest in large)
    for vector in MANY[::3]:
        everywhere = judge.best(text(vector), Among(large[1], ids[:1].tolist()))
        right = np.isin(everywhere.ids[: everywhere.matches], allowed)
        expected = everywhere.ids[: everywhere.matches][right].tolist()
        for among in (graphed, exhaustive):
            found = judge.best(text(vector), among, enough=20)
            assert found.matches == len(expected)
            assert found.ids[:20].tolist()[: found.matches] == expected[:20]
            assert len(found.ids) >= 20
            assert found.cut.verdict is everywhere.cut.verdict
            assert judge.best(text(vector), among).ids[: found.matches].tolist() == expected


@pytest.mark.parametrize("kind", QueryKind)
def test_only_photos_that_can_be_shown_tell_what_is_usual(
    judge: Judge, large: tuple[Nearest, Nearest], kind: QueryKind
) -> None:
    everything = large[0].matrix.snapshot()
    # Among them are many more that show the same things.
    allowed = everything.ids[::3]
    shown = Shown.of(everything, allowed)
    vectors = everything.vectors[::3]
    alone = Nearest(VectorMatrix.from_arrays(allowed, vectors))
    but = allowed[:1].tolist()
    for vector in MANY[::6]:
        wish = Wish(vector, kind)
        judge._backgrounds = Backgrounds()
        expected = judge.best(wish, Among(alone, but))
        judge._backgrounds = Backgrounds()
        for nearest in large:
            found = judge.best(wish, Among(nearest, but, shown=shown))
            assert found.ids[: found.matches].tolist() == expected.ids[: expected.matches].tolist()
            assert found.cut.verdict is expected.cut.verdict
        cosines = [everything.vectors @ vector]
        _, both = judge.judge([wish], shown, cosines, but)
        judge._backgrounds = Backgrounds()
        wanted = judge.judge([wish], Shown(alone.matrix.snapshot()), [vectors @ vector], but)[1]
        assert both.tolist() == wanted.tolist()


def test_photos_in_place_of_others_are_measured_anew() -> None:
    vectors, measured = noise(4000, 1), []

    def rare() -> Vectors:
        measured.append(1)
        return RARE

    def ask(first: int, last: int) -> int:
        photos = Snapshot(np.arange(4000), vectors, 0)
        backgrounds.text(Shown.of(photos, np.arange(first, last)), rare)
        return len(measured)

    backgrounds = Backgrounds()
    steps = [(0, 3000), (50, 3050), (50, 3060), (200, 3200), (0, 1000), (0, 1000), (1, 1001)]
    assert [ask(*step) for step in steps] == [1, 1, 1, 2, 3, 3, 4]


def test_a_large_library_is_measured_anew_where_much_of_it_changed() -> None:
    vectors, measured = noise(3000, 1), []

    def rare() -> Vectors:
        measured.append(1)
        return RARE

    def ask(photos: int, epoch: int) -> int:
        backgrounds.text(Shown(Snapshot(np.arange(photos), vectors[:photos], epoch)), rare)
        return len(measured)

    backgrounds = Backgrounds()
    steps = [(2800, 0), (2900, 0), (2850, 1), (3000, 0), (3000, 3), (1500, 3), (1500, 4)]
    assert [ask(*step) for step in steps] == [1, 1, 1, 2, 3, 4, 5]
