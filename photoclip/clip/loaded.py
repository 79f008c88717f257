"""A graph that runs: how many rows go in at a time, and what comes out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from photoclip.clip.graph import Array, Feeds
from photoclip.clip.placement import Placement
from photoclip.clip.providers import CPU
from photoclip.clip.session import DeviceReport, GraphFailure, GraphSession
from photoclip.clip.spec import TowerSpec
from photoclip.domain import Vectors
from photoclip.errors import ModelOutputError

Rows = NDArray[np.float32]


class TowerFailure(ModelOutputError):
    """A graph failed while working, for instance for want of memory."""


class Entry(Protocol):
    """How a graph is fed. batch: the number of rows that it takes, None for any number."""

    @property
    def batch(self) -> int | None: ...


E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class LoadedGraph(Generic[E]):
    """entry: how it is fed; dim: what it gives; turn: held while it runs."""

    tower: TowerSpec
    dim: int
    entry: E
    session: GraphSession
    output: str
    placement: Placement
    report: DeviceReport
    turn: AbstractContextManager[object]

    def run(self, feeds: Feeds, size: int = 1) -> Rows:
        """Embeddings of n rows, at most the graph's batch: (n, dim) float32, as the graph gives it.

        size: the usual number of rows. Beside the CPU there are runs of that size and of one row
        only, because devices compile a graph, or take memory, for every size anew.
        Raises TowerFailure, and ModelOutputError where the result has another shape.
        """
        count = len(next(iter(feeds.values())))
        padded = count > 1 and self.placement.provider != CPU
        wanted = (self.entry.batch or (max(count, size) if padded else count), self.dim)
        full = {name: _filled(array, wanted[0]) for name, array in feeds.items()}
        try:
            with self.turn:
                result = self.session.run(self.output, full)
        except GraphFailure as failure:
            finding = f"failed while working ({failure.finding})"
            raise TowerFailure(finding, path=self.placement.graph) from failure
        if result.shape != wanted:
            finding = f"gave an output of shape {result.shape}, not {wanted}"
            raise ModelOutputError(finding, path=self.placement.graph)
        return result[:count].astype(np.float32, copy=False)


def unit_vectors(rows: Rows, tower: TowerSpec) -> Vectors:
    """Rows scaled to unit length. Raises ModelOutputError where one is not finite, or zero."""
    if not np.isfinite(rows).all():
        raise ModelOutputError("gave numbers that are not finite", path=tower.graph)
    # Scaled first, because the squares of large float32 values would overflow.
    largest = np.abs(rows).max(axis=1, keepdims=True)
    if not largest.all():
        raise ModelOutputError("gave an embedding of zeros", path=tower.graph)
    scaled = rows / largest
    unit: Vectors = scaled / np.linalg.norm(scaled, axis=1, keepdims=True)
    return unit


def parts(count: int, size: int) -> Iterator[slice]:
    """Slices of `size`, the last one perhaps shorter."""
    return (slice(start, start + size) for start in range(0, count, size))


def _filled(array: Array, count: int) -> Array:
    """An array of `count` rows, the last one repeated where there are fewer."""
    if len(array) == count:
        return array
    return np.concatenate([array, np.repeat(array[-1:], count - len(array), axis=0)])
