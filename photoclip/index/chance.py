"""What chance makes of scores in a library, by which searches are judged."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# Fewer photos have no middle to speak of.
FEWEST = 10
_LEVELS = 512
# A library is measured anew when it has changed by more than this share of it.
_CHANGE = 0.05
_QUICK = 2000


@dataclass(frozen=True, slots=True)
class Chance:
    """How far photos score by chance.

    photos: how many the library has. scores: (m,) falling, with shares: (m,) rising, those of the
    photos that score at least so high.
    """

    photos: int
    scores: Floats
    shares: Floats

    def expected(self, scores: NDArray[np.floating]) -> Floats:
        """(n,) scores -> (n,) how many photos by chance score at least so high."""
        found: Floats = np.interp(-scores, -self.scores, self.shares, left=0.0) * self.photos
        return found


def chance_of(photos: int, scores: NDArray[np.floating]) -> Chance:
    """scores: all that rare texts have with photos of a library of so many, in any shape."""
    falling = np.sort(scores.ravel().astype(np.float64))[::-1]
    if not len(falling):
        return Chance(photos, np.zeros(1), np.ones(1))
    # Lower than the middle nobody asks.
    half = max(1, len(falling) // 2)
    places = np.unique(np.geomspace(1, half, _LEVELS).astype(np.intp)) - 1
    return Chance(photos, falling[places], (places + 1) / len(falling))


def still_holds(before: int, now: int, replaced: int = 0) -> bool:
    """Whether what was measured over so many photos is good for so many, some of them replaced."""
    change = abs(now - before) + replaced
    return change <= (0 if now <= _QUICK else _CHANGE * now)
