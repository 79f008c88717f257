"""What an examination of a model found, as plain data that can be shown, printed and kept."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from photoclip.errors import ModelSelfCheckError


class Verdict(StrEnum):
    """NOTE: worth knowing, nothing to judge. WARNING: usable, but look at it."""

    OK = "ok"
    NOTE = "note"
    WARNING = "warning"
    REFUSED = "refused"


class Part(StrEnum):
    """Which part of a model something is about."""

    MODEL = "model"
    IMAGE = "image tower"
    TEXT = "text tower"


class Topic(StrEnum):
    """What can be recognised."""

    RECOGNISED = "recognised"
    INPUT = "input"
    OUTPUT = "output"
    PRECISION = "precision"
    CONTEXT = "context length"
    DEVICE = "device"
    LANGUAGES = "languages"
    LICENCE = "licence"
    SOURCE = "source"


class Check(StrEnum):
    """What is measured."""

    FILES = "files"
    LOADING = "loading"
    RUNNING = "running"
    DIMENSIONS = "dimensions"
    FINITE = "finite numbers"
    LENGTH = "length of vectors"
    DETERMINISM = "same input, same vector"
    BATCH = "together as alone"
    PADDING = "padded as unpadded"
    DISTINCT = "different inputs, different vectors"
    NUMBERS = "numbers of the output"
    GEOMETRY = "pictures of any shape"
    NORMALISATION = "range of pixels"
    VOCABULARY = "vocabulary"
    GOLDEN = "expected vectors"
    DEVICE = "agreement with the CPU"
    AGREEMENT = "captions of sample photos"
    COLOURS = "red and blue"
    SPEED = "time for one"
    SPEED_BATCH = "time for one of a batch"
    MEMORY = "memory"
    PEAK = "highest memory of the process"
    SIZE = "size on disk"


_HIGHEST = frozenset(
    {
        Check.FINITE,
        Check.LENGTH,
        Check.DISTINCT,
        Check.NUMBERS,
        Check.GEOMETRY,
        Check.NORMALISATION,
    }
)


class Step(StrEnum):
    """What an examination is doing."""

    FILES = "reading the files"
    IMAGE = "loading the image tower"
    PICTURES = "embedding pictures"
    TEXT = "loading the text tower"
    TEXTS = "embedding texts"
    WORDS = "trying the vocabulary"
    AGREEMENT = "comparing pictures with texts"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that was recognised. reason: why it was taken for that, "" where it is stated."""

    part: Part
    topic: Topic
    value: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Measurement:
    """Something that was measured, or found.

    value: in `unit` ("" for cosines and counts, "ms", "s", "bytes", "px"); None where it could
    not be measured. limit: where the verdict changes, None where nothing is judged. finding,
    hint, path: as in PhotoclipError, for whatever is not just right.
    """

    part: Part
    check: Check
    value: float | None = None
    unit: str = ""
    limit: float | None = None
    verdict: Verdict = Verdict.OK
    finding: str = ""
    hint: str = ""
    path: Path | None = None

    @property
    def limit_is_highest(self) -> bool:
        """Whether the limit is the highest value that is well, not the lowest."""
        return self.check in _HIGHEST


@dataclass(frozen=True, slots=True)
class ModelReport:
    """All that was recognised and measured of one model directory.

    device: as it was asked for. fingerprint: "" where the files could not be read. seconds: how
    long it took.
    """

    path: Path
    name: str
    device: str
    fingerprint: str
    facts: tuple[Fact, ...]
    measurements: tuple[Measurement, ...]
    seconds: float

    @property
    def ok(self) -> bool:
        """Whether the model may be used."""
        return not self.refusals

    @property
    def refusals(self) -> tuple[Measurement, ...]:
        """What keeps it from being used."""
        return self._of(Verdict.REFUSED)

    @property
    def warnings(self) -> tuple[Measurement, ...]:
        """What does not, but should be looked at."""
        return self._of(Verdict.WARNING)

    def require_ok(self) -> None:
        """Raises ModelSelfCheckError with the first of the refusals."""
        for found in self.refusals:
            raise ModelSelfCheckError(found.finding, path=found.path, hint=found.hint)

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON-ready values."""
        return {
            "ok": self.ok,
            "path": str(self.path),
            "name": self.name,
            "device": self.device,
            "fingerprint": self.fingerprint,
            "seconds": round(self.seconds, 2),
            "recognised": [asdict(fact) for fact in self.facts],
            "measurements": [_plain(asdict(row)) for row in self.measurements],
        }

    def _of(self, verdict: Verdict) -> tuple[Measurement, ...]:
        return tuple(row for row in self.measurements if row.verdict is verdict)


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    value = row["value"]
    # JSON has neither NaN nor infinity.
    row["value"] = value if value is None or math.isfinite(value) else None
    row["path"] = None if row["path"] is None else str(row["path"])
    return row
