"""Nearest neighbours: exact where that is fast enough, otherwise through the HNSW graph."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from photoclip.domain import (
    CancelToken,
    Hit,
    PhotoId,
    PhotoIds,
    ProgressCallback,
    QueryKind,
    Vectors,
    no_progress,
)
from photoclip.errors import IndexCacheError
from photoclip.index.hnsw import HnswIndex
from photoclip.index.tuning import Recall, sample_queries, tune
from photoclip.index.vectors import Rows, Snapshot, VectorMatrix, cosines

# Until tune() has measured it. A graph made from image vectors finds fewer of a text's neighbours:
# at 100,000 photos and k = 100, ef 200 finds .999 for images but .959 for texts, ef 800 .999.
_EF = {QueryKind.IMAGE: 200, QueryKind.TEXT: 800}
_EF_A_NEIGHBOUR = 4
# Asked for more than one row in so many, the graph is no faster than a look at all of them: at
# 100,000 rows 200 take it 2 ms and 800 take it 13, all of them 6.
_WORTH_THE_GRAPH = 200
# So few are found at once, whatever the size.
_FEW = 32
# Picking rows out costs about four times as much as multiplying them.
_WORTH_PICKING = 4
# Room for filters that do not fall evenly on the neighbours.
_OVER_FETCH = 1.5
_MOST_STALE = 0.2
# Enough to tell .99 from .98; takes about a second at 100,000 photos.
_TRIED = 64

_Mask = NDArray[np.bool_]


class Plan(StrEnum):
    """How a search is answered."""

    EMPTY = "empty"
    EXACT = "exact"
    EXACT_SUBSET = "exact subset"
    HNSW = "hnsw"


@dataclass(frozen=True, slots=True)
class _Attached:
    """A graph that holds the first `rows` rows of the matrix, as they are in `epoch`."""

    graph: HnswIndex
    epoch: int
    rows: int
    order: Rows
    sorted_ids: PhotoIds


class Nearest:
    """Searches a matrix. Always right about what it was given; a graph only makes it faster.

    Rows that the graph lacks yet are searched exactly and merged, so that a photo is found as
    soon as it is in the matrix.
    """

    def __init__(
        self, matrix: VectorMatrix, hnsw: HnswIndex | None = None, exact_limit: int = 50_000
    ) -> None:
        """exact_limit: up to how many rows an exact search is fast enough.

        Raises what attach() raises.
        """
        self.matrix = matrix
        self.exact_limit = exact_limit
        self._attaching = threading.Lock()
        self._attached: _Attached | None = None
        self._recalls: dict[QueryKind, Recall] = {}
        if hnsw is not None:
            self.attach(hnsw)

    def attach(
        self,
        hnsw: HnswIndex | None,
        *,
        cancel: CancelToken | None = None,
        progress: ProgressCallback = no_progress,
    ) -> int:
        """Search through this graph from now on; None for none. How many vectors it lacked.

        Every vector is compared with the matrix, and those that are missing or different are
        added, so that an older graph is brought up to date. Searches go on meanwhile, with
        what was attached before.
        Raises Cancelled, and IndexCacheError where the graph is rather to be built anew: it
        has another dim, or more than a fifth of its vectors are gone or replaced.
        """
        with self._attaching:
            if hnsw is None:
                self._attached = None
                return 0
            return self._mend(hnsw, cancel, progress)

    def catch_up(
        self, *, cancel: CancelToken | None = None, progress: ProgressCallback = no_progress
    ) -> int:
        """Add to the attached graph what came into the matrix since. How many vectors.

        For idle moments and before a save; searches do not depend on it. Raises Cancelled.
        """
        with self._attaching:
            attached, now = self._attached, self.matrix.snapshot()
            if attached is None:
                return 0
            if attached.epoch != now.epoch:
                return self._mend(attached.graph, cancel, progress)
            new = slice(attached.rows, len(now.ids))
            attached.graph.add(now.ids[new], now.vectors[new], cancel=cancel, progress=progress)
            self._attached = _attached(attached.graph, now)
            return len(now.ids) - attached.rows

    def tune(self, texts: Vectors, *, cancel: CancelToken | None = None) -> None:
        """Measure how many candidates the attached graph has to keep, and keep so many from now on.

        texts: (n, dim) embeddings of texts such as people search for; for pictures, photos of the
        library are taken. Nothing to do without a graph. Raises Cancelled.
        """
        with self._attaching:
            attached, now = self._attached, self.matrix.snapshot()
            if attached is None or attached.epoch != now.epoch or not attached.rows:
                return
            held = Snapshot(now.ids[: attached.rows], now.vectors[: attached.rows], now.epoch)
            photos, own = sample_queries(held, _TRIED)

            def search(query: Vectors, k: int, ef: int) -> tuple[PhotoIds, Vectors]:
                found = _through_graph(held, attached, query, k, ef, None)
                return best(*(found or _exactly(held, query, None)), k)

            image = tune(search, held, QueryKind.IMAGE, photos, own, cancel)
            text = tune(search, held, QueryKind.TEXT, texts, None, cancel)
            self._recalls = {QueryKind.IMAGE: image, QueryKind.TEXT: text}

    @property
    def recalls(self) -> list[Recall]:
        """What tune() found the last time, for pictures and for texts; empty before."""
        return list(self._recalls.values())

    @property
    def hnsw(self) -> HnswIndex | None:
        """The attached graph."""
        attached = self._attached
        return None if attached is None else attached.graph

    def search(
        self, query: Vectors, k: int, *, kind: QueryKind, allowed: PhotoIds | None = None
    ) -> list[Hit]:
        """What ranked() gives, as hits."""
        ids, scores = self.ranked(query, k, kind=kind, allowed=allowed)
        pairs = zip(ids.tolist(), scores.tolist(), strict=True)
        return [Hit(PhotoId(photo), score) for photo, score in pairs]

    def ranked(
        self,
        query: Vectors,
        k: int | None = None,
        *,
        kind: QueryKind,
        allowed: PhotoIds | None = None,
    ) -> tuple[PhotoIds, Vectors]:
        """The k photos nearest to a query, best first, ties by id; fewer where there are fewer.

        query: (dim,) unit. k: None for all. allowed: only these ids, in any order.
        Gives ids (n,) and their cosines (n,).
        """
        query = _checked_query(query, self.matrix.dim)
        # In this order: the matrix then has at least the rows that the graph was attached with.
        attached, now = self._attached, self.matrix.snapshot()
        k = len(now.ids) if k is None else k
        mask = _mask(now.ids, allowed)
        plan = self._plan(now, attached, k, mask)
        if plan is Plan.EMPTY:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        if plan is Plan.HNSW and attached is not None:
            found = _through_graph(now, attached, query, k, self._ef(kind), mask)
            if found is not None:
                return best(*found, k)
        return best(*_exactly(now, query, mask), k)

    def scores(self, query: Vectors) -> tuple[PhotoIds, Vectors]:
        """The cosine of a query (dim,) with every photo: ids (n,), scores (n,)."""
        query = _checked_query(query, self.matrix.dim)
        now = self.matrix.snapshot()
        return now.ids, cosines(now.vectors, query)

    def plan(self, k: int, *, allowed: PhotoIds | None = None) -> Plan:
        """How search() would go about it now."""
        attached, now = self._attached, self.matrix.snapshot()
        return self._plan(now, attached, k, _mask(now.ids, allowed))

    def _plan(self, now: Snapshot, attached: _Attached | None, k: int, mask: _Mask | None) -> Plan:
        candidates = len(now.ids) if mask is None else int(mask.sum())
        if k <= 0 or candidates == 0:
            return Plan.EMPTY
        exact = Plan.EXACT if mask is None else Plan.EXACT_SUBSET
        if candidates <= self.exact_limit or not self._covers(attached, now):
            return exact
        fetched = _to_fetch(k, len(now.ids), candidates)
        return exact if fetched > max(_FEW, len(now.ids) // _WORTH_THE_GRAPH) else Plan.HNSW

    def _ef(self, kind: QueryKind) -> int:
        measured = self._recalls.get(kind)
        return _EF[kind] if measured is None else measured.ef

    def _covers(self, attached: _Attached | None, now: Snapshot) -> bool:
        # After a replacement the graph may lead past the replaced vector until it catches up.
        if attached is None or attached.epoch != now.epoch:
            return False
        return len(now.ids) - attached.rows <= self.exact_limit

    def _mend(self, hnsw: HnswIndex, cancel: CancelToken | None, progress: ProgressCallback) -> int:
        if hnsw.dim != self.matrix.dim:
            raise IndexCacheError(f"is for vectors of dim {hnsw.dim}, not {self.matrix.dim}")
        now = self.matrix.snapshot()
        labels, wrong = hnsw.ids, hnsw.differing(now.ids, now.vectors)
        stale = int((~np.isin(labels, now.ids)).sum() + np.isin(wrong, labels).sum())
        if stale > _MOST_STALE * len(labels):
            raise IndexCacheError(f"holds {stale} vectors that are gone, of {len(labels)}")
        lacking = np.flatnonzero(np.isin(now.ids, wrong))
        hnsw.add(now.ids[lacking], now.vectors[lacking], cancel=cancel, progress=progress)
        self._attached = _attached(hnsw, now)
        return len(lacking)


def _attached(graph: HnswIndex, now: Snapshot) -> _Attached:
    order = np.argsort(now.ids, kind="stable")
    return _Attached(graph, now.epoch, len(now.ids), order, now.ids[order])


def _checked_query(query: Vectors, dim: int) -> Vectors:
    query = np.ascontiguousarray(query, np.float32)
    if query.shape != (dim,):
        raise ValueError(f"a query of shape {query.shape} does not fit vectors of dim {dim}")
    if not np.isfinite(query).all():
        raise ValueError("a query holds NaN or infinity")
    return query


def _mask(ids: PhotoIds, allowed: PhotoIds | None) -> _Mask | None:
    """Which rows may be found, or None for all."""
    if allowed is None:
        return None
    mask = np.isin(ids, np.asarray(allowed, np.int64))
    return None if mask.all() else mask


def _to_fetch(k: int, rows: int, candidates: int) -> int:
    return k if candidates == rows else int(k * rows / candidates * _OVER_FETCH) + 1


def _exactly(now: Snapshot, query: Vectors, mask: _Mask | None) -> tuple[PhotoIds, Vectors]:
    if mask is None:
        return now.ids, cosines(now.vectors, query)
    rows = np.flatnonzero(mask)
    if len(rows) * _WORTH_PICKING < len(now.ids):
        return now.ids[rows], cosines(now.vectors[rows], query)
    return now.ids[rows], cosines(now.vectors, query)[rows]


def _through_graph(
    now: Snapshot,
    attached: _Attached,
    query: Vectors,
    k: int,
    least_ef: int,
    mask: _Mask | None,
) -> tuple[PhotoIds, Vectors] | None:
    """Candidates among which the k best are, or None where too few pass the filter."""
    total = len(now.ids)
    fetch = _to_fetch(k, total, total if mask is None else int(mask.sum()))
    ef = max(least_ef, fetch * _EF_A_NEIGHBOUR)
    labels, _ = attached.graph.search(query, fetch, ef=ef)
    rows = _rows(attached, labels)
    rows = rows if mask is None else rows[mask[rows]]
    if len(rows) < k and len(labels) < attached.rows:
        return None
    later = slice(attached.rows, total)
    late_ids, late_scores = now.ids[later], cosines(now.vectors[later], query)
    if mask is not None:
        late_ids, late_scores = late_ids[mask[later]], late_scores[mask[later]]
    return (
        np.concatenate([now.ids[rows], late_ids]),
        np.concatenate([cosines(now.vectors[rows], query), late_scores]),
    )


def _rows(attached: _Attached, labels: PhotoIds) -> Rows:
    """Rows of the labels, without those that are gone or came after the graph was attached."""
    at = np.searchsorted(attached.sorted_ids, labels).clip(max=attached.rows - 1)
    known: Rows = at[attached.sorted_ids[at] == labels]
    return attached.order[known]


def best(ids: PhotoIds, scores: Vectors, k: int) -> tuple[PhotoIds, Vectors]:
    """The k best, best first, ties by id: ids (k,) and scores (k,), which are cosines."""
    rows = best_rows(ids, scores, k)
    # Rounding takes the cosine of equal vectors a little past 1.
    return ids[rows], np.clip(scores[rows], -1, 1)


def best_rows(ids: PhotoIds, scores: Vectors, k: int | None) -> Rows:
    """Where the k best stand (None: all), best first, ties by id. ids (n,), scores (n,)."""
    keep = np.arange(len(ids))
    if k is not None and 0 < k < len(ids):
        # All that tie with the last one in, so that ids and not chance decide among them.
        worst = np.partition(scores, len(ids) - k)[len(ids) - k]
        keep = np.flatnonzero(scores >= worst)
    return keep[np.lexsort((ids[keep], -scores[keep]))[:k]]
