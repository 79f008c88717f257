"""Saved searches: checked before they are kept, in one form, and counted where that is cheap."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from pathlib import Path

from photoclip.catalog.criteria import Criterion
from photoclip.catalog.store import Catalog
from photoclip.domain import SavedSearch, SearchId
from photoclip.domain.names import tidy
from photoclip.errors import QueryError, SavedSearchError
from photoclip.paths import expanded
from photoclip.search import printing, references
from photoclip.search.foldernames import is_path
from photoclip.search.parsing import parse
from photoclip.search.query import FilterName, Part, PartKind, Query, Term, Value
from photoclip.search.searcher import Search, require_text

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Counted:
    """A saved search, and how many photos it has now; None where only searching would tell.

    finding: what of it leads nowhere now, "" for nothing.
    """

    search: SavedSearch
    photos: int | None = None
    finding: str = ""


class SavedSearches:
    """What people search for again and again, as smart albums. Thread-safe.

    A query is kept as text, so that what it finds is always what is in the library. Albums by hand
    have names of the same kind: no two of either have the same.
    """

    def __init__(self, catalog: Catalog, search: Callable[[], Search]) -> None:
        """search: the one in use, which another model replaces."""
        self._catalog = catalog
        self._search = search

    def all(self) -> list[SavedSearch]:
        """All of them, by name."""
        return self._catalog.searches.all()

    def named(self, name: str) -> SavedSearch:
        """The one of this name, in whatever case. Raises SavedSearchError."""
        found = self._catalog.searches.named(tidy(name))
        if found is None:
            raise SavedSearchError(f"there is no saved search {name}", hint=_SEE)
        return found

    def add(self, name: str, text: str) -> SavedSearch:
        """Keep a search under a name.

        Raises QueryError where anything of it cannot be understood, SavedSearchError where the
        name is taken, empty or too long.
        """
        name, query = proper_name(name), canonical(text)
        with self._catalog.transaction():
            kept = self._catalog.searches.add(name, query)
            if kept is None:
                raise self._taken(name)
            references.refuse_circle(self._catalog, kept)
        return kept

    def add_with_a_name(self, text: str) -> SavedSearch:
        """Keep a search under a name of its own making. Raises QueryError."""
        query = canonical(text)
        tried = (self._catalog.searches.add(name, query) for name in numbered(query))
        return next(kept for kept in tried if kept is not None)

    def rename(self, number: SearchId, name: str) -> SavedSearch:
        """Give one another name. Raises SavedSearchError as add() does, or where it is gone."""
        return self._change(replace(self._get(number), name=proper_name(name)))

    def set_query(self, number: SearchId, text: str) -> SavedSearch:
        """Have one search for something else. Raises QueryError, SavedSearchError as add()."""
        return self._change(replace(self._get(number), query=canonical(text)))

    def remove(self, number: SearchId) -> SavedSearch:
        """Forget one; put_back() undoes that. Raises SavedSearchError where it is gone already."""
        search = self._get(number)
        self._catalog.searches.remove(number)
        return search

    def put_back(self, search: SavedSearch) -> SavedSearch:
        """One as it was. Raises SavedSearchError where another has its name meanwhile."""
        return self._change(search)

    def counted(self) -> list[Counted]:
        """All of them by name, with what is cheap to know: no model is opened."""
        return [self._counted(search) for search in self.all()]

    def count(self, search: SavedSearch) -> Counted:
        """The same of one for which photos have to be compared: what it clearly finds.

        As long as a search takes. Raises ModelError.
        """
        try:
            result = self._search().query(search.query, limit=None, matching=True)
        except QueryError as error:
            return Counted(search, finding=error.finding)
        finding = next((problem.finding for problem in result.problems), "")
        return Counted(search, len(result.ids), finding)

    def state(self) -> Hashable:
        """Another value whenever searches may find others than before. Raises ModelError."""
        catalog, model = self._catalog, self._search().model.fingerprint
        generations = (
            catalog.files_generation,
            catalog.labels.generation,
            catalog.tags.generation,
            catalog.annotations.generation,
            catalog.albums.generation,
            catalog.models.generation(model),
        )
        # Some dates are relative.
        return model, generations, date.today()

    def _counted(self, search: SavedSearch) -> Counted:
        if references.needs_searching(self._catalog, search.query):
            return Counted(search)
        try:
            understood = self._search().understand(search.query)
        except QueryError as error:
            return Counted(search, finding=error.finding)
        finding = next((problem.finding for problem in understood.problems), "")
        if understood.query.parts or not understood.query.terms:
            return Counted(search, finding=finding)
        return Counted(search, self._search().passing(understood), finding)

    def _get(self, number: SearchId) -> SavedSearch:
        search = self._catalog.searches.get(number)
        if search is None:
            raise SavedSearchError("this saved search is gone", hint=_SEE)
        return search

    def _change(self, search: SavedSearch) -> SavedSearch:
        with self._catalog.transaction():
            references.refuse_circle(self._catalog, search)
            before = self._catalog.searches.get(search.id)
            changed = self._catalog.searches.put_back(search)
            if changed is None:
                raise self._taken(search.name)
            if before is not None and before.name != changed.name:
                references.follow(self._catalog, before.name, changed.name)
        return changed

    def _taken(self, name: str) -> SavedSearchError:
        return SavedSearchError(taken(self._catalog, name), hint="Choose another name.")


_SEE = "See: photoclip saved list"


def canonical(text: str) -> str:
    """A query in its shortest form, in which paths hold wherever one is.

    Raises QueryError where it is empty, the first thing of it that cannot be understood, and
    SavedSearchError where it names files in bytes that are no text.
    """
    parsed = parse(require_text(text))
    if parsed.problems:
        raise parsed.problems[0]
    parts = tuple(map(_anchored, parsed.query.parts))
    terms = tuple(map(_anchored_term, parsed.query.terms))
    query = printing.text(Query(parts, terms))
    if any("\ud800" <= sign <= "\udfff" for sign in query):
        raise SavedSearchError("a search with a name that is no valid Unicode cannot be kept")
    return query


def proper_name(name: str) -> str:
    """A name without space around it, on one line. Raises SavedSearchError."""
    tidied = tidy(name)
    if not tidied:
        raise SavedSearchError("a saved search needs a name")
    if len(tidied) > LONGEST_NAME:
        raise SavedSearchError(f"a name has at most {LONGEST_NAME} characters")
    return tidied


def numbered(text: str) -> Iterator[str]:
    """Names made of a text, each short enough: the text, then "text (2)", "text (3)" ..."""
    name, longest = tidy(text), LONGEST_NAME - 8
    if len(name) > longest:
        name = f"{name[: longest - 1].rstrip()}…"
    yield name
    yield from (f"{name} ({number})" for number in count(2))


def taken(catalog: Catalog, name: str) -> str:
    """That a name is taken, by an album of either kind."""
    there = catalog.albums.named(name)
    if there is not None and not there.is_smart:
        return f"there is an album {name} already"
    return f"there is a saved search {name} already"


def _anchored(part: Part) -> Part:
    by_number = part.kind is PartKind.SIMILAR and part.value.isascii() and part.value.isdigit()
    if part.kind is PartKind.TEXT or by_number:
        return part
    return replace(part, value=_absolute(part.value))


def _anchored_term(term: Term) -> Term:
    if term.name is not FilterName.IN:
        return term
    return replace(term, values=tuple(Value(_anchored_folder(value.of)) for value in term.values))


def _anchored_folder(value: Criterion | str) -> Criterion | str:
    return _absolute(value) if isinstance(value, str) and is_path(value) else value


def _absolute(path: str) -> str:
    try:
        return str(expanded(Path(path)).absolute())
    except (OSError, ValueError):
        # Not every text can be a path; searching tells that.
        return path
