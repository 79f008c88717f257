"""When photos were taken, as arrays: the order by date and the days between them."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from photoclip.domain import Days

# (n,) datetime64[us], local and naive as cameras write it; NaT where nothing is known.
Moments = NDArray[np.datetime64]

_DAY = 86_400
_EPOCH = date(1970, 1, 1).toordinal()


def moments(taken: Sequence[str | None], mtimes_ns: Sequence[int]) -> Moments:
    """When photos were taken, else the local time of their files.

    taken: ISO 8601 without an offset. Raises ValueError where one is no date.
    """
    cameras = np.array([text or "NaT" for text in taken], "datetime64[us]")
    unknown = np.isnat(cameras)
    cameras[unknown] = _local(np.array(mtimes_ns, np.int64)[unknown])
    return cameras


def newest_first(when: Moments, ids: NDArray[np.int64]) -> NDArray[np.intp]:
    """Positions in order of date, newest and highest id first, those without a date last."""
    # NaT is the smallest of all numbers.
    return np.lexsort((ids, when.astype(np.int64)))[::-1]


def days(when: Moments) -> Days:
    """date.toordinal() of each, 0 where unknown or before the year 1."""
    numbers = when.astype("datetime64[D]").astype(np.int64) + _EPOCH
    sane = ~np.isnat(when) & (numbers > 0) & (numbers <= date.max.toordinal())
    return np.where(sane, numbers, 0).astype(np.int32)


def _local(times_ns: NDArray[np.int64]) -> Moments:
    """Times of files as local time. 0 and less is what systems write that know no time."""
    seconds = times_ns // 1_000_000_000
    local = (times_ns // 1000 + 1_000_000 * _offsets(seconds)).astype("datetime64[us]")
    local[times_ns <= 0] = np.datetime64("NaT")
    return np.asarray(local)


def _offsets(seconds: NDArray[np.int64]) -> NDArray[np.int64]:
    # The system is asked once for a day, not for each of 100,000 files.
    begun, which = np.unique(seconds // _DAY, return_inverse=True)
    edges = {day: _offset(day * _DAY) for day in {*begun.tolist(), *(begun + 1).tolist()}}
    first = np.array([edges[day] for day in begun.tolist()], np.int64)[which]
    last = np.array([edges[day + 1] for day in begun.tolist()], np.int64)[which]
    for place in np.flatnonzero(first != last).tolist():
        first[place] = _offset(int(seconds[place]))
    return first


def _offset(seconds: int) -> int:
    try:
        return time.localtime(seconds).tm_gmtoff
    except (OverflowError, OSError, ValueError):
        return -time.timezone  # what the system's calendar does not reach
