"""A query as plain values, and back to text. docs/query-language.md is for those who type it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from photoclip.catalog.criteria import Criterion
from photoclip.domain import PhotoId
from photoclip.errors import PhotoclipError, QueryPartError


class PartKind(StrEnum):
    """What photos are compared with."""

    TEXT = "text"
    IMAGE = "image"
    SIMILAR = "similar"


class FilterName(StrEnum):
    """What photos can be filtered by."""

    IN = "in"
    ALBUM = "album"
    LABEL = "label"
    DATE = "date"
    CAMERA = "camera"
    LENS = "lens"
    ISO = "iso"
    RATING = "rating"
    ORIENTATION = "orientation"
    SIZE = "size"
    TYPE = "type"
    HAS = "has"
    NEAR = "near"
    IS = "is"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in what was typed, in characters from 0; it makes no difference."""

    start: int = 0
    end: int = 0


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Part:
    """Something to compare photos with: words, a picture's path, a photo's number or path.

    weight: how much it counts beside the others. excluded: photos that show it come later.
    """

    kind: PartKind
    value: str
    weight: float = 1.0
    excluded: bool = False
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a filter: a criterion, or a name that only the library can tell more of."""

    of: Criterion | str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Term:
    """A filter: photos that one of its values holds for; excluded: all others."""

    name: FilterName
    values: tuple[Value, ...]
    excluded: bool = False
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for. parts: those to be found, then those to be excluded. All terms hold."""

    parts: tuple[Part, ...] = ()
    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parts or self.terms)

    @property
    def wanted(self) -> tuple[Part, ...]:
        """The parts that photos should show."""
        return tuple(part for part in self.parts if not part.excluded)

    @property
    def unwanted(self) -> tuple[Part, ...]:
        """The parts that photos should not show."""
        return tuple(part for part in self.parts if part.excluded)


# A file or an encoded image; or a photo of the library.
Source = Path | bytes | PhotoId


@dataclass(frozen=True, slots=True)
class Beside:
    """What is asked for beside a text, because nobody types it: pictures, photos, filters."""

    pictures: tuple[Path | bytes, ...] = ()
    photos: tuple[PhotoId, ...] = ()
    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.pictures or self.photos or self.terms)

    @property
    def sources(self) -> tuple[Source, ...]:
        """What photos are compared with, in the order of the parts that they become."""
        return (*self.photos, *self.pictures)


NOTHING_BESIDE = Beside()


@dataclass(frozen=True, slots=True)
class Unusable:
    """Something that photos cannot be compared with, and why."""

    source: Source
    error: PhotoclipError


@dataclass(frozen=True, slots=True)
class Parsed:
    """What could be understood of a text, and what could not."""

    query: Query
    problems: tuple[QueryPartError, ...] = ()


def ordered(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Parts as Query has them: those to be excluded last, else as they stand."""
    return tuple(sorted(parts, key=lambda part: (part.excluded, part.place.start)))


def problem_at(finding: str, place: Place, hint: str = "") -> QueryPartError:
    """What is wrong with a part of a query, and what was expected in its place."""
    return QueryPartError(finding, start=place.start, end=place.end, hint=hint)


def in_order(*problems: QueryPartError) -> tuple[QueryPartError, ...]:
    """Problems as they come in the text."""
    return tuple(sorted(problems, key=lambda problem: (problem.start, problem.end)))
