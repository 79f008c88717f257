"""What has to be removed from and inserted into one list to make another."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def blocks_to_remove(old: Sequence[T], kept: Container[T]) -> list[range]:
    """Runs of positions in old that are not kept, last first, so that earlier ones stay right."""
    return list(_runs([item not in kept for item in old]))[::-1]


def blocks_to_insert(new: Sequence[T], there: Container[T]) -> list[range]:
    """Runs of positions in new that are not there yet, first first."""
    return list(_runs([item not in there for item in new]))


def _runs(marks: Sequence[bool]) -> Iterator[range]:
    start = None
    for position, marked in enumerate(marks):
        if marked and start is None:
            start = position
        elif not marked and start is not None:
            yield range(start, position)
            start = None
    if start is not None:
        yield range(start, len(marks))
