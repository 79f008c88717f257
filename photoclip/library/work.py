"""What goes through the pipeline: items of work, and what becomes of them."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from photoclip.domain import Annotations, Metadata, PhotoId, Root

_LATEST = 2**63 - 1


class Cause(Enum):
    """Why a file is read. BACKLOG: it is as known, but the model in use has no vector of it."""

    NEW = "new"
    CHANGED = "changed"
    BACKLOG = "backlog"


@dataclass(frozen=True, slots=True)
class WorkItem:
    """A file to be read. relative uses "/"."""

    root: Root
    relative: str
    cause: Cause

    @property
    def path(self) -> Path:
        return self.root.path / self.relative


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells one state of a file from another without reading it."""

    size: int
    mtime_ns: int

    @classmethod
    def of(cls, path: Path) -> Stamp:
        """Raises OSError."""
        return cls.from_status(path.stat())

    @classmethod
    def from_status(cls, found: os.stat_result) -> Stamp:
        """Times before 1677 and after 2262 are moved there: SQLite's integers have 64 bits."""
        return cls(found.st_size, max(-_LATEST, min(found.st_mtime_ns, _LATEST)))


@dataclass(frozen=True, slots=True)
class Prepared:
    """Read, decoded, ready for the image tower. pixels: one image, as model.preprocess gives."""

    item: WorkItem
    stamp: Stamp
    content_hash: bytes
    metadata: Metadata
    pixels: NDArray[Any]
    annotations: Annotations = field(default_factory=Annotations)


@dataclass(frozen=True, slots=True)
class Known:
    """Its content has a vector already."""

    item: WorkItem
    stamp: Stamp
    photo: PhotoId


@dataclass(frozen=True, slots=True)
class Twin:
    """Its content is that of another item, which is on its way."""

    item: WorkItem
    stamp: Stamp
    content_hash: bytes


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Its content gives no pixels, or no vector."""

    item: WorkItem
    stamp: Stamp
    content_hash: bytes
    reason: str
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Unavailable:
    """It is there, but cannot be read. stamp: as far as the system tells."""

    item: WorkItem
    stamp: Stamp
    reason: str


@dataclass(frozen=True, slots=True)
class Gone:
    """It vanished between the scan and the reading."""

    item: WorkItem


@dataclass(frozen=True, slots=True)
class PutOff:
    """It is being written just now."""

    item: WorkItem


Outcome = Prepared | Known | Twin | Unreadable | Unavailable | Gone | PutOff
