"""What a query means in this library: folders by name, albums, labels, photos to compare with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from photoclip.catalog.criteria import Criterion, Everything, Filter, InFolder, OneOf
from photoclip.catalog.store import Catalog
from photoclip.domain import PhotoId, PhotoIds
from photoclip.errors import QueryError, QueryPartError
from photoclip.paths import expanded
from photoclip.search import kinds
from photoclip.search.foldernames import FolderNames
from photoclip.search.query import FilterName, Part, Query, Term, Value, problem_at

# SQLite takes no condition of more than a thousand parts.
_MOST_FOLDERS = 100


class Collections(Protocol):
    """Where albums and labels plug in."""

    def photos(self, kind: FilterName, name: str) -> Sequence[PhotoId]:
        """The photos of an album (FilterName.ALBUM), or with a label (LABEL), of this name.

        Raises QueryError where there is no such thing.
        """
        ...

    def names(self, kind: FilterName) -> Mapping[str, int | None]:
        """All albums or labels, with how many photos each has; None where it would cost."""
        ...

    def untagged(self) -> Sequence[PhotoId] | None:
        """The photos without any label; None: all of them."""
        ...


class NoCollections:
    """A library without albums and labels."""

    def photos(self, kind: FilterName, name: str) -> Sequence[PhotoId]:
        """Raises QueryError."""
        del name
        if kind is FilterName.ALBUM:
            raise QueryError("there are no albums yet")
        raise QueryError("there are no labels yet")

    def names(self, kind: FilterName) -> Mapping[str, int | None]:
        """None."""
        del kind
        return {}

    def untagged(self) -> Sequence[PhotoId] | None:
        """All photos."""
        return None


class Joined:
    """Albums and labels, each from where they are."""

    def __init__(self, *, albums: Collections, labels: Collections) -> None:
        self._albums = albums
        self._labels = labels

    def photos(self, kind: FilterName, name: str) -> Sequence[PhotoId]:
        """Those of an album, or with a label. Raises QueryError."""
        return self._of(kind).photos(kind, name)

    def names(self, kind: FilterName) -> Mapping[str, int | None]:
        """All of a kind."""
        return self._of(kind).names(kind)

    def untagged(self) -> Sequence[PhotoId] | None:
        """The photos without any label; None: all of them."""
        return self._labels.untagged()

    def _of(self, kind: FilterName) -> Collections:
        return self._albums if kind is FilterName.ALBUM else self._labels


@dataclass(frozen=True, slots=True)
class Resolved:
    """Filters as the catalog takes them, with the terms that they come from."""

    filters: tuple[Filter, ...]
    terms: tuple[Term, ...]
    problems: tuple[QueryPartError, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """What a query means in this library. query: without what could not be understood."""

    query: Query
    filters: tuple[Filter, ...]
    problems: tuple[QueryPartError, ...]

    @property
    def arranged(self) -> PhotoIds | None:
        """The photos of the first album that all are to lie in, in its order. (n,)"""
        for term, one in zip(self.query.terms, self.filters, strict=True):
            if term.name is FilterName.ALBUM and not one.excluded and len(one.any_of) == 1:
                [criterion] = one.any_of
                if isinstance(criterion, OneOf):
                    return np.asarray(criterion.photos, np.int64)
        return None


class Resolver:
    """Looks up what a query names."""

    def __init__(self, catalog: Catalog, collections: Collections) -> None:
        self._catalog = catalog
        self._collections = collections
        self._folders = FolderNames(catalog)

    def filters(self, terms: Sequence[Term]) -> Resolved:
        """What filters come to. One that names nothing is a problem, and left out."""
        filters: list[Filter] = []
        kept: list[Term] = []
        problems: list[QueryPartError] = []
        for term in terms:
            criteria = [
                criterion
                for value in term.values
                for criterion in self._tried(term.name, value, problems)
            ]
            if criteria:
                filters.append(Filter(tuple(criteria), term.excluded))
                kept.append(term)
        return Resolved(tuple(filters), tuple(kept), tuple(problems))

    def photo(self, part: Part) -> PhotoId:
        """The photo of the library that a part names. Raises QueryPartError."""
        by_number = part.value.isascii() and part.value.isdigit() and len(part.value) < 19
        found = self._by_number(part.value) if by_number else self._by_path(part.value)
        if found is None:
            finding = f"{part.value} is no photo of this library"
            hint = "Write the number of a photo or the path of its file."
            raise problem_at(finding, part.place, hint)
        return found

    def _by_number(self, text: str) -> PhotoId | None:
        photo = PhotoId(int(text))
        return photo if self._catalog.photos.get(photo) is not None else None

    def _by_path(self, text: str) -> PhotoId | None:
        try:
            path = expanded(Path(text)).absolute()
            file = None if "\0" in text else self._catalog.files.by_path(path)
        except (OSError, ValueError):
            # Not every text can be a path.
            return None
        return file.photo if file is not None else None

    def _tried(
        self, name: FilterName, value: Value, problems: list[QueryPartError]
    ) -> Sequence[Criterion]:
        if not isinstance(value.of, str):
            return [value.of]
        try:
            return self._looked_up(name, value.of)
        except QueryError as error:
            problems.append(problem_at(error.finding, value.place, error.hint))
            return []

    def _looked_up(self, name: FilterName, text: str) -> Sequence[Criterion]:
        readers: dict[FilterName, Callable[[], Sequence[Criterion]]] = {
            FilterName.IN: lambda: self._in(text),
            FilterName.TYPE: lambda: [kinds.criterion(text)],
            FilterName.IS: self._untagged,
        }
        named = readers.get(name)
        if named is not None:
            return named()
        return [OneOf(tuple(self._collections.photos(name, text)))]

    def _in(self, text: str) -> Sequence[Criterion]:
        scopes = self._folders.scopes(text)
        if len(scopes) <= _MOST_FOLDERS:
            return [InFolder(scope) for scope in scopes]
        ids = np.concatenate([self._catalog.photos.visible_ids(scope) for scope in scopes])
        return [OneOf(tuple(PhotoId(number) for number in np.unique(ids).tolist()))]

    def _untagged(self) -> Sequence[Criterion]:
        photos = self._collections.untagged()
        return [OneOf(tuple(photos))] if photos is not None else [Everything()]
