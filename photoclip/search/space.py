"""The vectors of one model, loaded once and kept in step with the catalog."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from photoclip.catalog.store import Catalog
from photoclip.domain import (
    CancelToken,
    FolderScope,
    ModelId,
    PhotoId,
    PhotoIds,
    ProgressCallback,
    Vectors,
    no_progress,
)
from photoclip.errors import IndexCacheError
from photoclip.index.hnsw import HnswIndex
from photoclip.index.nearest import Nearest
from photoclip.index.vectors import VectorMatrix
from photoclip.search.ranking import sample
from photoclip.search.shown import Shown

log = logging.getLogger(__name__)

# A saved graph that lacks fewer vectors is mended at the next start faster than saved now.
_WORTH_SAVING = 1000
# Recall falls slowly with the size: from .959 to .819 between 100,000 and a million.
_GROWTH = 1.1

# Folders between which a person goes back and forth.
_FILTERS = 16

_Filter = tuple[PhotoIds | None, int]


@dataclass(frozen=True, slots=True)
class _Filters:
    """What may be shown, by folder, as long as the key stays what it is."""

    key: tuple[int, int]
    of: dict[FolderScope | None, _Filter] = field(default_factory=dict)


class VectorSpace:
    """Matrix and HNSW graph of one model over one catalog. Thread-safe.

    cache: folder of the saved graph. exact_limit: up to so many vectors there is no graph.
    """

    def __init__(
        self, catalog: Catalog, model: ModelId, fingerprint: str, cache: Path, exact_limit: int
    ) -> None:
        self._catalog = catalog
        self._model = model
        self._fingerprint = fingerprint
        self._cache = cache
        self._refreshing = threading.Lock()
        self._filters = _Filters((-1, -1))
        self._shown: tuple[tuple[int, int, int], Shown] | None = None
        self._sampled: tuple[Shown, Vectors] | None = None
        self._matrix = VectorMatrix.from_arrays(*catalog.embeddings.load(model))
        self.nearest = Nearest(self._matrix, exact_limit=exact_limit)

    def add(self, ids: Sequence[PhotoId]) -> None:
        """Take in photos whose embeddings were just committed."""
        # As stored: rounded to half precision, so that a saved graph fits what is loaded later.
        self._matrix.append(*self._catalog.embeddings.get(self._model, ids))

    def allowed(self, within: FolderScope | None = None) -> PhotoIds | None:
        """The photos a search may show, sorted; None where that is all that have a vector.

        within: only those with a file in this folder.
        """
        return self._filter(within)[0]

    def searched(self, within: FolderScope | None = None) -> int:
        """How many photos a search compares: those with a vector and a place on disk."""
        return self._filter(within)[1]

    def narrowed(
        self, within: FolderScope | None, passing: PhotoIds | None
    ) -> tuple[PhotoIds | None, int]:
        """What allowed() and searched() give, of these photos only (None: of all)."""
        shown, count = self._filter(within)
        if passing is None:
            return shown, count
        found = passing[np.isin(passing, self._matrix.ids if shown is None else shown)]
        return found, len(found)

    def library(self) -> Shown:
        """The vectors as they are now, and which of them are of photos that can be shown."""
        photos = self._matrix.snapshot()
        key = (self._catalog.files_generation, len(photos.ids), photos.epoch)
        known = self._shown
        if known is None or known[0] != key:
            known = self._shown = key, Shown.of(photos, self.allowed())
        return known[1]

    def sample(self) -> Vectors:
        """Vectors (n, dim) from all over the photos that can be shown: what a scale is made of."""
        library, known = self.library(), self._sampled
        if known is None or known[0] is not library:
            rows = np.arange(len(library)) if library.rows is None else library.rows
            known = self._sampled = library, library.photos.vectors[sample(rows)]
        return known[1]

    def refresh_graph(self, cancel: CancelToken, progress: ProgressCallback = no_progress) -> None:
        """Load, build or complete the HNSW graph of a large library, and save it.

        Searches go on meanwhile. Raises Cancelled. Does nothing for a small library.
        """
        with self._refreshing:
            if len(self._matrix) <= self.nearest.exact_limit:
                return
            if self.nearest.hnsw is not None:
                added = self.nearest.catch_up(cancel=cancel, progress=progress)
            else:
                added = self._attach(cancel, progress)
            if added >= _WORTH_SAVING:
                self._save()

    def shown(self) -> tuple[PhotoIds, Vectors]:
        """The photos that a search may show, ids (n,), and their vectors (n, dim)."""
        library = self.library()
        some = library.but(())
        return library.photos.ids[some], library.photos.vectors[some]

    def tune(self, texts: Callable[[], Vectors], cancel: CancelToken) -> None:
        """Measure what searches through the graph need, where that was not done at about its size.

        texts: gives embeddings (n, dim) of what people search for. Raises Cancelled.
        """
        measured = max((recall.rows for recall in self.nearest.recalls), default=0)
        if self.nearest.hnsw is not None and len(self._matrix) > measured * _GROWTH:
            self.nearest.tune(texts(), cancel=cancel)

    def _attach(self, cancel: CancelToken, progress: ProgressCallback) -> int:
        """Attach the saved graph or a new one. Gives how many vectors were put into it."""
        try:
            graph = HnswIndex.load(self._cache, self._fingerprint, self._matrix.dim)
            return self.nearest.attach(graph, cancel=cancel, progress=progress)
        except IndexCacheError as error:
            log.info("the search index is built anew: %s", error)
        now = self._matrix.snapshot()
        graph = HnswIndex.build(now.ids, now.vectors, cancel=cancel, progress=progress)
        return len(now.ids) + self.nearest.attach(graph, cancel=cancel, progress=progress)

    def _save(self) -> None:
        graph = self.nearest.hnsw
        if graph is None:
            return
        try:
            graph.save(
                self._cache, self._fingerprint, self._catalog.embeddings.generation(self._model)
            )
        except IndexCacheError as error:
            # A cache: the next start builds it again.
            log.warning("the search index was not saved: %s", error)

    def _filter(self, within: FolderScope | None) -> _Filter:
        # Files come and go between searches, seldom between two of them.
        ids = self._matrix.snapshot().ids
        key = (self._catalog.files_generation, len(ids))
        if key != self._filters.key:
            self._filters = _Filters(key)
        known = self._filters.of
        found = known.get(within)
        if found is None:
            shown = self._catalog.photos.visible_ids(within)
            shown = np.intersect1d(shown, ids, assume_unique=True)
            found = (None if len(shown) == len(ids) else shown, len(shown))
            if len(known) >= _FILTERS:
                known.clear()
            known[within] = found
        return found
