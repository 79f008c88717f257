"""A *photo* is content, a *file* is a place it was seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoclip.domain.ids import AlbumId, Days, FileId, PhotoId, RootId, SearchId


class PhotoStatus(StrEnum):
    """Whether the content could be decoded. Offline is a property of files, not of content."""

    OK = "ok"
    UNREADABLE = "unreadable"


class QueryKind(StrEnum):
    """Text queries lie outside the distribution of image vectors, so the two are told apart."""

    TEXT = "text"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a picture's header tells. Sizes are upright (after EXIF orientation), in pixels.

    taken_at is naive local time as the camera wrote it; taken_offset the minutes east of UTC,
    where the camera wrote that too. orientation is EXIF's 1..8.
    """

    format: str = ""
    width: int = 0
    height: int = 0
    orientation: int = 1
    taken_at: datetime | None = None
    taken_offset: int | None = None
    camera: str = ""
    lens: str = ""
    iso: int | None = None
    focal_length: float | None = None
    aperture: float | None = None
    exposure_time: float | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Annotations:
    """What people wrote about a photo with other programs.

    keywords: whole paths, "animals/dog". rating: 0 to 5 stars, -1 for rejected, None for none.
    """

    keywords: tuple[str, ...] = ()
    rating: int | None = None


@dataclass(frozen=True, slots=True)
class SidecarFile:
    """An XMP sidecar below a root. relative uses "/"; suffix: the extension it says it is for.

    annotations: what others wrote there. ours: whether there are entries of photoclip's.
    reason: why it could not be read, "" where it could.
    """

    root: RootId
    relative: str
    size: int
    mtime_ns: int
    annotations: Annotations = Annotations()
    suffix: str = ""
    ours: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """One content, wherever it lies. content_hash: SHA-256 of the file's bytes."""

    id: PhotoId
    content_hash: bytes
    size: int
    status: PhotoStatus
    reason: str
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Root:
    """A watched folder. volume: what told its disk apart when last seen ("" if unknown)."""

    id: RootId
    path: Path
    volume: str
    online: bool


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """A place where a photo was seen. photo is None while the file could not even be read.

    location: its absolute path. As a text, since a run holds one of each file of a folder.
    """

    id: FileId
    root: RootId
    location: str
    photo: PhotoId | None
    size: int
    mtime_ns: int
    reason: str = ""

    @property
    def path(self) -> Path:
        """Where it lies."""
        return Path(self.location)


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that has no place in search, and why."""

    path: Path
    reason: str
    photo: PhotoId | None


@dataclass(frozen=True, slots=True)
class PartScore:
    """How a photo compares with one part of a query.

    text: the part as it is typed. cosine: -1..1. standard: how many of the library's own spreads
    it lies above the middle of the library for this part, so that parts can be compared.
    """

    text: str
    cosine: float
    standard: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A photo that answers a query.

    score: its cosine with the query, -1..1; where that has several parts, what they come to
    together; None where nothing was compared. parts: what each part of the query made of it.
    """

    photo: PhotoId
    score: float | None
    parts: tuple[PartScore, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that was kept under a name. query: in the language of docs/query-language.md."""

    id: SearchId
    name: str
    query: str


@dataclass(frozen=True, slots=True)
class Album:
    """Photos under a name: put in by hand, or found by a query; then it is a saved search, too.

    query: empty where they are put in by hand. count: how many of them can be shown; None where
    only searching would tell.
    """

    id: AlbumId
    name: str
    query: str = ""
    count: int | None = None

    @property
    def is_smart(self) -> bool:
        """Whether its photos are found, not put in."""
        return bool(self.query)


class Order(StrEnum):
    """How photos are put in order. RELEVANCE needs something to compare with."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class FolderScope:
    """A watched folder, or a folder below it ("a/b", "" for all of the root), with all in it."""

    root: RootId
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders that photos of a list lie in. of: (n,) int32, for each its place in scopes."""

    of: NDArray[np.int32]
    scopes: tuple[FolderScope, ...]

    def first(self, count: int | None) -> Folders:
        """Those of the first photos."""
        return Folders(self.of[:count], self.scopes)


@dataclass(frozen=True, slots=True)
class Listing:
    """Photos in order. days: for each of them date.toordinal(), 0 where unknown, or None.

    days is an (n,) int32 array of local days; None where the order has nothing to do with dates.
    folders: None where it has nothing to do with folders.
    """

    ids: list[PhotoId]
    days: Days | None = None
    folders: Folders | None = None

    def first(self, count: int | None) -> Listing:
        """The first so many of them; None: all."""
        return Listing(
            self.ids[:count],
            self.days[:count] if self.days is not None else None,
            self.folders.first(count) if self.folders is not None else None,
        )
