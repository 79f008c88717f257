"""The scale of a label's scores, and what scores are usual in a library.

A label's score is how far a photo's cosine lies above the middle of the library for this label, in
its own spreads. The spread is taken from below the middle, where no photo shows what is meant.

How likely a photo is right is told by its height: the same from a lower photo on (two in five lie
below), so that a label which most photos show has a foot among the others. In small libraries the
spread below is drawn towards that of rare texts. What is usual is learnt from these texts about
things that hardly any library holds (clip/calibration.py), over the person's own photos: which
heights they reach, and how much photos differ in them. In what a library shows, in some photos and
not in others, they differ more.
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
# Of the photos, so many lie below the foot.
_LOWER = 0.4
# Rare texts tell as much of the spread below the foot as so many photos there.
_TEXTS_TELL = 100
# Of the heights of rare texts, one in a hundred reaches further.
_REACH = 0.99
_LEAST_REACH = 1.0
# Rare texts always differ a little, and labels never so much that this says everything.
_LEAST_VARIED = 0.08
_MOST_TOLD_APART = 6.0


@dataclass(frozen=True, slots=True)
class Scale:
    """Cosine -> score: (cosine - base) / spread.

    foot, depth: the cosine that heights are counted from, and the spread below it. deviation: of
    all cosines, the high ones too.
    """

    base: float
    spread: float
    foot: float = 0.0
    depth: float = 0.0
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
    base = float(np.median(cosines))
    lower = int(_LOWER * (len(cosines) - 1))
    foot = float(np.partition(cosines, lower)[lower])
    deviation = float(np.std(cosines, dtype=np.float64))
    return Scale(base, _spread(cosines, base), foot, _spread(cosines, foot), deviation)


def _spread(cosines: Vectors, base: float) -> float:
    """Of those below base, from there."""
    below = cosines[cosines < np.float32(base)].astype(np.float64) - base
    return float(np.sqrt(np.mean(below**2))) if len(below) else 0.0


@dataclass(frozen=True, slots=True)
class Background:
    """What is usual in a library.

    usual: the heights of its photos with rare texts, and how many photos it has. reach: the height
    that one photo in a hundred has. depth: the mean spread below the foot. deviation: of the
    cosines of a rare text in the middle of them, as a logarithm; varied: how far those of the
    others lie around it.
    """

    usual: Chance
    reach: float = 1.0
    depth: float = 0.0
    deviation: float = 0.0
    varied: float = 1.0

    @property
    def photos(self) -> int:
        """How many the library has."""
        return self.usual.photos

    def heights(self, scale: Scale) -> tuple[float, float]:
        """Slope and foot: the height of a label's score is slope * score + foot."""
        return _heights(scale, self.depth, self.photos)

    def told_apart(self, scale: Scale) -> float:
        """How much more photos differ in a label than in rare texts, in what is usual of these."""
        if scale.deviation < _LEAST:
            return 0.0
        more = (float(np.log(scale.deviation)) - self.deviation) / self.varied
        return min(max(more, -_MOST_TOLD_APART), _MOST_TOLD_APART)


def background_of(vectors: Vectors, rare: Vectors) -> Background:
    """What is usual between a library's vectors (n, dim), n may be 0, and rare texts (m, dim)."""
    if not len(vectors):
        return Background(chance_of(0, vectors))
    sample = vectors[:: max(1, len(vectors) // _SAMPLE)]
    cosines = np.asarray(rare @ sample.T, np.float32)
    scales = [scale_of(row) for row in cosines]
    depth = float(np.mean([scale.depth for scale in scales]))
    rows = []
    for scale, row in zip(scales, cosines, strict=True):
        slope, foot = _heights(scale, depth, len(vectors))
        rows.append(scale.scores(row) * np.float32(slope) + np.float32(foot))
    heights = np.stack(rows)
    deviations = np.log([max(scale.deviation, _LEAST) for scale in scales])
    return Background(
        chance_of(len(vectors), heights),
        max(float(np.quantile(heights, _REACH)), _LEAST_REACH),
        depth,
        float(np.median(deviations)),
        max(float(np.std(deviations)), _LEAST_VARIED),
    )


def _heights(scale: Scale, usual_depth: float, photos: int) -> tuple[float, float]:
    told = photos / 2
    squares = told * scale.depth**2 + _TEXTS_TELL * usual_depth**2
    depth = float(np.sqrt(squares / (told + _TEXTS_TELL)))
    if scale.spread < _LEAST or depth < _LEAST:
        return 0.0, 0.0
    return scale.spread / depth, (scale.base - scale.foot) / depth
