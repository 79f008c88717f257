"""How near each photo came to a query, without a dictionary of 100,000 numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from photoclip.domain import PhotoId, PhotoIds
from photoclip.gui.models.changes import Positions


class Scores(Mapping[PhotoId, float]):
    """Cosines by photo, or what several add up to. Never changes."""

    def __init__(
        self,
        ids: PhotoIds,
        values: NDArray[np.float32],
        parts: Sequence[tuple[str, NDArray[np.float32]]] = (),
    ) -> None:
        """ids (n,), values (n,). parts: the cosines (n,) of each part, by what it is called."""
        self._ids = ids
        self._values = values
        self._parts = parts
        self._positions = Positions(ids)

    def rank(self, photo: PhotoId) -> int:
        """1 for the nearest photo; photos with equal scores share a rank."""
        return 1 + int(np.count_nonzero(self._values > self[photo]))

    def parts(self, photo: PhotoId) -> tuple[tuple[str, float], ...]:
        """The cosine of each part of what was asked, by what that is called."""
        at = self._positions.of(photo)
        if at is None:
            return ()
        return tuple((name, float(values[at])) for name, values in self._parts)

    def __getitem__(self, photo: PhotoId) -> float:
        at = self._positions.of(photo)
        if at is None:
            raise KeyError(photo)
        return float(self._values[at])

    def __iter__(self) -> Iterator[PhotoId]:
        return iter(self._ids.tolist())

    def __len__(self) -> int:
        return len(self._ids)


NO_SCORES = Scores(np.zeros(0, np.int64), np.zeros(0, np.float32))
