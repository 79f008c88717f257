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
    """A file of a group. likeness: to another member, where it was compared with one."""

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
        ranked = sorted(members, key=_rank, reverse=True)
        return cls(kind, tuple(ranked), _advantage(ranked))

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


def _rank(one: Duplicate) -> tuple[bool, int, int, int]:
    # What a camera wrote is worth more than pixels, which can be added. Among equals the photo that
    # came first, since what was made of it came later.
    return (one.photo.metadata.taken_at is not None, one.pixels, one.photo.size, -one.photo.id)


def _advantage(ranked: Sequence[Duplicate]) -> Advantage:
    best, second = (_rank(one) for one in ranked[:2])
    words = (Advantage.DATED, Advantage.LARGEST, Advantage.HEAVIEST)
    pairs = zip(words, best, second, strict=False)
    return next((word for word, one, other in pairs if one != other), Advantage.FIRST)
