"""Nodes of a tree model, and what makes one list of keys of another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from photoclip.gui.sections.base import Place


class Node:
    """A line that was looked at. children: None until somebody looks below it.

    number: tells it from all others of its model.
    """

    __slots__ = ("children", "number", "parent", "place", "row")

    def __init__(self, number: int, parent: Node | None, place: Place | None) -> None:
        self.parent = parent
        self.place = place
        self.number = number
        self.row = 0
        self.children: list[Node] | None = None

    @property
    def key(self) -> str:
        """That of the place; empty for headings."""
        return self.place.key if self.place is not None else ""

    def number_children(self, start: int = 0) -> None:
        """Tell the children from start on which rows they are."""
        for row, child in enumerate((self.children or [])[start:], start):
            child.row = row

    def all(self) -> Iterator[Node]:
        """This node, and all below it."""
        yield self
        for child in self.children or ():
            yield from child.all()


@dataclass(frozen=True, slots=True)
class Changes:
    """removed: runs of rows of the old list, last first; inserted: of the new one, first first.

    What changed its order is removed and inserted.
    """

    removed: list[range]
    inserted: list[range]

    @classmethod
    def between(cls, old: Sequence[str], new: Sequence[str]) -> Changes:
        """What makes new of old; no key may be in one of them twice."""
        if old == new:
            return cls([], [])
        rows = {key: row for row, key in enumerate(new)}
        kept = [(at, rows[key]) for at, key in enumerate(old) if key in rows]
        steady = _ascending([row for _, row in kept])
        stays = {kept[at][0] for at in steady}
        there = {kept[at][1] for at in steady}
        gone = [at for at in range(len(old)) if at not in stays]
        come = [at for at in range(len(new)) if at not in there]
        return cls(_runs(gone)[::-1], _runs(come))


def _ascending(rows: Sequence[int]) -> list[int]:
    """Positions of a longest ascending part of rows (patience sorting)."""
    ends: list[int] = []
    at_end: list[int] = []
    before: list[int] = []
    for at, row in enumerate(rows):
        place = bisect_left(ends, row)
        before.append(at_end[place - 1] if place else -1)
        ends[place : place + 1] = [row]
        at_end[place : place + 1] = [at]
    return _chain(before, at_end[-1] if at_end else -1)


def _chain(before: Sequence[int], last: int) -> list[int]:
    found = []
    while last >= 0:
        found.append(last)
        last = before[last]
    return found[::-1]


def _runs(rows: Sequence[int]) -> list[range]:
    """Ascending rows as ranges, none beside the next."""
    found: list[range] = []
    for row in rows:
        if found and found[-1].stop == row:
            found[-1] = range(found[-1].start, row + 1)
        else:
            found.append(range(row, row + 1))
    return found
