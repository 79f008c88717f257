"""What is known of photos, in words: dates, sizes, exposure, position."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QTime

from photoclip.catalog.details import PhotoDetails, Summary
from photoclip.domain import Metadata
from photoclip.gui import locations, wording
from photoclip.gui.models.match import Match
from photoclip.gui.translation import tr

# More cameras than these are only counted.
MOST_CAMERAS = 5


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the details: what it is about, and what it says."""

    name: str
    value: str


def facts(details: PhotoDetails) -> list[Fact]:
    """What a photo is, and how it was taken; what is unknown is left out."""
    metadata = details.photo.metadata
    name = details.places[0].file.path.name if details.places else ""
    return _known(
        Fact(tr("Name"), locations.shown(name)),
        Fact(tr("Taken"), taken(metadata.taken_at, metadata.taken_offset)),
        Fact(tr("Dimensions"), dimensions(metadata.width, metadata.height)),
        Fact(tr("File size"), wording.size(details.photo.size)),
        Fact(tr("Format"), metadata.format),
        Fact(tr("Camera"), metadata.camera),
        Fact(tr("Lens"), metadata.lens),
        Fact(tr("Exposure"), exposure(metadata)),
        Fact(tr("Focal length"), wording.focal_length(metadata.focal_length)),
    )


def viewer_facts(path: Path | None, metadata: Metadata, size: int) -> list[Fact]:
    """What the viewer tells about a photo of so many bytes, on few lines."""
    north, east = metadata.latitude, metadata.longitude
    return _known(
        Fact(tr("Name"), locations.shown(path.name) if path is not None else ""),
        Fact(tr("Taken"), taken(metadata.taken_at, metadata.taken_offset)),
        Fact(tr("Camera"), _lines(metadata.camera, metadata.lens)),
        Fact(
            tr("Exposure"),
            _lines(exposure(metadata), wording.focal_length(metadata.focal_length)),
        ),
        Fact(
            tr("Size"),
            _lines(dimensions(metadata.width, metadata.height), wording.size(size) if size else ""),
        ),
        Fact(
            tr("Position"),
            position(north, east) if north is not None and east is not None else "",
        ),
        Fact(tr("Folder"), locations.shown(path.parent) if path is not None else ""),
    )


def summary_facts(summary: Summary) -> list[Fact]:
    """What many photos come to."""
    places = wording.files(summary.files) if summary.files != summary.photos else ""
    return _known(
        Fact(tr("Total size"), wording.size(summary.size)),
        Fact(tr("Taken"), span(summary.first, summary.last)),
        Fact(tr("Without a date"), _some(summary.undated)),
        Fact(tr("Cameras"), cameras(summary.cameras)),
        Fact(tr("With a position"), _some(summary.positioned)),
        Fact(tr("Lie at"), places),
        Fact(tr("Not connected"), _some(summary.offline)),
        Fact(tr("Cannot be read"), _some(summary.unreadable)),
    )


def match_facts(match: Match) -> list[Fact]:
    """How well a photo fits what was asked."""
    rank = tr("{rank} of {total}").format(
        rank=wording.number(match.rank), total=wording.photos(match.of)
    )
    similarities = match.parts or ((tr("Similarity"), match.score),)
    return _known(
        Fact(tr("Searched for"), match.what),
        *(Fact(name, QLocale().toString(score, "f", 3)) for name, score in similarities),
        Fact(tr("Rank"), rank),
    )


def match_meaning(match: Match) -> str:
    """What the number of a match is, and what it is not."""
    if match.parts:
        return tr(
            "For each thing that was asked for, the cosine between what this model makes of it and "
            "of the photo. They lie on scales of their own, so the rank comes from how far each is "
            "above what is usual in this library."
        )
    if match.by_text:
        return tr(
            "The cosine between what this model makes of the words and of the photo. It is not "
            "a percentage: compare it only with other results for words from the same model."
        )
    return tr(
        "The cosine between what this model makes of the two pictures; 1 is the same picture. It "
        "is not a percentage: compare it only with other results for pictures from the same model."
    )


