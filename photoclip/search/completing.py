"""How a query that is being typed may go on at the caret."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path

from photoclip.paths import expanded
from photoclip.search.foldernames import is_path
from photoclip.search.lexer import AFTER, BEFORE, PARTS, Named, Token, Words, tokens
from photoclip.search.printing import quoted_if_needed
from photoclip.search.query import FilterName
from photoclip.search.vocabulary import Vocabulary, Word, folded

MOST = 9
_MOST_PAST, _MOST_SAVED, _MOST_NAMES = 3, 3, 4
# Fewer letters begin too many words.
_LEAST = 2
# So many plain words may be the beginning of one name: in New York Ci
_MOST_WORDS = 4
# As people would look for them.
_NAMES = (*(name.value for name in FilterName), BEFORE, AFTER, *PARTS)
_OF_DATES = (FilterName.DATE.value, BEFORE, AFTER)
_OURS = (FilterName.RATING, FilterName.ORIENTATION, FilterName.HAS, FilterName.IS)
# What stands before the last date of a range.
_FIRST_END = re.compile(r"(?:.*\.\.|[<>=≤≥]+)")
_REST_OF_VALUE = re.compile(r"[^\s,]*")
_QUOTED = re.compile(r'"(?:[^"]|"")*"')


class Kind(StrEnum):
    """What a completion is."""

    PAST = "past"
    SAVED = "saved"
    FILTER = "filter"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Completion:
    """Text that may take the place of what stands from start to end.

    shown: what it is called. name: the filter that it is, or is a value of; "" for searches.
    photos: how many, where that is known.
    """

    kind: Kind
    start: int
    end: int
    text: str
    shown: str
    name: str = ""
    photos: int | None = None

    def applied(self, typed: str) -> str:
        """What was typed, completed."""
        return typed[: self.start] + self.text + typed[self.end :]

    @property
    def caret(self) -> int:
        """Where typing goes on."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class _Here:
    """What stands at the caret: a beginning, and the place that it is to be replaced in."""

    typed: str
    start: int
    end: int
    # What a value needs in front, and behind it.
    before: str = ""
    after: str = ""


def complete(
    text: str, caret: int, vocabulary: Vocabulary, past: Sequence[str] = ()
) -> list[Completion]:
    """What fits at a caret (characters from 0), the likeliest first; [] where nothing does.

    past: texts that were searched for, newest first. Nothing is looked up: it is quick.
    """
    found, _ = tokens(text[:caret])
    last = found[-1] if found and found[-1].place.end == caret else None
    whole = list(_searches(text, vocabulary, past)) if caret == len(text) else []
    if isinstance(last, Named):
        return [*islice(_values(text, caret, last, vocabulary), MOST), *whole][:MOST]
    if not isinstance(last, Words) or not _is_plain(last) or not _at_end(text, caret):
        return whole[:MOST]
    names = islice(_names(caret, last), _MOST_NAMES)
    return [*whole, *names, *_any_values(text, caret, found, vocabulary)][:MOST]


def _is_plain(words: Words) -> bool:
    return not words.quoted and words.weight is None


def _at_end(text: str, caret: int) -> bool:
    """Whether a word ends here."""
    return not text[caret : caret + 1].strip()


def _searches(text: str, vocabulary: Vocabulary, past: Sequence[str]) -> Iterator[Completion]:
    """Whole searches that begin like this one."""
    typed = " ".join(text.split()).casefold()
    if not typed:
        return
    before = (one for one in past if one.casefold().startswith(typed) and one.casefold() != typed)
    for one in islice(before, _MOST_PAST):
        yield Completion(Kind.PAST, 0, len(text), one, one)
    key = folded(text)
    saved = (one for one in vocabulary.searches if key and _fits(key, folded(one.name)))
    for search in islice(saved, _MOST_SAVED):
        if search.query != text.strip():
            yield Completion(Kind.SAVED, 0, len(text), search.query, search.name)


def _names(caret: int, last: Words) -> Iterator[Completion]:
    """Filters whose names begin with a word."""
    start = last.place.start + last.excluded
    typed = last.text.casefold()
    for name in _NAMES if len(typed) >= _LEAST else ():
        if name.startswith(typed):
            yield Completion(Kind.FILTER, start, caret, f"{name}:", f"{name}:", name)


