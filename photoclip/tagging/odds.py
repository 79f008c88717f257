"""How likely photos are right by their scores, as far as text tells.

The log odds of a photo grow with its height, how far it scores above the lower photos of the
library, in reaches of rare texts there (scale.py); with how much more the library's photos differ
in the label than in these; and with the share of the best photos down to it that chance does not
explain, each by chance counted several times over, for what resembles a label scores above what
does not. And no photo is likelier than the share that is beyond what chance hardly ever gives:
among very many photos the best one stands out by chance.

A logistic regression of what captions say, over libraries of 24 to 2,000 photos that count the
same. The numbers were chosen on one half of the concepts of benchmarks/concepts.py and are reported
on the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoclip.domain import Vectors
from photoclip.index.chance import FEWEST, Chance, Floats
from photoclip.tagging.scale import Background, Scale

# Log odds: of a photo at the foot, for each reach above it, for what tells photos apart, and for
# what chance leaves open, which is never less than a little.
_FOOT, _HEIGHT, _TOLD_APART, _UNEXPLAINED = -7.37, 2.9, 0.735, 0.26
_LITTLE = 0.2
# Each photo by chance counts for so many.
_CAUTION = 3.0
# Chance hardly ever gives more than so many standard deviations (Poisson's) above what it does.
_DEVIATIONS = 2.0
# A photo that chance explains altogether has such odds left, so that clicks can raise them.
_LEAST = 0.005
# Of what scores lower than half do by chance, chance says nothing; of large libraries each score
# is looked at where a twentieth or fewer score so high, and a sample of the others.
_SHARES = (0.05, 0.5)
_MEASURED = 16384
# Every place up to here is looked at, then ever fewer.
_EVERY = 256
_SPACED = 128


@dataclass(frozen=True, slots=True)
class Odds:
    """Score -> log odds, over one library.

    slope, foot: by height and by what tells photos apart. levels: (m,) falling scores, and what
    holds down to each: more, (m,) log odds to add, and most, (m,) log odds; beyond the last level
    the last of them.
    """

    slope: float
    foot: float
    levels: Vectors
    more: Floats
    most: Floats

    def of(self, scores: Vectors) -> Vectors:
        """(n,) scores -> (n,) log odds, which do not fall where scores rise."""
        below = np.searchsorted(-self.levels, -scores).clip(0, len(self.more) - 1)
        odds = scores * np.float32(self.slope) + np.float32(self.foot)
        least: Vectors = np.minimum(odds + self.more[below], self.most[below])
        return least.astype(np.float32)

    def reaching(self, odds: float) -> float:
        """A score below which nothing has these log odds."""
        if not np.isfinite(self.foot):
            return np.inf
        lacking = odds - self.foot - float(self.more.max())
        if self.slope <= 0:
            return np.inf if lacking > 0 else -np.inf
        return lacking / self.slope


def odds_of(scores: Vectors, scale: Scale, background: Background, told_apart: float) -> Odds:
    """scores: (n,) of all photos, of a label with this scale; told_apart: as its text does."""
    if background.photos < FEWEST:
        nothing = np.zeros(1)
        return Odds(0.0, -np.inf, np.zeros(1, np.float32), nothing, nothing)
    slope, foot = background.heights(scale)
    usual = background.usual
    levels, places = _levels(scores, [_score(usual, share, slope, foot) for share in _SHARES])
    expected = usual.expected(levels.astype(np.float64) * slope + foot)
    # The sample of what is usual knows nothing higher, but it is one.
    expected = np.maximum(expected, usual.photos * usual.shares[0])
    more = _UNEXPLAINED * np.log(_LITTLE + _falling(1 - _CAUTION * expected / places))
    at_most = expected + _DEVIATIONS * np.sqrt(expected)
    most = np.clip(_falling(1 - at_most / places), _LEAST, 1 - _LEAST)
    per_reach = _HEIGHT / background.reach
    return Odds(
        slope * per_reach,
        foot * per_reach + _FOOT + _TOLD_APART * told_apart,
        levels,
        more,
        np.log(most / (1 - most)),
    )


def _falling(shares: Floats) -> Floats:
    """(m,) -> (m + 1,): each at least as large as those behind it, and 0 at the end."""
    raised = np.append(np.maximum(shares, 0.0), 0.0)
    return np.maximum.accumulate(raised[::-1])[::-1]


def _score(usual: Chance, share: float, slope: float, foot: float) -> float:
    """The score that such a share of photos has by chance."""
    height = float(np.interp(share, usual.shares, usual.scores))
    return (height - foot) / slope if slope > 0 else np.inf


def _levels(scores: Vectors, ends: Sequence[float]) -> tuple[Vectors, NDArray[np.intp]]:
    """Falling scores, and how many photos score at least so high. ends: of all, of the others."""
    each = max(1, len(scores) // _MEASURED)
    high, low = (np.float32(end) for end in ends)
    some = scores[::each]
    best = np.sort(scores[scores > high])[::-1]
    others = np.sort(some[(some <= high) & (some > low)])[::-1]
    places = np.concatenate(
        [np.arange(1, len(best) + 1), len(best) + each * np.arange(1, len(others) + 1)]
    )
    chosen = _places(len(places)) - 1
    return np.concatenate([best, others])[chosen], places[chosen]


def _places(count: int) -> NDArray[np.intp]:
    near = np.arange(1, min(count, _EVERY) + 1)
    if count <= _EVERY:
        return near
    far = np.geomspace(_EVERY, count, _SPACED).astype(np.intp)
    return np.unique(np.concatenate([near, far, [count]]))
