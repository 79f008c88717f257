"""What is made only when somebody first needs it, so that the window starts sooner."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")
P = TypeVar("P")


class Later(Generic[T]):
    """One thing that does not exist at first; whoever connects to it says what to do then."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._made: list[T] = []
        self._waiting: list[Callable[[T], object]] = []

    @property
    def is_made(self) -> bool:
        """Whether it exists."""
        return bool(self._made)

    def get(self) -> T:
        """The thing, made now if need be."""
        if not self._made:
            self._made.append(self._make())
            waiting, self._waiting = self._waiting, []
            for act in waiting:
                act(self._made[0])
        return self._made[0]

    def once_made(self, act: Callable[[T], object]) -> None:
        """Call act with it as soon as it exists, in the order in which this was asked."""
        if self._made:
            act(self._made[0])
        else:
            self._waiting.append(act)

    def part(self, find: Callable[[T], P]) -> Later[P]:
        """What is found in it, which is made with it."""
        found = Later(lambda: find(self.get()))
        self.once_made(lambda _: found.get())
        return found
