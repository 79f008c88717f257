"""Queries with filters, several parts and exclusions, from typed text to hits.

And how fast plain ones are through the graph beside an exact search, by vectors that lie where a
model's texts and pictures do.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import statistics
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import numpy as np

from benchmarks.report import Cell, Table
from benchmarks.search import World
from photoclip.clip.calibration import rare_texts
from photoclip.clip.current import CurrentModel
from photoclip.domain import Vectors
from photoclip.engine import Engine
from photoclip.paths import Paths
from photoclip.search.results import SearchResult
from photoclip.search.searcher import Search

if TYPE_CHECKING:
    from photoclip.clip.encoder import ClipModel

ASKED, LIMIT, NEIGHBOURS, UNSEEN = 200, 100, 10, "unseen"
ROUNDS, TOGETHER, IN_A_FOLDER = 40, 5000, 250
QUERIES = (
    "a dog on the beach",
    "dog + beach",
    "dog -grass",
    "dog + beach + red -people -car",
    "dog date:2015",
    "dog date:2012..2018",
    "dog -date:2015",
    "dog camera:nikon",
    "dog iso:100..400",
    "dog type:heic",
    "dog in:0001",
    "dog orientation:landscape",
    "dog is:duplicate",
    "dog near:48,11,50",
    "dog -grass date:2012..2018 camera:nikon iso:>=200",
    "similar:5 + beach",
    "date:2015",
)
_INSERT = """
INSERT INTO photos (id, content_hash, size, status, format, width, height, taken_at, camera, lens,
iso, latitude, longitude) VALUES (?, ?, ?, 'ok', ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def measure(arguments: argparse.Namespace, scratch: Path) -> list[Table]:
    """The library of most vectors, each query many times."""
    count = max(arguments.vectors)
    columns = ("query", "photos left", "median ms", "p95 ms", "first ms")
    note = "generated photos; words embedded before; first: before its filters were remembered"
    table = Table(f"Queries, {count:,} photos", columns, note=note)
    with Engine.open(Paths.under(scratch / "library")) as engine:
        world = World(engine.model.get().spec.dim)
        _fill(engine, count, world)
        engine.search.warm_up()
        for query in QUERIES:
            table.rows.append(_row(engine, query))
        plain = _nearest(engine, count, world, scratch)
    return [table, plain]


def _nearest(engine: Engine, count: int, world: World, scratch: Path) -> Table:
    """Plain queries through the graph, and exact ones beside them in the same run."""
    columns = (
        *("query", "photos left", "p50 ms", "p95 ms", "CPU ms", "exact p50", "exact p95"),
        *("recall@10", "same end"),
    )
    note = (
        f"{ASKED} queries of each kind, {LIMIT} hits, from vector to result; recall against exact; "
        "same end: both say alike whether anything matches, and of the hits which do"
    )
    table = Table(f"Nearest, {count:,} photos", columns, note=note)
    texts = Spoken(world)
    graphed, exact = (
        Search(
            engine.catalog,
            CurrentModel(engine.model.directory, lambda _: cast("ClipModel", texts)),
            engine.decoder,
            scratch / "index",
            exact_limit=limit,
        )
        for limit in (count // 2, count)
    )
    graphed.refresh_graph()
    for search in (graphed, exact):
        search.warm_up()
    for name, words in (
        ("text", "{}"),
        ("text that nothing matches", f"{UNSEEN} {{}}"),
        ("text, most photos pass", "{} -date:2015"),
        ("text, few photos pass", "{} date:2015 camera:nikon"),
        ("photo", "similar:{}"),
        ("photo, most photos pass", "similar:{} -date:2015"),
    ):
        asked = [words.format(number + 1) for number in range(ASKED)]
        table.rows.append([name, *_beside(graphed, exact, asked)])
    return table


def _beside(graphed: Search, exact: Search, queries: Sequence[str]) -> list[Cell]:
    """Figures of the same queries by two searches."""
    rows: list[tuple[float, ...]] = []
    for query in queries:
        # Reads the photos that pass, and makes the vector.
        exact.query(query, limit=LIMIT)
        truth, exact_ms, _ = _timed(exact, query)
        graphed.query(query, limit=LIMIT)
        found, ms, cpu_ms = _timed(graphed, query)
        common = np.intersect1d(found.ids[:NEIGHBOURS], truth.ids[:NEIGHBOURS])
        recall = len(common) / max(1, len(truth.ids[:NEIGHBOURS]))
        same = min(found.matches, LIMIT) == min(truth.matches, LIMIT)
        rows.append((ms, cpu_ms, exact_ms, recall, float(same)))
    ms, cpu_ms, exact_ms, recall, same = np.array(rows).T
    times = [*np.quantile(ms, (0.5, 0.95)), cpu_ms.mean(), *np.quantile(exact_ms, (0.5, 0.95))]
    shares = [round(float(mean), 3) for mean in (recall.mean(), same.mean())]
    return [truth.searched, *(round(float(time), 1) for time in times), *shares]


def _timed(search: Search, query: str) -> tuple[SearchResult, float, float]:
    """What is found, and the milliseconds on the clock and of the processor."""
    begin, used = time.perf_counter(), time.process_time()
    found = search.query(query, limit=LIMIT)
    return found, 1000 * (time.perf_counter() - begin), 1000 * (time.process_time() - used)


class Spoken:
    """In place of a model: texts lie where a model's would, at once."""

    fingerprint = "of no model"

    def __init__(self, world: World) -> None:
        self.spec = SimpleNamespace(name="made up", dim=world.dim, languages=())
        self._rare = set(rare_texts())
        self._world = world
        self._said: dict[str, Vectors] = {}

    def encode_texts(self, texts: Sequence[str]) -> Vectors:
        """(n, dim) unit vectors; the same text gives the same one, in whatever template."""
        return np.stack([self._of(text) for text in texts])

    def _of(self, text: str) -> Vectors:
        unseen = text in self._rare or UNSEEN in text
        number = "".join(filter(str.isdigit, text))
        meant = f"{unseen} {number or text}"
        if meant not in self._said:
            world = self._world
            self._said[meant] = (world.unseen(1) if unseen else world.texts(1))[0]
        return self._said[meant]


def _row(engine: Engine, query: str) -> list[Cell]:
    # With other filters: the words are embedded then, and nothing else is remembered.
    words = [word for word in query.split() if ":" not in word]
    engine.search.query(" ".join([*words, "size:>=1b"]))
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        result = engine.search.query(query)
        times.append(1000 * (time.perf_counter() - begin))
    first, ordered = times[0], sorted(times)
    figures = (statistics.median(times), ordered[int(0.95 * ROUNDS) - 1], first)
    return [query, result.searched, *(round(figure, 1) for figure in figures)]


def _fill(engine: Engine, count: int, world: World) -> None:
    """Photos as cameras and phones make them, each fiftieth at two places."""
    model, catalog = engine.model.get(), engine.catalog
    with catalog.transaction() as db:
        folder = "INSERT INTO roots (id, path) VALUES (1, ?)"
        db.execute(folder, (bytes(engine.paths.data / "Pictures"),))
        db.executemany(_INSERT, _photos(count))
        files = "INSERT INTO files (root, path, photo, size, mtime_ns) VALUES (1, ?, ?, 1, 1)"
        db.executemany(files, _files(count))
    known = catalog.embeddings.model_id(model.fingerprint, model.spec.name, model.spec.dim)
    vectors = world.images(count)
    for start in range(0, count, TOGETHER):
        some = vectors[start : start + TOGETHER]
        catalog.embeddings.put(known, np.arange(start + 1, start + 1 + len(some)), some)


def _photos(count: int) -> Iterator[tuple[object, ...]]:
    chance = random.Random(1)
    for number in range(1, count + 1):
        year = 2010 + 15 * number // (count + 1)
        day = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}T10:00:00"
        place = (chance.uniform(40, 55), chance.uniform(0, 20))
        yield (
            number,
            hashlib.sha256(str(number).encode()).digest(),
            chance.randint(10**5, 10**7),
            chance.choice(["JPEG"] * 8 + ["HEIF", "PNG"]),
            *chance.choice([(4000, 3000), (3000, 4000), (2000, 2000)]),
            day if chance.random() < 0.9 else None,
            chance.choice(["Canon EOS 5D", "NIKON D70", "Apple iPhone 12", "SONY ILCE-7", ""]),
            chance.choice(["EF 50mm f/1.8", "24-70mm f/2.8", ""]),
            chance.choice([100, 200, 400, 800, None]),
            *(place if chance.random() < 0.4 else (None, None)),
        )


def _files(count: int) -> Iterator[tuple[bytes, int]]:
    for number in range(1, count + 1):
        yield f"{number // IN_A_FOLDER:04}/IMG_{number:06}.jpg".encode(), number
    for number in range(1, count + 1, 50):
        yield f"copies/IMG_{number:06}.jpg".encode(), number
