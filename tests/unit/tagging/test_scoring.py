"""Scores on a label's own scale, what is estimated of them, and clicks."""

from __future__ import annotations

import time

import numpy as np
import pytest

from photoclip.domain import Preset, Vectors
from photoclip.tagging.precision import LEAST, Said, estimate
from photoclip.tagging.preview import Preview
from photoclip.tagging.scale import Scale, background_of, scale_of
from photoclip.tagging.tuning import FEWEST_CLICKS, Clicks, fit

from .conftest import DIM, direction, unit

RNG = np.random.default_rng(0)


def random_rows(count: int, dim: int = DIM) -> Vectors:
    return unit(RNG.standard_normal((count, dim)).astype(np.float32))


def nobody(count: int) -> Said:
    return Said(np.zeros(count, np.bool_), np.zeros(count, np.bool_))


@pytest.mark.parametrize("cosines", [[], [0.3], [0.3] * 50, [-1.0, 1.0], [0.1, 0.2, 0.9]])
def test_any_scores_have_a_scale(cosines: list[float]) -> None:
    values = np.array(cosines, np.float32)
    scores = scale_of(values).scores(values)
    assert scores.shape == values.shape
    assert np.isfinite(scores).all()
    assert (np.diff(scores[np.argsort(values)]) >= 0).all()


def test_the_scale_does_not_depend_on_the_model() -> None:
    cosines = RNG.standard_normal(500).astype(np.float32) * np.float32(0.05)
    squeezed = cosines * np.float32(0.1) + np.float32(0.2)
    one = scale_of(cosines).scores(cosines)
    other = scale_of(squeezed).scores(squeezed)
    assert np.allclose(one, other, atol=1e-3)
    assert scale_of(cosines).base == pytest.approx(float(np.median(cosines)))


@pytest.mark.parametrize("count", [0, 1, 2, 9, 10, 50])
def test_small_libraries_are_estimated_without_nonsense(count: int) -> None:
    vectors = random_rows(count)
    background = background_of(vectors, random_rows(20))
    scores = np.sort(scale_of(vectors @ direction("dog")).scores(vectors @ direction("dog")))[::-1]
    found = estimate(scores, background, nobody(count), np.empty(0, np.float32))
    assert found.counts.tolist() == list(range(count + 1))
    assert np.isfinite(found.precision).all()
    assert ((found.precision >= 0) & (found.precision <= 1)).all()
    if count < 10:
        assert all(found.place(preset) == 0 for preset in Preset)


def test_precision_falls_and_presets_follow() -> None:
    vectors = np.concatenate([random_rows(600), unit(random_rows(30) + 2 * direction("dog"))])
    background = background_of(vectors, random_rows(50))
    cosines = vectors @ direction("dog")
    scores = np.sort(scale_of(cosines).scores(cosines))[::-1]
    found = estimate(scores, background, nobody(len(scores)), np.empty(0, np.float32))
    assert (np.diff(found.precision[1:]) <= 1e-6).all()
    places = [found.place(preset) for preset in (Preset.FEW, Preset.BALANCED, Preset.GENEROUS)]
    assert places == sorted(places)
    assert 20 <= places[0] <= 40
    for preset, place in zip(Preset, places, strict=True):
        assert found.chance[place - 1] >= LEAST[preset]
        assert found.chance[place] < LEAST[preset]


def test_clicks_raise_and_lower_what_is_estimated() -> None:
    vectors = random_rows(500)
    background = background_of(vectors, random_rows(50))
    scores = np.sort(scale_of(vectors @ direction("dog")).scores(vectors @ direction("dog")))[::-1]

    def estimated(right: bool, clicks: int) -> Vectors:
        said = nobody(len(scores))
        (said.right if right else said.wrong)[:clicks] = True
        return estimate(scores, background, said, scores[:clicks]).chance[clicks : clicks + 50]

    before, better, worse = estimated(True, 0)[8:], estimated(True, 8), estimated(False, 8)
    assert (better[:42] > before[:42]).all()
    assert (worse[:42] <= before[:42] + 1e-4).all()


