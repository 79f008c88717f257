"""Filters that people can choose from, because something in the library passes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, auto
from pathlib import Path

from photoclip.catalog.criteria import Camera, Criterion, Known, Lens, Near, Shape, Taken
from photoclip.catalog.facets import Facets
from photoclip.catalog.store import Catalog
from photoclip.domain import PhotoId
from photoclip.search import kinds, periods
from photoclip.search.offering import term
from photoclip.search.periods import Period
from photoclip.search.query import FilterName, Term, Value
from photoclip.search.resolving import Collections
from photoclip.search.values import DUPLICATE, UNTAGGED, Unfit

_ISOS = ("..400", "400..1600", "1600..6400", "6400..")
_SIZES = ("..2mp", "2mp..12mp", "12mp..24mp", "24mp..", "10mb..", "..200kb")
RATINGS = ("5", "4..", "3..", "rejected")
_KILOMETRES = (1.0, 5.0, 20.0, 100.0)
_MOST = 40


class Season(Enum):
    """Times that people ask for by their names."""

    THIS_MONTH = auto()
    THIS_YEAR = auto()
    LAST_YEAR = auto()
    LAST_SUMMER = auto()
    LAST_WINTER = auto()


@dataclass(frozen=True, slots=True)
class Choices:
    """terms: by what they are about, each name among them. seasons: in which photos were taken.

    taken: from the first month of photos to the last. positioned: whether any photo tells where
    it was taken.
    """

    terms: Mapping[FilterName, Sequence[Term]]
    seasons: Mapping[Season, Term] = field(default_factory=dict)
    taken: Taken = Taken()  # noqa: RUF009
    positioned: bool = False


def choices(
    catalog: Catalog,
    collections: Collections,
    today: date,
    near: Sequence[PhotoId] = (),
) -> Choices:
    """The filters for a library. near: photos; the first that tells its place is one to be near.

    Reads the catalog: on a worker.
    """
    found = catalog.details.facets()
    terms: dict[FilterName, Sequence[Term]] = {
        FilterName.IN: [term(FilterName.IN, str(folder)) for folder in _folders(catalog)],
        FilterName.ALBUM: _named(FilterName.ALBUM, collections),
        FilterName.LABEL: _named(FilterName.LABEL, collections),
        FilterName.DATE: _dates(found),
        FilterName.CAMERA: [_of(FilterName.CAMERA, Camera(name)) for name in found.cameras],
        FilterName.LENS: [_of(FilterName.LENS, Lens(name)) for name in found.lenses],
        FilterName.ISO: _each(FilterName.ISO, _ISOS if found.isos else ()),
        FilterName.RATING: _each(FilterName.RATING, RATINGS if found.rated else ()),
        FilterName.ORIENTATION: _each(FilterName.ORIENTATION, Shape),
        FilterName.SIZE: _each(FilterName.SIZE, _SIZES),
        FilterName.TYPE: _each(FilterName.TYPE, kinds.of_formats(found.formats)),
        FilterName.HAS: _has(),
        FilterName.NEAR: list(_near(catalog, near)),
        FilterName.IS: _each(FilterName.IS, (DUPLICATE, UNTAGGED)),
    }
    # A camera may write any date.
    months = [one for one in map(periods.period, sorted(found.months)) if one is not None]
    taken = Taken(months[0].first, months[-1].last) if months else Taken()
    return Choices(terms, dict(_seasons(today, months)), taken, found.positioned)


def seasons(today: date) -> Mapping[Season, Period]:
    """When they are, seen from a day. Summer is June to August, winter December to February."""
    year, month = today.year, today.month
    summer = year if month > 8 else year - 1
    winter = year if month > 2 else year - 1
    return {
        Season.THIS_MONTH: Period(today.replace(day=1), periods.end_of_month(year, month)),
        Season.THIS_YEAR: Period(date(year, 1, 1), date(year, 12, 31)),
        Season.LAST_YEAR: Period(date(year - 1, 1, 1), date(year - 1, 12, 31)),
        Season.LAST_SUMMER: Period(date(summer, 6, 1), date(summer, 8, 31)),
        Season.LAST_WINTER: Period(date(winter - 1, 12, 1), periods.end_of_month(winter, 2)),
    }


def _seasons(today: date, months: Sequence[Period]) -> Iterator[tuple[Season, Term]]:
    for season, when in seasons(today).items():
        if any(when.first <= month.last and month.first <= when.last for month in months):
            yield season, _of(FilterName.DATE, Taken(when.first, when.last))


def _of(name: FilterName, criterion: Criterion | str) -> Term:
    return Term(name, (Value(criterion),))


def _each(name: FilterName, texts: Iterable[str]) -> list[Term]:
    return [term(name, text) for text in texts]


def _named(name: FilterName, collections: Collections) -> list[Term]:
    """The largest ones, by name."""
    counts = collections.names(name)
    largest = sorted(counts, key=lambda one: -(counts[one] or 0))[:_MOST]
    return [_of(name, one) for one in sorted(largest, key=str.casefold)]


def _has() -> list[Term]:
    there = _each(FilterName.HAS, Known)
    return [*there, *(replace(one, excluded=True) for one in there)]


def _near(catalog: Catalog, photos: Sequence[PhotoId]) -> Iterator[Term]:
    for photo in photos[:_MOST]:
        known = catalog.photos.get(photo)
        if known is None or known.metadata.latitude is None or known.metadata.longitude is None:
            continue
        # As it is written: five digits are a metre.
        north, east = round(known.metadata.latitude, 5), round(known.metadata.longitude, 5)
        for kilometres in _KILOMETRES:
            yield _of(FilterName.NEAR, Near(north, east, kilometres))
        return


def _dates(found: Facets) -> list[Term]:
    """Each year with its months behind it."""
    terms: list[Term] = []
    year = ""
    for month in found.months:
        try:
            if month[:4] != year:
                year = month[:4]
                terms.append(term(FilterName.DATE, year))
            terms.append(term(FilterName.DATE, month))
        except Unfit:
            # A camera may write any date.
            continue
    return terms


def _folders(catalog: Catalog) -> list[Path]:
    """The watched folders, and those directly in them."""
    found: list[Path] = []
    for root in catalog.roots.all():
        inside = {folder.split("/")[0] for folder in catalog.files.folders(root.id)} - {""}
        found += [root.path, *(root.path / name for name in sorted(inside))]
    return found[:_MOST]
