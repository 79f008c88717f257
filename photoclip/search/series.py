"""Series of photos: taken one after the other, and more alike than is usual in a library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from photoclip.domain import Photo, PhotoId, Vectors
from photoclip.search.unions import Unions

# Photos of a series follow each other within so many seconds,
SERIES_SECONDS = 10.0
# and are more alike than this part of the library's pairs.
_ALIKE = 0.995
_PAIRS_TRIED = 20_000


def pairs_in_a_row(photos: Iterable[Photo]) -> Iterator[tuple[Photo, Photo]]:
    """Pairs of photos by one camera, the second taken soon after the first."""
    by_camera: defaultdict[str, list[Photo]] = defaultdict(list)
    for photo in photos:
        if photo.metadata.taken_at is not None:
            by_camera[photo.metadata.camera].append(photo)
    for taken in by_camera.values():
        taken.sort(key=lambda photo: (photo.metadata.taken_at, photo.id))
        for one, other in pairwise(taken):
            begin, end = one.metadata.taken_at, other.metadata.taken_at
            if begin and end and (end - begin).total_seconds() <= SERIES_SECONDS:
                yield one, other


def related(
    rows: Mapping[PhotoId, int],
    copied: Mapping[PhotoId, int],
    successive: Iterable[tuple[Photo, Photo]],
) -> npt.NDArray[np.int64]:
    """For each row a number that it shares with copies of it and with what was taken beside it."""
    unions: Unions[int] = Unions()
    first: dict[int, int] = {}
    for photo, number in copied.items():
        if photo in rows:
            unions.join(first.setdefault(number, rows[photo]), rows[photo])
    for one, other in successive:
        unions.join(rows[one.id], rows[other.id])
    numbers = np.arange(len(rows))
    for group in unions.groups():
        numbers[list(group)] = min(group)
    return numbers


def usual_likeness(vectors: Vectors, related: npt.NDArray[np.int64]) -> float:
    """The cosine that few pairs of photos reach which have nothing to do with each other.

    In a small library copies and series would decide it. Always the same pairs are tried.
    """
    if len(vectors) < 2:
        return 1.0
    random = np.random.default_rng(0)
    one, other = random.integers(0, len(vectors), (2, _PAIRS_TRIED))
    apart = related[one] != related[other]
    # Where all is one series, its own pairs must do.
    tried = apart if apart.any() else one != other
    cosines = np.einsum("nd,nd->n", vectors[one[tried]], vectors[other[tried]])
    return float(np.quantile(cosines, _ALIKE)) if len(cosines) else 1.0
