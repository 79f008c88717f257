"""How many of a label's best photos are right, estimated at every place of their order.

Without clicks: of the best k photos, those beyond what chance explains are taken to be right, each
by chance counted several times over, for what resembles the label scores above what does not. The
chance that a single photo is right falls with its place; a person's clicks shift it, all places by
the same log odds. The numbers were chosen on one half of the concepts of benchmarks/concepts.py and
are reported on the other.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoclip.domain import Preset, Vectors
from photoclip.index.chance import FEWEST, Chance, Floats

# Each photo by chance counts for so many.
_CAUTION = 3.0
# However far a photo stands out, its text alone promises no more.
_AT_MOST = 0.6
_AT_LEAST = 1e-4
# Every place up to here is looked at, then ever fewer.
_EVERY = 256
_SPACED = 128
# Log odds: how far clicks usually shift the estimate.
_SHIFT = 0.7
_STEPS = 12

# The least chance of a single photo that each preset takes.
LEAST: dict[Preset, float] = {Preset.FEW: 0.45, Preset.BALANCED: 0.2, Preset.GENEROUS: 0.03}

Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of photos: right (n,) and wrong (n,), in the order of the scores."""

    right: NDArray[np.bool_]
    wrong: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Estimate:
    """For the best k of n photos in order, k = 0..n: (n + 1,) each.

    counts: how many would get the label: those that nobody refused it, and all that a person gave
    it, wherever they stand. precision: the share of these that is right. chance: (n,) falling, that
    of a photo at each place of which nobody spoke.
    """

    counts: NDArray[np.int64]
    precision: Vectors
    chance: Vectors

    def place(self, preset: Preset) -> int:
        """How many of the best photos a preset takes; 0 where none is sure enough."""
        return int((self.chance >= LEAST[preset]).sum())


def estimate(scores: Vectors, background: Chance, said: Said, held_out: Vectors) -> Estimate:
    """Estimate from scores (n,), falling: of all photos, or of those that are not common.

    held_out: (clicks,) the scores that the clicked photos, in order, would have without their
    own click; others would flatter.
    """
    if not len(scores):
        return Estimate(np.zeros(1, np.int64), np.zeros(1, np.float32), np.zeros(0, np.float32))
    chance = _by_chance(scores, background)
    clicked = said.right | said.wrong
    if clicked.any():
        places = np.searchsorted(-scores, -held_out).clip(0, len(scores) - 1)
        chance = _shifted(chance, chance[places], said.right[clicked])
    return _summed(chance, said)


def _summed(chance: Floats, said: Said) -> Estimate:
    known = np.where(said.right, 1.0, np.where(said.wrong, 0.0, chance))
    counted = np.concatenate([[0], np.cumsum(~said.wrong)])
    given = np.concatenate([[0], np.cumsum(said.right)])
    below = given[-1] - given
    counts = counted + below
    right = np.concatenate([[0.0], np.cumsum(known)]) + below
    precision = np.divide(right, counts, out=np.zeros(len(counts)), where=counts > 0)
    return Estimate(
        counts.astype(np.int64), precision.astype(np.float32), chance.astype(np.float32)
    )


def _by_chance(scores: Vectors, background: Chance) -> Floats:
    """(n,) falling chances that each photo is right, as far as scores alone tell."""
    count = len(scores)
    if background.photos < FEWEST:
        return np.full(count, _AT_LEAST)
    places = _places(count)
    by_chance = _CAUTION * background.expected(scores[places - 1])
    right = np.maximum.accumulate(np.maximum(places - by_chance, 0.0)) * _AT_MOST
    return np.clip(_slopes(places, right, count), _AT_LEAST, _AT_MOST)


def _places(count: int) -> Places:
    near = np.arange(1, min(count, _EVERY) + 1)
    if count <= _EVERY:
        return near
    far = np.geomspace(_EVERY, count, _SPACED).astype(np.intp)
    return np.unique(np.concatenate([near, far, [count]]))


def _slopes(places: Places, right: Floats, count: int) -> Floats:
    """(count,) falling slopes of the least concave curve above (places, right), from (0, 0)."""
    corners = [(0, 0.0)]
    for place, value in zip(places.tolist(), right.tolist(), strict=True):
        while len(corners) > 1 and _below(corners[-2], corners[-1], (place, value)):
            corners.pop()
        corners.append((place, value))
    at = np.array([place for place, _ in corners])
    height = np.array([value for _, value in corners])
    return np.repeat(np.diff(height) / np.diff(at), np.diff(at))[:count]


def _below(one: tuple[int, float], two: tuple[int, float], three: tuple[int, float]) -> bool:
    """Whether the second point lies on or below the line from the first to the third."""
    return (two[1] - one[1]) * (three[0] - one[0]) <= (three[1] - one[1]) * (two[0] - one[0])


def _shifted(chance: Floats, clicked: Floats, right: NDArray[np.bool_]) -> Floats:
    """Chances (n,) with the log odds that make the clicks likely, given how far they shift."""
    odds = _log_odds(clicked)
    shift = 0.0
    for _ in range(_STEPS):
        expected = 1 / (1 + np.exp(-(odds + shift)))
        slope = float(np.sum(right - expected)) - shift / _SHIFT**2
        bend = float(np.sum(expected * (1 - expected))) + 1 / _SHIFT**2
        shift += float(np.clip(slope / bend, -1.0, 1.0))
    shifted: Floats = 1 / (1 + np.exp(-(_log_odds(chance) + shift)))
    return shifted


def _log_odds(chance: Floats) -> Floats:
    kept = np.clip(chance, _AT_LEAST, 1 - _AT_LEAST)
    odds: Floats = np.log(kept / (1 - kept))
    return odds
