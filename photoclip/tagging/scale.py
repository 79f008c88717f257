"""The scale of a label's scores, and what chance makes of scores in a library.

A label's score is how far a photo's cosine lies above the middle of the library for this label, in
its own spreads. The spread is taken from below the middle, where no photo shows what is meant. What
reaches how far by chance is learnt from texts about things that hardly any library holds
(clip/calibration.py), over the person's own photos.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoclip.domain import Vectors

Floats = NDArray[np.float64]

# Fewer photos have no middle to speak of.
FEWEST = 10
_SAMPLE = 4096
_LEVELS = 512
# Enough for a scale that is right to a hundredth of a spread.
_MEASURED = 16384
# No spread at all, as in a library of the same photo over and over.
_LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class Scale:
    """Cosine -> score: (cosine - base) / spread."""

    base: float
    spread: float

    def scores(self, cosines: Vectors) -> Vectors:
        """(n,) cosines -> (n,) scores."""
        if self.spread < _LEAST:
            return np.zeros(len(cosines), np.float32)
        return np.asarray((cosines - np.float32(self.base)) / np.float32(self.spread), np.float32)


def scale_of(cosines: Vectors) -> Scale:
    """The scale of a label from its cosines (n,) with all photos of a library; n may be 0."""
    if not len(cosines):
        return Scale(0.0, 0.0)
    cosines = cosines[:: max(1, len(cosines) // _MEASURED)]
    base = np.median(cosines)
    below = cosines[cosines < base].astype(np.float64) - float(base)
    spread = float(np.sqrt(np.mean(below**2))) if len(below) else 0.0
    return Scale(float(base), spread)


@dataclass(frozen=True, slots=True)
class Background:
    """How far rare texts score in a library of so many photos.

    levels: (m,) falling scores. chances: (m,) rising, the share of photos that score so high.
    """

    photos: int
    levels: Floats
    chances: Floats

    def chance(self, scores: Vectors) -> Floats:
        """(n,) scores -> (n,) shares of photos that by chance score at least so high."""
        shares: Floats = np.interp(-scores.astype(np.float64), -self.levels, self.chances, left=0.0)
        return shares


def background_of(vectors: Vectors, rare: Vectors) -> Background:
    """Measure a library's vectors (n, dim) with rare texts (m, dim)."""
    if not len(vectors):
        return Background(0, np.zeros(1), np.ones(1))
    sample = vectors[:: max(1, len(vectors) // _SAMPLE)]
    cosines = np.asarray(rare @ sample.T, np.float32)
    scores = np.concatenate([scale_of(row).scores(row) for row in cosines])
    scores = np.sort(scores)[::-1].astype(np.float64)
    half = max(1, len(scores) // 2)
    places = np.unique(np.geomspace(1, half, _LEVELS).astype(np.intp)) - 1
    return Background(len(vectors), scores[places], (places + 1) / len(scores))
