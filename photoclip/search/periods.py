"""Years, months and days as they are written in a query."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_PERIOD = re.compile(r"(\d{4})(?:([-/])(\d{1,2})(?:\2(\d{1,2}))?)?", re.ASCII)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from first to last."""

    first: date
    last: date


def period(text: str) -> Period | None:
    """The days of "2023", "2023-06" or "2023-06-15"; None for anything else."""
    found = _PERIOD.fullmatch(text)
    if found is None:
        return None
    year, month, day = int(found[1]), found[3], found[4]
    try:
        if day is not None:
            one = date(year, int(month), int(day))
            return Period(one, one)
        if month is not None:
            return Period(date(year, int(month), 1), end_of_month(year, int(month)))
        return Period(date(year, 1, 1), date(year, 12, 31))
    except ValueError:
        return None


def day_before(day: date) -> date | None:
    """None where the calendar ends."""
    return day - _DAY if day > date.min else None


def day_after(day: date) -> date | None:
    """None where the calendar ends."""
    return day + _DAY if day < date.max else None


def text(first: date | None, last: date | None) -> str:
    """The shortest way to write all days from first to last; None: no end on that side."""
    pairs = ((_year(first, True), _year(last, False)), (_month(first, True), _month(last, False)))
    days = (_iso(first), _iso(last))
    low, high = next((pair for pair in pairs if None not in pair), days)
    return f"{low}..{high}" if low != high else str(low)


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _year(day: date | None, begins: bool) -> str | None:
    """The year that a day begins or ends; None where it is another day."""
    if day is None:
        return ""
    edge = (1, 1) if begins else (12, 31)
    return f"{day.year:04}" if (day.month, day.day) == edge else None


def _month(day: date | None, begins: bool) -> str | None:
    if day is None:
        return ""
    edge = date(day.year, day.month, 1) if begins else end_of_month(day.year, day.month)
    return f"{day.year:04}-{day.month:02}" if day == edge else None


def end_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])
