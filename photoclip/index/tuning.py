"""How many candidates a search through the graph has to keep, measured on the library itself."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from photoclip.domain import CancelToken, PhotoIds, QueryKind, Vectors
from photoclip.index.vectors import Snapshot, cosines

# How many of the best photos are to be found, and which part of them at least. That is a little
# more than photoclip promises (.99 for pictures, .98 for texts), as the queries are a sample only.
NEIGHBOURS = 10
TARGETS = {QueryKind.IMAGE: 0.995, QueryKind.TEXT: 0.99}
# Text queries lie outside the distribution that the graph was made from and need more.
LADDER = (50, 100, 200, 400, 800, 1600, 3200)
# Vectors that were stored with half precision tie more often than they ought to.
_TIE = 1e-6

# (query, k, ef) -> ids and cosines of the k best that the graph finds, best first.
GraphSearch = Callable[[Vectors, int, int], tuple[PhotoIds, Vectors]]


@dataclass(frozen=True, slots=True)
class Recall:
    """What was measured: the part of the NEIGHBOURS best photos that the graph finds with this ef.

    rows: vectors in the graph. queries: how many were tried. graph_ms, exact_ms: medians for one
    search through the graph and through all vectors.
    """

    kind: QueryKind
    ef: int
    recall: float
    rows: int
    queries: int
    graph_ms: float
    exact_ms: float


@dataclass(frozen=True, slots=True)
class Question:
    """A query (dim,), how many neighbours are wanted, and the cosine of the last of them.

    but: a photo that is no answer.
    """

    vector: Vectors
    wanted: int
    least: float
    but: int | None


def sample_queries(now: Snapshot, count: int) -> tuple[Vectors, PhotoIds]:
    """Photos of the library as queries: (n, dim), and their ids (n,), which are no answers.

    Spread evenly, so that the same library gives the same ones.
    """
    rows = np.linspace(0, len(now.ids) - 1, min(count, len(now.ids))).astype(np.intp)
    return now.vectors[rows], now.ids[rows]


def tune(
    search: GraphSearch,
    now: Snapshot,
    kind: QueryKind,
    queries: Vectors,
    but: PhotoIds | None = None,
    cancel: CancelToken | None = None,
) -> Recall:
    """The least ef of LADDER that reaches the target, or the last one with what it does reach.

    search: through the graph, which holds the rows of now. queries: (n, dim) unit. but: for each
    query the photo that it was made from. Raises Cancelled, and ValueError where there is no query.
    """
    if not len(queries):
        raise ValueError("there is nothing to measure with")
    cancel = cancel or CancelToken()
    own = [None] * len(queries) if but is None else but.tolist()
    questions, exact_ms = _truth(now, queries, own, cancel)
    for ef in LADDER:
        found, graph_ms = _found(search, questions, ef, cancel)
        recall = Recall(kind, ef, found, len(now.ids), len(queries), graph_ms, exact_ms)
        if found >= TARGETS[kind]:
            break
    return recall


def _truth(
    now: Snapshot, queries: Vectors, own: Sequence[int | None], cancel: CancelToken
) -> tuple[list[Question], float]:
    """What an exact search says, and the milliseconds that it takes."""
    questions, times = [], []
    for query, but in zip(queries, own, strict=True):
        cancel.check()
        began = time.perf_counter()
        scores = cosines(now.vectors, query)
        times.append(time.perf_counter() - began)
        if but is not None:
            scores = scores[now.ids != but]
        wanted = min(NEIGHBOURS, len(scores))
        last = np.partition(scores, len(scores) - wanted)[len(scores) - wanted :].min(initial=1.0)
        questions.append(Question(query, wanted, float(last), but))
    return questions, 1000 * float(np.median(times))


def _found(
    search: GraphSearch, questions: Sequence[Question], ef: int, cancel: CancelToken
) -> tuple[float, float]:
    """The mean recall, and the milliseconds of a search.

    Counted by cosines, as the tenth best photo may have many equals.
    """
    recalls, times = [], []
    for question in questions:
        cancel.check()
        began = time.perf_counter()
        ids, scores = search(question.vector, question.wanted + 1, ef)
        times.append(time.perf_counter() - began)
        answers = scores if question.but is None else scores[ids != question.but]
        good = int((answers[: question.wanted] >= question.least - _TIE).sum())
        recalls.append(good / question.wanted if question.wanted else 1.0)
    return float(np.mean(recalls)), 1000 * float(np.median(times))
