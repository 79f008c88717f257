"""Filters that were chosen: one more, one less, another way round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from photoclip.search.query import FilterName, Term, Value
from photoclip.search.values import value

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
_ONE = {FilterName.ISO, FilterName.SIZE, FilterName.RATING, FilterName.NEAR}


def term(name: FilterName, text: str) -> Term:
    """A filter with one value, as it would be typed. Raises Unfit."""
    return Term(name, (Value(value(name, text)),))


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


def turned_round(terms: Sequence[Term], one: Term) -> tuple[Term, ...]:
    """Filters with one of them excluding what it asked for, or the other way round."""
    other = replace(one, excluded=not one.excluded)
    if any(term.name is other.name and term.excluded == other.excluded for term in terms):
        # It joins those that there are.
        return with_term(without_term(terms, one), other)
    return tuple(other if term == one else term for term in terms)


def holds(terms: Sequence[Term], wanted: Term) -> bool:
    """Whether a filter is one of these, or a value of one."""
    return any(
        one.name is wanted.name
        and one.excluded == wanted.excluded
        and set(wanted.values) <= set(one.values)
        for one in terms
    )