def test_what_a_person_said_counts_as_said() -> None:
    scores = np.array([3, 2, 1, 0, -1] * 4, np.float32)
    scores = np.sort(scores)[::-1]
    said = nobody(20)
    said.wrong[0] = said.right[-1] = True
    background = background_of(random_rows(20), random_rows(5))
    found = estimate(scores, background, said, np.array([3, -1], np.float32))
    # The last one has the label wherever the threshold lies, the first one never.
    assert found.counts.tolist() == [1, 1, *range(2, 20), 19]
    assert found.precision[0] == 1


def test_fewer_than_four_clicks_leave_the_text_alone() -> None:
    text, rows = direction("dog"), random_rows(40)
    for count in range(FEWEST_CLICKS):
        clicks = Clicks(rows[:count], np.arange(count) % 2 == 0)
        fitted = fit(text, clicks, rows.mean(axis=0), 0.1)
        assert fitted.vector is text
        assert len(fitted.held_out) == count


@pytest.mark.parametrize("right", [True, False])
def test_clicks_of_one_kind_and_the_same_photo_are_no_harm(right: bool) -> None:
    text, row = direction("dog"), random_rows(1)
    rows = np.repeat(row, 8, axis=0)
    fitted = fit(text, Clicks(rows, np.full(8, right)), row[0] * 0, 0.1)
    assert np.isfinite(fitted.vector).all()
    assert np.linalg.norm(fitted.vector) == pytest.approx(1, abs=1e-3)


def test_clicks_teach_what_the_text_does_not_say() -> None:
    # "our dog" is a dog with something that no word names.
    ours = unit(direction("dog") + direction("boat"))
    mine = unit(random_rows(40) * 0.4 + ours)
    others = unit(random_rows(40) * 0.4 + unit(direction("dog") + direction("cat")))
    rest = random_rows(400)
    library = np.concatenate([mine, others, rest])
    clicks = Clicks(np.concatenate([mine[:5], others[:5]]), np.repeat([True, False], 5))
    spread = scale_of(library @ direction("dog")).spread
    fitted = fit(direction("dog"), clicks, library.mean(axis=0), spread)

    def apart(vector: Vectors) -> float:
        return float(np.mean((mine[5:] @ vector)[:, None] > (others[5:] @ vector)[None]))

    assert apart(fitted.vector) > apart(direction("dog")) + 0.2


def test_hundreds_of_clicks_are_fitted_at_once() -> None:
    rows = random_rows(400, 768)
    text = random_rows(1, 768)[0]
    clicks = Clicks(rows, np.arange(400) % 2 == 0)
    fit(text, clicks, rows.mean(axis=0), 0.05)
    began = time.process_time()
    fitted = fit(text, clicks, rows.mean(axis=0), 0.05)
    # 100 ms on an idle machine with two cores; more than ten times that would be a mistake.
    assert time.process_time() - began < 1.5
    assert np.isfinite(fitted.held_out).all()


def preview(scores: list[float], said: list[int]) -> Preview:
    count = len(scores)
    return Preview(
        np.arange(100, 100 + count),
        np.array(scores, np.float32),
        np.array(said, np.int8),
        np.arange(count + 1),
        np.zeros(count + 1, np.float32),
        0,
        {},
        0,
    )


def test_a_preview_knows_both_sides_of_each_place() -> None:
    one = preview([5, 4, 3, 2, 1], [0, 1, 0, -1, 0])
    assert one.accepted(3) == [102, 100]
    assert one.rejected(3) == [104]
    assert one.borderline(3) == [102, 104, 100]
    assert one.borderline(3, 2) == [102, 104]
    assert one.borderline(0, 1) == [100]
    for place in range(6):
        assert one.place_of(one.threshold(place)) == place
    nothing = preview([], [])
    assert (nothing.threshold(0), nothing.place_of(1.0), nothing.borderline(0)) == (0.0, 0, [])


def test_a_scale_without_spread_gives_no_scores() -> None:
    assert Scale(0.2, 0.0).scores(np.array([0.2, 0.5], np.float32)).tolist() == [0, 0]
