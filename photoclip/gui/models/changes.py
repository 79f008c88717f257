"""Long lists of numbers: what makes one of another, and where a number stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Changes:
    """From one list of numbers to another.

    removed: runs of positions in the old one, last first, so that earlier ones stay right.
    inserted: runs of positions in the new one, first first. moved: what both hold is in another
    order, and the runs do not tell all.
    """

    removed: list[range]
    inserted: list[range]
    moved: bool


def changes(old: Sequence[int], new: Sequence[int]) -> Changes:
    """What makes new of old; no number may be in one of them twice."""
    before, after = np.array(old, np.int64), np.array(new, np.int64)
    kept, there = np.isin(before, after), np.isin(after, before)
    moved = not np.array_equal(before[kept], after[there])
    return Changes(runs(np.flatnonzero(~kept))[::-1], runs(np.flatnonzero(~there)), moved)


def runs(positions: NDArray[np.intp]) -> list[range]:
    """Ascending positions as ranges, none beside the next."""
    if not len(positions):
        return []
    gaps = np.flatnonzero(np.diff(positions) > 1)
    first = positions[np.concatenate([[0], gaps + 1])].tolist()
    last = positions[np.concatenate([gaps, [len(positions) - 1]])].tolist()
    return [range(start, stop + 1) for start, stop in zip(first, last, strict=True)]


class Positions:
    """Where each number of a list stands, in a quarter of the memory of a dictionary."""

    def __init__(self, numbers: Sequence[int] | NDArray[np.int64]) -> None:
        """No number may be in the list twice."""
        values = np.array(numbers, np.int64)
        self._order = np.argsort(values)
        self._sorted = values[self._order]

    def of(self, number: int) -> int | None:
        """The position of a number, None where it is not in the list."""
        at = int(self._sorted.searchsorted(number))
        found = at < len(self._sorted) and self._sorted[at] == number
        return int(self._order[at]) if found else None
