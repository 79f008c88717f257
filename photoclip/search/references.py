"""Saved searches that name albums: what becomes of them when a name changes, and circles."""

from __future__ import annotations

from dataclasses import replace

from photoclip.catalog.store import Catalog
from photoclip.domain import SavedSearch
from photoclip.domain.names import key_of
from photoclip.errors import QueryError
from photoclip.search import printing
from photoclip.search.parsing import parse
from photoclip.search.query import FilterName, Query, Term, Value


def refuse_circle(catalog: Catalog, kept: SavedSearch) -> None:
    """Raises QueryError where an album would be found by way of itself."""
    queries = {key_of(one.name): one.query for one in catalog.searches.all() if one.id != kept.id}
    begin = key_of(kept.name)
    left, seen = [kept.query], set[str]()
    while left:
        for key in map(key_of, _albums_in(parse(left.pop()).query)):
            if key == begin:
                raise circle(kept.name)
            if key in queries and key not in seen:
                seen.add(key)
                left.append(queries[key])


def needs_searching(catalog: Catalog, text: str) -> bool:
    """Whether a query names an album whose photos only searching tells."""
    left, seen = _albums_in(parse(text).query), set[str]()
    while left:
        name = left.pop()
        album = catalog.albums.named(name) if key_of(name) not in seen else None
        seen.add(key_of(name))
        if album is not None and album.is_smart:
            query = parse(album.query).query
            if query.parts:
                return True
            left += _albums_in(query)
    return False


def circle(name: str) -> QueryError:
    """That an album cannot hold what it is made of itself."""
    return QueryError(f"the album {name} would be a part of itself")


def follow(catalog: Catalog, before: str, now: str) -> None:
    """Have all saved searches that name an album find it under its new name."""
    for search in catalog.searches.all():
        query = parse(search.query).query
        if key_of(before) in map(key_of, _albums_in(query)):
            terms = tuple(_called(term, before, now) for term in query.terms)
            text = printing.text(Query(query.parts, terms))
            catalog.searches.put_back(replace(search, query=text))


def _called(term: Term, before: str, now: str) -> Term:
    if term.name is not FilterName.ALBUM:
        return term
    values = (
        Value(now) if isinstance(one.of, str) and key_of(one.of) == key_of(before) else one
        for one in term.values
    )
    return replace(term, values=tuple(values))


def _albums_in(query: Query) -> list[str]:
    """The names of the albums that a query names."""
    values = (
        one.of for term in query.terms if term.name is FilterName.ALBUM for one in term.values
    )
    return [name for name in values if isinstance(name, str)]
