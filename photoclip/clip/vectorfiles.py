"""Vectors of a model that can be made again, kept as files beside the search index.

Those of the embedded model ship with photoclip, made by models/calibrate.py.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

import numpy as np

from photoclip.domain import Vectors
from photoclip.paths import bundled

log = logging.getLogger(__name__)

# Of the resources: what ships.
SHIPPED = "calibration"
# As far as half precision may shorten or lengthen a unit vector.
_UNIT_TOLERANCE = 0.01


def file_name(fingerprint: str, texts: Sequence[str], suffix: str) -> str:
    """What a file of these texts' vectors in a model's space is called."""
    of_texts = hashlib.sha256("\n".join(texts).encode()).hexdigest()
    return f"{fingerprint[:32]}-{of_texts[:8]}{suffix}"


def places(folder: Path) -> tuple[Path, Path]:
    """Where a file may be: among those that ship, or in the folder of those made here."""
    return bundled("resources") / SHIPPED, folder


def read(file: Path) -> Vectors | None:
    """The vectors (n, dim) in a file; None where it is missing or damaged."""
    try:
        kept = np.load(file, allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    if kept.ndim != 2 or kept.dtype != np.float16 or not np.isfinite(kept).all():
        return None
    vectors: Vectors = kept.astype(np.float32)
    return vectors


def read_unit(name: str, folder: Path, count: int) -> Vectors | None:
    """The unit vectors (count, dim) in a file that ships or lies in a folder; None for none."""
    for place in places(folder):
        vectors = read(place / name)
        unit = units(vectors) if vectors is not None and len(vectors) == count else None
        if unit is not None:
            return unit
    return None


def units(vectors: Vectors) -> Vectors | None:
    """Vectors (n, dim) of which half precision changed the lengths; None where these are others."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    # Written so that NaN fails too.
    if not (np.abs(lengths - 1) < _UNIT_TOLERANCE).all():
        return None
    unit: Vectors = vectors / lengths
    return unit


def write(file: Path, vectors: Vectors) -> None:
    """Keep vectors, in half precision. Where that fails, they are made again next time."""
    keep(file, lambda stream: np.save(stream, vectors.astype(np.float16)))


def keep(file: Path, save: Callable[[BinaryIO], None]) -> None:
    """Put what is saved in place of a file, as a whole. Where that fails, it stays as it is."""
    temporary = file.with_suffix(f".{os.getpid()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as stream:
            save(stream)
        os.replace(temporary, file)
    except OSError as error:
        log.info("%s is not kept: %s", file.name, error)
