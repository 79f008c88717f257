"""Mutually exclusive groups: of their labels a photo gets the one that suits it best."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from photoclip.domain import Label, LabelId, PhotoId, PhotoIds, Vectors


@dataclass(frozen=True, slots=True)
class Reached:
    """Photos (n,) that reach a label's threshold, with their scores (n,)."""

    ids: PhotoIds
    scores: Vectors

    def pairs(self) -> Iterator[tuple[PhotoId, float]]:
        """Each photo with its score."""
        return zip(self.ids.tolist(), self.scores.tolist(), strict=True)


def groups_of(labels: Iterable[Label]) -> dict[tuple[str, str], list[Label]]:
    """The labels of each group of each set."""
    groups: dict[tuple[str, str], list[Label]] = {}
    for label in labels:
        if label.group:
            groups.setdefault((label.set, label.group), []).append(label)
    return groups


def settle(
    labels: Iterable[Label],
    reached: Mapping[LabelId, Reached],
    given: Callable[[LabelId], PhotoIds],
) -> dict[LabelId, Reached]:
    """Leave each photo to the label of a group by which it scores highest.

    labels: those of reached, and others of their groups. given: the photos that have a label by
    the word of a person or a file; they get no other of its group.
    """
    settled = dict(reached)
    for group in groups_of(labels).values():
        rivals = [label.id for label in group if label.id in reached]
        if rivals:
            taken = {label.id: given(label.id) for label in group}
            settled.update(_settled(rivals, reached, taken))
    return settled


def _settled(
    rivals: Sequence[LabelId],
    reached: Mapping[LabelId, Reached],
    taken: Mapping[LabelId, PhotoIds],
) -> dict[LabelId, Reached]:
    best: dict[PhotoId, tuple[float, LabelId]] = {}
    for label in rivals:
        for photo, score in reached[label].pairs():
            best[photo] = max(best.get(photo, (-np.inf, label)), (score, label))
    for label, photos in taken.items():
        best.update((photo, (np.inf, label)) for photo in photos.tolist())
    settled = {}
    for label in rivals:
        found = reached[label]
        mine = np.array([best[photo][1] == label for photo in found.ids.tolist()], np.bool_)
        settled[label] = Reached(found.ids[mine], found.scores[mine])
    return settled
