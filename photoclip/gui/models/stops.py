"""Where a slider over the photos of a preview can stop. Without Qt."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

# Every place up to here is a stop, then ever fewer: at 90,000 photos nobody minds ten more.
EVERY = 100
SPACED = 200


class Stops:
    """Places (how many of the best photos are on the accepted side) by positions of a slider."""

    def __init__(self, count: int, marks: Iterable[int] = ()) -> None:
        """count: of photos. marks: places that must be a stop."""
        places = [np.arange(min(count, EVERY) + 1), np.array([count])]
        if count > EVERY:
            places.append(np.geomspace(EVERY, count, SPACED).round())
        kept = [mark for mark in marks if 0 <= mark <= count]
        places.append(np.array(kept, np.int64))
        self.places: NDArray[np.int64] = np.unique(np.concatenate(places).astype(np.int64))

    def __len__(self) -> int:
        return len(self.places)

    def place(self, position: int) -> int:
        """The place at a position."""
        return int(self.places[min(max(position, 0), len(self.places) - 1)])

    def position(self, place: int) -> int:
        """The position nearest to a place."""
        after = int(np.searchsorted(self.places, place))
        if after == 0:
            return 0
        if after == len(self.places):
            return after - 1
        nearer = place - self.places[after - 1] < self.places[after] - place
        return after - 1 if nearer else after
