"""Where the photos end that clearly match a query, and whether there are any.

All is counted in what the background of the library measured (see background.py), so that no
number here belongs to a model. The numbers were chosen on one half of the concepts of
benchmarks/cutoff.py and reported on the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from photoclip.domain import Vectors
from photoclip.search.background import (
    FEWEST,
    LEAST,
    Floats,
    PictureBackground,
    TextBackground,
    best_means,
    middle,
)

# So many spreads above what rare texts typically reach, a text is taken to match something.
_CLEAR = 1.8
# A list ends where more of it would be chance: each photo by chance counts for so many, because
# things that resemble what is asked for score above unrelated ones.
_CAUTION = 3.0
# Nothing that rises less than this share of the best photo's rise belongs to the same list.
_OF_THE_BEST = 0.6
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
    of a match; None where there is none, or several parts have each their own.
    """

    verdict: Verdict
    evidence: float = 0.0
    threshold: float | None = None


@dataclass(frozen=True, slots=True)
class PartCut:
    """Where the matches of one part of a query end.

    evidence: as in CutOff. base: the middle of its scores over the library. end: the least score
    of a match, if anything is one.
    """

    evidence: float
    base: float
    end: float

    @property
    def clear(self) -> bool:
        """Whether anything matches."""
        return self.evidence >= 1

    def margins(self, scores: Vectors) -> Vectors:
        """Scores (n,) as shares of what a match needs at least: 1 and above are matches."""
        shares = (scores.astype(np.float64) - self.base) / (self.end - self.base)
        # A little more, so that rounding does not lose the last match.
        return np.asarray(shares + _ROUNDING, np.float32)


def cut_text(query: Vectors, scores: Vectors, background: TextBackground) -> PartCut:
    """Judge a text's vector (dim,) by its scores (n,) over the whole library, in any order."""
    base = middle(background.sample, query)
    # What lies below the middle is never a match, and sorting is most of the work.
    above = scores[scores > base]
    rises = np.sort(above if len(above) >= FEWEST else scores)[::-1].astype(np.float64) - base
    standing = (best_means(rises) - background.typical) / background.spread
    last = max(_last_clear(rises, background), _OF_THE_BEST * float(rises[0]), LEAST)
    return PartCut(float(standing.mean()) / _CLEAR, base, base + last)


def cut_pictures(query: Vectors, scores: Vectors, background: PictureBackground) -> PartCut:
    """Judge pictures' vector (dim,) by its scores (n,) over the other photos of the library."""
    base = middle(background.sample, query)
    best = float(scores.max(initial=-1.0))
    return PartCut((best - base) / background.near, base, base + background.near)


def _last_clear(rises: Floats, background: TextBackground) -> float:
    """The rise at which the expected F1 of the list is highest.

    rises: falling. Of the first k, those beyond what chance explains are expected to be right.
    """
    near, far = np.arange(1, min(len(rises), _EVERY) + 1), np.empty(0)
    if len(rises) > _EVERY:
        far = np.geomspace(_EVERY, len(rises), _SPACED)
    count = np.unique(np.concatenate([near, far]).astype(np.intp))
    at = rises[count - 1]
    right = np.maximum(count - _CAUTION * background.by_chance(at), 0.0)
    f1 = 2 * right / (count + right.max())
    return float(at[int(np.argmax(f1))])
