"""Which years and months are written along the timeline, so that no two overlap. Without Qt."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from photoclip.gui.grid_layout import GridLayout, first_of_month

MONTHS_APART = 2.2


@dataclass(frozen=True, slots=True)
class Month:
    """A month in the grid. day: its first; 0 unknown. top: where it begins in the content."""

    day: int
    top: int
    begins_year: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """What is drawn for a month at a height of the timeline; labelled where there is room."""

    month: Month
    y: float
    labelled: bool


def months(layout: GridLayout) -> list[Month]:
    """The months of a grid in its order."""
    days = layout.sections.days
    if not len(days) or layout.sections.names:
        return []
    firsts = first_of_month(days)
    starts = [0, *(np.flatnonzero(firsts[1:] != firsts[:-1]) + 1).tolist()]
    found: list[Month] = []
    for section in starts:
        day = int(firsts[section])
        begins = not found or date_year(found[-1].day) != date_year(day)
        found.append(Month(day, layout.top_of_section(section), begins))
    return found


def date_year(day: int) -> int:
    """The year of a day, 0 where unknown."""
    return date.fromordinal(day).year if day else 0


def place(found: Iterable[Month], span: int, length: float, line: float) -> list[Mark]:
    """Marks along a timeline of some length: years first, then months where there is room.

    span: how far the content scrolls. line: the height of a label.
    """
    places = [(month, _along(month, span, length)) for month in found]
    labels = Spread()
    years = {
        month for month, y in places if month.day and month.begins_year and labels.take(y, line)
    }
    # Further apart than they must be: years are what one looks for.
    calm = line * MONTHS_APART
    named = {
        month for month, y in places if month.day and month not in years and labels.take(y, calm)
    }
    return [
        Mark(month, y, month in years or month in named)
        for month, y in places
        if month in years or month in named or labels.take(y, line / 2)
    ]


def _along(month: Month, span: int, length: float) -> float:
    return length * min(1.0, month.top / span) if span > 0 else 0.0


class Spread:
    """Heights that keep their distance."""

    def __init__(self) -> None:
        self._taken: list[float] = []

    def take(self, y: float, gap: float) -> bool:
        """Take a height where no other is nearer than gap; returns whether that was so."""
        at = bisect_left(self._taken, y)
        if any(abs(y - other) < gap for other in self._taken[max(0, at - 1) : at + 1]):
            return False
        insort(self._taken, y)
        return True
