"""The words that describe photos: those that ship with photoclip, by category.

The file is plain text: a line in brackets names a category, words and short phrases are divided by
commas, and lines that start with # are comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from photoclip.domain.names import key_of
from photoclip.errors import SettingsError
from photoclip.paths import bundled

FILE = "vocabulary/english.txt"
# Longer ones are sentences, which no list of words is read for.
MOST_CHARACTERS = 40
MOST_WORDS = 6
# The category of words that come from label sets.
LABELS = "labels"
_PROPER = re.compile(r"[a-z][a-z' -]*[a-z]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or short phrase, and the category that it stands under."""

    text: str
    category: str


def bundled_words() -> tuple[Word, ...]:
    """The words that ship with photoclip. Raises SettingsError where they cannot be read."""
    return read_words(bundled("resources") / FILE)


def read_words(path: Path) -> tuple[Word, ...]:
    """The words of a file. Raises SettingsError, with the line, where one is not as it should be.

    Each stands once, under a category, in lower case, and is short.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"cannot be read ({error})", path=path) from error
    words: dict[str, Word] = {}
    for number, word in _words(lines):
        finding = _finding(word, words)
        if finding:
            raise SettingsError(f"line {number}: {finding}", path=path)
        words[word.text] = word
    if not words:
        raise SettingsError("holds no words", path=path)
    return tuple(words.values())


def with_labels(words: Sequence[Word], labels: Iterable[str]) -> tuple[Word, ...]:
    """The words, and those labels that are not among them, as they are written."""
    known = {key_of(word.text) for word in words}
    more: dict[str, Word] = {}
    for label in labels:
        text = " ".join(label.split())
        if text and key_of(text) not in known:
            more.setdefault(key_of(text), Word(text, LABELS))
    return (*words, *more.values())


def _words(lines: Iterable[str]) -> Iterator[tuple[int, Word]]:
    category = ""
    for number, line in enumerate(map(str.strip, lines), start=1):
        if line.startswith("[") and line.endswith("]"):
            category = line[1:-1].strip()
        elif line and line[0] != "#":
            for text in line.split(","):
                yield number, Word(text.strip(), category)


def _finding(word: Word, before: Iterable[str]) -> str:
    """What is wrong with a word; "" where nothing is."""
    if not _PROPER.fullmatch(word.text):
        return f"{word.text!r} is no word in lower case"
    if len(word.text) > MOST_CHARACTERS or len(word.text.split()) > MOST_WORDS:
        return f"{word.text!r} is too long"
    if not word.category:
        return f"{word.text!r} stands before the first category"
    return f"{word.text!r} stands there twice" if word.text in before else ""