def _values(text: str, caret: int, last: Named, vocabulary: Vocabulary) -> Iterator[Completion]:
    """Values of a filter that begin like the one at the caret."""
    dates = last.name in _OF_DATES
    if last.name in PARTS or last.name == FilterName.NEAR:
        return
    name = FilterName.DATE if dates else FilterName(last.name)
    item = last.items[-1] if last.items and last.items[-1].place.end == caret else None
    start, typed, before = (item.place.start, item.text, "") if item else (caret, "", "")
    if dates and (first := _FIRST_END.match(typed)):
        before, typed = first[0], typed[first.end() :]
    here = _Here(typed, start, _end(text, start, caret), before, _space(text, caret))
    if name is FilterName.IN and is_path(typed):
        yield from (_value(word, here, last.name) for word in _under(typed, vocabulary.paths))
        return
    of_name = (word for word in _all(vocabulary) if word.name is name)
    yield from (
        _value(word, here, last.name) for word in _fitting(_folded_as(name, typed), of_name)
    )


def _all(vocabulary: Vocabulary) -> tuple[Word, ...]:
    return vocabulary.given + vocabulary.words


def _folded_as(name: FilterName, typed: str) -> str:
    return typed.strip() if name is FilterName.DATE else folded(typed)


def _any_values(
    text: str, caret: int, found: Sequence[Token], vocabulary: Vocabulary
) -> Iterator[Completion]:
    """Values of all filters that the last words begin, those that more words begin first."""
    seen: set[Word] = set()
    for start, typed, sign in _runs(text, caret, found):
        key = folded(typed)
        here = _Here(typed, start, caret, after=_space(text, caret))
        for word in _fitting(key, _all(vocabulary)) if len(key) >= _LEAST else ():
            if word not in seen:
                seen.add(word)
                yield _value(word, here, word.name, f"{sign}{word.name}:")


def _runs(text: str, caret: int, found: Sequence[Token]) -> list[tuple[int, str, str]]:
    """Where the last few plain words begin, longest run first, with a minus in front of them."""
    runs: list[tuple[int, str, str]] = []
    for token in reversed(found[-_MOST_WORDS:]):
        if not isinstance(token, Words) or not _is_plain(token) or not folded(token.text):
            break
        sign = "-" if token.excluded else ""
        start = token.place.start
        runs.append((start, text[start + len(sign) : caret], sign))
        if sign:
            break
    return runs[::-1]


def _fitting(key: str, words: Iterable[Word]) -> list[Word]:
    """The first words that a key begins, and then those that it begins a part of."""
    begun: list[Word] = []
    within: list[Word] = []
    inside = f" {key}"
    for word in words:
        # Nearly all end here, and there may be many thousands.
        if key not in word.key or not _is_due(key, word):
            continue
        if word.key.startswith(key):
            begun.append(word)
            if len(begun) == MOST:
                break
        elif len(within) < MOST and inside in word.key:
            within.append(word)
    return [*begun, *within][:MOST]


def _fits(key: str, name: str) -> bool:
    return name.startswith(key) or f" {key}" in name


def _is_due(key: str, word: Word) -> bool:
    """Whether it is time for a word: months come once the year is there."""
    return word.name is not FilterName.DATE or len(word.value) == 4 or len(key) >= 4


def _under(typed: str, paths: Iterable[Word]) -> Iterator[Word]:
    """Folders whose paths go on like this."""
    try:
        start = str(expanded(Path(typed))) + ("/" if typed.endswith(("/", "\\")) else "")
    except (OSError, ValueError, RuntimeError):
        return
    key = start.casefold()
    yield from (word for word in paths if word.key.startswith(key) and word.key != key)


def _value(word: Word, here: _Here, name: str, before: str = "") -> Completion:
    text = f"{before}{here.before}{quoted_if_needed(word.value)}{here.after}"
    # A word that nobody gave says nothing without its name.
    shown = f"{before if word.name in _OURS else here.before}{word.value}"
    return Completion(Kind.VALUE, here.start, here.end, text, shown, name, word.photos)


def _end(text: str, start: int, caret: int) -> int:
    """Where the value ends that the caret is in."""
    if text[start:caret] and text[start] == '"':
        closed = _QUOTED.match(text, start)
        inside = closed is not None and closed.end() > caret and not _at_end(text, caret)
        return closed.end() if closed is not None and inside else caret
    rest = _REST_OF_VALUE.match(text, caret)
    return rest.end() if rest is not None else caret


def _space(text: str, caret: int) -> str:
    """What separates a value from what will be typed after it."""
    return "" if text[caret:].strip() else " "
