"""Search time and recall, exact and through the HNSW graph, for image and text queries apart."""

from __future__ import annotations

import argparse
import statistics
import time
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks.report import Cell, Table, seconds
from photoclip.clip.encoder import ClipModel
from photoclip.clip.opening import model_directory
from photoclip.domain import PhotoIds, QueryKind, Vectors
from photoclip.index.hnsw import HnswIndex
from photoclip.index.nearest import Nearest
from photoclip.index.vectors import VectorMatrix
from photoclip.settings import Settings

QUERIES, NEIGHBOURS = 200, 10
# Real embeddings lie in a cone around a mean, and their variance falls off over few directions.
_CLUSTERS, _RANK = 300, 96
NOTE = (
    f"generated vectors, {QUERIES} queries, {NEIGHBOURS} neighbours, medians and p95 (HNSW); "
    "ef as measured on the library with other queries; text-like queries come "
    "from a shifted distribution, as texts do; recall@10 is against exact search"
)


def measure(arguments: argparse.Namespace, scratch: Path) -> list[Table]:
    """Sizes of libraries, and one search from typed words to hits."""
    del scratch
    columns = ("vectors", "queries", "ef", "exact ms", "HNSW ms", "p95", "recall@10", "build s")
    with ClipModel.open(model_directory(Settings())) as model:
        table = Table(f"Search, {model.spec.dim} dimensions", columns, note=NOTE)
        text = Table("Words to a vector", ("step", "ms"))
        text.rows.append(["text tower, one query", _text_ms(model)])
        for count in arguments.vectors:
            table.rows.extend(_rows(count, model.spec.dim))
    return [table, text]


def _text_ms(model: ClipModel) -> float:
    words = [f"a photo of {number} things" for number in range(30)]
    model.encode_texts(words[:1])
    times = [1000 * seconds(partial(model.encode_texts, [word])) for word in words[1:]]
    return round(statistics.median(times), 1)


def _rows(count: int, dim: int) -> list[list[Cell]]:
    world = World(dim)
    ids = np.arange(1, count + 1, dtype=np.int64)
    vectors = world.images(count)
    matrix = VectorMatrix.from_arrays(ids, vectors)
    exact = Nearest(matrix, exact_limit=count)
    graphs: list[HnswIndex] = []
    building = seconds(lambda: graphs.append(HnswIndex.build(ids, vectors)))
    graph = Nearest(matrix, graphs[0], exact_limit=0)
    # With queries of their own, as those below are not to have chosen what they are tried with.
    graph.tune(world.texts(64))
    ef = {recall.kind: recall.ef for recall in graph.recalls}
    rows: list[list[Cell]] = []
    for name, kind, queries in (
        ("image-like", QueryKind.IMAGE, world.images(QUERIES)),
        ("text-like", QueryKind.TEXT, world.texts(QUERIES)),
    ):
        truth, exact_ms, _ = _search(exact, queries, kind)
        found, graph_ms, p95 = _search(graph, queries, kind)
        recall = statistics.mean(
            len(np.intersect1d(a, b)) / NEIGHBOURS for a, b in zip(truth, found, strict=True)
        )
        times = [exact_ms, graph_ms, p95, round(recall, 4), round(building, 1)]
        rows.append([f"{count:,}", name, ef[kind], *times])
    return rows


def _search(
    nearest: Nearest, queries: Vectors, kind: QueryKind
) -> tuple[list[PhotoIds], float, float]:
    """The ids found for each query, and the milliseconds of a search: median, 95th percentile."""
    found: list[PhotoIds] = []
    times: list[float] = []
    for query in queries:
        begin = time.perf_counter()
        hits = nearest.search(query, NEIGHBOURS, kind=kind)
        times.append(1000 * (time.perf_counter() - begin))
        found.append(np.array([hit.photo for hit in hits], np.int64))
    median, p95 = np.quantile(times, (0.5, 0.95))
    return found, round(float(median), 2), round(float(p95), 2)


class World:
    """Vectors that are distributed like those of a CLIP model. Always the same ones."""

    def __init__(self, dim: int) -> None:
        self.dim = dim
        self._rng = np.random.default_rng(1)
        spectrum = np.exp(-np.arange(dim) / _RANK).astype(np.float32)
        self._scale = spectrum / np.linalg.norm(spectrum)
        self._image_mean = self._unit(self._normal(1, dim)) * 0.6
        self._text_mean = self._unit(self._normal(1, dim)) * 0.6
        self._centres = self._normal(_CLUSTERS, dim) * self._scale

    def images(self, count: int) -> Vectors:
        """(count, dim) unit vectors around the centres."""
        return self._around(self._image_mean, count, 0.7)

    def texts(self, count: int) -> Vectors:
        """(count, dim) unit vectors that mean the same things, from elsewhere in the space."""
        return self._around(self._text_mean, count, 0.5)

    def unseen(self, count: int) -> Vectors:
        """(count, dim) unit vectors of texts about what no picture shows."""
        elsewhere = self._normal(count, len(self._scale)) * self._scale
        return self._around(self._text_mean, count, 0.5, elsewhere)

    def _around(
        self, mean: Vectors, count: int, spread: float, centres: Vectors | None = None
    ) -> Vectors:
        centres = self._centres if centres is None else centres
        chosen = centres[self._rng.integers(0, len(centres), count)]
        scatter = spread * self._normal(count, len(self._scale)) * self._scale
        return self._unit(mean + chosen + scatter)

    def _normal(self, count: int, dim: int) -> Vectors:
        return self._rng.standard_normal((count, dim), np.float32)

    @staticmethod
    def _unit(vectors: Vectors) -> Vectors:
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / lengths, np.float32)
