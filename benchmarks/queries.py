"""Queries with filters, several parts and exclusions, from typed text to hits."""

from __future__ import annotations

import argparse
import hashlib
import random
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.report import Cell, Table
from benchmarks.search import World
from photoclip.engine import Engine
from photoclip.paths import Paths

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
        _fill(engine, count)
        engine.search.warm_up()
        for query in QUERIES:
            table.rows.append(_row(engine, query))
    return [table]


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


def _fill(engine: Engine, count: int) -> None:
    """Photos as cameras and phones make them, each fiftieth at two places."""
    model, catalog = engine.model.get(), engine.catalog
    with catalog.transaction() as db:
        folder = "INSERT INTO roots (id, path) VALUES (1, ?)"
        db.execute(folder, (bytes(engine.paths.data / "Pictures"),))
        db.executemany(_INSERT, _photos(count))
        files = "INSERT INTO files (root, path, photo, size, mtime_ns) VALUES (1, ?, ?, 1, 1)"
        db.executemany(files, _files(count))
    known = catalog.embeddings.model_id(model.fingerprint, model.spec.name, model.spec.dim)
    vectors = World(model.spec.dim).images(count)
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
