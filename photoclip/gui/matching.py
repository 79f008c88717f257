"""Finds texts by what people type of them: beginnings of words, parts, or letters in order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# What a letter counts by where it stands; a whole beginning of a word beats scattered letters.
WORD_START = 100.0
INSIDE = 60.0
SCATTERED = 20.0
# Each letter that was skipped, and each word before the match.
SKIPPED = 0.5
LATER_WORD = 4.0
# Among equals the shorter text is the closer one.
LENGTH = 0.05

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Found:
    """How well a text fits, the higher the better, and which of its letters did."""

    score: float
    letters: frozenset[int] = frozenset()


def find(typed: str, text: str) -> Found | None:
    """How a text fits to what was typed, or None. Each word that was typed has to fit.

    Case and accents do not count. Nothing typed fits everything alike.
    """
    folded, score, letters = fold(text), 0.0, frozenset[int]()
    words = fold(typed).split()
    for word in words:
        best = max(_ways(word, folded), key=lambda found: found.score, default=None)
        if best is None:
            return None
        score += best.score
        letters |= best.letters
    return Found(score / len(words) - LENGTH * len(text), letters) if words else Found(0.0)


def fold(text: str) -> str:
    """A text without case and accents, letter by letter: of the same length."""
    if text.isascii():
        return text.lower()
    return "".join(letter.lower() if letter.isascii() else _fold(letter) for letter in text)


def _fold(letter: str) -> str:
    # Some letters become several ("ß"), of which the first has to do.
    return unicodedata.normalize("NFKD", letter.casefold())[:1] or letter


def _ways(word: str, text: str) -> Iterator[Found]:
    """How a word can be found in a text."""
    at = text.find(word)
    if at < 0 and not _in_order(word, text):
        return
    starts = _word_starts(text)
    while at >= 0:
        letters = frozenset(range(at, at + len(word)))
        if at in starts:
            yield Found(WORD_START - LATER_WORD * starts.index(at), letters)
        else:
            yield Found(INSIDE - SKIPPED * at, letters)
        at = text.find(word, at + 1)
    # A single letter is somewhere in nearly everything.
    if len(word) > 1:
        yield from _scattered(word, text, starts)


def _in_order(word: str, text: str) -> bool:
    """Whether all letters are there in order: most texts are done with here."""
    at = -1
    for letter in word:
        at = text.find(letter, at + 1)
        if at < 0:
            return False
    return True


def _scattered(word: str, text: str, starts: list[int]) -> Iterator[Found]:
    """The letters of a word in order, from each beginning of a word on."""
    for start in starts:
        if text[start] == word[0] and (letters := _subsequence(word, text, start)):
            skipped = letters[-1] - letters[0] + 1 - len(letters)
            yield Found(SCATTERED - SKIPPED * skipped, frozenset(letters))


def _subsequence(word: str, text: str, start: int) -> list[int]:
    letters: list[int] = []
    for letter in word:
        at = text.find(letter, letters[-1] + 1 if letters else start)
        if at < 0:
            return []
        letters.append(at)
    return letters


def _word_starts(text: str) -> list[int]:
    return [found.start() for found in _WORD.finditer(text)]
