"""Vectors of a model that can be made again, kept as files beside the search index."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from photoclip.domain import Vectors

log = logging.getLogger(__name__)

# As far as half precision may shorten or lengthen a unit vector.
_UNIT_TOLERANCE = 0.01


def file_name(fingerprint: str, texts: Sequence[str], suffix: str) -> str:
    """What a file of these texts' vectors in a model's space is called."""
    of_texts = hashlib.sha256("\n".join(texts).encode()).hexdigest()
    return f"{fingerprint[:32]}-{of_texts[:8]}{suffix}"


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


def read_unit(file: Path, count: int) -> Vectors | None:
    """The unit vectors (count, dim) in a file; None where it holds anything else."""
    vectors = read(file)
    if vectors is None or len(vectors) != count:
        return None
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    if not (np.abs(lengths - 1) < _UNIT_TOLERANCE).all():
        return None
    unit: Vectors = vectors / lengths
    return unit


def write(file: Path, vectors: Vectors) -> None:
    """Keep vectors, in half precision. Where that fails, they are made again next time."""
    temporary = file.with_suffix(f".{os.getpid()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as stream:
            np.save(stream, vectors.astype(np.float16))
        os.replace(temporary, file)
    except OSError as error:
        log.info("%s is not kept: %s", file.name, error)
