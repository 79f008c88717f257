"""What chance makes of scores in a library: the scale on which a query's scores are judged.

Scores of two models have nothing in common, nor have those of words and of pictures, and the best
of many photos score higher than the best of few. So nothing here is known beforehand. A text's
scores are compared with those of texts about things that hardly any library holds, over the same
photos; a picture's with those of the library's photos among each other. A score counts by how far
it *rises* above the middle (median) of the library's scores for the same query.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from photoclip.domain import PhotoIds, Vectors
from photoclip.index.chance import Chance, Floats, chance_of, still_holds
from photoclip.index.vectors import Rows
from photoclip.search.shown import Shown

# Of how many best photos the mean rise is taken: one for what is rare, ten for what is not.
BEST = (1, 3, 10)
# Enough for a median, for the rise that one photo in a million reaches by chance, and to tell of
# 100,000 photos about how many score higher than what a thousand do.
_SAMPLE = 8192
_PROBES = 256
_CHUNK = 8192
# Photos as near to a picture as one pair in a hundred is; in a small library three for each photo.
_NEAR_PAIRS = 0.01
_NEAR_EACH = 3
# As many photos may be replaced at once.
_REPLACED = 64
# No rise at all, as in a library of the same photo over and over.
LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class TextBackground:
    """What rare texts reach in a library.

    photos: how many there are. sample: (n, dim), rows from all over it. typical, spread: (3,),
    the middle of their mean rises over the BEST photos, and how far below lies the weakest sixth.
    rises: how many photos rise how far.
    """

    photos: int
    sample: Vectors
    typical: Floats
    spread: Floats
    rises: Chance


@dataclass(frozen=True, slots=True)
class PictureBackground:
    """How near a library's photos lie to each other. near: the rise of one pair in a hundred."""

    photos: int
    sample: Vectors
    near: float


def best_means(rises: Floats) -> Floats:
    """(..., n) rises, the highest first -> (..., 3): their means over the BEST ones."""
    means = [rises[..., :count].mean(axis=-1) for count in BEST]
    return np.stack(means, axis=-1)


def text_background(vectors: Vectors, rare: Vectors, rows: Rows | None = None) -> TextBackground:
    """Measure a library's vectors (n, dim) with rare texts (m, dim). rows: of these alone."""
    sample = _sampled(vectors, rows)
    photos = len(vectors) if rows is None else len(rows)
    over_sample = rare @ sample.T
    middles = np.median(over_sample, axis=1, keepdims=True)
    best = best_means((_best_scores(vectors, rare, rows) - middles).astype(np.float64))
    typical = np.median(best, axis=0)
    spread = typical - np.quantile(best, 1 / 6, axis=0)
    return TextBackground(
        photos,
        sample,
        typical,
        np.maximum(spread, LEAST),
        chance_of(photos, over_sample - middles),
    )


def picture_background(vectors: Vectors, rows: Rows | None = None) -> PictureBackground:
    """Measure how near a library's vectors (n, dim) lie to each other. rows: of these alone."""
    sample = _sampled(vectors, rows)
    photos = len(vectors) if rows is None else len(rows)
    probes = np.arange(0, len(sample), max(1, len(sample) // _PROBES))
    scores = sample[probes] @ sample.T
    rises = scores - np.median(scores, axis=1, keepdims=True)
    others = np.ones(rises.shape, np.bool_)
    others[np.arange(len(probes)), probes] = False
    share = min(max(_NEAR_PAIRS, _NEAR_EACH / photos), 0.5)
    near = float(np.quantile(rises[others], 1 - share))
    return PictureBackground(photos, sample, max(near, LEAST))


def _best_scores(vectors: Vectors, rare: Vectors, rows: Rows | None) -> Vectors:
    """(m, 10): the ten best scores of each rare text, the highest first; fewer where fewer are."""
    kept = np.empty((len(rare), 0), np.float32)
    for start in range(0, len(vectors) if rows is None else len(rows), _CHUNK):
        some = slice(start, start + _CHUNK)
        scores = rare @ vectors[some if rows is None else rows[some]].T
        kept = np.concatenate([kept, scores], axis=1)
        if kept.shape[1] > BEST[-1]:
            kept = np.partition(kept, -BEST[-1], axis=1)[:, -BEST[-1] :]
    return np.sort(kept, axis=1)[:, ::-1]


def _sampled(vectors: Vectors, rows: Rows | None) -> Vectors:
    count = len(vectors) if rows is None else len(rows)
    places = np.linspace(0, count - 1, min(count, _SAMPLE)).astype(np.intp)
    # A copy, so that the vectors of a library that was left can go.
    return vectors[places if rows is None else rows[places]]


_T = TypeVar("_T", TextBackground, PictureBackground)


class _Known(Generic[_T]):
    """A background, and the photos that it was measured over."""

    def __init__(self, background: _T, library: Shown) -> None:
        self.background: _T = background
        self._epoch = library.photos.epoch
        self._all = library.allowed is None
        self._ids: PhotoIds = library.ids
        self._seen: PhotoIds = library.ids
        self._gone = 0

    def holds(self, library: Shown) -> bool:
        """Whether it is good for these, too."""
        replaced = _REPLACED * abs(library.photos.epoch - self._epoch)
        lost = self._gone_from(library)
        return still_holds(self.background.photos, len(library), replaced + lost)

    def _gone_from(self, library: Shown) -> int:
        """How many are shown no more, which others may have come for."""
        if self._all and library.allowed is None:
            return 0
        if library.ids is not self._seen:
            self._seen = library.ids
            self._gone = len(self._ids) - int(np.isin(self._ids, self._seen).sum())
        return self._gone


class Backgrounds:
    """The backgrounds of a library that changes, measured when they are first asked for.

    Only photos that a search may show count. Thread-safe. Measuring 100,000 photos takes some
    tenths of a second.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._text: _Known[TextBackground] | None = None
        self._pictures: _Known[PictureBackground] | None = None

    def text(self, library: Shown, rare: Callable[[], Vectors]) -> TextBackground:
        """For text queries. rare: gives (m, dim) vectors of rare texts."""
        with self._lock:
            if self._text is None or not self._text.holds(library):
                measured = text_background(library.photos.vectors, rare(), library.rows)
                self._text = _Known(measured, library)
            return self._text.background

    def pictures(self, library: Shown) -> PictureBackground:
        """For pictures as queries."""
        with self._lock:
            if self._pictures is None or not self._pictures.holds(library):
                measured = picture_background(library.photos.vectors, library.rows)
                self._pictures = _Known(measured, library)
            return self._pictures.background
