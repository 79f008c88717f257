"""What a picture's header tells: size, time, camera, place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PIL import ExifTags, Image, TiffTags

from photoclip.domain import Metadata
from photoclip.images import exif_values as values
from photoclip.images.pillow import header_access
from photoclip.images.pixels import upright_size

Base = ExifTags.Base
Tags = Mapping[int, Any]

# EXIF in a JPEG ends at 64 kB; a block of this size is no camera's work.
_MAX_EXIF = 16 << 20
_MAIN = (Base.Orientation, Base.Make, Base.Model, Base.DateTime)
_TIMES = (
    (Base.DateTimeOriginal, Base.OffsetTimeOriginal),
    (Base.DateTimeDigitized, Base.OffsetTimeDigitized),
    (Base.DateTime, Base.OffsetTime),
)
_MAX_FOCAL_LENGTH = 20_000.0
_MAX_APERTURE = 1_000.0
_MAX_EXPOSURE = 10_000_000.0
_MAX_ISO = 100_000_000
# The old ISO tag holds 16 bits, of which this value means "see the newer tags".
_ISO_OVERFLOW = 65535


def read_metadata(image: Image.Image) -> Metadata:
    """Read the header of a picture as Image.open gave it, before draft() or thumbnail().

    Knows JPEG, TIFF, PNG, WebP, HEIF and AVIF. Never raises and never warns: values that make
    no sense are left out. Times, offsets and units are as domain.Metadata says.
    """
    with header_access():
        tags, gps = _tags(image)
    orientation = _orientation(tags)
    width, height = upright_size(image.size, 1 if _is_turned(image) else orientation)
    place = values.coordinates(gps)
    taken_at, taken_offset = _taken(tags)
    return Metadata(
        format=image.format or "",
        width=width,
        height=height,
        orientation=orientation,
        taken_at=taken_at,
        taken_offset=taken_offset,
        camera=_joined(tags, Base.Make, Base.Model),
        lens=_joined(tags, Base.LensMake, Base.LensModel),
        iso=_iso(tags),
        focal_length=values.positive(tags.get(Base.FocalLength), _MAX_FOCAL_LENGTH),
        aperture=_aperture(tags),
        exposure_time=_exposure_time(tags),
        latitude=place[0] if place else None,
        longitude=place[1] if place else None,
    )


def _tags(image: Image.Image) -> tuple[Tags, Tags]:
    """The tags of the main and the EXIF directory together, and those of the GPS directory."""
    if len(image.info.get("exif") or b"") > _MAX_EXIF:
        return {}, {}
    try:
        exif = image.getexif()
    except Exception:  # noqa: BLE001 (Pillow's parser stumbles in any way over damaged EXIF)
        return {}, {}
    detail = _directory(exif, ExifTags.IFD.Exif)
    gps = _directory(exif, ExifTags.IFD.GPSInfo)
    main = {tag: value for tag in _MAIN if (value := _value(exif, tag)) is not None}
    if _is_turned(image):
        _forget_directories(exif)
    return detail | main, gps


def _directory(exif: Image.Exif, tag: int) -> dict[int, Any]:
    try:
        return exif.get_ifd(tag)
    except Exception:  # noqa: BLE001 (as above)
        return {}


def _value(exif: Image.Exif, tag: int) -> Any:
    try:
        return exif.get(tag)
    except Exception:  # noqa: BLE001 (as above)
        return None


def _forget_directories(exif: Image.Exif) -> None:
    """Loading a TIFF reads all directories again, where it would warn of, or fail for, them."""
    for tag in TiffTags.TAGS_V2_GROUPS:
        if tag in exif:
            del exif[tag]


def _orientation(tags: Tags) -> int:
    value = values.number(tags.get(Base.Orientation))
    return int(value) if value is not None and value in range(1, 9) else 1


def _is_turned(image: Image.Image) -> bool:
    """Pillow gives the size of a TIFF as it is after its orientation tag was applied."""
    return hasattr(image, "tag_v2")


def _taken(tags: Tags) -> tuple[datetime | None, int | None]:
    for time_tag, offset_tag in _TIMES:
        taken_at = values.moment(tags.get(time_tag))
        if taken_at is not None:
            return taken_at, values.offset_minutes(tags.get(offset_tag))
    return None, None


def _joined(tags: Tags, maker: int, model: int) -> str:
    return values.maker_and_model(values.text(tags.get(maker)), values.text(tags.get(model)))


def _iso(tags: Tags) -> int | None:
    """The first of the tags for sensitivity that says something."""
    for tag in (Base.ISOSpeedRatings, Base.RecommendedExposureIndex, Base.ISOSpeed):
        value = values.positive(tags.get(tag), _MAX_ISO)
        if value is not None and value >= 1 and value != _ISO_OVERFLOW:
            return round(value)
    return None


def _aperture(tags: Tags) -> float | None:
    """The f-number, also from its APEX form (EXIF 2.32, annex C)."""
    number = values.positive(tags.get(Base.FNumber), _MAX_APERTURE)
    apex = values.number(tags.get(Base.ApertureValue))
    if number is not None or apex is None or not 0 <= apex <= 20:
        return number
    return round(2 ** (apex / 2), 1)


def _exposure_time(tags: Tags) -> float | None:
    """Seconds, also from their APEX form."""
    seconds = values.positive(tags.get(Base.ExposureTime), _MAX_EXPOSURE)
    apex = values.number(tags.get(Base.ShutterSpeedValue))
    if seconds is not None or apex is None or not -20 <= apex <= 20:
        return seconds
    return float(2**-apex)
