"""Filters in words: what a chip or a menu says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QLocale

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
    Span,
    Taken,
)
from photoclip.gui import calendar, locations, wording
from photoclip.gui.translation import tr
from photoclip.search import periods
from photoclip.search.choosing import Season
from photoclip.search.lexer import AFTER, BEFORE
from photoclip.search.printing import term_text
from photoclip.search.query import FilterName, PartKind, Term
from photoclip.search.values import REJECTED_SPAN, UNTAGGED

MEGA = 1_000_000


def group(name: FilterName) -> str:
    """What filters of a name are about."""
    return {
        FilterName.IN: tr("Folder"),
        FilterName.ALBUM: tr("Album"),
        FilterName.LABEL: tr("Label"),
        FilterName.DATE: tr("Date"),
        FilterName.CAMERA: tr("Camera"),
        FilterName.LENS: tr("Lens"),
        FilterName.ISO: tr("Sensitivity"),
        FilterName.RATING: tr("Rating"),
        FilterName.ORIENTATION: tr("Orientation"),
        FilterName.SIZE: tr("Size"),
        FilterName.TYPE: tr("Kind of file"),
        FilterName.HAS: tr("Place and date"),
        FilterName.NEAR: tr("Near a place"),
        FilterName.IS: tr("Copies and labels"),
    }.get(name, str(name))


def called(name: str) -> str:
    """What anything with a colon in a query is about, by its name there."""
    others = {
        BEFORE: tr("Before a date"),
        AFTER: tr("After a date"),
        PartKind.IMAGE: tr("Like a picture"),
        PartKind.SIMILAR: tr("Like a photo"),
    }
    return others.get(name) or group(FilterName(name))


def said(term: Term) -> str:
    """A filter in words: "Camera Canon or Nikon", "Not in Screenshots"."""
    values = [_value(term.name, value.of) for value in term.values]
    if "" in values:
        return term_text(term)
    words = values[0]
    for value in values[1:]:
        words = tr("{one} or {other}").format(one=words, other=value)
    known = term.values[0].of
    if term.excluded and isinstance(known, Has) and len(values) == 1:
        return _missing(known.what)
    return tr("Not: {filter}").format(filter=words) if term.excluded else words


def season(one: Season) -> str:
    """A time that has a name."""
    return {
        Season.THIS_MONTH: tr("This month"),
        Season.THIS_YEAR: tr("This year"),
        Season.LAST_YEAR: tr("Last year"),
        Season.LAST_SUMMER: tr("Last summer (June to August)"),
        Season.LAST_WINTER: tr("Last winter (December to February)"),
    }[one]


def _value(name: FilterName, value: Criterion | str) -> str:
    """One value in words; "" where only its own language can say it."""
    match value:
        case Taken(first, last):
            return _taken(first, last)
        case Camera(words) | Lens(words):
            return words
        case Iso(span):
            return tr("ISO {range}").format(range=_span(span, wording.number))
        case Rating(span):
            return _stars(span)
        case Pixels(span):
            return tr("{range} megapixels").format(range=_span(span, _megapixels))
        case Bytes(span):
            return _span(span, wording.size)
        case Oriented(shape):
            return _shape(shape)
        case Has(what):
            return _known(what)
        case Near(latitude, longitude, kilometres):
            far, place = wording.decimal(kilometres), f"{latitude:.3f}, {longitude:.3f}"
            return tr("Within {distance} km of {place}").format(distance=far, place=place)
        case Duplicate():
            return tr("At several places")
    if isinstance(value, str):
        return _text(name, value)
    return ""


def _stars(span: Span) -> str:
    if span == REJECTED_SPAN:
        return tr("Rejected")
    return tr("Rating {range}").format(range=_span(span, str))


def _text(name: FilterName, value: str) -> str:
    if name is FilterName.IN:
        return locations.shown(Path(value).name or value)
    if name is FilterName.TYPE:
        return value.upper()
    if name is FilterName.ALBUM:
        return value
    if name is FilterName.LABEL:
        return tr("Label {name}").format(name=value)
    if value == UNTAGGED:
        return tr("Without any label")
    return ""


def _taken(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        text = periods.text(first, last)
        return tr("Since {day}").format(day=_day(first)) if first else _until(last, text)
    one = periods.period(periods.text(first, last))
    if one is None:
        return tr("{first} to {last}").format(first=_day(first), last=_day(last))
    if first == last:
        return _day(first)
    whole_year = first.month == 1 and last.month == 12
    ordinal = first.toordinal()
    return calendar.year(ordinal) if whole_year else calendar.long_month(ordinal)


def _until(last: date | None, text: str) -> str:
    return tr("Until {day}").format(day=_day(last)) if last else text


def _day(day: date) -> str:
    shown = QDate(day.year, day.month, day.day)
    return QLocale().toString(shown, QLocale.FormatType.ShortFormat)


def _span(span: Span, number: Callable[[int], str]) -> str:
    if span.low is None and span.high is None:
        return ""
    if span.low is None:
        return tr("up to {number}").format(number=number(span.high or 0))
    if span.high is None:
        return tr("from {number}").format(number=number(span.low))
    if span.low == span.high:
        return number(span.low)
    return tr("{low} to {high}").format(low=number(span.low), high=number(span.high))


def _megapixels(pixels: int) -> str:
    return wording.decimal(pixels / MEGA)


def _shape(shape: Shape) -> str:
    match shape:
        case Shape.LANDSCAPE:
            return tr("Landscape format")
        case Shape.PORTRAIT:
            return tr("Portrait format")
        case Shape.SQUARE:
            return tr("Square")


def _known(what: Known) -> str:
    match what:
        case Known.GPS:
            return tr("With a place")
        case Known.DATE:
            return tr("With a date")
        case Known.CAMERA:
            return tr("With a camera")
        case Known.LENS:
            return tr("With a lens")


def _missing(what: Known) -> str:
    match what:
        case Known.GPS:
            return tr("Without a place")
        case Known.DATE:
            return tr("Without a date")
        case Known.CAMERA:
            return tr("Without a camera")
        case Known.LENS:
            return tr("Without a lens")
