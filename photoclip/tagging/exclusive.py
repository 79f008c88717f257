"""Mutually exclusive groups: of their labels a photo gets the one that suits it best."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from photoclip.domain import Label, LabelId, PhotoIds, Vectors


@dataclass(frozen=True, slots=True)
class Reached:
    """Photos (n,) that reach a label's threshold, with their scores (n,)."""

    ids: PhotoIds
    scores: Vectors


def groups_of(labels: Iterable[Label]) -> dict[tuple[str, str], list[Label]]:
    """The labels of each group of each set."""
    groups: dict[tuple[str, str], list[Label]] = {}
    for label in labels:
        if label.group:
            groups.setdefault((label.set, label.group), []).append(label)
    return groups


def settle(
    group: Sequence[Label],
    reached: Mapping[LabelId, Reached],
    taken: Mapping[LabelId, PhotoIds],
) -> dict[LabelId, Reached]:
    """Leave each photo to the label of a group by which it scores highest.

    taken: photos that have a label of the group by a person's word; they get no other.
    """
    best: dict[int, tuple[float, LabelId]] = {}
    for label in group:
        found = reached[label.id]
        for photo, score in zip(found.ids.tolist(), found.scores.tolist(), strict=True):
            best[photo] = max(best.get(photo, (-np.inf, label.id)), (score, label.id))
    for label_id, photos in taken.items():
        best.update((photo, (np.inf, label_id)) for photo in photos.tolist())
    settled = {}
    for label in group:
        found = reached[label.id]
        mine = np.array([best[photo][1] == label.id for photo in found.ids.tolist()], np.bool_)
        settled[label.id] = Reached(found.ids[mine], found.scores[mine])
    return settled
