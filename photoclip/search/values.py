"""Values of filters: from what was typed to criteria."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from photoclip.catalog.criteria import (
    Bytes,
    Camera,
    Criterion,
    Duplicate,
    Has,
    Iso,
    Known,
    Lens,
    Near,
    Oriented,
    Pixels,
    Rating,
    Shape,
    Sides,
    Span,
    Taken,
)
from photoclip.search import kinds, periods
from photoclip.search.lexer import AFTER, BEFORE
from photoclip.search.query import FilterName

UNTAGGED, DUPLICATE, REJECTED = "untagged", "duplicate", "rejected"
# Programs write it as -1 star.
REJECTED_SPAN = Span(-1, -1)
MOST_STARS = 5

# What each filter expects, as a full sentence for its hint.
EXPECTED = {
    FilterName.IN.value: "Write a folder, as in in:~/Pictures or in:Italy.",
    FilterName.ALBUM.value: 'Write the name of an album, as in album:"Summer 2023".',
    FilterName.LABEL.value: "Write the name of a label, as in label:sunset.",
    FilterName.DATE.value: (
        "Write 2023, 2023-06, 2023-06-15, or a range such as 2023-06..2023-08."
    ),
    BEFORE: "Write 2023, 2023-06 or 2023-06-15.",
    AFTER: "Write 2023, 2023-06 or 2023-06-15.",
    FilterName.CAMERA.value: "Write a part of its name, as in camera:canon.",
    FilterName.LENS.value: "Write a part of its name, as in lens:50mm.",
    FilterName.ISO.value: "Write a whole number, as in iso:800, iso:>=800 or iso:100..400.",
    FilterName.RATING.value: "Write stars from 0 to 5, as in rating:4 or rating:>=3, or rejected.",
    FilterName.ORIENTATION.value: "Write landscape, portrait or square.",
    FilterName.SIZE.value: (
        "Write a number with mp, kb, mb, gb or px, or a width and height, as in size:>=12mp, "
        "size:2mb..5mb, size:4000px or size:1920x1080."
    ),
    FilterName.TYPE.value: f"Write one of {', '.join(kinds.NAMES)}, or a kind of raw file.",
    FilterName.HAS.value: f"Write one of {', '.join(Known)}.",
    FilterName.NEAR.value: ("Write latitude, longitude and kilometres, as in near:48.21,16.37,5."),
    FilterName.IS.value: f"Write {DUPLICATE} or {UNTAGGED}.",
    "image": "Write the path of a picture, as in image:~/holiday.jpg.",
    "similar": "Write the number of a photo or the path of its file, as in similar:42.",
}

_E = TypeVar("_E", bound=StrEnum)
_SIGNS = re.compile(r"(>=|<=|>|<|=|≥|≤)?(.*)", re.DOTALL)
_WHOLE = re.compile(r"\d{1,19}", re.ASCII)
_AMOUNT = re.compile(r"(\d{1,19}(?:\.\d{1,9})?)([a-z]*)", re.ASCII)
_SIDES = re.compile(r"\d{1,19}[x×]\d{1,19}", re.ASCII)
# SQLite's whole numbers go a little further.
_LARGEST = 2**62
_DEGREES = re.compile(r"[+-]?\d{1,3}(?:\.\d{1,12})?", re.ASCII)
_DISTANCE = re.compile(r"(\d{1,5}(?:\.\d{1,6})?)(?:km)?", re.ASCII)
UNITS = {"gb": 10**9, "mb": 10**6, "kb": 10**3, "b": 1, "mp": 10**6, "px": 1}
UNITS |= {"gib": 2**30, "mib": 2**20, "kib": 2**10}
_KINDS: dict[str, type] = dict.fromkeys(UNITS, Bytes) | {"mp": Pixels, "px": Sides}


class Unfit(ValueError):
    """A value that its filter cannot be compared with."""


@dataclass(frozen=True, slots=True)
class _Range:
    """The ends of a range as they were typed. strict: without the end itself.

    alone: it was no range but a single value.
    """

    low: str | None
    high: str | None
    strict: bool = False
    alone: bool = False


def value(name: str, text: str) -> Criterion | str:
    """What a filter of this name compares with. Raises Unfit."""
    text = " ".join(text.split()) if name != FilterName.IN else text
    if not text.strip():
        raise Unfit
    return _READERS[name](text)


def _range(text: str) -> _Range:
    sign, rest = _SIGNS.fullmatch(text.strip()).groups()  # type: ignore[union-attr]
    match sign:
        case ">=" | "≥" | ">":
            return _Range(rest.strip(), None, sign == ">")
        case "<=" | "≤" | "<":
            return _Range(None, rest.strip(), sign == "<")
    low, dots, high = rest.partition("..")
    if not dots:
        return _Range(rest, rest, alone=True)
    if not (low or high):
        raise Unfit
    return _Range(low.strip() or None, high.strip() or None)


def _taken(text: str) -> Taken:
    ends = _range(text)
    if ends.strict:
        return _after(ends.low) if ends.low is not None else _before(ends.high or "")
    first = _day(ends.low).first if ends.low is not None else None
    last = _day(ends.high).last if ends.high is not None else None
    if first is not None and last is not None and first > last:
        raise Unfit
    return Taken(first, last)


def _before(text: str) -> Taken:
    last = periods.day_before(_day(text).first)
    if last is None:
        raise Unfit
    return Taken(None, last)


def _after(text: str) -> Taken:
    first = periods.day_after(_day(text).last)
    if first is None:
        raise Unfit
    return Taken(first, None)


def _day(text: str) -> periods.Period:
    found = periods.period(text.strip())
    if found is None:
        raise Unfit
    return found


def _iso(text: str) -> Iso:
    low, dash, high = text.partition("-")
    whole = dash and _WHOLE.fullmatch(low) and _WHOLE.fullmatch(high)
    return Iso(_span(_range(f"{low}..{high}" if whole else text), _whole))


def _rating(text: str) -> Rating:
    if text.casefold() == REJECTED:
        return Rating(REJECTED_SPAN)
    span = _span(_range(text), _whole)
    low, high = span.low or 0, MOST_STARS if span.high is None else span.high
    if high > MOST_STARS or low > high:
        raise Unfit
    return Rating(Span(low, high))


def _whole(text: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise Unfit
    return int(text)


def _span(ends: _Range, number: Callable[[str], int]) -> Span:
    low = number(ends.low) if ends.low is not None else None
    high = number(ends.high) if ends.high is not None else None
    return _between(low, high, ends.strict)


def _between(low: int | None, high: int | None, strict: bool) -> Span:
    step = 1 if strict else 0
    low = low + step if low is not None else None
    high = high - step if high is not None else None
    if (high is not None and high < (low or 0)) or max(low or 0, high or 0) > _LARGEST:
        raise Unfit
    return Span(low, high)


def _size(text: str) -> Bytes | Pixels | Sides:
    ends = _range(text.lower())
    given = [end for end in (ends.low, ends.high) if end is not None]
    if all(_SIDES.fullmatch(end) for end in given):
        return _sides(ends)
    units = [unit for _, unit in map(_amount, given) if unit]
    kinds_of_size = {_KINDS.get(unit) for unit in units}
    if len(kinds_of_size) != 1 or None in kinds_of_size:
        raise Unfit
    kind = kinds_of_size.pop()
    # In 2..5mb the unit is meant for both.
    span = _span(_rounded(ends), lambda end: _units(end, units[-1]))
    return Sides(span) if kind is Sides else Pixels(span) if kind is Pixels else Bytes(span)


def _units(text: str, default: str) -> int:
    amount, unit = _amount(text)
    return int(amount * UNITS[unit or default])


def _amount(text: str) -> tuple[Decimal, str]:
    found = _AMOUNT.fullmatch(text)
    if found is None:
        raise Unfit
    return Decimal(found[1]), found[2]


def _rounded(ends: _Range) -> _Range:
    """One number alone stands for all that round to it: nothing has exactly 12 megapixels."""
    if not ends.alone or ends.low is None:
        return ends
    number, unit = _amount(ends.low)
    if unit in ("b", "px"):
        return ends
    half = Decimal((0, (5,), int(number.as_tuple().exponent) - 1))
    return _Range(f"{max(number - half, Decimal(0)):f}{unit}", f"{number + half:f}{unit}")


def _sides(ends: _Range) -> Sides:
    low = _two_sides(ends.low) if ends.low is not None else (None, None)
    high = _two_sides(ends.high) if ends.high is not None else (None, None)
    longer, shorter = (_between(*pair, ends.strict) for pair in zip(low, high, strict=True))
    return Sides(longer, shorter)


def _two_sides(text: str) -> tuple[int, int]:
    """The longer and the shorter one: how a picture is held is for orientation: to say."""
    width, _, height = text.replace("×", "x").partition("x")
    return max(int(width), int(height)), min(int(width), int(height))


def _near(text: str) -> Near:
    parts = [part.strip() for part in text.split(",")]
    distance = _DISTANCE.fullmatch(parts[-1].lower())
    if len(parts) != 3 or distance is None or not all(map(_DEGREES.fullmatch, parts[:2])):
        raise Unfit
    # No minus before a zero.
    latitude, longitude, kilometres = (float(n) + 0.0 for n in (*parts[:2], distance[1]))
    if abs(latitude) > 90 or abs(longitude) > 180 or not kilometres:
        raise Unfit
    return Near(latitude, longitude, kilometres)


def _one_of(choices: type[_E], text: str) -> _E:
    try:
        return choices(text.casefold())
    except ValueError as error:
        raise Unfit from error


def _state(text: str) -> Criterion | str:
    if text.casefold() == DUPLICATE:
        return Duplicate()
    if text.casefold() == UNTAGGED:
        return UNTAGGED
    raise Unfit


def _type(text: str) -> str:
    name = kinds.name(text)
    if name is None:
        raise Unfit
    return name


_READERS: dict[str, Callable[[str], Criterion | str]] = {
    FilterName.IN.value: str,
    FilterName.ALBUM.value: str,
    FilterName.LABEL.value: str,
    FilterName.DATE.value: _taken,
    BEFORE: _before,
    AFTER: _after,
    FilterName.CAMERA.value: Camera,
    FilterName.LENS.value: Lens,
    FilterName.ISO.value: _iso,
    FilterName.RATING.value: _rating,
    FilterName.ORIENTATION.value: lambda text: Oriented(_one_of(Shape, text)),
    FilterName.SIZE.value: _size,
    FilterName.TYPE.value: _type,
    FilterName.HAS.value: lambda text: Has(_one_of(Known, text)),
    FilterName.NEAR.value: _near,
    FilterName.IS.value: _state,
}
