"""Two models beside each other: what each finds for the same queries among the same photos.

Scores of two models mean different things, so only the order of the photos is compared.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from photoclip.catalog.store import Catalog
from photoclip.clip.current import CurrentModel
from photoclip.clip.prompts import encode_query
from photoclip.domain import CancelToken, PhotoId, PhotoIds, ProgressCallback, Vectors, no_progress
from photoclip.errors import QueryError
from photoclip.search.scripts import Unfamiliar, unfamiliar

if TYPE_CHECKING:
    from photoclip.clip.encoder import ClipModel

# Where many of the sample are out of reach, others are looked for among so many times as many.
_MORE = 4
PHOTOS, TOP = 500, 10

Ranks = NDArray[np.int64]
Embed = Callable[[CurrentModel, Sequence[PhotoId], CancelToken, ProgressCallback], int]
TimePhoto = Callable[["ClipModel", Sequence[PhotoId]], float | None]


@dataclass(frozen=True, slots=True)
class Contestant:
    """One of the two models. size: of its files in bytes. embedded: photos, for this comparison.

    photo_seconds: to read and embed one, None where none can be read. text_seconds: a text.
    """

    name: str
    path: Path
    dim: int
    size: int
    embedded: int
    photo_seconds: float | None
    text_seconds: float


@dataclass(frozen=True, slots=True)
class Place:
    """A photo among the best. rank: from 1; other_rank: where the other model has it."""

    photo: PhotoId
    rank: int
    other_rank: int


@dataclass(frozen=True, slots=True)
class Contrast:
    """What both find for one query. unfamiliar: to each of them, as in SearchResult.

    overlap: the share of the best that they have in common, 0..1. correlation: Spearman's, of the
    ranks of all photos, -1..1.
    """

    query: str
    places: tuple[tuple[Place, ...], tuple[Place, ...]]
    overlap: float
    correlation: float
    unfamiliar: tuple[Unfamiliar | None, Unfamiliar | None]


@dataclass(frozen=True, slots=True)
class Comparison:
    """photos: how many were compared; asked: how many were wanted. top: how many are the best."""

    photos: int
    asked: int
    top: int
    models: tuple[Contestant, Contestant]
    contrasts: tuple[Contrast, ...]

    @property
    def overlap(self) -> float:
        """The mean over the queries."""
        return statistics.fmean(one.overlap for one in self.contrasts)

    @property
    def correlation(self) -> float:
        """The mean over the queries."""
        return statistics.fmean(one.correlation for one in self.contrasts)


@dataclass(frozen=True, slots=True)
class Comparer:
    """open_model: a model as the settings name one. embed: gives photos their vectors, where they
    can be read, and tells how many got one. time_photo: measures seconds for a photo on a few.
    """

    catalog: Catalog
    open_model: Callable[[str], CurrentModel]
    embed: Embed
    time_photo: TimePhoto

    def compare(
        self,
        choices: tuple[str, str],
        queries: Sequence[str],
        *,
        photos: int = PHOTOS,
        top: int = TOP,
        cancel: CancelToken | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Comparison:
        """Compare two models over so many photos from all over the library.

        Photos that one of them lacks are embedded first, which stays. Raises QueryError where
        there is nothing to ask or nothing to compare, ModelError, Cancelled, LibraryError.
        """
        asked = list(dict.fromkeys(text for text in map(str.strip, queries) if text))
        if not asked:
            raise QueryError("there is no query to compare the models with")
        models = self.open_model(choices[0]), self.open_model(choices[1])
        try:
            return self._compare(models, asked, photos, top, cancel or CancelToken(), progress)
        finally:
            for model in models:
                model.close()

    def _compare(
        self,
        models: tuple[CurrentModel, CurrentModel],
        queries: Sequence[str],
        photos: int,
        top: int,
        cancel: CancelToken,
        progress: ProgressCallback,
    ) -> Comparison:
        if models[0].fingerprint == models[1].fingerprint:
            raise QueryError("both are the same model", hint="Name two different ones.")
        sample = self._sample(photos, models)
        for model in models:
            model.get()  # before the other has embedded anything for nothing
        embedded = [self._complete(model, sample, cancel, progress) for model in models]
        ids, vectors = self._common(models, sample)
        if not len(ids):
            raise QueryError("no photo can be compared", hint="Is a folder with photos in reach?")
        cancel.check()
        figures = [
            self._measure(*pair, sample, queries) for pair in zip(models, embedded, strict=True)
        ]
        found = []
        for query in queries:
            cancel.check()
            found.append(_contrast(query, ids, models, vectors, top))
        return Comparison(len(ids), photos, top, (figures[0], figures[1]), tuple(found))

    def _sample(self, count: int, models: Sequence[CurrentModel]) -> list[PhotoId]:
        """Photos that both have embedded, or that are within reach; the same ones each time."""
        wanted = self.catalog.photos.sample(_MORE * count)
        away = self.catalog.files.offline_photos(wanted)
        known = set(wanted)
        for model in models:
            known &= set(self._embedded(model, wanted).tolist())
        return [photo for photo in wanted if photo in known or photo not in away][:count]

    def _embedded(self, model: CurrentModel, photos: Sequence[PhotoId]) -> PhotoIds:
        known = self.catalog.embeddings.find_model(model.fingerprint)
        if known is None:
            return np.empty(0, np.int64)
        return self.catalog.embeddings.get(known, photos)[0]

    def _complete(
        self,
        model: CurrentModel,
        sample: Sequence[PhotoId],
        cancel: CancelToken,
        progress: ProgressCallback,
    ) -> int:
        there = set(self._embedded(model, sample).tolist())
        lacking = [photo for photo in sample if photo not in there]
        return self.embed(model, lacking, cancel, progress) if lacking else 0

    def _common(
        self, models: Sequence[CurrentModel], sample: Sequence[PhotoId]
    ) -> tuple[PhotoIds, list[Vectors]]:
        """The photos that both have embedded, ascending, and their vectors by each model."""
        found = []
        for model in models:
            known = self.catalog.embeddings.find_model(model.fingerprint)
            if known is None:
                return np.empty(0, np.int64), []
            found.append(self.catalog.embeddings.get(known, sample))
        ids = np.intersect1d(found[0][0], found[1][0], assume_unique=True)
        return ids, [rows[np.isin(there, ids)] for there, rows in found]

    def _measure(
        self, model: CurrentModel, embedded: int, sample: Sequence[PhotoId], queries: Sequence[str]
    ) -> Contestant:
        spec = model.get().spec
        size = sum(file.stat().st_size for file in model.directory.rglob("*") if file.is_file())
        seconds = self.time_photo(model.get(), sample)
        text = _text_seconds(model, queries)
        return Contestant(spec.name, spec.directory, spec.dim, size, embedded, seconds, text)


def _text_seconds(model: CurrentModel, queries: Sequence[str]) -> float:
    """Median seconds for a text. Two at a time: a single one may be remembered."""
    opened, seconds = model.get(), []
    opened.encode_texts(["a photo", "a picture"])
    for query in queries:
        began = time.perf_counter()
        opened.encode_texts([query, f"{query}."])
        seconds.append((time.perf_counter() - began) / 2)
    return statistics.median(seconds)


def _contrast(
    query: str,
    ids: PhotoIds,
    models: tuple[CurrentModel, CurrentModel],
    vectors: Sequence[Vectors],
    top: int,
) -> Contrast:
    opened = [model.get() for model in models]
    ranks = [
        _ranks(rows @ encode_query(model, query))
        for model, rows in zip(opened, vectors, strict=True)
    ]
    best = [_best(ids, ranks[side], ranks[1 - side], top) for side in (0, 1)]
    shared = {place.photo for place in best[0]} & {place.photo for place in best[1]}
    strange = [unfamiliar(query, model.spec.languages) for model in opened]
    return Contrast(
        query,
        (best[0], best[1]),
        len(shared) / max(1, len(best[0])),
        rank_correlation(*ranks),
        (strange[0], strange[1]),
    )


def _ranks(scores: Vectors) -> Ranks:
    """The rank of each photo, from 1; ties by position, as in a search."""
    ranks = np.empty(len(scores), np.int64)
    ranks[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return ranks


def _best(ids: PhotoIds, ranks: Ranks, others: Ranks, top: int) -> tuple[Place, ...]:
    rows = np.argsort(ranks)[:top]
    return tuple(Place(PhotoId(int(ids[r])), int(ranks[r]), int(others[r])) for r in rows)


def rank_correlation(one: Ranks, other: Ranks) -> float:
    """Spearman's coefficient of two orders without ties: 1 for the same, -1 for the reverse.

    one, other: (n,) ranks from 1 to n. https://doi.org/10.2307/1412159
    """
    count = len(one)
    if count < 2:
        return 1.0
    apart = (one - other).astype(np.float64)
    return float(1 - 6 * (apart @ apart) / (count * (float(count) ** 2 - 1)))
