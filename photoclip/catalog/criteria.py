"""What can be asked of the metadata of photos, as plain values. Ranges include both ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from photoclip.domain import FolderScope, PhotoId


class Shape(StrEnum):
    """How a picture is held, upright."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"
    SQUARE = "square"


class Known(StrEnum):
    """What a photo's header may tell or not."""

    GPS = "gps"
    DATE = "date"
    CAMERA = "camera"
    LENS = "lens"


@dataclass(frozen=True, slots=True)
class Span:
    """Whole numbers from low to high; None: no end on that side."""

    low: int | None = None
    high: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether every number lies in it."""
        return self.low is None and self.high is None


@dataclass(frozen=True, slots=True)
class Taken:
    """Taken on the local days from first to last; None: no end on that side."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Camera:
    """The camera's name holds each of these words, in whatever case."""

    words: str


@dataclass(frozen=True, slots=True)
class Lens:
    """The lens's name holds each of these words, in whatever case."""

    words: str


@dataclass(frozen=True, slots=True)
class Iso:
    """Sensitivity."""

    span: Span


@dataclass(frozen=True, slots=True)
class Rating:
    """Stars that other programs gave it, 0 to 5; -1 for rejected."""

    span: Span


@dataclass(frozen=True, slots=True)
class Bytes:
    """Size of the content in bytes."""

    span: Span


@dataclass(frozen=True, slots=True)
class Pixels:
    """Width times height."""

    span: Span


@dataclass(frozen=True, slots=True)
class Sides:
    """Pixels along the longer and the shorter side."""

    longer: Span
    shorter: Span = Span()


@dataclass(frozen=True, slots=True)
class Oriented:
    """Wider than high, higher than wide, or neither."""

    shape: Shape


@dataclass(frozen=True, slots=True)
class Format:
    """One of these formats, as images/formats names them, or a file with one of these suffixes.

    suffixes: lower case, with the dot.
    """

    names: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Has:
    """The header tells this."""

    what: Known


@dataclass(frozen=True, slots=True)
class Near:
    """Taken at most so many kilometres from a place (degrees, north and east positive)."""

    latitude: float
    longitude: float
    kilometres: float


@dataclass(frozen=True, slots=True)
class Duplicate:
    """The same content lies at several places."""


@dataclass(frozen=True, slots=True)
class InFolder:
    """A file of it lies in this folder or below."""

    scope: FolderScope


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of these photos, as an album or a label holds them."""

    photos: tuple[PhotoId, ...]


@dataclass(frozen=True, slots=True)
class Everything:
    """Holds for each photo."""


Criterion = (
    Taken
    | Camera
    | Lens
    | Iso
    | Rating
    | Bytes
    | Pixels
    | Sides
    | Oriented
    | Format
    | Has
    | Near
    | Duplicate
    | InFolder
    | OneOf
    | Everything
)


@dataclass(frozen=True, slots=True)
class Filter:
    """Photos that one of the criteria holds for; excluded: all others.

    What a photo's header does not tell is held against no criterion: the photo does not pass it,
    and is not excluded by it.
    """

    any_of: tuple[Criterion, ...]
    excluded: bool = False
