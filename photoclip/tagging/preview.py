"""What a label would do to the library, at every place of its threshold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoclip.domain import PhotoId, PhotoIds, Preset, Vectors
from photoclip.errors import ImageError


@dataclass(frozen=True, slots=True)
class Preview:
    """All photos in the order of their scores; nothing here needs the catalog any more.

    With the best k photos on the accepted side (k = 0..n is the place of the slider):
    ids, scores: (n,), falling. said: (n,) 1 where a person gave the label, -1 where refused, 0.
    counts: (n + 1,) photos that would get the label: not those refused, and all those given it.
    precision: (n + 1,) the share of these that is right, estimated, 0..1; 0 where there are none.
    place: where the threshold is now; 0 where nothing clearly matches. presets: their places.
    clicks: how many photos and examples teach it. unusable: examples that do not, and why.
    finding: why nothing is suggested, "" where something is.
    """

    ids: PhotoIds
    scores: Vectors
    said: NDArray[np.int8]
    counts: NDArray[np.int64]
    precision: Vectors
    place: int
    presets: Mapping[Preset, int]
    clicks: int
    finding: str = ""
    unusable: tuple[ImageError, ...] = ()

    def threshold(self, place: int) -> float:
        """The score that puts so many photos on the accepted side, to keep in the label."""
        count = len(self.scores)
        if not count:
            return 0.0
        place = min(max(place, 0), count)
        above = float(self.scores[place - 1]) if place else float(self.scores[0]) + 1.0
        below = float(self.scores[place]) if place < count else float(self.scores[-1]) - 1.0
        return (above + below) / 2

    def place_of(self, threshold: float) -> int:
        """How many photos score at least so high."""
        return place_of(self.scores, threshold)

    def accepted(self, place: int, limit: int | None = None) -> list[PhotoId]:
        """Photos on the accepted side that nobody spoke of yet, those nearest to the edge first."""
        rows = np.arange(min(place, len(self.ids)))[::-1]
        return self._unsaid(rows, limit)

    def rejected(self, place: int, limit: int | None = None) -> list[PhotoId]:
        """Photos on the other side that nobody spoke of yet, those nearest to the edge first."""
        return self._unsaid(np.arange(max(place, 0), len(self.ids)), limit)

    def borderline(self, place: int, limit: int | None = None) -> list[PhotoId]:
        """Photos on both sides that nobody spoke of yet, by how near they are to the edge."""
        edge = self.threshold(place)
        reach = len(self.ids) if limit is None else limit + int((self.said != 0).sum())
        rows = np.arange(max(0, place - reach), min(len(self.ids), place + reach))
        nearest = rows[np.argsort(np.abs(self.scores[rows] - edge), kind="stable")]
        return self._unsaid(nearest, limit)

    def _unsaid(self, rows: NDArray[np.intp], limit: int | None) -> list[PhotoId]:
        some = rows[self.said[rows] == 0][:limit]
        return [PhotoId(number) for number in self.ids[some].tolist()]


def place_of(scores: Vectors, threshold: float) -> int:
    """How many of scores (n,), falling, are at least so high."""
    return int(np.searchsorted(-scores, -np.float32(threshold), side="right"))
