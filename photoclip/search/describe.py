"""Image to text: the words that best match a photo ("What the model sees").

A word's score is how far its cosine with the photo rises above the middle of that word over usual
photos (usual.py), and counts the more the more photos differ by it at all: a word that hardly tells
photos apart tells little of one. Words are shown that rise further than texts about things that
hardly any photo shows do on the same photo (calibration.py), so that of a photo in which the model
sees nothing clearly, nothing is told. Of words that mean nearly the same to the model, the two best
ones are kept.

Chosen on half of 1,000 photos of Flickr8k that the embedded model was not trained on: of the five
best words .25 are in a caption by raw cosine, .28 by this score, and fewer by the standard score,
which is largest for words by which photos do not differ. benchmarks/describe.py reports the other
half.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoclip.domain import Vectors
from photoclip.search.usual import TextScales, Usual, text_scales
from photoclip.search.wordlist import Word

# How far beyond the rare texts' mean a word has to rise, in their deviations. Of over a thousand
# words next to none does so by chance.
_CLEARLY = 4.0
# And above its own middle, in spreads: where all words lie low, the highest says nothing.
_UNUSUAL = 0.5
# How far the spread of a word beside that of the others may change what its rise counts.
_LEAST_RATIO, _MOST_RATIO = 0.5, 2.0
# Cosine of two words' vectors, without what all words share, from which they are alike.
_ALIKE = 0.6
_SAME = 0.85
# Of words that are alike, so many are kept.
_OF_ALIKE = 2
_LEAST = 1e-6

Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word that matches a photo.

    strength: its rise over what is needed to be shown, hence 1 and more. standard: how many
    spreads its cosine lies above the word's middle over usual photos.
    """

    text: str
    category: str
    strength: float
    standard: float
    cosine: float


@dataclass(frozen=True, slots=True)
class Description:
    """The words for a photo, the best first; none where nothing stands out.

    compared: how many words were looked at. model: its name.
    """

    words: tuple[SeenWord, ...]
    compared: int
    model: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words with their vectors (n, dim), the rare texts' (m, dim), and the scales of both."""

    words: Sequence[Word]
    vectors: Vectors
    rare: Vectors
    everybody: Usual
    scales: TextScales
    rare_scales: TextScales

    @classmethod
    def over(
        cls,
        words: Sequence[Word],
        vectors: Vectors,
        rare: Vectors,
        everybody: Usual,
        library: Vectors | None = None,
    ) -> Lexicon:
        """Over usual photos: everybody's, and those of a library (k, dim)."""
        scales = [text_scales(texts, everybody, library) for texts in (vectors, rare)]
        return cls(words, vectors, rare, everybody, *scales)

    def over_library(self, library: Vectors | None) -> Lexicon:
        """The same over another library, or the same one as it is now."""
        return Lexicon.over(self.words, self.vectors, self.rare, self.everybody, library)

    def strengths(self, photo: Vectors) -> Vectors:
        """(n,) how clearly each word matches a photo (dim,); from 1 on it is shown."""
        usual = float(np.median(self.scales.spread))
        rises = _rises(self.vectors @ photo, self.scales, usual)
        by_chance = _rises(self.rare @ photo, self.rare_scales, usual)
        bar = float(by_chance.mean() + _CLEARLY * by_chance.std())
        return rises / np.float32(max(bar, _UNUSUAL * usual, _LEAST))

    def describe(self, photo: Vectors, limit: int | None, model: str = "") -> Description:
        """At most so many words (None: all) that clearly match a photo (dim,)."""
        strengths, cosines = self.strengths(photo), self.vectors @ photo
        standard = self.scales.standard(cosines)
        clear = np.flatnonzero((strengths >= 1) & (standard >= _UNUSUAL))
        best = clear[np.argsort(-strengths[clear], kind="stable")]
        seen = tuple(
            SeenWord(
                self.words[row].text,
                self.words[row].category,
                float(strengths[row]),
                float(standard[row]),
                float(cosines[row]),
            )
            for row in self._thinned(best, limit)
        )
        return Description(seen, len(self.words), model)

    def _thinned(self, rows: Rows, limit: int | None) -> list[int]:
        """Of rows, best first, those that are not much like too many before them."""
        centred = self.vectors[rows] - self.vectors.mean(axis=0)
        centred /= np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), _LEAST)
        likeness = centred @ centred.T
        tokens = [set(self.words[row].text.casefold().split()) for row in rows]
        kept: list[int] = []
        for place in range(len(rows)):
            if limit is not None and len(kept) >= limit:
                break
            # "brown dog" and "black dog" are alike whatever the model makes of colours.
            alike = sum(
                bool(likeness[place, other] >= _ALIKE or tokens[place] & tokens[other])
                for other in kept
            )
            same = any(likeness[place, other] >= _SAME for other in kept)
            if alike < _OF_ALIKE and not same:
                kept.append(place)
        return [int(rows[place]) for place in kept]


def _rises(cosines: Vectors, scales: TextScales, usual: float) -> Vectors:
    """How far cosines (n,) rise above their middles. usual: the spread of a usual word."""
    ratio = np.clip(scales.spread / max(usual, _LEAST), _LEAST_RATIO, _MOST_RATIO)
    return np.asarray((cosines - scales.middle) * ratio, np.float32)
