"""What the details panel is about."""

from __future__ import annotations

from dataclasses import dataclass, field

from photoclip.catalog.details import PhotoDetails, Summary
from photoclip.gui.models.match import Match
from photoclip.gui.models.tagged import TagsOfPhotos


@dataclass(frozen=True, slots=True)
class Subject:
    """One photo, a summary of many, or nothing.

    match: why the one photo is among the answers, where something was searched for.
    """

    details: PhotoDetails | None = None
    summary: Summary | None = None
    match: Match | None = None
    tags: TagsOfPhotos = field(default_factory=TagsOfPhotos)
