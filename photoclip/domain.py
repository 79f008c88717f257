"""Plain values that all layers share. A *photo* is content, a *file* is a place it was seen."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, NewType

import numpy as np
from numpy.typing import NDArray

from photoclip.errors import Cancelled

PhotoId = NewType("PhotoId", int)
FileId = NewType("FileId", int)
RootId = NewType("RootId", int)
ModelId = NewType("ModelId", int)
SearchId = NewType("SearchId", int)
LabelId = NewType("LabelId", int)
AlbumId = NewType("AlbumId", int)

# (dim,) or (n, dim) unit vectors, float32.
Vectors = NDArray[np.float32]
# (n,) int64
PhotoIds = NDArray[np.int64]
# (n,) int32, date.toordinal()
Days = NDArray[np.int32]


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


class TagState(StrEnum):
    """What is known of a label on a photo: only ACCEPTED counts as tagged."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class TagSource(StrEnum):
    """Who said so: photoclip by itself, a person, or a keyword that another program wrote."""

    AUTO = "auto"
    PERSON = "person"
    FILE = "file"


class Preset(StrEnum):
    """How sure a label has to be of a photo."""

    FEW = "few"
    BALANCED = "balanced"
    GENEROUS = "generous"


@dataclass(frozen=True, slots=True)
class Label:
    """What a person looks for in photos.

    name: the whole path; what stands before the last "/" is its parent. prompts: texts that
    describe it, () for the name itself. templates: names of prompt templates, () for the usual.
    color: "#rrggbb" or "". set: where it came from. group: of the labels of a set with the same
    group a photo has at most one; "" for none. automatic: accept without asking.
    threshold: a score chosen by hand, in place of the preset's.
    """

    id: LabelId
    name: str
    description: str = ""
    prompts: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    color: str = ""
    set: str = ""
    group: str = ""
    automatic: bool = False
    preset: Preset = Preset.BALANCED
    threshold: float | None = None

    @property
    def parent(self) -> str:
        """The name of the label above, "" where it is at the top."""
        return self.name.rpartition("/")[0]

    @property
    def leaf(self) -> str:
        """The last part of the name."""
        return self.name.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class LabelVersion:
    """What a label was when its tags were made; numbers of a label count from 1.

    model: fingerprint. threshold: the score that was asked for; None where nothing was suggested.
    vector: (dim,) float32, what photos were compared with. precision: as it was estimated, 0..1.
    """

    label: LabelId
    number: int
    prompts: tuple[str, ...]
    templates: tuple[str, ...]
    preset: Preset
    threshold: float | None
    model: str
    precision: float | None = None
    vector: Vectors | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Tag:
    """A label on a photo. score: on the label's own scale, None where nothing was compared.

    version: of the label, by which it was scored; 0 where a person or a file said so unasked.
    """

    photo: PhotoId
    label: LabelId
    state: TagState
    source: TagSource
    score: float | None = None
    version: int = 0


class Order(StrEnum):
    """How photos are put in order. RELEVANCE needs something to compare with."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class FolderScope:
    """A watched folder, or a folder below it ("a/b", "" for all of the root), with all in it."""

    root: RootId
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Photos in order. days: for each of them date.toordinal(), 0 where unknown, or None.

    days is an (n,) int32 array of local days; None where the order has nothing to do with dates.
    """

    ids: list[PhotoId]
    days: Days | None = None


class Stage(StrEnum):
    """What long work is doing. EMBEDDING: photos that are known, with another model."""

    SCANNING = "scanning"
    INDEXING = "indexing"
    BUILDING = "building"
    LOOKING = "looking"
    COMPARING = "comparing"
    EMBEDDING = "embedding"
    CHECKING = "checking"
    DOWNLOADING = "downloading"
    COPYING = "copying"


@dataclass(frozen=True, slots=True)
class Progress:
    """A snapshot of long work. total is None while unknown; rate in items per second.

    Items are files while SCANNING, bytes while DOWNLOADING, else photos.
    """

    stage: Stage
    done: int
    total: int | None = None
    rate: float = 0.0
    seconds_left: float | None = None
    unreadable: int = 0
    detail: str = ""


@dataclass(slots=True)
class IndexReport:
    """What an indexing run found, in files; seconds of wall time, without pauses.

    images_per_second counts the files that were decoded and embedded in this run.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    moved: int = 0
    unreadable: int = 0
    offline: int = 0
    removed: int = 0
    seconds: float = 0.0
    images_per_second: float = 0.0

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON-ready values, in the order documented for ``index --json``."""
        return asdict(self)


ProgressCallback = Callable[[Progress], None]


def no_progress(progress: Progress) -> None:
    """A ProgressCallback for callers whom nobody watches."""
    del progress


class CancelToken:
    """Shared between the one who may cancel or pause and the one who works. Thread-safe."""

    __slots__ = ("_cancelled", "_changed", "_paused", "_waited")

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._cancelled = False
        self._paused = False
        self._waited = 0.0

    def cancel(self) -> None:
        """Ask the work to stop at its next check, also where it is paused."""
        with self._changed:
            self._cancelled = True
            self._changed.notify_all()

    def pause(self) -> None:
        """Ask the work to wait at its next check until resume()."""
        with self._changed:
            self._paused = True

    def resume(self) -> None:
        """Let paused work go on."""
        with self._changed:
            self._paused = False
            self._changed.notify_all()

    @property
    def cancelled(self) -> bool:
        """Whether cancel() was called."""
        return self._cancelled

    @property
    def paused(self) -> bool:
        """Whether the work waits, or will at its next check."""
        return self._paused and not self._cancelled

    @property
    def waited(self) -> float:
        """For how many seconds check() held the work up, on all threads together."""
        return self._waited

    def check(self) -> None:
        """Wait while the work is paused.

        Raises Cancelled where cancel() was called, before or meanwhile.
        """
        if self.paused:
            self._wait()
        if self._cancelled:
            raise Cancelled

    def sleep(self, seconds: float) -> None:
        """Wait that long, and while the work is paused. Raises Cancelled as soon as it is."""
        with self._changed:
            self._changed.wait_for(lambda: self._cancelled, seconds)
        self.check()

    def _wait(self) -> None:
        began = time.monotonic()
        with self._changed:
            self._changed.wait_for(lambda: not self.paused)
            self._waited += time.monotonic() - began
