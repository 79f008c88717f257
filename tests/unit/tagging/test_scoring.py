"""Scores on a label's own scale, what is estimated of them, and clicks."""

from __future__ import annotations

import time

import numpy as np
import pytest

from photoclip.domain import Preset, Vectors
from photoclip.index.chance import chance_of
from photoclip.tagging.odds import Odds, odds_of
from photoclip.tagging.precision import AIMS, COMMON, Estimate, Said, estimate, shift_of
from photoclip.tagging.preview import Preview
from photoclip.tagging.scale import Background, Scale, background_of, scale_of
from photoclip.tagging.tuning import FEWEST_CLICKS, Clicks, fit

from .conftest import DIM, direction, unit

RNG = np.random.default_rng(0)


def random_rows(count: int, dim: int = DIM) -> Vectors:
    return unit(RNG.standard_normal((count, dim)).astype(np.float32))


def nobody(count: int) -> Said:
    return Said(np.zeros(count, np.bool_), np.zeros(count, np.bool_))


def log_odds(vectors: Vectors, text: Vectors) -> Vectors:
    """Falling log odds of a library's photos."""
    scores, odds = judged(vectors, text)
    return odds.of(np.sort(scores)[::-1])


def judged(vectors: Vectors, text: Vectors) -> tuple[Vectors, Odds]:
    cosines = vectors @ text
    scale = scale_of(cosines)
    scores = scale.scores(cosines)
    background = background_of(vectors, random_rows(50))
    return scores, odds_of(scores, scale, background, background.told_apart(scale))


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
    found = estimate(log_odds(random_rows(count), direction("dog")), nobody(count), count)
    assert found.counts.tolist() == list(range(count + 1))
    assert np.isfinite(found.precision).all()
    assert ((found.precision >= 0) & (found.precision <= 1)).all()
    if count < 10:
        assert all(found.place(preset) == 0 for preset in Preset)


def test_precision_falls_and_presets_follow() -> None:
    vectors = np.concatenate([random_rows(600), unit(random_rows(30) + 2 * direction("dog"))])
    found = estimate(log_odds(vectors, direction("dog")), nobody(len(vectors)), len(vectors))
    assert (np.diff(found.precision[1:]) <= 1e-6).all()
    places = [found.place(preset) for preset in (Preset.FEW, Preset.BALANCED, Preset.GENEROUS)]
    assert places == sorted(places)
    assert places[0] >= 20
    assert places[1] <= 40


@pytest.mark.parametrize("preset", Preset)
def test_a_preset_takes_what_promises_the_best_f_measure(preset: Preset) -> None:
    chance = np.array([0.9, 0.8, 0.8, 0.5, 0.4, 0.3, 0.1, 0.1, 0.05], np.float32)
    found = Estimate(np.arange(10), np.zeros(10, np.float32), chance, 9)
    beta, total = AIMS[preset].beta, float(chance.sum())

    def promised(taken: int) -> float:
        return (1 + beta**2) * float(chance[:taken].sum()) / (taken + beta**2 * total)

    assert found.place(preset) == max(range(1, 10), key=promised)


@pytest.mark.parametrize("preset", Preset)
def test_a_preset_takes_nothing_where_no_photo_is_sure_enough(preset: Preset) -> None:
    def place(best: float, photos: int = 100_000) -> int:
        chance = np.array([best, 0.02, 0.02], np.float32)
        return Estimate(np.arange(4), np.zeros(4, np.float32), chance, photos).place(preset)

    assert place(AIMS[preset].least - 0.01) == 0
    assert place(AIMS[preset].least + 0.01) == 1
    # Among few photos it is no wonder that the best one is not surer.
    assert place(AIMS[preset].least * 0.6, 30) > 0
    assert place(0.02, 30) == 0


def test_presets_take_what_is_best_where_the_label_is_there() -> None:
    # Small chances say that it hardly is, not that the best photo alone shows it.
    chance = np.array([0.2, 0.19, 0.18, 0.02, 0.02], np.float32)
    found = Estimate(np.arange(6), np.zeros(6, np.float32), chance, 1000)
    assert found.place(Preset.BALANCED) == 3


def noise_of(photos: int) -> Background:
    """What is usual where rare texts score as chance has it."""
    noise = np.random.default_rng(0).standard_normal(400_000).astype(np.float32)
    usual = scale_of(noise)
    heights = (noise - usual.foot) / usual.depth
    reach = float(np.quantile(heights, 0.99))
    return Background(chance_of(photos, heights), reach, usual.depth, 0.0, 0.1)


