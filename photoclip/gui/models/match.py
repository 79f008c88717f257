"""Why a photo is among the answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Match:
    """How well a photo fits what was asked.

    what: the words, or what the pictures are called. by_text: whether it was words. score: cosine
    similarity. rank: 1 for the best, of the photos that were compared. parts: where several things
    were asked for, the cosine of each by what it is called; the score is then what they add up to.
    """

    what: str
    by_text: bool
    score: float
    rank: int
    of: int
    parts: tuple[tuple[str, float], ...] = ()
