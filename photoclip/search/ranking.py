"""Ranks photos by several parts of a query, each on its own scale.

Cosines of words and of pictures lie in different ranges, and those of one word in another range
than those of the next. So each part's scores are put on the scale of the library first: how many
spreads (median absolute deviations) they lie above its middle (median). Their weighted sum finds
photos that show both of two concepts better than the mean of the vectors does: precision@10 .44
against .39 over 110 pairs (1,000 photos of Flickr8k, embedded model).

What is excluded lowers a photo's score by the more the more clearly the photo shows it, and by
next to nothing where it does not: by softplus of the standard score. Words by which the photos of
a library hardly differ tell little of them, so an exclusion counts by its spread beside that of the
words that are wanted. Chosen on one half of the photos, measured on the other by
benchmarks/exclusions.py: over 84 pairs such as "dog" -"grass" it lifts precision@10 from .586 to
.675 and keeps .84 of those among the twenty best that do not show what is excluded. The difference
of the vectors, at its best weight, gives .683 and keeps .79.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from photoclip.domain import PhotoId, PhotoIds, Vectors
from photoclip.index.nearest import best_rows
from photoclip.index.vectors import Rows
from photoclip.search.query import Part, PartKind
from photoclip.search.results import PartScores

# Enough for a median; all photos of a large library would take longer than the search itself.
_SAMPLE = 4096
# Of a normal distribution, the standard deviation over the median absolute deviation.
_NORMAL = 1.4826
_LEAST_SPREAD = 1e-6
# How much an exclusion takes off, and how far its spread may change that.
_EXCLUSION = 0.8
_LEAST_RATIO, _MOST_RATIO = 0.5, 2.0


@dataclass(frozen=True, slots=True)
class Scale:
    """Where the scores of a library lie: their middle and their spread."""

    middle: float
    spread: float

    def standard(self, scores: Vectors) -> Vectors:
        """Scores (n,) in spreads above the middle."""
        return np.asarray((scores - self.middle) / self.spread, np.float32)


@dataclass(frozen=True, slots=True)
class Ranked:
    """ids (n,) best first, scores (n,), and what each part made of them."""

    ids: PhotoIds
    scores: Vectors
    parts: tuple[PartScores, ...]


def scale_of(scores: Vectors) -> Scale:
    """The scale that scores (n,) of a library set."""
    if not len(scores):
        return Scale(0.0, 1.0)
    middle = float(np.median(scores))
    spread = _NORMAL * float(np.median(np.abs(scores - middle)))
    if spread < _LEAST_SPREAD:
        spread = float(np.std(scores))
    return Scale(middle, spread if spread >= _LEAST_SPREAD else 1.0)


def sample(library: Rows) -> Rows:
    """Rows from all over the library, always the same ones, of which a scale is made."""
    return library[:: max(1, len(library) // _SAMPLE)]


def rows_among(ids: PhotoIds, allowed: PhotoIds | None = None, but: Sequence[PhotoId] = ()) -> Rows:
    """Where in ids (n,) those stand that are allowed (None: all), without some."""
    if allowed is None and not but:
        return np.arange(len(ids))
    keep = np.ones(len(ids), np.bool_) if allowed is None else np.isin(ids, allowed)
    return np.flatnonzero(keep & ~np.isin(ids, np.asarray(but, np.int64)))


def rank(
    ids: PhotoIds,
    parts: Sequence[Part],
    cosines: Vectors,
    scales: Sequence[Scale],
    among: Rows,
    k: int | None,
) -> Ranked:
    """The k photos (None: all) that come closest to the parts together.

    ids: (n,) of all photos. cosines: (parts, n). scales: of the library, for each part. among:
    where those stand that may be found.
    """
    ids = ids[among]
    found = [
        PartScores(part, scores[among], scale.standard(scores[among]))
        for part, scores, scale in zip(parts, cosines, scales, strict=True)
    ]
    total = np.zeros(len(among), np.float32)
    for one, ratio in zip(found, _ratios(parts, scales), strict=True):
        total += _share(one, ratio)
    rows = best_rows(ids, total, k)
    return Ranked(ids[rows], total[rows], tuple(one.take(rows) for one in found))


def _ratios(parts: Sequence[Part], scales: Sequence[Scale]) -> list[float]:
    """The spread of each part beside that of the wanted ones that are words or pictures like it."""
    found = []
    for part, scale in zip(parts, scales, strict=True):
        alike = [
            other.spread
            for one, other in zip(parts, scales, strict=True)
            if not one.excluded and (one.kind is PartKind.TEXT) == (part.kind is PartKind.TEXT)
        ]
        ratio = scale.spread / float(np.mean(alike)) if alike else 1.0
        found.append(min(max(ratio, _LEAST_RATIO), _MOST_RATIO))
    return found


def _share(one: PartScores, ratio: float) -> Vectors:
    """What a part adds to the score of each photo."""
    if one.part.excluded:
        taken = _EXCLUSION * ratio * one.part.weight * np.logaddexp(0, one.standard)
        return np.asarray(-taken, np.float32)
    return np.asarray(one.part.weight * one.standard, np.float32)
