"""What photos usually look like to a model: the background that words have to stand out from.

Some words score high for every picture and some for none, in each model others. So a word's cosine
with a photo counts by how far it lies above that word's middle over usual photos, in their spread.
A third of these are the library's, where it has enough: a word that fits every photo of a library
tells less of one of them, but it does not become wrong. The others are the same for everybody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from photoclip.clip import vectorfiles
from photoclip.domain import CancelToken, Vectors
from photoclip.paths import bundled

SUFFIX = ".photos.npy"
SAMPLES = "sample_photos"
# The library counts for at most so much, and for half of that with so many photos.
_LIBRARY = 1 / 3
_ENOUGH = 50
# Fewer photos have no spread to speak of.
_FEWEST = 10
# Directions of a kept background: more of them hardly change the spread of any word.
DIRECTIONS = 64
_LEAST_SPREAD = 1e-6

# Gives the unit vector (dim,) of a picture. Raises ImageError, ModelError.
Embed = Callable[[Path], Vectors]


@dataclass(frozen=True, slots=True)
class Usual:
    """Photos in short: their mean (dim,), and axes (m, dim) whose squares sum up to the spread.

    photos: how many they are; 0 where so many that chance makes no difference.
    """

    mean: Vectors
    axes: Vectors
    photos: int = 0

    @classmethod
    def of(cls, vectors: Vectors) -> Usual:
        """Of photos' vectors (n, dim)."""
        mean = vectors.mean(axis=0)
        axes = (vectors - mean) / np.float32(np.sqrt(len(vectors)))
        return cls(mean, axes, len(vectors))

    def shortened(self) -> Usual:
        """The same with the DIRECTIONS axes that matter most."""
        _, lengths, directions = np.linalg.svd(self.axes, full_matrices=False)
        axes = directions[:DIRECTIONS] * lengths[:DIRECTIONS, None]
        return Usual(self.mean, np.asarray(axes, np.float32), self.photos)

    def scores(self, texts: Vectors) -> tuple[Vectors, Vectors]:
        """Middle (n,) and spread (n,) of the scores of texts (n, dim) over the photos.

        Over few photos both are uncertain, and are taken for as much nearer to those of the other
        texts as chance alone explains that they differ (empirical Bayes, as James and Stein). With
        the sample photos as the only background, .242 of the words told are right instead of .223.
        """
        middle, spread = texts @ self.mean, np.linalg.norm(texts @ self.axes.T, axis=1)
        if not self.photos:
            return middle, spread
        noise = float(np.mean(spread**2)) / self.photos
        return _drawn_together(middle, noise), _drawn_together(spread, noise / 2)

    def as_rows(self) -> Vectors:
        """For a file: the mean, and the axes below it."""
        return np.concatenate([self.mean[None], self.axes])

    @classmethod
    def from_rows(cls, rows: Vectors, photos: int = 0) -> Usual:
        """What as_rows() gave."""
        return cls(rows[0], rows[1:], photos)


@dataclass(frozen=True, slots=True)
class TextScales:
    """Where the scores of each text lie over usual photos: middle (n,) and spread (n,)."""

    middle: Vectors
    spread: Vectors

    def standard(self, cosines: Vectors) -> Vectors:
        """Cosines (n,) of the texts with a photo, in spreads above the middle."""
        return np.asarray((cosines - self.middle) / self.spread, np.float32)


def text_scales(texts: Vectors, everybody: Usual, library: Vectors | None) -> TextScales:
    """The scales of texts (n, dim) over photos of both kinds. library: (m, dim)."""
    middle, spread = everybody.scores(texts)
    if library is not None and len(library) >= _FEWEST:
        share = np.float32(_LIBRARY * len(library) / (len(library) + _ENOUGH))
        here, spread_here = Usual.of(library).scores(texts)
        both = (1 - share) * middle + share * here
        # The variance of a mixture: that within the parts, and that between them.
        within = (1 - share) * spread**2 + share * spread_here**2
        between = (1 - share) * (middle - both) ** 2 + share * (here - both) ** 2
        middle, spread = both, np.sqrt(within + between)
    return TextScales(middle, np.maximum(spread, np.float32(_LEAST_SPREAD)))


def usual_photos(
    fingerprint: str, dim: int, folder: Path, embed: Embed, cancel: CancelToken
) -> Usual:
    """The photos that are the same for everybody, as a model of dim dimensions sees them.

    Those of the embedded model are measured already (models/calibrate.py). For others the sample
    photos are embedded, once: what they see is kept as a file of folder.
    Raises ModelError, Cancelled.
    """
    name = f"{fingerprint[:32]}{SUFFIX}"
    for place in vectorfiles.places(folder):
        rows = vectorfiles.read(place / name)
        if rows is not None and len(rows) > 1 and rows.shape[1] == dim:
            # The sample photos have an axis each; those that were measured already were many.
            return Usual.from_rows(rows, len(rows) - 1 if place is folder else 0)
    usual = Usual.of(np.stack(list(_sampled(embed, cancel))))
    vectorfiles.write(folder / name, usual.as_rows())
    return usual


def _drawn_together(values: Vectors, noise: float) -> Vectors:
    """Values (n,) nearer to their mean, by what share of their variance noise explains."""
    middle, variance = values.mean(), float(values.var())
    kept = max(0.0, 1 - noise / variance) if variance > 0 else 0.0
    return np.asarray(middle + np.float32(kept) * (values - middle), np.float32)


def _sampled(embed: Embed, cancel: CancelToken) -> Iterator[Vectors]:
    for picture in sorted((bundled("resources") / SAMPLES).glob("*.jpg")):
        cancel.check()
        yield embed(picture)
