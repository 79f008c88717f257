"""The HNSW graph (Malkov and Yashunin, https://arxiv.org/abs/1603.09320) by hnswlib."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from photoclip.domain import (
    CancelToken,
    PhotoIds,
    Progress,
    ProgressCallback,
    Stage,
    Vectors,
    no_progress,
)
from photoclip.errors import IndexCacheError
from photoclip.index.cache import SPACE, M, Stamp, Written, load, save
from photoclip.index.holdings import Holdings
from photoclip.index.vectors import checked
from photoclip.interrupts import interrupts_deferred

_EF_CONSTRUCTION = 200
_GROWTH = 1.2
# Short enough for a search to slip in between, long enough to keep all cores busy.
_ROWS_A_STEP = 128
_LONGEST_WAIT = 1.0


class HnswIndex:
    """A graph over unit vectors whose labels are photo ids. Thread-safe behind one lock.

    Labels are never deleted: hnswlib then has no way to hand one out twice. A photo that is
    gone is filtered out by whoever asks.
    """

    def __init__(self, index: Any, holdings: Holdings, dim: int, *, threads: int = 0) -> None:
        """Use build() or load(). threads: how many to add vectors with, 0 for all cores."""
        self.dim = dim
        self._index = index
        self._holdings = holdings
        self._threads = threads or -1
        self._lock = threading.Lock()
        self._turns = threading.Condition()
        self._searching = 0

    @classmethod
    def build(
        cls,
        ids: PhotoIds,
        vectors: Vectors,
        *,
        cancel: CancelToken | None = None,
        progress: ProgressCallback = no_progress,
        threads: int = 0,
    ) -> HnswIndex:
        """Build a graph over ids (n,) and unit vectors (n, dim).

        Raises Cancelled, ModelOutputError for vectors that are not finite unit vectors, and
        IndexCacheError where hnswlib is not installed.
        """
        dim = vectors.shape[1]
        index = _new_index(dim)
        index.init_index(
            max_elements=max(1, len(ids)), M=M, ef_construction=_EF_CONSTRUCTION, random_seed=100
        )
        graph = cls(index, Holdings(dim), dim, threads=threads)
        graph.add(ids, vectors, cancel=cancel, progress=progress)
        return graph

    def add(
        self,
        ids: PhotoIds,
        vectors: Vectors,
        *,
        cancel: CancelToken | None = None,
        progress: ProgressCallback = no_progress,
    ) -> None:
        """Add ids (n,) with unit vectors (n, dim); one that is there already is replaced.

        Searches go on meanwhile. Raises Cancelled (what was added stays) and ModelOutputError.
        """
        cancel = cancel or CancelToken()
        ids, vectors = checked(ids, vectors, self.dim)
        began = time.monotonic() - cancel.waited
        for start in range(0, len(ids), _ROWS_A_STEP):
            cancel.check()
            stop = min(start + _ROWS_A_STEP, len(ids))
            self._add_step(ids[start:stop], vectors[start:stop])
            seconds = time.monotonic() - cancel.waited - began
            progress(Progress.after(seconds, Stage.BUILDING, stop, len(ids)))

    def search(self, query: Vectors, k: int, *, ef: int) -> tuple[PhotoIds, Vectors]:
        """The k nearest ids and their cosines, best first; fewer where there are fewer.

        query: (dim,) unit. ef: how many candidates the search keeps; more finds better.
        """
        with self._first_turn(), self._lock:
            k = min(k, self._index.element_count)
            if k <= 0:
                return np.empty(0, np.int64), np.empty(0, np.float32)
            # Not saved with the graph, and other callers set their own.
            self._index.set_ef(max(ef, k))
            query = np.ascontiguousarray(query, np.float32)
            labels, distances = self._index.knn_query(query, k=k, num_threads=1)
        return labels[0].astype(np.int64), (1 - distances[0]).astype(np.float32)

    @property
    def ids(self) -> PhotoIds:
        """(n,) all labels, in no particular order."""
        with self._lock:
            return self._holdings.ids

    def differing(self, ids: PhotoIds, vectors: Vectors) -> PhotoIds:
        """Which of ids (n,) the graph lacks, or holds with another vector than in (n, dim)."""
        with self._lock:
            return self._holdings.differing(ids, vectors)

    def save(self, directory: Path, fingerprint: str, generation: int) -> Stamp:
        """Save to a folder of caches, as of this generation of the model's embeddings.

        Searches wait only while hnswlib writes. Raises IndexCacheError; an older file stays.
        """
        return save(self._write, directory, fingerprint, self.dim, generation)

    @classmethod
    def load(
        cls,
        directory: Path,
        fingerprint: str,
        dim: int,
        count: int | None = None,
        generation: int | None = None,
        *,
        threads: int = 0,
    ) -> HnswIndex:
        """Load the graph of a model from a folder of caches.

        Where count and generation are given, they must be those that it was saved with.
        Without them an older graph loads too: Nearest.attach() compares every vector with the
        matrix and mends the difference.
        Raises IndexCacheError where the graph is missing, damaged or stale.
        """
        index = _new_index(dim)
        rows = load(index, directory, fingerprint, dim, count, generation)
        try:
            holdings = Holdings.from_bytes(rows, dim)
        except ValueError as error:
            raise IndexCacheError(f"is damaged ({error})", path=directory) from error
        return cls(index, holdings, dim, threads=threads)

    def __len__(self) -> int:
        with self._lock:
            return int(self._index.element_count)

    def _write(self, path: bytes) -> Written:
        with self._lock:
            self._index.save_index(path)
            size = self._index.index_file_size()
            return Written(self._index.element_count, size, self._holdings.to_bytes())

    @contextmanager
    def _first_turn(self) -> Iterator[None]:
        """Searches go before the next step of add(), which would take a bare lock again at once."""
        with self._turns:
            self._searching += 1
        try:
            yield
        finally:
            with self._turns:
                self._searching -= 1
                self._turns.notify_all()

    def _add_step(self, ids: PhotoIds, vectors: Vectors) -> None:
        with self._turns:
            # Limited, so that searches without end do not keep new photos out.
            self._turns.wait_for(lambda: self._searching == 0, timeout=_LONGEST_WAIT)
        with self._lock:
            # Replaced ids need no room, but counting them in is harmless.
            needed = self._index.element_count + len(ids)
            if needed > self._index.max_elements:
                self._index.resize_index(int(needed * _GROWTH))
            self._index.add_items(vectors, ids, num_threads=self._threads)
            self._holdings.note(ids, vectors)


def _new_index(dim: int) -> Any:
    """An empty hnswlib index. Raises IndexCacheError where hnswlib is not installed."""
    try:
        # Late, so that small libraries and most commands never pay for it.
        with interrupts_deferred():
            import hnswlib
    except ImportError as error:
        hint = "Install it with `pip install hnswlib`; search is exact meanwhile."
        raise IndexCacheError(f"hnswlib cannot be loaded ({error})", hint=hint) from error
    return hnswlib.Index(space=SPACE, dim=dim)
