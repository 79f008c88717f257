"""The photos of the library as labels see them, measured when first needed and as it grows."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from photoclip.clip.calibration import Calibration
from photoclip.clip.current import CurrentModel
from photoclip.domain import PhotoIds, Vectors
from photoclip.index.chance import still_holds
from photoclip.tagging.scale import Background, background_of
from photoclip.tagging.standing import Photos


class Searched(Protocol):
    """What is searched by: a model, and vectors of that one.

    picture: the unit vector (dim,) of any picture. Raises ImageError, ModelError.
    """

    model: CurrentModel

    def vectors(self) -> tuple[PhotoIds, Vectors]: ...

    def picture(self, path: Path) -> Vectors: ...


@dataclass(frozen=True, slots=True)
class _Measured:
    fingerprint: str
    mean: Vectors
    background: Background

    def holds(self, fingerprint: str, count: int) -> bool:
        return fingerprint == self.fingerprint and still_holds(self.background.photos, count)


class Holding:
    """Gives the photos of the model in use, whichever that is. Thread-safe."""

    def __init__(self, searched: Callable[[], Searched], calibration: Calibration) -> None:
        self._searched = searched
        self._calibration = calibration
        self._lock = threading.Lock()
        self._measured: _Measured | None = None

    def photos(self) -> Photos:
        """The library as it is now. Raises ModelError."""
        searched = self._searched()
        ids, vectors = searched.vectors()
        with self._lock:
            measured = self._measured
            fingerprint = searched.model.fingerprint
            if measured is None or not measured.holds(fingerprint, len(ids)):
                measured = self._measured = self._measure(searched.model, fingerprint, vectors)
        return Photos(
            searched.model, ids, vectors, measured.mean, measured.background, searched.picture
        )

    def _measure(self, model: CurrentModel, fingerprint: str, vectors: Vectors) -> _Measured:
        if not len(vectors):
            nothing = np.zeros(vectors.shape[1], np.float32)
            return _Measured(fingerprint, nothing, background_of(vectors, vectors))
        mean = vectors.mean(axis=0, dtype=np.float64).astype(np.float32)
        return _Measured(
            fingerprint, mean, background_of(vectors, self._calibration.rare(model.get()))
        )
