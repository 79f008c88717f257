"""Turns a stream of hints into few, settled lists of folders."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

# Folders that settle this close together (as a share of settle) go together, so that both ends
# of a move are seen by one scan.
TOGETHER = 0.2


@dataclass(slots=True)
class Debounce:
    """Folders with news. Times are seconds of any one clock. Not thread-safe.

    settle: how long a folder has to be quiet. longest: how long it is waited for at most.
    """

    settle: float
    longest: float
    _pending: dict[Path, tuple[float, float]] = field(default_factory=dict)

    def add(self, folder: Path, now: float) -> None:
        """Something happened in a folder."""
        first, _ = self._pending.get(folder, (now, now))
        self._pending[folder] = (first, now)

    def clear(self) -> None:
        self._pending.clear()

    def next_due(self) -> float | None:
        """When take() will next give something; None while nothing is pending."""
        return min((self._due(*times) for times in self._pending.values()), default=None)

    def take(self, now: float) -> list[Path]:
        """Remove and return the folders that have settled, parents standing for children."""
        due = self.next_due()
        if due is None or due > now:
            return []
        limit = now + TOGETHER * self.settle
        ripe = [folder for folder, times in self._pending.items() if self._due(*times) <= limit]
        for folder in ripe:
            del self._pending[folder]
        return topmost(ripe)

    def _due(self, first: float, last: float) -> float:
        return min(last + self.settle, first + self.longest)


def topmost(folders: Iterable[Path]) -> list[Path]:
    """The folders that lie in no other of them, sorted, each once."""
    kept: set[Path] = set()
    for folder in sorted(set(folders), key=lambda folder: len(folder.parts)):
        if kept.isdisjoint(folder.parents):
            kept.add(folder)
    return sorted(kept)
