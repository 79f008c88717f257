"""From what was typed to a query. Whatever is typed gives one, with a list of what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from photoclip.errors import QueryPartError
from photoclip.search import values
from photoclip.search.lexer import AFTER, BEFORE, PARTS, Item, Named, Plus, Token, Words, tokens
from photoclip.search.query import (
    FilterName,
    Parsed,
    Part,
    PartKind,
    Place,
    Query,
    Term,
    Value,
    in_order,
    ordered,
    problem_at,
)

# Each part costs a look at all photos, and SQLite takes no endless conditions.
MOST_PARTS, MOST_TERMS, MOST_VALUES = 32, 32, 64
_OR = "OR"


def parse(text: str) -> Parsed:
    """What a person typed, as far as it can be understood. Never raises."""
    found, problems = tokens(text)
    parser = _Parser(_joined(found, problems), problems)
    return parser.run()


def _joined(found: Sequence[Token], problems: list[QueryPartError]) -> list[Token]:
    """With an OR between two filters of one name, they are one."""
    joined: list[Token] = []
    at = 0
    while at < len(found):
        token = found[at]
        following = found[at + 1] if at + 1 < len(found) else None
        before = joined[-1] if joined else None
        if _is_or(token) and isinstance(before, Named) and isinstance(following, Named):
            if _same(before, following):
                place = Place(before.place.start, following.place.end)
                items = before.items + following.items
                joined[-1] = replace(before, items=items, place=place)
                at += 1
            else:
                problems.append(problem_at("OR joins values of one filter only", token.place))
        else:
            joined.append(token)
        at += 1
    return joined


def _is_or(token: Token) -> bool:
    return isinstance(token, Words) and token.text == _OR and not token.quoted and _plain(token)


def _plain(token: Words) -> bool:
    return not token.excluded and token.weight is None


def _same(one: Named, other: Named) -> bool:
    names = {_filter_name(one.name), _filter_name(other.name)}
    filters = one.name not in PARTS and one.name == other.name
    return len(names) == 1 and filters and not (one.excluded or other.excluded)


class _Parser:
    """Words in a row are one prompt; what is no word may stand anywhere between them."""

    def __init__(self, found: Sequence[Token], problems: list[QueryPartError]) -> None:
        self._tokens = found
        self._problems = problems
        self._parts: list[Part] = []
        self._terms: list[Term] = []
        self._words: list[Words] = []
        self._plus: Plus | None = None
        self._compared = False

    def run(self) -> Parsed:
        for token in self._tokens:
            match token:
                case Plus():
                    self._add_plus(token)
                case Named():
                    self._add_named(token)
                case Words():
                    self._add_words(token)
        self._end_prompt()
        self._end_plus()
        parts = self._limited(self._parts, MOST_PARTS, "prompts and pictures")
        terms = self._limited(self._terms, MOST_TERMS, "filters")
        return Parsed(Query(ordered(parts), tuple(terms)), in_order(*self._problems))

    def _add_plus(self, plus: Plus) -> None:
        self._end_prompt()
        if not self._compared:
            self._complain_of_plus(plus)
        self._plus, self._compared = (plus if self._compared else None), False

    def _end_plus(self) -> None:
        if self._plus is not None and not self._compared:
            self._complain_of_plus(self._plus)

    def _complain_of_plus(self, plus: Plus) -> None:
        hint = "Write words or a picture before and after it, as in beach + umbrella."
        self._problems.append(problem_at("a + has nothing to add", plus.place, hint))

    def _add_words(self, words: Words) -> None:
        if words.excluded:
            self._add_prompt([words])
        elif words.quoted:
            self._end_prompt()
            self._add_prompt([words])
        else:
            self._words.append(words)
            if words.weight is not None:
                self._end_prompt()

    def _end_prompt(self) -> None:
        words, self._words = self._words, []
        if words:
            self._add_prompt(words)

    def _add_prompt(self, words: Sequence[Words]) -> None:
        first, last = words[0], words[-1]
        place = Place(first.place.start, last.place.end)
        text = " ".join(" ".join(word.text for word in words).split())
        if text:
            self._add_part(PartKind.TEXT, text, last.weight, first.excluded, place)
        else:
            self._problems.append(problem_at("there is nothing between the quotation marks", place))

    def _add_named(self, named: Named) -> None:
        if named.name not in PARTS:
            self._add_term(named)
        elif named.items and named.items[0].text.strip():
            value = named.items[0].text.strip()
            kind = PartKind(named.name)
            self._add_part(kind, value, named.weight, named.excluded, named.place)
        else:
            self._problems.append(_empty(named))

    def _add_part(
        self, kind: PartKind, value: str, weight: float | None, excluded: bool, place: Place
    ) -> None:
        self._compared = self._compared or not excluded
        weight = 1.0 if weight is None else weight
        self._parts.append(Part(kind, value, weight, excluded, place))

    def _add_term(self, named: Named) -> None:
        if not named.items:
            self._problems.append(_empty(named))
            return
        items = self._limited(named.items, MOST_VALUES, "values of a filter")
        found = [value for item in items if (value := self._value(named.name, item)) is not None]
        if found:
            name = _filter_name(named.name)
            self._terms.append(Term(name, tuple(found), named.excluded, named.place))

    def _value(self, name: str, item: Item) -> Value | None:
        try:
            return Value(values.value(name, item.text), item.place)
        except values.Unfit:
            finding = f"{name}: cannot be {item.text!r}"
            self._problems.append(problem_at(finding, item.place, values.EXPECTED[name]))
            return None

    def _limited(self, found: Sequence, most: int, what: str) -> Sequence:  # type: ignore[type-arg]
        if len(found) > most:
            surplus = Place(found[most].place.start, found[-1].place.end)
            finding = f"a search takes {most} {what} at most; the others are left out"
            self._problems.append(problem_at(finding, surplus))
        return found[:most]


def _filter_name(name: str) -> FilterName:
    return FilterName.DATE if name in (BEFORE, AFTER) else FilterName(name)


def _empty(named: Named) -> QueryPartError:
    finding = f"{named.name}: is followed by nothing"
    return problem_at(finding, named.place, values.EXPECTED[named.name])
