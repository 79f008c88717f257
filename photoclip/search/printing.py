"""A query as text: always the same one for the same query, which parses to it again."""

from __future__ import annotations

import re
from decimal import Decimal

from photoclip.catalog.criteria import (
    Bytes,
    Camera,
    Criterion,
    Duplicate,
    Has,
    Iso,
    Lens,
    Near,
    Oriented,
    Pixels,
    Rating,
    Sides,
    Span,
    Taken,
)
from photoclip.search import periods
from photoclip.search.lexer import Words, tokens
from photoclip.search.query import Part, PartKind, Query, Term
from photoclip.search.values import DUPLICATE, REJECTED, REJECTED_SPAN, UNITS

# What ends a value or means something in it.
_SPECIAL = re.compile(r'[\s,"“”„«»^]')
_BYTES = ("gb", "mb", "kb")


def text(query: Query) -> str:
    """What a person could have typed for this query, in its shortest form."""
    wanted = " + ".join(part_text(part) for part in query.wanted)
    unwanted = [part_text(part) for part in query.unwanted]
    return " ".join(filter(None, [wanted, *unwanted, *map(term_text, query.terms)]))


def part_text(part: Part) -> str:
    """A part with its sign and its weight."""
    weight = f"^{_number(part.weight)}" if part.weight != 1 else ""
    return f"{'-' if part.excluded else ''}{_compared(part, weight)}{weight}"


def term_text(term: Term) -> str:
    """A filter with its sign, as name:value,value."""
    values = ",".join(_value(value.of) for value in term.values)
    return f"{'-' if term.excluded else ''}{term.name}:{values}"


def _compared(part: Part, weight: str) -> str:
    if part.kind is not PartKind.TEXT:
        return f"{part.kind}:{quoted_if_needed(part.value)}"
    sign = "-" if part.excluded else ""
    return part.value if _is_plain(part, f"{sign}{part.value}{weight}") else _quoted(part.value)


def _is_plain(part: Part, typed: str) -> bool:
    """Whether words without quotes are understood as this part."""
    words, problems = tokens(typed)
    plain = [word for word in words if isinstance(word, Words) and not word.quoted]
    if problems or len(plain) != len(words) or not plain or (part.excluded and len(plain) > 1):
        return False
    same_signs = [word.excluded for word in plain] == [part.excluded] * len(plain)
    weights = [word.weight for word in plain]
    expected = [None] * (len(plain) - 1) + [part.weight if part.weight != 1 else None]
    value = " ".join(word.text for word in plain)
    return same_signs and weights == expected and value == part.value


def _value(value: Criterion | str) -> str:
    match value:
        case Taken(first, last):
            return periods.text(first, last)
        case Camera(words) | Lens(words):
            return quoted_if_needed(words)
        case Iso(span):
            return _ends(*map(_whole, (span.low, span.high)))
        case Rating(span):
            return REJECTED if span == REJECTED_SPAN else _ends(*map(_whole, (span.low, span.high)))
        case Bytes(span):
            return "..".join(map(_bytes, (span.low, span.high)))
        case Pixels(span):
            return "..".join(map(_megapixels, (span.low, span.high)))
        case Sides(longer, shorter):
            return _sides(longer, shorter)
        case Near(latitude, longitude, kilometres):
            return ",".join(map(_number, (latitude, longitude, kilometres)))
        case Oriented(shape):
            return shape.value
        case Has(what):
            return what.value
        case Duplicate():
            return DUPLICATE
    if isinstance(value, str):
        return quoted_if_needed(value)
    raise TypeError(f"no value of a filter: {value!r}")


def _ends(low: str, high: str) -> str:
    return low if low == high else f"{low}..{high}"


def _whole(number: int | None) -> str:
    return "" if number is None else str(number)


def _bytes(number: int | None) -> str:
    if number is None:
        return ""
    units = (unit for unit in _BYTES if number and number % (UNITS[unit] // 100) == 0)
    unit = next((unit for unit in units if number >= UNITS[unit]), "b")
    return f"{_number(Decimal(number) / UNITS[unit])}{unit}"


def _megapixels(number: int | None) -> str:
    return "" if number is None else f"{_number(Decimal(number) / UNITS['mp'])}mp"


def _sides(longer: Span, shorter: Span) -> str:
    if shorter.is_open:
        return _ends(*(f"{end}px" if end is not None else "" for end in (longer.low, longer.high)))
    pairs = ((longer.low, shorter.low), (longer.high, shorter.high))
    return _ends(*("" if None in pair else f"{pair[0]}x{pair[1]}" for pair in pairs))


def _number(number: float | Decimal) -> str:
    exact = number if isinstance(number, Decimal) else Decimal(repr(number))
    digits = f"{exact:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def quoted_if_needed(value: str) -> str:
    """A value, between quotes where anything in it would end it or mean something."""
    return _quoted(value) if not value or _SPECIAL.search(value) else value


def _quoted(value: str) -> str:
    return '"' + value.replace('"', '""') + '"'
