"""Whether a tokenizer and a text graph belong together, and what padding does."""

from __future__ import annotations

import numpy as np

from photoclip.clip.examination.judging import Judge
from photoclip.clip.report import Check, Measurement, Part, Verdict
from photoclip.clip.spec import ModelDirectory
from photoclip.clip.towers import Rows, TextTower

# Exports round their tables up, and added tokens come on top of the words.
_ROOM, _SPARE = 1.25, 2048
# No table that is in use is larger.
_MOST_WORDS = 2**21
_OTHER_MODEL = "The tokenizer belongs to another model."


def measure_vocabulary(texts: TextTower, directory: ModelDirectory) -> Measurement:
    """Whether the graph has a place for every word, and not many more. texts: on the CPU.

    Raises TowerFailure where the graph fails on any token.
    """
    graph = directory.text.graph.name
    known = texts.tokenizer.largest_id() + 1
    if not texts.knows_vocabulary():
        finding = f"has words that {graph} has no place for"
        return _told(Verdict.REFUSED, known, finding, directory)
    places = _places(texts, int(_ROOM * known) + _SPARE)
    if places is not None:
        finding = f"has {known:,} words, but {graph} has places for {places:,}"
        return _told(Verdict.WARNING, known, finding, directory)
    return Measurement(Part.TEXT, Check.VOCABULARY, known)


def measure_padding(texts: TextTower, trial: list[str], judge: Judge) -> Measurement:
    """Compare texts that are padded to the whole context with the same ones unpadded."""
    graph, tokenizer = texts.graph, texts.tokenizer

    def rows(dynamic: bool) -> Rows:
        tokens = [tokenizer.encode([text], dynamic=dynamic) for text in trial]
        return np.concatenate([graph.run(graph.entry.feeds(token)) for token in tokens])

    return judge.padding(rows(dynamic=False), rows(dynamic=True))


def told_apart(texts: TextTower, trial: list[str]) -> list[int]:
    """The numbers of texts whose tokens are not those of one before; others cannot differ."""
    tokens = [texts.tokenizer.encode([text]).ids.tobytes() for text in trial]
    return [number for number, row in enumerate(tokens) if row not in tokens[:number]]


def _places(texts: TextTower, usual: int) -> int | None:
    """How many tokens the graph has places for, where that is more than usual.

    None where it is not, or where the graph takes any number for a token.
    """
    low, high = 0, usual
    while texts.takes_token(high):
        low, high = high, 2 * high
        if high > _MOST_WORDS:
            return None
    if not low:
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if texts.takes_token(middle) else (low, middle)
    return high


def _told(verdict: Verdict, known: int, finding: str, directory: ModelDirectory) -> Measurement:
    return Measurement(
        Part.TEXT,
        Check.VOCABULARY,
        known,
        verdict=verdict,
        finding=finding,
        hint=_OTHER_MODEL,
        path=directory.tokenizer.file,
    )
