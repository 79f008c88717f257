"""Concepts that people might look for, and which photos of a captioned set show them.

A caption names a few things and leaves the rest out, so that relevance from captions is noisy. A
photo counts as showing a concept where at least two of its captions name it; where only one
does, it counts neither way. A concept is present where a photo shows it, and absent where no
caption of any photo names it or a synonym; those in between are left out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FILE = Path(__file__).parent / "data" / "concepts.tsv"
AGREEING = 2
RARE = 5

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Concept:
    """A query, and the words by which a caption names what it asks for.

    names: alternatives, of each of which all words or phrases must be in one caption.
    """

    query: str
    names: tuple[tuple[re.Pattern[str], ...], ...]

    @property
    def reported(self) -> bool:
        """Whether it is for reporting; the other half is for choosing how the cut-off works."""
        return int(hashlib.sha256(f"c{self.query}".encode()).hexdigest(), 16) % 2 == 1

    def named(self, caption: str) -> bool:
        """Whether a caption (lower case) names it."""
        return any(all(word.search(caption) for word in words) for words in self.names)


@dataclass(frozen=True)
class Judged:
    """A concept over photos: shown (n,), and doubtful (n,), which counts neither way."""

    concept: Concept
    shown: Mask
    doubtful: Mask

    @property
    def count(self) -> int:
        """How many photos show it."""
        return int(self.shown.sum())

    @property
    def rare(self) -> bool:
        return 0 < self.count <= RARE

    @property
    def absent(self) -> bool:
        return not self.shown.any() and not self.doubtful.any()


def read_concepts(file: Path = FILE) -> list[Concept]:
    """All concepts, in the file's order."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [_concept(line) for line in lines if line and line[0] != "#"]


def judge(
    concepts: Sequence[Concept], captions: Mapping[str, Sequence[str]], photos: Sequence[str]
) -> list[Judged]:
    """Which of the photos show each concept, of those that are present or absent."""
    lowered = [[caption.lower() for caption in captions[photo]] for photo in photos]
    judged = []
    for concept in concepts:
        counts = np.array([sum(map(concept.named, texts)) for texts in lowered])
        shown = counts >= AGREEING
        judged.append(Judged(concept, shown, (counts > 0) & ~shown))
    return [one for one in judged if one.count or one.absent]


def _concept(line: str) -> Concept:
    query, names = line.split("\t")
    alternatives = (name.split("&") for name in names.split("|"))
    return Concept(query, tuple(tuple(map(_word, words)) for words in alternatives))


def _word(phrase: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, phrase.split()))
    return re.compile(rf"\b(?:{words})(?:s|es)?\b")
