"""The suggestions that wait, as a person goes through them: by label, by photo, and how far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from photoclip.domain import LabelId, PhotoId
from photoclip.tagging.review import Item

Key = tuple[PhotoId, LabelId]


@dataclass(frozen=True, slots=True)
class Extent:
    """How many suggestions were decided on since the window opened, and how many there were."""

    done: int
    total: int


class ReviewQueue:
    """Decided suggestions go at once; what workers read later says the same."""

    def __init__(self) -> None:
        self._places: dict[Key, int] = {}
        self._labels: dict[LabelId, dict[PhotoId, Item]] = {}
        self._photos: dict[PhotoId, dict[LabelId, Item]] = {}
        self._done: Counter[LabelId] = Counter()

    def __len__(self) -> int:
        return sum(map(len, self._labels.values()))

    def show(self, items: Iterable[Item]) -> None:
        """These wait, in this order."""
        self._labels, self._photos = {}, {}
        for place, item in enumerate(items):
            self._places[item.photo, item.label] = place
            self._insert(item)

    def take(self, items: Iterable[Item]) -> None:
        """These were decided on."""
        for item in items:
            if self._drop(item):
                self._done[item.label] += 1

    def postpone(self, items: Iterable[Item]) -> None:
        """These come last."""
        last = max(self._places.values(), default=0)
        for more, item in enumerate(items, start=1):
            if self._drop(item):
                self._places[item.photo, item.label] = last + more
                self._insert(item)

    def put_back(self, items: Iterable[Item], *, decided: bool) -> None:
        """These wait again, where they did before. decided: else they were only put off."""
        for item in items:
            self._drop(item)
            self._insert(item)
            if decided:
                self._done[item.label] = max(0, self._done[item.label] - 1)
        # In order again: only what was changed was out of it.
        for label in {item.label for item in items}:
            self._labels[label] = dict(
                sorted(self._labels[label].items(), key=lambda one: self._place(one[1]))
            )

    def labels(self) -> dict[LabelId, int]:
        """How many suggestions wait of each label; that with the surest one first."""
        return {label: len(some) for label, some in self._labels.items()}

    def of_label(self, label: LabelId) -> list[Item]:
        """What waits of a label, in order."""
        return list(self._labels.get(label, {}).values())

    def of_photo(self, photo: PhotoId, first: LabelId | None = None) -> list[Item]:
        """What waits of a photo; one label first, then the surest."""
        found = self._photos.get(photo, {}).values()
        return sorted(found, key=lambda item: (item.label != first, self._place(item)))

    def photos(self, label: LabelId | None = None) -> list[PhotoId]:
        """The photos that wait, of one label or any, in order."""
        if label is not None:
            return list(self._labels.get(label, ()))
        firsts = {
            photo: min(map(self._place, some.values())) for photo, some in self._photos.items()
        }
        return sorted(firsts, key=firsts.__getitem__)

    def item(self, photo: PhotoId, label: LabelId) -> Item | None:
        """A suggestion, or None where it does not wait any more."""
        return self._labels.get(label, {}).get(photo)

    def extent(self, label: LabelId | None = None) -> Extent:
        """How far a person is with a label, or all."""
        if label is None:
            done, left = self._done.total(), len(self)
        else:
            done, left = self._done[label], len(self._labels.get(label, ()))
        return Extent(done, done + left)

    def _place(self, item: Item) -> int:
        return self._places.get((item.photo, item.label), 0)

    def _insert(self, item: Item) -> None:
        self._labels.setdefault(item.label, {})[item.photo] = item
        self._photos.setdefault(item.photo, {})[item.label] = item

    def _drop(self, item: Item) -> bool:
        of_label = self._labels.get(item.label, {})
        if of_label.pop(item.photo, None) is None:
            return False
        if not of_label:
            del self._labels[item.label]
        of_photo = self._photos[item.photo]
        del of_photo[item.label]
        if not of_photo:
            del self._photos[item.photo]
        return True


def reaching(items: Sequence[Item], score: float) -> list[Item]:
    """Those with at least this score."""
    return [item for item in items if item.score is not None and item.score >= score]