def taken(when: datetime | None, offset: int | None) -> str:
    """Day and time of a photo; with the time zone where the camera wrote it (minutes)."""
    if when is None:
        return ""
    time = QLocale().toString(QTime(when.hour, when.minute, when.second), _SHORT)
    if offset is not None:
        time = f"{time} {zone(offset)}"
    return f"{_long_day(when)}\n{time}"


def zone(offset: int) -> str:
    """Minutes east of UTC as people write them, "UTC+5:30"."""
    hours, minutes = divmod(abs(offset), 60)
    sign = "−" if offset < 0 else "+"
    if not offset:
        return "UTC"
    return f"UTC{sign}{hours}:{minutes:02}" if minutes else f"UTC{sign}{hours}"


def span(first: datetime | None, last: datetime | None) -> str:
    """The days from the first to the last."""
    if first is None or last is None:
        return ""
    if first.date() == last.date():
        return _long_day(first)
    return tr("{first} – {last}").format(first=_short_day(first), last=_short_day(last))


def dimensions(width: int, height: int) -> str:
    """Size in pixels and in megapixels."""
    if not (width and height):
        return ""
    pixels = width * height / 1e6
    size = tr("{width} × {height}").format(width=width, height=height)
    many = tr("{n} megapixels").format(n=wording.decimal(pixels, 1 if pixels < 10 else 0))
    return f"{size}\n{many}" if pixels >= 0.1 else size


def exposure(metadata: Metadata) -> str:
    """Time, aperture and sensitivity."""
    iso = tr("ISO {n}").format(n=metadata.iso) if metadata.iso else ""
    parts = [wording.exposure(metadata.exposure_time), wording.aperture(metadata.aperture), iso]
    return "  ·  ".join(part for part in parts if part)


def cameras(used: tuple[tuple[str, int], ...]) -> str:
    """The cameras used most, with counts."""
    lines = [
        tr("{camera} ({n})").format(camera=camera, n=wording.number(count))
        for camera, count in used[:MOST_CAMERAS]
    ]
    if len(used) > MOST_CAMERAS:
        lines.append(tr("and %Ln other(s)", "cameras", len(used) - MOST_CAMERAS))
    return "\n".join(lines)


def decimal_position(latitude: float, longitude: float) -> str:
    """Degrees as maps and search fields take them, whatever the language."""
    return f"{latitude:.5f}, {longitude:.5f}"


def position(latitude: float, longitude: float) -> str:
    """Degrees, minutes and seconds."""
    north = tr("N", "north") if latitude >= 0 else tr("S", "south")
    east = tr("E", "east") if longitude >= 0 else tr("W", "west")
    return f"{_degrees(latitude)} {north}\n{_degrees(longitude)} {east}"


def map_url(latitude: float, longitude: float) -> str:
    """The page of OpenStreetMap with a mark at a position."""
    at = f"{latitude:.5f}/{longitude:.5f}"
    mark = f"mlat={latitude:.5f}&mlon={longitude:.5f}"
    return f"https://www.openstreetmap.org/?{mark}#map=15/{at}"


_SHORT = QLocale.FormatType.ShortFormat


def _known(*found: Fact) -> list[Fact]:
    return [fact for fact in found if fact.value]


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _some(count: int) -> str:
    return wording.photos(count) if count else ""


def _long_day(when: datetime) -> str:
    return QLocale().toString(_day(when), QLocale.FormatType.LongFormat)


def _short_day(when: datetime) -> str:
    pattern = QLocale().dateFormat(_SHORT)
    # Photos of two centuries lie side by side.
    pattern = pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")
    return QLocale().toString(_day(when), pattern)


def _day(when: datetime) -> QDate:
    return QDate(when.year, when.month, when.day)


def _degrees(value: float) -> str:
    tenths = round(abs(value) * 36_000)
    degrees, rest = divmod(tenths, 36_000)
    minutes, seconds = divmod(rest, 600)
    return f"{degrees}° {minutes}′ {QLocale().toString(seconds / 10, 'f', 1)}″"
