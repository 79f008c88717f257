"""Splits what was typed into words, phrases, named values and pluses, each with its place."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass

from photoclip.errors import QueryPartError
from photoclip.search.query import FilterName, PartKind, Place

# Other ways to write date:.
BEFORE, AFTER = "before", "after"
PARTS = (PartKind.IMAGE.value, PartKind.SIMILAR.value)
NAMES = frozenset({*(name.value for name in FilterName), *PARTS, BEFORE, AFTER})
# Their values hold commas of their own.
_SINGLE = (*PARTS, FilterName.NEAR.value)

LEAST_WEIGHT, MOST_WEIGHT = 0.01, 100.0
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
# Others that keyboards and editors put in its place.
_TYPOGRAPHIC = re.compile(r"“([^”“]*)[”“]|„([^“”]*)[“”]|«([^»]*)»")
_OPENING = '"“„«'
_NAME = re.compile(r"([A-Za-z]+):")
_WORD = re.compile(r"\S+")
_ITEM = re.compile(r"[^\s,]+")
_NUMBER = r"\d{1,6}(?:\.\d{1,6})?|\.\d{1,6}"
_WEIGHT = re.compile(rf"\^({_NUMBER})", re.ASCII)
# Followed by the end of the word, or by another prompt: beach^2+"red door".
_WEIGHTED = re.compile(rf"(\S*?)\^((?a:{_NUMBER}))(?=\s|$|\+[^\W\d]|\+[{_OPENING}])")
# A word and what was to become its weight: beach^, beach^-1.
_HALF_WEIGHTED = re.compile(r"[\d.+-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Words:
    """A word, or what stood between quotes. weight: where one was written."""

    text: str
    place: Place
    quoted: bool = False
    excluded: bool = False
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Plus:
    """Another prompt begins."""

    place: Place


@dataclass(frozen=True, slots=True)
class Item:
    """One of the values after a name and its colon."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Named:
    """name:value,value"""

    name: str
    items: tuple[Item, ...]
    place: Place
    excluded: bool = False
    weight: float | None = None


Token = Words | Plus | Named


def tokens(text: str) -> tuple[list[Token], list[QueryPartError]]:
    """What a text consists of, and what is wrong with its signs."""
    lexer = _Lexer(text)
    return lexer.run(), lexer.problems


