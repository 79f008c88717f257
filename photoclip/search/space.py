"""The vectors of one model, loaded once and kept in step with the catalog."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from photoclip.catalog.store import Catalog
from photoclip.domain import (
    CancelToken,
    ModelId,
    PhotoId,
    PhotoIds,
    ProgressCallback,
    Vectors,
    no_progress,
)
from photoclip.errors import Cancelled, IndexCacheError
from photoclip.index.hnsw import HnswIndex
from photoclip.index.nearest import Nearest
from photoclip.index.vectors import VectorMatrix

log = logging.getLogger(__name__)


class VectorSpace:
    """Matrix and index of one model over one catalog. Thread-safe.

    cache: folder of the HNSW file. exact_limit: up to so many vectors no HNSW is kept.
    """

    def __init__(
        self, catalog: Catalog, model: ModelId, fingerprint: str, cache: Path, exact_limit: int
    ) -> None:
        self._catalog = catalog
        self._model = model
        self._fingerprint = fingerprint
        self._cache = cache
        self._exact_limit = exact_limit
        self._building = threading.Lock()
        self._changing = threading.Lock()
        self._filter_key = (-1, -1)
        self._filter_value: tuple[PhotoIds | None, int] = (None, 0)
        # Before the vectors: a batch in between makes the cache look stale, never fresh.
        generation = catalog.embeddings.generation(model)
        self._matrix = VectorMatrix.from_arrays(*catalog.embeddings.load(model))
        self.nearest = Nearest(self._matrix, exact_limit=exact_limit)
        self._saved_generation = self._load_cache(generation)

    def __len__(self) -> int:
        return len(self._matrix)

    def add(self, ids: Sequence[PhotoId], vectors: Vectors) -> None:
        """Take in a batch that was just committed. vectors: (n, dim) unit vectors."""
        array = np.asarray(ids, dtype=np.int64)
        with self._changing:
            self._matrix.append(array, vectors)
            if self.nearest.hnsw is not None:
                self.nearest.hnsw.add(array, vectors)

    def allowed(self) -> PhotoIds | None:
        """The photos a search may show, sorted; None where that is all that have a vector."""
        return self._filter()[0]

    def searched(self) -> int:
        """How many photos a search compares: those with a vector and a place on disk."""
        return self._filter()[1]

    def wants_index(self) -> bool:
        """Whether there are enough photos for HNSW and none is attached."""
        return len(self._matrix) > self._exact_limit and self.nearest.hnsw is None

    def build_index(
        self, cancel: CancelToken | None = None, progress: ProgressCallback = no_progress
    ) -> None:
        """Build HNSW aside, swap it in, keep it on disk. Search goes on meanwhile.

        Raises Cancelled. A disk that refuses the cache costs the next start a rebuild, no more.
        """
        with self._building:
            if not self.wants_index():
                return
            ids, vectors = self._matrix.snapshot()
            index = HnswIndex.build(ids, vectors, cancel=cancel or CancelToken(), progress=progress)
            with self._changing:
                # What was embedded while the graph grew.
                now, current = self._matrix.snapshot()
                late = ~np.isin(now, ids, assume_unique=True)
                if late.any():
                    index.add(now[late], current[late])
                self.nearest.attach(index)
        self.save_index()

    def save_index(self) -> None:
        """Keep the HNSW graph on disk, unless the one there is the same."""
        index = self.nearest.hnsw
        generation = self._catalog.embeddings.generation(self._model)
        if index is None or generation == self._saved_generation:
            return
        try:
            index.save(self._cache, self._fingerprint, generation)
        except IndexCacheError as error:
            log.warning("the index cache was not written: %s", error)
        else:
            self._saved_generation = generation

    def _filter(self) -> tuple[PhotoIds | None, int]:
        # Files come and go between searches, seldom between two of them.
        ids, _ = self._matrix.snapshot()
        key = (self._catalog.files_generation, len(ids))
        if key != self._filter_key:
            shown = np.intersect1d(self._catalog.photos.visible_ids(), ids, assume_unique=True)
            self._filter_value = (None if len(shown) == len(ids) else shown, len(shown))
            self._filter_key = key
        return self._filter_value

    def _load_cache(self, generation: int) -> int | None:
        """Attach the HNSW graph from disk; gives its generation, None where there is none."""
        if len(self._matrix) <= self._exact_limit:
            return None
        fitting = {"dim": self._matrix.dim, "count": len(self._matrix), "generation": generation}
        try:
            self.nearest.attach(HnswIndex.load(self._cache, self._fingerprint, **fitting))
        except IndexCacheError as error:
            log.info("the index cache is not used: %s", error)
            return None
        return generation


def build_in_background(space: VectorSpace, cancel: CancelToken) -> threading.Thread:
    """Start building the index on a thread of its own; failures are logged."""

    def work() -> None:
        try:
            space.build_index(cancel)
        except Cancelled:
            log.info("building the index was cancelled")

    thread = threading.Thread(target=work, name="build-index", daemon=True)
    thread.start()
    return thread
