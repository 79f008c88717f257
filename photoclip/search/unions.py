"""Sets that grow together."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Unions(Generic[T]):
    """Which of many things belong together, told pair by pair (Tarjan's union-find)."""

    def __init__(self) -> None:
        self._parents: dict[T, T] = {}

    def join(self, one: T, other: T) -> None:
        """They belong together, and so does all that belongs to either."""
        self._parents[self._root(one)] = self._root(other)

    def joined(self, one: T, other: T) -> bool:
        """Whether they belong together, as far as was told."""
        return self._root(one) == self._root(other)

    def groups(self) -> Iterable[list[T]]:
        """What belongs together, each thing once, as far as it was ever named."""
        found: dict[T, list[T]] = {}
        for thing in self._parents:
            found.setdefault(self._root(thing), []).append(thing)
        return found.values()

    def _root(self, thing: T) -> T:
        parent = self._parents.setdefault(thing, thing)
        while parent != thing:
            # Halving the way keeps it short.
            self._parents[thing] = self._parents[parent]
            thing, parent = parent, self._parents[parent]
        return thing
