"""How many of a label's best photos are right, estimated at every place of their order.

Without clicks, by the text alone (odds.py). A person's clicks shift the log odds of all photos by
the same. The numbers were chosen on one half of the concepts of benchmarks/concepts.py and are
reported on the other.

A preset takes the photos that promise the best F-measure, as expected by these chances (Ye, Chai,
Lee and Chieu, Optimizing F-measure: A Tale of Two Approaches, ICML 2012), given that the label is
there at all: what is not there gives nothing to choose.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoclip.domain import Preset, Vectors
from photoclip.index.chance import Floats

# Photos of a chance below are so many that what they sum up to says nothing, and its log odds.
_UNLIKELY = 0.01
COMMON = -4.6
# In libraries of fewer photos a best one of lower odds is enough, by this power of their share.
_MANY, _FEWER = 10_000, 0.25
# Log odds: how far clicks usually shift the estimate.
_SHIFT = 0.7
_STEPS = 12


@dataclass(frozen=True, slots=True)
class Aim:
    """What a preset is after: recall counts beta times as much as precision (F-measure).

    least: where no photo has this chance, nothing clearly matches.
    """

    beta: float
    least: float

    def least_among(self, photos: int) -> float:
        """The same in a library of so many photos: among few, the best one is less by chance."""
        odds: float = self.least / (1 - self.least) * min(1.0, photos / _MANY) ** _FEWER
        return odds / (1 + odds)


AIMS: dict[Preset, Aim] = {
    Preset.FEW: Aim(0.25, 0.6),
    Preset.BALANCED: Aim(1.0, 0.18),
    Preset.GENEROUS: Aim(1.5, 0.1),
}


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
    of a photo at each place of which nobody spoke. photos: how many the library has.
    """

    counts: NDArray[np.int64]
    precision: Vectors
    chance: Vectors
    photos: int

    def place(self, preset: Preset) -> int:
        """How many of the best photos a preset takes; 0 where none is sure enough."""
        aim = AIMS[preset]
        if not len(self.chance) or self.chance[0] < aim.least_among(self.photos):
            return 0
        right = np.cumsum(_raised(self.chance[self.chance > _UNLIKELY].astype(np.float64)))
        taken = np.arange(1, len(right) + 1)
        return int(np.argmax(right / (taken + aim.beta**2 * right[-1]))) + 1


def _raised(chance: Floats) -> Floats:
    """(n,) falling chances, as they are if the best photo is at least as likely right as not."""
    odds = chance / (1 - chance)
    odds *= max(1.0, 1 / float(odds[0]))
    raised: Floats = odds / (1 + odds)
    return raised


def shift_of(odds: Vectors, right: NDArray[np.bool_]) -> float:
    """The log odds that clicks add everywhere: they make these likely, given how far they shift.

    odds: (clicks,) that the clicked photos would have without their own click; others would
    flatter. right: (clicks,).
    """
    shift = 0.0
    if not np.isfinite(odds).all():
        return shift
    for _ in range(_STEPS):
        expected = _chance(odds + np.float32(shift))
        slope = float(np.sum(right - expected)) - shift / _SHIFT**2
        bend = float(np.sum(expected * (1 - expected))) + 1 / _SHIFT**2
        shift += float(np.clip(slope / bend, -1.0, 1.0))
    return shift


def estimate(odds: Vectors, said: Said, photos: int) -> Estimate:
    """Estimate from log odds (n,), falling: of all photos, or of those that are not COMMON.

    photos: how many the library has.
    """
    chance = _chance(odds)
    known = np.where(said.right, 1.0, np.where(said.wrong, 0.0, chance))
    counted = np.concatenate([[0], np.cumsum(~said.wrong)])
    given = np.concatenate([[0], np.cumsum(said.right)])
    below = given[-1] - given
    counts = counted + below
    right = np.concatenate([[0.0], np.cumsum(known * ~said.wrong)]) + below
    precision = np.divide(right, counts, out=np.zeros(len(counts)), where=counts > 0)
    return Estimate(
        counts.astype(np.int64), precision.astype(np.float32), chance.astype(np.float32), photos
    )


def _chance(odds: Vectors) -> Floats:
    # Beyond these, exp() warns and nothing changes.
    chance: Floats = 1 / (1 + np.exp(-np.clip(odds.astype(np.float64), -30.0, 30.0)))
    return chance
