"""Search by text, by pictures and by photos of the library."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from photoclip.catalog.store import Catalog
from photoclip.clip.current import CurrentModel
from photoclip.clip.prompts import encode_query
from photoclip.domain import (
    CancelToken,
    Hit,
    ModelId,
    PhotoId,
    ProgressCallback,
    QueryKind,
    Vectors,
    no_progress,
)
from photoclip.errors import QueryError
from photoclip.images.decode import Decoder
from photoclip.search.space import VectorSpace

DEFAULT_LIMIT = 100


@dataclass(frozen=True, slots=True)
class SearchResult:
    """hits: best first. searched: how many photos were compared. model: its name."""

    query: str
    model: str
    searched: int
    hits: list[Hit]


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

    def text(self, query: str, *, limit: int = DEFAULT_LIMIT) -> SearchResult:
        """Photos that words describe.

        Raises QueryError for an empty query, ModelError where the model cannot be used.
        """
        query = require_text(query)
        vector = encode_query(self._model.get(), query)
        return self._nearest(query, vector, QueryKind.TEXT, limit)

    def images(
        self, sources: Sequence[Path | bytes], *, limit: int = DEFAULT_LIMIT
    ) -> SearchResult:
        """Photos that look like the given pictures: files, or encoded images in memory.

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
        return self._nearest(name, _mean(vectors), QueryKind.IMAGE, limit)

    def similar(self, photos: Sequence[PhotoId], *, limit: int = DEFAULT_LIMIT) -> SearchResult:
        """Photos that look like photos of the library, which are left out of the hits.

        Raises QueryError where none of them has been embedded yet.
        """
        vectors = self._embeddings(photos)
        if not len(vectors):
            raise QueryError("this photo is not indexed yet", hint="Try again in a moment.")
        result = self._nearest(
            "similar photos", _mean(vectors), QueryKind.IMAGE, limit + len(photos)
        )
        others = [hit for hit in result.hits if hit.photo not in set(photos)]
        return replace(result, hits=others[:limit])

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
            space.refresh_graph(cancel or CancelToken(), progress)

    def plan(self, limit: int = DEFAULT_LIMIT) -> str:
        """How a search would be answered now, for people who ask why."""
        space = self._ready()
        if space is None:
            return "nothing is indexed"
        return space.nearest.plan(limit, allowed=space.allowed()).value

    def _embeddings(self, photos: Sequence[PhotoId]) -> Vectors:
        model = self._model_id()
        if model is None:
            return np.empty((0, 0), np.float32)
        return self._catalog.embeddings.get(model, photos)[1]

    def _nearest(self, query: str, vector: Vectors, kind: QueryKind, limit: int) -> SearchResult:
        name = self._model.get().spec.name
        space = self._ready()
        if space is None:
            return SearchResult(query, name, 0, [])
        hits = space.nearest.search(vector, limit, kind=kind, allowed=space.allowed())
        return SearchResult(query, name, space.searched(), hits)

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
