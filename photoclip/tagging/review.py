"""The suggestions that wait for a person's word, one after the other."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass

from photoclip.catalog.store import Catalog
from photoclip.domain import LabelId, PhotoId
from photoclip.tagging.service import Tagging, Undo, Verdict

_MOST_UNDO = 1000


@dataclass(frozen=True, slots=True)
class Item:
    """A suggestion: this label on this photo? score: on the label's own scale."""

    photo: PhotoId
    label: LabelId
    score: float | None


@dataclass(frozen=True, slots=True)
class _Step:
    """What was decided. undo: None where it was only put off."""

    items: tuple[Item, ...]
    undo: tuple[Undo, ...]


class Review:
    """What was decided here can be undone, the latest first. Thread-safe."""

    def __init__(self, catalog: Catalog, tagging: Tagging) -> None:
        self._catalog = catalog
        self._tagging = tagging
        self._lock = threading.Lock()
        self._steps: list[_Step] = []
        self._skipped: dict[tuple[PhotoId, LabelId], None] = {}

    def queue(self, label: LabelId | None = None, limit: int | None = None) -> list[Item]:
        """What waits, of one label or all, the highest score first; what was skipped comes last.

        Photos without a file within the catalog's reach are left out.
        """
        with self._lock:
            skipped = dict(self._skipped)
        most = None if limit is None else limit + len(skipped)
        found = self._catalog.tags.suggested(label, most)
        items = [Item(tag.photo, tag.label, tag.score) for tag in found]
        order = {key: place for place, key in enumerate(skipped, start=1)}
        items.sort(key=lambda item: order.get((item.photo, item.label), 0))
        return items[:limit]

    def count(self, label: LabelId | None = None) -> int:
        """How many suggestions wait."""
        counts = self._catalog.tags.counts()
        return sum(
            some.suggested for number, some in counts.items() if label is None or number == label
        )

    def accept(self, *items: Item) -> None:
        """These photos have the label."""
        self._decide(items, Verdict.RIGHT)

    def reject(self, *items: Item) -> None:
        """These photos do not have it."""
        self._decide(items, Verdict.WRONG)

    def skip(self, *items: Item) -> None:
        """Ask again later."""
        with self._lock:
            for item in items:
                self._skipped.pop((item.photo, item.label), None)
                self._skipped[item.photo, item.label] = None
            self._note(_Step(items, ()))

    def undo(self) -> tuple[Item, ...]:
        """Take the latest decision back. Gives what it was about, () where there was none."""
        with self._lock:
            if not self._steps:
                return ()
            step = self._steps.pop()
            if not step.undo:
                for item in step.items:
                    self._skipped.pop((item.photo, item.label), None)
        for undo in step.undo:
            self._tagging.undo(undo)
        return step.items

    def _decide(self, items: Sequence[Item], verdict: Verdict) -> None:
        by_label: dict[LabelId, list[PhotoId]] = {}
        for item in items:
            by_label.setdefault(item.label, []).append(item.photo)
        with self._catalog.transaction():
            undo = tuple(
                self._tagging.click(label, photos, verdict) for label, photos in by_label.items()
            )
        with self._lock:
            self._note(_Step(tuple(items), undo))

    def _note(self, step: _Step) -> None:
        if step.items:
            self._steps = [*self._steps[-_MOST_UNDO + 1 :], step]
