from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from photoclip.domain import PhotoIds, Vectors

DIM = 32
Clustered = Callable[..., tuple[PhotoIds, Vectors]]


@pytest.fixture
def clustered() -> Clustered:
    """Unit vectors around common centres, as those of photos are; ids with gaps."""

    def make(count: int, *, dim: int = DIM, seed: int = 0, first: int = 1) -> tuple:
        centres = np.random.default_rng(99).standard_normal((40, dim))
        random = np.random.default_rng(seed)
        vectors = centres[random.integers(0, 40, count)]
        vectors = vectors + 0.7 * random.standard_normal((count, dim))
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.arange(count, dtype=np.int64) * 3 + first, vectors.astype(np.float32)

    return make
