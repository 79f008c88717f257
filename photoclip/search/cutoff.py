"""Where the photos end that clearly match a query, and whether there are any.

All is counted in what the background of the library measured (see background.py), so that no
number here belongs to a model. The numbers were chosen on one half of the concepts of
benchmarks/cutoff.py and reported on the other.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from photoclip.domain import Vectors
from photoclip.index.chance import FEWEST, Floats
from photoclip.index.vectors import cosines
from photoclip.search.background import (
    LEAST,
    PictureBackground,
    TextBackground,
    best_means,
)

# So many spreads above what rare texts typically reach, a text is taken to match something.
_CLEAR = 1.8
# A list ends where more of it would be chance: each photo by chance counts for so many, because
# things that resemble what is asked for score above unrelated ones.
_CAUTION = 3.0
# Nothing that rises less than this share of the best photo's rise belongs to the same list.
_OF_THE_BEST = 0.6
# So many standard errors of a number that a sample tells.
_SURE = 2.0
# Every place of a ranking up to here is tried as its end, then ever fewer.
_EVERY = 1000
_SPACED = 200
_ROUNDING = 1e-6


class Verdict(StrEnum):
    """What was found out. UNKNOWN: there are too few photos to tell, so that all of them count."""

    MATCHES = "matches"
    NOTHING = "nothing"
    UNKNOWN = "too few photos"


@dataclass(frozen=True, slots=True)
class CutOff:
    """Whether anything clearly matches a query.

    evidence: how far the best photos stand out, 1 being just enough. threshold: the least cosine
    of a match; None where there is none, several parts have each their own, or the one excludes.
    """

    verdict: Verdict
    evidence: float = 0.0
    threshold: float | None = None


@dataclass(frozen=True, slots=True)
class PartCut:
    """Where the matches of one part of a query end.

    evidence: as in CutOff. base: the middle of its scores over the library. end: the least score
    of a match, if anything is one. photos: about how many of the library reach it. sure: about
    the same would come out if the scores of all photos were known; otherwise at least so many
    photos (least) would match.
    """

    evidence: float
    base: float
    end: float
    photos: int
    least: int
    sure: bool = True

    @property
    def clear(self) -> bool:
        """Whether anything matches."""
        return self.evidence >= 1

    def margins(self, scores: Vectors) -> Vectors:
        """Scores (n,) as shares of what a match needs at least: 1 and above are matches."""
        shares = (scores.astype(np.float64) - self.base) / (self.end - self.base)
        # A little more, so that rounding does not lose the last match.
        return np.asarray(shares + _ROUNDING, np.float32)

    def matches(self, scores: Vectors) -> int:
        """How many of these scores (n,) are matches."""
        least = self.end - _ROUNDING * (self.end - self.base)
        return int(np.count_nonzero(scores >= np.float32(least))) if self.clear else 0


@dataclass(frozen=True, slots=True)
class _Places:
    """How many photos of a library rise so far: rises (m,) falling, counts (m,) of photos.

    The first `known` of them were counted, the others are told by a sample.
    """

    rises: Floats
    counts: Floats
    known: int

    @classmethod
    def of(cls, best: Floats, others: Floats, photos: int) -> _Places:
        """From the best rises (k,) of so many photos, falling, and those of a sample of all."""
        places = np.arange(1, len(best) + 1)
        if len(best) > _EVERY:
            far = np.geomspace(_EVERY, len(best), _SPACED).astype(np.intp)
            places = np.unique(np.concatenate([places[:_EVERY], far]))
        rest = np.sort(others[others < best[-1]])[::-1] if photos > len(best) else others[:0]
        beyond = np.linspace(len(best), photos, len(rest) + 1)[1:]
        rises, counts = np.concatenate([best[places - 1], rest]), np.concatenate([places, beyond])
        return cls(rises, counts, len(places))

    def last_clear(self, background: TextBackground) -> tuple[float, float, bool]:
        """The rise at which the expected F1 of the list is highest, the highest it may be, if sure.

        Of the first photos, those beyond what chance explains are expected to be right.
        """
        right = np.maximum(self.counts - _CAUTION * background.rises.expected(self.rises), 0.0)
        f1 = 2 * right / (self.counts + right.max())
        best = float(self.rises[int(np.argmax(f1))])
        if self._sure(f1):
            return best, best, True
        return best, float(self.rises[int(f1[: self.known].argmax())]), False

    def _sure(self, f1: Floats) -> bool:
        """Whether the best place was counted, or was not, however the sample was drawn."""
        possible = f1[self.rises >= _OF_THE_BEST * self.rises[0]]
        counted, told = possible[: self.known], possible[self.known :]
        if not len(told):
            return True
        worse, better = sorted((float(counted.max()), float(told.max())))
        return better > worse * (1 + _SURE / math.sqrt(1 + int(told.argmax())))

    def reaching(self, rise: float) -> int:
        """About how many photos rise at least so far."""
        place = int(np.searchsorted(-self.rises, -rise, side="right"))
        return round(float(self.counts[place - 1])) if place else 0


def cut_text(query: Vectors, scores: Vectors, photos: int, background: TextBackground) -> PartCut:
    """Judge a text's vector (dim,) by its scores (k,), in any order.

    They are those of all photos of the library, or the best of them; photos: how many it holds.
    What the others score is told by the sample of the background.
    """
    base, best, others = _rises(query, scores, background.sample)
    places = _Places.of(best, others, photos)
    standing = (best_means(best) - background.typical) / background.spread
    lowest = max(_OF_THE_BEST * float(best[0]), LEAST)
    last, highest, sure = places.last_clear(background)
    last, highest = max(last, lowest), max(highest, lowest)
    evidence = float(standing.mean()) / _CLEAR
    most, least = places.reaching(last), places.reaching(highest)
    return PartCut(evidence, base, base + last, most, least, sure)


def cut_pictures(
    query: Vectors, scores: Vectors, photos: int, background: PictureBackground
) -> PartCut:
    """Judge pictures' vector (dim,) by its scores (k,) with other photos, as cut_text() does."""
    base, best, others = _rises(query, scores, background.sample)
    places = _Places.of(best, others, photos)
    evidence, reaching = float(best[0]) / background.near, places.reaching(background.near)
    return PartCut(evidence, base, base + background.near, reaching, reaching)


def _rises(query: Vectors, scores: Vectors, sample: Vectors) -> tuple[float, Floats, Floats]:
    """The middle of the library's scores, the best rises above it, falling, and the sample's."""
    usual = cosines(sample, query).astype(np.float64)
    base = float(np.median(usual))
    # What lies below the middle is never a match, and sorting is most of the work.
    above = scores[scores > base]
    best = np.sort(above if len(above) >= FEWEST else scores)[::-1].astype(np.float64)
    return base, best - base, usual - base
