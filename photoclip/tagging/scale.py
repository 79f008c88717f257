"""The scale of a label's scores, and what scores are usual in a library.

A label's score is how far a photo's cosine lies above the middle of the library for this label, in
its own spreads. The spread is taken from below the middle, where no photo shows what is meant. What
is usual is learnt from texts about things that hardly any library holds (clip/calibration.py), over
the person's own photos: how far they reach, and how much photos differ in them. In what a library
shows, in some photos and not in others, they differ more.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from photoclip.domain import Vectors

_SAMPLE = 4096
# Enough for a scale that is right to a hundredth of a spread.
_MEASURED = 16384
# No spread at all, as in a library of the same photo over and over.
_LEAST = 1e-6
# Of the scores of rare texts, one in a hundred reaches further.
_REACH = 0.99
_LEAST_REACH = 1.0
# Rare texts always differ a little, and labels never so much that this says everything.
_LEAST_VARIED = 0.08
_MOST_TOLD_APART = 6.0


@dataclass(frozen=True, slots=True)
class Scale:
    """Cosine -> score: (cosine - base) / spread. deviation: of all cosines, the high ones too."""

    base: float
    spread: float
    deviation: float = 0.0

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
    return Scale(float(base), spread, float(np.std(cosines, dtype=np.float64)))


@dataclass(frozen=True, slots=True)
class Background:
    """What is usual in a library.

    photos: how many it has. reach: the score that one photo in a hundred has with a rare text.
    deviation: of the cosines of a rare text in the middle of them, as a logarithm; varied: how far
    those of the others lie around it.
    """

    photos: int
    reach: float = 1.0
    deviation: float = 0.0
    varied: float = 1.0

    def told_apart(self, scale: Scale) -> float:
        """How much more photos differ in a label than in rare texts, in what is usual of these."""
        if scale.deviation < _LEAST:
            return 0.0
        more = (float(np.log(scale.deviation)) - self.deviation) / self.varied
        return min(max(more, -_MOST_TOLD_APART), _MOST_TOLD_APART)


def background_of(vectors: Vectors, rare: Vectors) -> Background:
    """What is usual between a library's vectors (n, dim), n may be 0, and rare texts (m, dim)."""
    if not len(vectors):
        return Background(0)
    sample = vectors[:: max(1, len(vectors) // _SAMPLE)]
    cosines = np.asarray(rare @ sample.T, np.float32)
    scales = [scale_of(row) for row in cosines]
    scores = np.stack([scale.scores(row) for scale, row in zip(scales, cosines, strict=True)])
    deviations = np.log([max(scale.deviation, _LEAST) for scale in scales])
    return Background(
        len(vectors),
        max(float(np.quantile(scores, _REACH)), _LEAST_REACH),
        float(np.median(deviations)),
        max(float(np.std(deviations)), _LEAST_VARIED),
    )
