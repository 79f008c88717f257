"""Search by text, by pictures and by photos of the library."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from photoclip.catalog.store import Catalog
from photoclip.clip.current import CurrentModel
from photoclip.clip.prompts import encode_query, load_queries
from photoclip.domain import (
    CancelToken,
    Days,
    FolderScope,
    Hit,
    Listing,
    ModelId,
    Order,
    PhotoId,
    PhotoIds,
    ProgressCallback,
    QueryKind,
    Vectors,
    no_progress,
)
from photoclip.errors import QueryError
from photoclip.images.decode import Decoder
from photoclip.index.tuning import Recall
from photoclip.index.vectors import rows_of
from photoclip.search.scripts import Unfamiliar, unfamiliar
from photoclip.search.space import VectorSpace

DEFAULT_LIMIT = 100


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Photos that answer a query: ids (n,) int64 and their cosines (n,).

    searched: how many photos were compared. model: its name. days: as in Listing.
    unfamiliar: what of the query the model does not understand.
    """

    query: str
    model: str
    searched: int
    ids: PhotoIds
    scores: Vectors
    days: Days | None = None
    unfamiliar: Unfamiliar | None = None

    @property
    def hits(self) -> list[Hit]:
        """The photos with their scores, in order."""
        pairs = zip(self.ids.tolist(), self.scores.tolist(), strict=True)
        return [Hit(PhotoId(photo), score) for photo, score in pairs]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """How many photos (None: all), from which folder, in which order."""

    limit: int | None
    within: FolderScope | None
    order: Order


