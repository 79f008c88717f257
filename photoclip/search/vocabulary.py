"""The words that filters can be completed with: names and values that occur in a library."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from photoclip.catalog.criteria import Known, Shape
from photoclip.catalog.store import Catalog
from photoclip.domain import SavedSearch
from photoclip.search import kinds
from photoclip.search.choosing import RATINGS
from photoclip.search.foldernames import is_path
from photoclip.search.query import FilterName
from photoclip.search.resolving import Collections
from photoclip.search.values import DUPLICATE, UNTAGGED

_GAPS = re.compile(r"[\W_]+")
_YEAR = 4
_UNSEEN = ("Cc", "Cs")


@dataclass(frozen=True, slots=True)
class Word:
    """A value that something in the library passes. photos: how many; None where it would cost.

    key: what is compared with what was typed.
    """

    name: FilterName
    value: str
    photos: int | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """words: of each name the likeliest first. paths: of folders, as they are typed from the root.

    given: albums and labels. searches: those that are kept under names. generation: of the files
    that words and paths were read from.
    """

    words: tuple[Word, ...] = ()
    paths: tuple[Word, ...] = ()
    given: tuple[Word, ...] = ()
    searches: tuple[SavedSearch, ...] = ()
    generation: int | None = None


def read(
    catalog: Catalog, collections: Collections, before: Vocabulary | None = None
) -> Vocabulary:
    """What can be chosen from in a library. Reads all of it: on a worker.

    before: what was read the last time; what photos tell is read again only where others are there.
    """
    generation = catalog.files_generation
    if before is None or before.generation != generation:
        names, paths = _folders(catalog)
        words = (*_words(FilterName.IN, names), *_of_photos(catalog))
        before = Vocabulary(words, tuple(_paths(paths)), generation=generation)
    given = [
        word
        for name in (FilterName.ALBUM, FilterName.LABEL)
        for word in _words(name, collections.names(name))
    ]
    return replace(before, given=tuple(given), searches=tuple(catalog.searches.all()))


def folded(text: str) -> str:
    """A text as it is compared: its words in small letters, without signs between them."""
    return _GAPS.sub(" ", unicodedata.normalize("NFC", text).casefold()).strip()


def _of_photos(catalog: Catalog) -> Iterator[Word]:
    found = catalog.details.facets()
    types: Counter[str] = Counter()
    for known, photos in found.formats.items():
        types.update(dict.fromkeys(kinds.of_formats([known]), photos))
    yield from _words(FilterName.CAMERA, found.cameras)
    yield from _words(FilterName.LENS, found.lenses)
    yield from _words(FilterName.TYPE, types)
    yield from _dates(found.months)
    yield from _fixed(FilterName.RATING, RATINGS if found.rated else ())
    yield from _fixed(FilterName.ORIENTATION, Shape)
    yield from _fixed(FilterName.HAS, Known)
    yield from _fixed(FilterName.IS, (DUPLICATE, UNTAGGED))


def _words(name: FilterName, counts: Mapping[str, int | None]) -> Iterator[Word]:
    for value in sorted(counts, key=lambda value: (-(counts[value] or 0), value.casefold())):
        if _can_be_typed(value):
            yield Word(name, value, counts[value], folded(value))


def _fixed(name: FilterName, values: Iterable[str]) -> Iterator[Word]:
    for value in values:
        yield Word(name, str(value), key=folded(value))


def _dates(months: Mapping[str, int]) -> Iterator[Word]:
    """Years, then months, newest first: 2023, 2022, 2023-06, 2023-05 ..."""
    years: Counter[str] = Counter()
    for month, photos in months.items():
        years[month[:_YEAR]] += photos
    for value, photos in [*years.items(), *months.items()]:
        # A camera may write any date.
        if value.replace("-", "").isdecimal() and value > "0001":
            yield Word(FilterName.DATE, value, photos, value)


def _folders(catalog: Catalog) -> tuple[Counter[str], dict[str, int]]:
    """How many photos lie in the folders of each name, and in the folder of each path."""
    names: Counter[str] = Counter()
    paths: dict[str, int] = {}
    for root in catalog.roots.all():
        for folder, photos in catalog.files.folder_counts(root.id).items():
            path = root.path / folder
            paths[str(path)] = photos
            if not is_path(path.name):
                names[path.name] += photos
    names.pop("", None)
    return names, paths


def _paths(counts: Mapping[str, int]) -> Iterator[Word]:
    for path in sorted(counts, key=str.casefold):
        if _can_be_typed(path):
            yield Word(FilterName.IN, path, counts[path], path.casefold())


def _can_be_typed(value: str) -> bool:
    return all(unicodedata.category(sign) not in _UNSEEN for sign in value)
