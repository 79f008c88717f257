"""The photos that a search may show: others have a vector yet, but are in no folder any more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from photoclip.domain import PhotoId, PhotoIds
from photoclip.index.vectors import Rows, Snapshot


@dataclass(frozen=True, slots=True)
class Shown:
    """Which of a state of the matrix they are.

    allowed: their ids (n,), and rows (n,): where they stand; both None where that is all.
    """

    photos: Snapshot
    allowed: PhotoIds | None = None
    rows: Rows | None = None

    @classmethod
    def of(cls, photos: Snapshot, allowed: PhotoIds | None) -> Shown:
        """Those of these ids; None: all."""
        if allowed is None:
            return cls(photos)
        rows = np.flatnonzero(np.isin(photos.ids, allowed))
        return cls(photos, photos.ids[rows], rows)

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def ids(self) -> PhotoIds:
        """(n,), in the order of the rows."""
        return self.photos.ids if self.allowed is None else self.allowed

    def but(self, some: Sequence[PhotoId]) -> Rows | slice:
        """Where in the matrix they stand, without some of them."""
        if not some:
            return slice(None) if self.rows is None else self.rows
        rows = np.arange(len(self.photos.ids)) if self.rows is None else self.rows
        return rows[~np.isin(self.photos.ids[rows], np.asarray(some, np.int64))]