def among_noise(background: Background, showing: float, above: float, seed: int = 1) -> Estimate:
    """Of a library in which a share of photos shows a label, and chance gives the other scores."""
    photos = background.photos
    cosines = np.random.default_rng(seed).standard_normal(photos).astype(np.float32)
    cosines[: round(photos * showing)] += np.float32(above)
    scale = scale_of(cosines)
    scores = scale.scores(cosines)
    odds = odds_of(scores, scale, background, background.told_apart(scale))
    return estimate(odds.of(np.sort(scores)[::-1]), nobody(photos), photos)


@pytest.mark.parametrize("photos", [5_000, 100_000, 500_000])
def test_the_best_of_very_many_photos_stands_out_by_chance(photos: int) -> None:
    background = noise_of(photos)
    found = [among_noise(background, 0, 0, seed) for seed in range(12)]
    assert sum(one.place(Preset.BALANCED) > 0 for one in found) <= 2
    assert sum(one.place(Preset.FEW) for one in found) == 0
    assert np.median([one.chance[0] for one in found]) < AIMS[Preset.BALANCED].least


def test_estimates_do_not_drift_with_the_size_of_the_library() -> None:
    told = []
    for photos in (1_000, 5_000, 100_000, 500_000):
        found = among_noise(noise_of(photos), 0.05, 6)
        shares = [found.place(preset) / photos for preset in Preset]
        assert 0.03 < shares[0] <= shares[1] <= shares[2] < 0.1
        told.append(found.precision[round(photos * 0.05)])
    assert np.ptp(told) < 0.05


def test_what_few_of_very_many_photos_show_is_found() -> None:
    found = among_noise(noise_of(500_000), 1e-4, 14)
    assert 25 <= found.place(Preset.BALANCED) <= 80


@pytest.mark.parametrize("photos", [24, 300])
def test_a_label_that_most_photos_show_is_found(photos: int) -> None:
    showing = round(0.6 * photos)
    sea = unit(random_rows(showing) * 0.6 + direction("boat"))
    vectors = np.concatenate([sea, random_rows(photos - showing)])
    found = estimate(log_odds(vectors, direction("boat")), nobody(photos), photos)
    assert 0.3 * showing <= found.place(Preset.BALANCED) <= 1.1 * showing


def test_odds_rise_with_scores_and_nothing_below_reaches_more() -> None:
    vectors = np.concatenate([random_rows(400), unit(random_rows(20) + 2 * direction("dog"))])
    scores, odds = judged(vectors, direction("dog"))
    between = np.linspace(scores.min() - 1, scores.max() + 1, 2000).astype(np.float32)
    assert (np.diff(odds.of(between)) >= 0).all()
    for wanted in (COMMON, -2.0, 0.0):
        below = scores[scores < odds.reaching(wanted)]
        assert (odds.of(below) < wanted + 1e-3).all()


def test_common_photos_change_no_preset() -> None:
    odds = log_odds(random_rows(800), direction("dog"))
    many = np.concatenate([odds, np.full(100_000, -6, np.float32)])
    for preset in Preset:
        few = estimate(odds, nobody(len(odds)), len(many)).place(preset)
        assert estimate(many, nobody(len(many)), len(many)).place(preset) == few


def test_what_a_library_tells_apart_is_estimated_higher() -> None:
    vague, rest = random_rows(500), random_rows(500)
    # As far above the middle in its own spreads, but these photos differ more in it.
    clear = vague + 3 * (vague @ direction("dog"))[:, None] * direction("dog")
    library = unit(np.concatenate([clear, rest]))
    assert log_odds(library, direction("dog"))[20] > log_odds(library, direction("cat"))[20] + 1


@pytest.mark.parametrize("rows", [1, 3, 400])
def test_estimates_of_the_same_photo_over_and_over_are_numbers(rows: int) -> None:
    vectors = np.repeat(random_rows(rows), 1200 // rows, axis=0)
    found = estimate(log_odds(vectors, direction("dog")), nobody(len(vectors)), len(vectors))
    assert np.isfinite(found.chance).all()
    assert found.chance[len(vectors) // 2] < 0.1


def test_clicks_raise_and_lower_what_is_estimated() -> None:
    odds = log_odds(random_rows(500), direction("dog"))[:8]
    every, none = np.ones(8, np.bool_), np.zeros(8, np.bool_)
    assert shift_of(odds, every) > 0.5
    assert shift_of(odds, none) < 0
    assert shift_of(odds[:0], every[:0]) == 0
    # What was likely anyway says little.
    assert shift_of(odds + 10, every) < 0.1 < shift_of(odds, every)


def test_clicks_in_a_library_of_few_photos_shift_nothing() -> None:
    assert shift_of(log_odds(random_rows(5), direction("dog")), np.ones(5, np.bool_)) == 0


def test_what_a_person_said_counts_as_said() -> None:
    odds = np.linspace(2, -2, 20).astype(np.float32)
    said = nobody(20)
    said.wrong[0] = said.right[-1] = True
    found = estimate(odds, said, 20)
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
