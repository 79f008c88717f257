"""What the model sees in the chosen photo, as far as that is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from photoclip.domain import PhotoId, Progress
from photoclip.errors import PhotoclipError
from photoclip.search.describe import SeenWord


class SeenState(Enum):
    """PREPARING: the words are embedded, once for a model. UNINDEXED: the photo has no vector."""

    LOOKING = auto()
    PREPARING = auto()
    TOLD = auto()
    UNINDEXED = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class Seen:
    """words: the best first, where TOLD. progress: while PREPARING. error: where FAILED."""

    photo: PhotoId
    state: SeenState
    words: tuple[SeenWord, ...] = ()
    progress: Progress | None = None
    error: PhotoclipError | None = None