class _Lexer:
    def __init__(self, text: str) -> None:
        self.problems: list[QueryPartError] = []
        self._text = text
        self._at = 0

    def run(self) -> list[Token]:
        found: list[Token] = []
        while self._skip_space():
            found.append(self._next())
        return found

    def _skip_space(self) -> bool:
        """Go to the next character that is no space; whether there is one."""
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1
        return self._at < len(self._text)

    def _next(self) -> Token:
        start, sign = self._at, self._sign()
        if sign == "+":
            return Plus(Place(start, self._at))
        excluded = sign == "-"
        quoted = self._quotation()
        if quoted is not None:
            weight = self._weight_after_quote()
            return Words(quoted, self._since(start), True, excluded, weight)
        name = _NAME.match(self._text, self._at)
        if name is not None and name[1].lower() in NAMES:
            self._at = name.end()
            return self._named(name[1].lower(), start, excluded)
        word, weight = self._word()
        return Words(word, self._since(start), False, excluded, weight)

    def _since(self, start: int) -> Place:
        return Place(start, self._at)

    def _sign(self) -> str:
        """A plus or minus that does something: at the beginning of a word, before a letter."""
        sign = self._text[self._at]
        following = self._text[self._at + 1 : self._at + 2]
        alone = sign == "+" and (not following or following.isspace())
        if sign in "+-" and (alone or _begins_term(following)):
            self._at += 1
            return sign
        return ""

    def _quotation(self) -> str | None:
        """What stands between quotes, where they open here."""
        found = _QUOTED.match(self._text, self._at)
        if found is not None:
            self._at = found.end()
            return found[1].replace('""', '"')
        found = _TYPOGRAPHIC.match(self._text, self._at)
        if found is not None:
            self._at = found.end()
            return next(part for part in found.groups() if part is not None)
        if self._text[self._at : self._at + 1] != '"':
            return None
        start, self._at = self._at, len(self._text)
        self._complain('a quotation mark " has no other that closes it', start, start + 1)
        return self._text[start + 1 :].replace('""', '"')

    def _weight_after_quote(self) -> float | None:
        found = _WEIGHT.match(self._text, self._at)
        if found is not None:
            start, self._at = self._at, found.end()
            return self._weight(found[1], start)
        if self._text[self._at : self._at + 1] == "^":
            start, self._at = self._at, self._end_of_word()
            self._complain_of_weight(start)
        return None

    def _word(self) -> tuple[str, float | None]:
        start = self._at
        found = _WEIGHTED.match(self._text, start)
        # 10^6 is a number.
        if found is not None and found[1] and not found[1].isdigit():
            self._at = found.end()
            return found[1], self._weight(found[2], found.end(1))
        self._at = self._end_of_word()
        word = self._text[start : self._at]
        base, hat, rest = word.rpartition("^")
        if hat and base[-1:].isalnum() and not base.isdigit() and _HALF_WEIGHTED.fullmatch(rest):
            self._complain_of_weight(start + len(base))
            return base, None
        return word, None

    def _end_of_word(self) -> int:
        found = _WORD.match(self._text, self._at)
        return found.end() if found is not None else self._at

    def _weight(self, text: str, start: int) -> float | None:
        weight = float(text)
        if LEAST_WEIGHT <= weight <= MOST_WEIGHT:
            return weight
        self._complain_of_weight(start)
        return None

    def _named(self, name: str, start: int, excluded: bool) -> Named:
        if name not in _SINGLE:
            items = self._items()
            return Named(name, tuple(items), self._since(start), excluded)
        item, weight = self._single(name in PARTS)
        return Named(name, (item,) if item else (), self._since(start), excluded, weight)

    def _items(self) -> list[Item]:
        found: list[Item] = []
        while (item := self._item()) is not None:
            found.append(item)
            if self._text[self._at : self._at + 1] != ",":
                break
            self._at += 1
        return found

    def _item(self) -> Item | None:
        while self._text[self._at : self._at + 1] == ",":
            self._at += 1
        start, quoted = self._at, self._quotation()
        if quoted is not None:
            return Item(quoted, self._since(start))
        found = _ITEM.match(self._text, self._at)
        if found is None:
            return None
        self._at = found.end()
        return Item(found[0], self._since(start))

    def _single(self, weighted: bool) -> tuple[Item | None, float | None]:
        """One value, whatever is in it, and its weight."""
        start, quoted = self._at, self._quotation()
        if quoted is not None:
            place = self._since(start)
            return Item(quoted, place), self._weight_after_quote() if weighted else None
        if self._end_of_word() == start:
            return None, None
        found = _WEIGHTED.match(self._text, start) if weighted else None
        if found is not None and found[1] and not found[1].isspace():
            self._at = found.end()
            weight = self._weight(found[2], found.end(1))
            return Item(found[1], Place(start, found.end(1))), weight
        self._at = self._end_of_word()
        return Item(self._text[start : self._at], self._since(start)), None

    def _complain_of_weight(self, start: int) -> None:
        hint = "Write a number from 0.01 to 100 after it, as in beach^2 or beach^0.5."
        self._complain("a ^ needs the weight that it stands for", start, self._at, hint)

    def _complain(self, finding: str, start: int, end: int, hint: str = "") -> None:
        self.problems.append(QueryPartError(finding, start=start, end=end, hint=hint))


def _begins_term(letter: str) -> bool:
    """Whether a sign before this letter is one, and no dash, number or part of a name."""
    if not letter or letter.isspace() or letter.isnumeric():
        return False
    return letter not in string.punctuation or letter in _OPENING
