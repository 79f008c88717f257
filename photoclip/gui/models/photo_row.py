"""What the grid tells about a photo, beside its tile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale

from photoclip.domain import Label
from photoclip.gui import locations, wording
from photoclip.gui.translation import tr


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """What the grid tells about a photo. path is its best place, or None where it has none.

    taken: local time as the camera wrote it. animated: the file holds more than one picture.
    size: width and height, upright, in pixels; zeros where unknown.
    """

    path: Path | None
    offline: bool = False
    unreadable: bool = False
    animated: bool = False
    labels: tuple[Label, ...] = ()
    taken: datetime | None = None
    size: tuple[int, int] = (0, 0)

    @property
    def name(self) -> str:
        """The name of the file."""
        return locations.shown(self.path.name) if self.path is not None else ""

    def facts(self, score: float | None = None) -> list[str]:
        """What the tile and its badges show, in words, the name first; with a similarity."""
        facts = [self.name, wording.moment(self.taken)]
        if score is not None:
            facts.append(tr("Similarity {score}").format(score=QLocale().toString(score, "f", 3)))
        if self.labels:
            facts.append(tr("Labels: {names}").format(names=_names(self.labels)))
        if self.animated:
            facts.append(tr("Animated"))
        if self.unreadable:
            facts.append(tr("Cannot be read"))
        if self.offline:
            facts.append(tr("On a disk that is not connected"))
        return [fact for fact in facts if fact]


def _names(labels: tuple[Label, ...]) -> str:
    return ", ".join(label.name for label in labels)