class Search:
    """All ways to ask for photos. Thread-safe; opens model and vectors when first needed."""

    def __init__(
        self,
        catalog: Catalog,
        model: CurrentModel,
        decoder: Decoder,
        cache: Path,
        *,
        exact_limit: int,
    ) -> None:
        self._catalog = catalog
        self._model = model
        self._decoder = decoder
        self._cache = cache
        self._exact_limit = exact_limit
        self._lock = threading.Lock()
        self._space: VectorSpace | None = None

    def text(
        self,
        query: str,
        *,
        limit: int | None = DEFAULT_LIMIT,
        within: FolderScope | None = None,
        order: Order = Order.RELEVANCE,
    ) -> SearchResult:
        """Photos that words describe.

        The limit best ones (None: all), of those with a file in a folder where one is given;
        another order than by relevance puts those in order.
        Raises QueryError for an empty query, ModelError where the model cannot be used.
        """
        query = require_text(query)
        model = self._model.get()
        found = self._find(
            query, encode_query(model, query), QueryKind.TEXT, _Wanted(limit, within, order)
        )
        return replace(found, unfamiliar=unfamiliar(query, model.spec.languages))

    def images(
        self,
        sources: Sequence[Path | bytes],
        *,
        limit: int | None = DEFAULT_LIMIT,
        within: FolderScope | None = None,
        order: Order = Order.RELEVANCE,
    ) -> SearchResult:
        """Photos that look like the given pictures: files, or encoded images in memory.

        limit, within, order: as in text().
        Raises ImageError where a picture gives no pixels, QueryError where there is none.
        """
        if not sources:
            raise QueryError("there is no picture to compare with")
        model = self._model.get()
        side = model.spec.preprocess.decode_side
        pixels = [
            model.preprocess(self._decoder.decode(source, min_side=side).image)
            for source in sources
        ]
        vectors = model.encode_images(np.stack(pixels))
        name = ", ".join(str(s) if isinstance(s, Path) else "picture" for s in sources)
        wanted = _Wanted(limit, within, order)
        return self._find(name, _mean(vectors), QueryKind.IMAGE, wanted)

    def similar(
        self,
        photos: Sequence[PhotoId],
        *,
        limit: int | None = DEFAULT_LIMIT,
        within: FolderScope | None = None,
        order: Order = Order.RELEVANCE,
    ) -> SearchResult:
        """Photos that look like photos of the library, which are left out of the hits.

        limit, within, order: as in text(). Raises QueryError where none of them has been
        embedded yet.
        """
        vectors = self._embeddings(photos)
        if not len(vectors):
            raise QueryError("this photo is not indexed yet", hint="Try again in a moment.")
        wanted = _Wanted(limit, within, order)
        return self._find("similar photos", _mean(vectors), QueryKind.IMAGE, wanted, photos)

    def browse(self, order: Order, within: FolderScope | None = None) -> Listing:
        """All visible photos, of those with a file in a folder where one is given, in order."""
        return self._catalog.photos.dated(order, within)

    def added(self, ids: Sequence[PhotoId], vectors: Vectors) -> None:
        """Take in a batch that was just committed, where the vectors are loaded."""
        del vectors  # read back as they were stored
        with self._lock:
            if self._space is not None:
                self._space.add(ids)

    def warm_up(self) -> None:
        """Load the vectors and the text tower ahead of the first query."""
        self._ready()
        encode_query(self._model.get(), "a photo")

    def refresh_graph(
        self, cancel: CancelToken | None = None, progress: ProgressCallback = no_progress
    ) -> None:
        """Make or complete the HNSW graph of a large library; nothing to do for a small one.

        Searches go on meanwhile. Raises Cancelled.
        """
        model = self._model_id()
        if model is None or self._catalog.embeddings.count(model) <= self._exact_limit:
            return
        if (space := self._ready()) is not None:
            cancel = cancel or CancelToken()
            space.refresh_graph(cancel, progress)
            space.tune(self._trial_texts, cancel)

    def recalls(self) -> list[Recall]:
        """What the HNSW graph was measured to find, for pictures and for texts.

        Empty where every photo is compared, or as long as there is no graph.
        """
        space = self._space
        return [] if space is None else space.nearest.recalls

    def plan(self, limit: int = DEFAULT_LIMIT) -> str:
        """How a search would be answered now, for people who ask why."""
        space = self._ready()
        if space is None:
            return "nothing is indexed"
        return space.nearest.plan(limit, allowed=space.allowed()).value

    def _trial_texts(self) -> Vectors:
        model = self._model.get()
        return np.stack([encode_query(model, query) for query in load_queries()])

    def _embeddings(self, photos: Sequence[PhotoId]) -> Vectors:
        model = self._model_id()
        if model is None:
            return np.empty((0, 0), np.float32)
        return self._catalog.embeddings.get(model, photos)[1]

    def _find(
        self,
        query: str,
        vector: Vectors,
        kind: QueryKind,
        wanted: _Wanted,
        but: Sequence[PhotoId] = (),
    ) -> SearchResult:
        """The photos nearest to a vector, without those of but, as wanted."""
        name = self._model.get().spec.name
        space = self._ready()
        if space is None:
            return SearchResult(query, name, 0, np.empty(0, np.int64), np.empty(0, np.float32))
        within, limit = wanted.within, wanted.limit
        k = None if limit is None else limit + len(but)
        ids, scores = space.nearest.ranked(vector, k, kind=kind, allowed=space.allowed(within))
        if but:
            others = ~np.isin(ids, np.asarray(but, np.int64))
            ids, scores = ids[others], scores[others]
        found = SearchResult(query, name, space.searched(within), ids[:limit], scores[:limit])
        return found if wanted.order is Order.RELEVANCE else self._ordered(found, wanted.order)

    def _ordered(self, found: SearchResult, order: Order) -> SearchResult:
        listing = self._catalog.photos.dated(order, among=found.ids.tolist())
        ids = np.asarray(listing.ids, np.int64)
        scores = found.scores[rows_of(found.ids, ids)]
        return replace(found, ids=ids, scores=scores, days=listing.days)

    def _model_id(self) -> ModelId | None:
        return self._catalog.embeddings.find_model(self._model.fingerprint)

    def _ready(self) -> VectorSpace | None:
        """The vectors, loaded; None as long as nothing was embedded with this model."""
        with self._lock:
            if self._space is None and (model := self._model_id()) is not None:
                self._space = VectorSpace(
                    self._catalog, model, self._model.fingerprint, self._cache, self._exact_limit
                )
            return self._space


def require_text(query: str) -> str:
    """The query without space around it. Raises QueryError where nothing is left."""
    query = query.strip()
    if not query:
        raise QueryError("the search is empty", hint="Type what the photo shows.")
    return query


def _mean(vectors: Vectors) -> Vectors:
    """(n, dim) unit vectors -> (dim,) unit vector in their middle."""
    mean = vectors.mean(axis=0)
    return np.asarray(mean / np.linalg.norm(mean), dtype=np.float32)
