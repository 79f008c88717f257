"""Filters that people can choose from, because something in the library passes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from photoclip.catalog.criteria import Camera, Criterion, Known, Lens, Shape
from photoclip.catalog.facets import Facets
from photoclip.catalog.store import Catalog
from photoclip.search import kinds
from photoclip.search.query import FilterName, Term, Value
from photoclip.search.values import DUPLICATE, Unfit, value

_ISOS = ("..400", "400..1600", "1600..6400", "6400..")
_SIZES = ("..2mp", "2mp..12mp", "12mp..24mp", "24mp..", "10mb..", "..200kb")
_RATINGS = ("5", "4..", "3..", "rejected")
# Of these a photo has one, and any of several will do.
_ANY = {
    FilterName.IN,
    FilterName.DATE,
    FilterName.CAMERA,
    FilterName.LENS,
    FilterName.ORIENTATION,
    FilterName.TYPE,
}
# Of these one takes the place of another.
_ONE = {FilterName.ISO, FilterName.SIZE, FilterName.RATING}
_MOST_FOLDERS = 40


def offered(catalog: Catalog) -> Mapping[FilterName, Sequence[Term]]:
    """The filters for a library, by what they are about. Reads the catalog: on a worker."""
    found = catalog.details.facets()
    return {
        FilterName.IN: [term(FilterName.IN, str(folder)) for folder in _folders(catalog)],
        FilterName.DATE: _dates(found),
        FilterName.CAMERA: [_of(FilterName.CAMERA, Camera(name)) for name in found.cameras],
        FilterName.LENS: [_of(FilterName.LENS, Lens(name)) for name in found.lenses],
        FilterName.ISO: _each(FilterName.ISO, _ISOS if found.isos else ()),
        FilterName.RATING: _each(FilterName.RATING, _RATINGS if found.rated else ()),
        FilterName.ORIENTATION: _each(FilterName.ORIENTATION, Shape),
        FilterName.SIZE: _each(FilterName.SIZE, _SIZES),
        FilterName.TYPE: _each(FilterName.TYPE, kinds.of_formats(found.formats)),
        FilterName.HAS: _has(),
        FilterName.IS: _each(FilterName.IS, (DUPLICATE,)),
    }


def term(name: FilterName, text: str) -> Term:
    """A filter with one value, as it would be typed. Raises Unfit."""
    return _of(name, value(name, text))


def with_term(terms: Sequence[Term], added: Term) -> tuple[Term, ...]:
    """Filters with one more: beside others of its name, or in place of them, as it makes sense."""
    same = [one for one in terms if one.name is added.name and one.excluded == added.excluded]
    if added.name in _ANY and same:
        values = tuple(dict.fromkeys((*same[0].values, *added.values)))
        return tuple(replace(one, values=values) if one is same[0] else one for one in terms)
    if added.name in _ONE:
        terms = [one for one in terms if one.name is not added.name]
    # What is to be there cannot be missing, too.
    opposite = replace(added, excluded=not added.excluded)
    return (*(one for one in terms if one not in (opposite, added)), added)


def without_term(terms: Sequence[Term], removed: Term) -> tuple[Term, ...]:
    """Filters without the values of one."""
    kept: list[Term] = []
    for one in terms:
        if one.name is removed.name and one.excluded == removed.excluded:
            values = tuple(value for value in one.values if value not in removed.values)
            if values:
                kept.append(replace(one, values=values))
        else:
            kept.append(one)
    return tuple(kept)


def holds(terms: Sequence[Term], wanted: Term) -> bool:
    """Whether a filter is one of these, or a value of one."""
    return any(
        one.name is wanted.name
        and one.excluded == wanted.excluded
        and set(wanted.values) <= set(one.values)
        for one in terms
    )


def _of(name: FilterName, criterion: Criterion | str) -> Term:
    return Term(name, (Value(criterion),))


def _each(name: FilterName, texts: Iterable[str]) -> list[Term]:
    return [term(name, text) for text in texts]


def _has() -> list[Term]:
    there = _each(FilterName.HAS, (Known.GPS, Known.DATE))
    return [*there, *(replace(one, excluded=True) for one in there)]


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
    return found[:_MOST_FOLDERS]
