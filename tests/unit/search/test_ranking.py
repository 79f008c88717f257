"""Several parts, each on the scale of the library, and what is excluded."""

from __future__ import annotations

import numpy as np
import pytest

from photoclip.domain import PhotoId, Vectors
from photoclip.index.vectors import Rows, Snapshot, VectorMatrix
from photoclip.search.query import Part, PartKind
from photoclip.search.ranking import Ranked, rank, rows_among, sample, scale_of

COUNT, DIM = 400, 8


def photos(cosines: Vectors) -> Snapshot:
    """Photos with these cosines (n, k) to the first k axes."""
    left = np.sqrt(1 - (cosines**2).sum(axis=1, keepdims=True))
    rest = np.zeros((len(cosines), DIM - cosines.shape[1] - 1))
    vectors = np.hstack([cosines, left, rest]).astype(np.float32)
    return VectorMatrix.from_arrays(np.arange(1, len(cosines) + 1), vectors).snapshot()


def ranked(now: Snapshot, *parts: Part, k: int | None = None, among: Rows | None = None) -> Ranked:
    cosines = now.vectors.T[: len(parts)]
    scales = [scale_of(scores) for scores in cosines]
    rows = np.arange(len(now.ids)) if among is None else among
    return rank(now.ids, parts, cosines, scales, rows, k)


def text(value: str, weight: float = 1, excluded: bool = False) -> Part:
    return Part(PartKind.TEXT, value, weight, excluded)


@pytest.fixture
def noise() -> Vectors:
    """Cosines to words in a narrow band, to a picture in a wide one that lies higher."""
    rng = np.random.default_rng(3)
    words, picture = rng.normal(0.1, 0.02, COUNT), rng.normal(0.3, 0.1, COUNT)
    return np.stack([words, picture], axis=1).clip(-0.6, 0.6).astype(np.float32)


def test_each_part_counts_on_its_own_scale(noise: Vectors) -> None:
    noise[10] = 0.18, 0.3  # shows the words clearly, is an average picture
    noise[20] = 0.1, 0.55  # the other way round, by fewer spreads but a larger cosine
    found = ranked(photos(noise), text("words"), text("picture"))
    assert found.ids.tolist().index(11) < found.ids.tolist().index(21)
    for part in found.parts:
        assert np.median(part.standard) == pytest.approx(0, abs=0.05)
    total = found.parts[0].standard + found.parts[1].standard
    assert found.scores == pytest.approx(total, rel=1e-4)
    assert (np.diff(found.scores) <= 0).all()


def test_a_weight_makes_a_part_count_more(noise: Vectors) -> None:
    noise[10], noise[20] = (0.2, 0.3), (0.1, 0.58)
    now = photos(noise)
    first = ranked(now, text("words", 0.1), text("picture")).ids[0]
    assert first == 21
    assert ranked(now, text("words", 9), text("picture")).ids[0] == 11


def test_what_is_excluded_goes_down_and_the_rest_stays(noise: Vectors) -> None:
    noise[:10, 0] = np.linspace(0.3, 0.31, 10)
    noise[:10, 1] = 0.1
    noise[9, 1] = 0.58  # the best one shows clearly what is not wanted
    now = photos(noise)
    found = ranked(now, text("dog"), text("grass", excluded=True), k=10).ids.tolist()
    assert found[:9] == list(range(9, 0, -1))
    harder = ranked(now, text("dog"), text("grass", 50, excluded=True))
    assert harder.ids.tolist().index(10) > 300


def test_exclusions_alone_begin_with_what_shows_least_of_them(noise: Vectors) -> None:
    found = ranked(photos(noise), text("words", excluded=True))
    assert found.ids.tolist() == (np.argsort(noise[:, 0], kind="stable") + 1).tolist()


def test_k_best_are_the_first_of_all_and_ties_go_by_id(noise: Vectors) -> None:
    noise[:50] = noise[0]
    now = photos(noise)
    parts = (text("words"), text("picture"))
    everything = ranked(now, *parts)
    best = ranked(now, *parts, k=7)
    assert best.ids.tolist() == everything.ids[:7].tolist()
    tied = [photo for photo in everything.ids.tolist() if photo <= 50]
    assert tied == sorted(tied)


@pytest.mark.parametrize("scores", [[], [0.2], [0.2] * 9, [0.2] * 9 + [0.4], [0.1, 0.3]])
def test_a_scale_is_sound_for_any_library(scores: list[float]) -> None:
    values = np.array(scores, np.float32)
    standard = scale_of(values).standard(values)
    assert np.isfinite(standard).all()
    assert (np.diff(standard) >= 0).all()


def test_a_scale_minds_few_odd_photos_little() -> None:
    usual = np.random.default_rng(1).normal(0.1, 0.02, 1000).astype(np.float32)
    odd = np.concatenate([usual, np.full(30, 0.9, np.float32)])
    assert scale_of(odd).spread == pytest.approx(scale_of(usual).spread, rel=0.1)


def test_a_large_library_is_sampled_all_over() -> None:
    rows = sample(np.arange(100_000))
    assert 4000 < len(rows) < 5000
    assert rows[-1] > 99_000


def test_few_photos_get_the_scores_they_have_among_all(noise: Vectors) -> None:
    now = photos(noise)
    parts = (text("words"), text("picture", excluded=True))
    few = np.arange(0, COUNT, 9)
    found = ranked(now, *parts, among=few)
    everything = ranked(now, *parts)
    expected = [photo for photo in everything.ids.tolist() if photo - 1 in few]
    assert found.ids.tolist() == expected
    assert found.scores.max() == everything.scores[everything.ids == expected[0]]


def test_an_exclusion_by_which_photos_hardly_differ_counts_less() -> None:
    rng = np.random.default_rng(5)
    for spread, times in ((0.02, 1.0), (0.012, 0.6), (0.001, 0.5), (0.2, 2.0)):
        cosines = rng.normal(0, (0.02, spread), (COUNT, 2)).astype(np.float32)
        found = ranked(photos(cosines.clip(-0.6, 0.6)), text("dog"), text("grass", excluded=True))
        dog, grass = (part.standard for part in found.parts)
        expected = dog - 0.8 * times * np.logaddexp(0, grass)
        assert found.scores == pytest.approx(expected, rel=0.15, abs=0.15)


def test_rows_among() -> None:
    ids = np.array([7, 3, 9, 5])
    assert rows_among(ids).tolist() == [0, 1, 2, 3]
    assert rows_among(ids, np.array([3, 5, 8])).tolist() == [1, 3]
    assert rows_among(ids, None, [PhotoId(9)]).tolist() == [0, 1, 3]
