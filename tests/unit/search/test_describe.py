"""Words for photos: what stands out is told, what fits every photo or none is not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from photoclip.domain import Vectors
from photoclip.search.describe import Description, Lexicon
from photoclip.search.usual import Usual, text_scales
from photoclip.search.wordlist import Word

DIM = 64
WORDS = ("dog", "puppy", "hound", "black dog", "snow", "photo")
DOG, SNOW, ALWAYS = 0, 1, 2


def unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / lengths, np.float32)


def mixed(*parts: tuple[int, float], noise: float = 0.0, seed: int = 0) -> Vectors:
    vector = np.zeros(DIM, np.float32)
    for axis, amount in parts:
        vector[axis] = amount
    return unit(vector + noise * np.random.default_rng(seed).normal(size=DIM).astype(np.float32))


def photos(count: int, *parts: tuple[int, float], first: int = 100) -> Vectors:
    """Photos that all have something of ALWAYS in them, as those of a real model do."""
    return np.stack(
        [mixed((ALWAYS, 1.0), *parts, noise=0.1, seed=first + number) for number in range(count)]
    )


@pytest.fixture(name="vectors")
def of_words() -> Vectors:
    return np.stack(
        [
            mixed((DOG, 1.0)),
            mixed((DOG, 1.0), (3, 0.1)),
            mixed((DOG, 1.0), (4, 0.1)),
            mixed((DOG, 1.0), (5, 1.2)),
            mixed((SNOW, 1.0)),
            mixed((ALWAYS, 1.0)),
        ]
    )


@pytest.fixture(name="lexicon")
def over_usual_photos(vectors: Vectors) -> Lexicon:
    rng = np.random.default_rng(1)
    words = [Word(text, "a") for text in WORDS]
    rare = unit(rng.normal(size=(150, DIM)).astype(np.float32))
    return Lexicon.over(words, vectors, rare, Usual.of(photos(300)))


def texts(found: Description) -> list[str]:
    return [word.text for word in found.words]


def test_the_word_that_stands_out_is_told_and_the_one_that_fits_every_photo_is_not(
    lexicon: Lexicon,
) -> None:
    photo = mixed((ALWAYS, 1.0), (SNOW, 0.9))
    found = lexicon.describe(photo, None, "a model")
    assert texts(found) == ["snow"]
    # By cosine alone it would be the other way round.
    assert lexicon.vectors[5] @ photo > lexicon.vectors[4] @ photo
    [snow] = found.words
    assert (found.compared, found.model) == (len(WORDS), "a model")
    assert snow.strength >= 1
    assert snow.standard > 3
    assert snow.cosine == pytest.approx(float(lexicon.vectors[4] @ photo), abs=1e-6)


@pytest.mark.parametrize("parts", [[(ALWAYS, 1.0)], [(40, 1.0)], [(SNOW, -1.0), (DOG, -1.0)]])
def test_nothing_is_told_where_nothing_stands_out(
    lexicon: Lexicon, parts: list[tuple[int, float]]
) -> None:
    assert texts(lexicon.describe(mixed(*parts, noise=0.05), None)) == []


def test_of_words_that_are_nearly_the_same_the_best_ones_are_kept(lexicon: Lexicon) -> None:
    photo = mixed((ALWAYS, 1.0), (DOG, 0.9), (5, 0.3), (SNOW, 0.6))
    found = texts(lexicon.describe(photo, None))
    assert "snow" in found
    assert 1 <= len(set(found) & {"dog", "puppy", "hound"}) <= 1
    assert len(set(found) - {"snow"}) <= 2
    assert texts(lexicon.describe(photo, 1)) == found[:1]


def test_a_library_makes_its_usual_words_count_less_but_not_vanish(lexicon: Lexicon) -> None:
    snowy = photos(400, (SNOW, 0.8), first=1000)
    there = lexicon.over_library(snowy)
    before, after = (one.describe(snowy[0], None).words[0] for one in (lexicon, there))
    assert before.text == after.text == "snow"
    assert after.standard < before.standard
    assert lexicon.over_library(snowy[:5]).describe(snowy[0], None) == lexicon.describe(
        snowy[0], None
    )


def test_the_scale_of_both_kinds_of_photos_is_that_of_a_mixture(vectors: Vectors) -> None:
    one, two = photos(200), photos(200, (SNOW, 0.8), first=1000)
    scales = text_scales(vectors, replace(Usual.of(one), photos=0), two)
    share = 200 / 250 / 3
    scores = [vectors @ part.T for part in (one, two)]
    weights = np.repeat([(1 - share) / 200, share / 200], 200)
    middle = np.average(np.concatenate(scores, axis=1), axis=1, weights=weights)
    rest = (np.concatenate(scores, axis=1) - middle[:, None]) ** 2
    assert scales.middle == pytest.approx(middle, abs=0.01)
    assert scales.spread == pytest.approx(np.sqrt(rest @ weights), rel=0.03)


def test_photos_that_are_all_the_same_have_a_scale_too(vectors: Vectors) -> None:
    same = np.repeat(photos(1), 30, axis=0)
    scales = text_scales(vectors, Usual.of(same), same)
    assert np.isfinite(scales.standard(vectors @ same[0])).all()


def test_the_main_directions_tell_the_spread(vectors: Vectors) -> None:
    whole = replace(Usual.of(photos(300, (SNOW, 0.8))), photos=0)
    short = Usual.from_rows(whole.shortened().as_rows())
    for mine, theirs in zip(short.scores(vectors), whole.scores(vectors), strict=True):
        assert mine == pytest.approx(theirs, abs=1e-5)


def test_what_few_photos_tell_is_taken_with_caution(vectors: Vectors) -> None:
    many, few = Usual.of(photos(2000, first=5000)), Usual.of(photos(12, first=9000))
    truth = many.scores(vectors)[0]
    bold, careful = replace(few, photos=0).scores(vectors)[0], few.scores(vectors)[0]
    assert np.ptp(careful) < np.ptp(bold)
    # Only a little where the texts differ by far more than chance makes of them.
    assert careful == pytest.approx(truth, abs=0.1)
    rng = np.random.default_rng(2)
    alike = unit(rng.normal(size=(50, DIM)).astype(np.float32))
    gap = np.abs(few.scores(alike)[0] - many.scores(alike)[0]).mean()
    assert gap < np.abs(replace(few, photos=0).scores(alike)[0] - many.scores(alike)[0]).mean()
