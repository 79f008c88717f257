"""Libraries of many photos, made without indexing: real small files, generated vectors."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from photoclip.catalog.store import Catalog
from photoclip.engine import Engine
from photoclip.paths import Paths, bundled

SIZE = (192, 144)
IN_A_FOLDER = 250
FIRST_DAY = datetime(2014, 1, 1, 9)
MINUTES_APART = 55
TOGETHER = 5000


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was written, as the catalog knows it. path: below the watched folder."""

    path: str
    content_hash: bytes
    size: int
    mtime_ns: int
    taken_at: str


def make_library(paths: Paths, folder: Path, count: int) -> None:
    """A library of so many photos in a new folder, all indexed, in folders and over years."""
    folder.mkdir(parents=True)
    made = list(_write(folder, count))
    with Engine.open(paths) as engine:
        root = engine.library.add_folder(folder)
        model = engine.model.get()
        _enter(engine.catalog, root.id, made, model.fingerprint, model.spec.name, model.spec.dim)


def _write(folder: Path, count: int) -> Iterator[Made]:
    samples = [_small(file) for file in sorted(bundled("resources/sample_photos").glob("*.jpg"))]
    for number in range(count):
        path = f"{number // IN_A_FOLDER:04}/IMG_{number:06}.jpg"
        file = folder / path
        file.parent.mkdir(exist_ok=True)
        # What follows the end of a JPEG does not show, but makes another content of it.
        content = samples[number % len(samples)] + number.to_bytes(8, "big")
        file.write_bytes(content)
        taken = FIRST_DAY + timedelta(minutes=number * MINUTES_APART)
        digest = hashlib.sha256(content).digest()
        yield Made(path, digest, len(content), file.stat().st_mtime_ns, taken.isoformat())


def _small(sample: Path) -> bytes:
    with Image.open(sample) as image:
        small = ImageOps.fit(image.convert("RGB"), SIZE)
    stream = io.BytesIO()
    small.save(stream, "JPEG", quality=70)
    return stream.getvalue()


def _enter(
    catalog: Catalog, root: int, made: list[Made], fingerprint: str, name: str, dim: int
) -> None:
    ids = np.arange(1, len(made) + 1)
    vectors = np.random.default_rng(0).standard_normal((len(made), dim), np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    with catalog.transaction() as db:
        db.executemany(
            "INSERT INTO photos (id, content_hash, size, status, format, width, height, taken_at)"
            f" VALUES (?, ?, ?, 'ok', 'JPEG', {SIZE[0]}, {SIZE[1]}, ?)",
            ((n, one.content_hash, one.size, one.taken_at) for n, one in enumerate(made, 1)),
        )
        db.executemany(
            "INSERT INTO files (root, path, photo, size, mtime_ns) VALUES (?, ?, ?, ?, ?)",
            ((root, one.path.encode(), n, one.size, one.mtime_ns) for n, one in enumerate(made, 1)),
        )
    model = catalog.embeddings.model_id(fingerprint, name, dim)
    # What exceeds SQLite's cache within one transaction takes minutes.
    for start in range(0, len(ids), TOGETHER):
        part = slice(start, start + TOGETHER)
        catalog.embeddings.put(model, ids[part], vectors[part])
