"""Groups of photos that are one picture, with the best one proposed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from photoclip.domain import Photo
from photoclip.images.likeness import Likeness


class DuplicateKind(StrEnum):
    """What the members of a group have in common.

    CONTENT: every byte, as one photo lies at several places. PICTURE: what they show, as one was
    resized, recompressed, cropped, turned or recoloured. SERIES: the moment and the motif.
    """

    CONTENT = "content"
    PICTURE = "picture"
    SERIES = "series"


class Advantage(StrEnum):
    """What the proposed member has over the others."""

    DATED = "knows when it was taken"
    LARGEST = "most pixels"
    HEAVIEST = "least compressed"
    FIRST = "nothing, they are equal"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A file of a group. likeness: to the one proposed to be kept, where both were compared."""

    photo: Photo
    path: Path
    likeness: Likeness | None = None

    @property
    def pixels(self) -> int:
        """How many it has."""
        return self.photo.metadata.width * self.photo.metadata.height


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """At least two duplicates, the one proposed to be kept first."""

    kind: DuplicateKind
    members: tuple[Duplicate, ...]
    advantage: Advantage

    @classmethod
    def of(cls, kind: DuplicateKind, members: Iterable[Duplicate]) -> DuplicateGroup:
        """The group with its best member first."""
        best_first = ranked(members)
        return cls(kind, tuple(best_first), _advantage(best_first))

    @property
    def best(self) -> Duplicate:
        """The one proposed to be kept."""
        return self.members[0]

    @property
    def others(self) -> tuple[Duplicate, ...]:
        """The rest."""
        return self.members[1:]

    @property
    def size(self) -> int:
        """Bytes that the others take."""
        return sum(one.photo.size for one in self.others)


def ranked(members: Iterable[Duplicate]) -> list[Duplicate]:
    """Those most worth keeping first."""
    listed = list(members)
    most = max((one.pixels for one in listed), default=0)
    return sorted(listed, key=lambda one: _worth(one, most), reverse=True)


def _worth(one: Duplicate, most: int) -> tuple[bool, int, int, int]:
    # What a camera wrote can be copied into another file, pixels that are gone cannot be had back;
    # so a date counts first only as long as most of the picture is there. Among equals the photo
    # that came first, since what was made of it came later.
    dated = one.photo.metadata.taken_at is not None and 2 * one.pixels >= most
    return (dated, one.pixels, one.photo.size, -one.photo.id)


def _advantage(best_first: Sequence[Duplicate]) -> Advantage:
    most = max(one.pixels for one in best_first)
    best, second = (_worth(one, most) for one in best_first[:2])
    words = (Advantage.DATED, Advantage.LARGEST, Advantage.HEAVIEST)
    pairs = zip(words, best, second, strict=False)
    return next((word for word, one, other in pairs if one != other), Advantage.FIRST)
