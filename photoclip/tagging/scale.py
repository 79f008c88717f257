"""The scale of a label's scores, and what chance makes of scores in a library.

A label's score is how far a photo's cosine lies above the middle of the library for this label, in
its own spreads. The spread is taken from below the middle, where no photo shows what is meant. What
reaches how far by chance is learnt from texts about things that hardly any library holds
(clip/calibration.py), over the person's own photos.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from photoclip.domain import Vectors
from photoclip.index.chance import Chance, chance_of

_SAMPLE = 4096
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


def background_of(vectors: Vectors, rare: Vectors) -> Chance:
    """What scores come by chance: a library's vectors (n, dim), n may be 0, with rare texts."""
    if not len(vectors):
        return chance_of(0, vectors)
    sample = vectors[:: max(1, len(vectors) // _SAMPLE)]
    cosines = np.asarray(rare @ sample.T, np.float32)
    return chance_of(len(vectors), np.stack([scale_of(row).scores(row) for row in cosines]))
