"""Keywords and a rating from a picture's own header: XMP, IPTC, and what Windows writes."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import ExifTags, Image, JpegImagePlugin

from photoclip.domain import Annotations
from photoclip.errors import ImageError, SidecarError
from photoclip.images.iptc import iptc_keywords, raw_profile
from photoclip.images.pillow import header_access, open_image
from photoclip.images.reading import open_file
from photoclip.images.xmp.extended import extend
from photoclip.images.xmp.keywords import keywords, merged, stars_of, written_in
from photoclip.images.xmp.packet import parse

log = logging.getLogger(__name__)

# The numbers that Windows uses in EXIF.
_XP_KEYWORDS, _PERCENT = 0x9C9E, 0x4749
_LARGEST = 4 << 20


def read_annotations(image: Image.Image) -> Annotations:
    """Read what people wrote into a picture, which Image.open gave and is not loaded yet.

    Never raises and never warns: what makes no sense is left out.
    """
    with header_access():
        xmp = _from_xmp(image)
        iptc = _from_iptc(image)
        windows, rating = _from_exif(image)
    return Annotations(
        merged([*xmp.keywords, *keywords(iptc, {}), *keywords(windows, {})]),
        xmp.rating if xmp.rating is not None else rating,
    )


def annotations_of(path: Path, pixel_limit: int) -> Annotations:
    """The same for a file; nothing where its header cannot be read. Raises FileUnavailable."""
    with open_file(path) as stream:
        try:
            with open_image(stream, pixel_limit) as image:
                return read_annotations(image)
        except ImageError:
            return Annotations()
        except Exception as error:  # noqa: BLE001 (as in decode_image)
            log.debug("the header of %s gives nothing: %r", path, error)
            return Annotations()


def _from_xmp(image: Image.Image) -> Annotations:
    data = image.info.get("xmp") or _of_exif(image, ExifTags.Base.XMLPacket)
    data = data or raw_profile(image, "xmp")
    if isinstance(data, str):
        data = data.encode("utf-8", "replace")
    if not isinstance(data, bytes):
        return Annotations()
    try:
        packet = parse(data, _LARGEST)
    except SidecarError as error:
        log.debug("XMP in a picture %s", error)
        return Annotations()
    try:
        extend(packet, _segments(image))
    except SidecarError as error:
        log.debug("extended XMP in a picture %s", error)
    return written_in(packet)


def _segments(image: Image.Image) -> Iterator[bytes]:
    """The segments of a JPEG that XMP may be in."""
    if isinstance(image, JpegImagePlugin.JpegImageFile):
        yield from (content for name, content in image.applist if name == "APP1")


def _of_exif(image: Image.Image, tag: int) -> Any:
    try:
        return image.getexif().get(tag)
    except Exception:  # noqa: BLE001 (Pillow's parser stumbles in any way over damaged EXIF)
        return None


def _from_iptc(image: Image.Image) -> list[str]:
    try:
        return iptc_keywords(image)
    except Exception as error:  # noqa: BLE001 (as for EXIF)
        log.debug("IPTC in a picture makes no sense: %r", error)
        return []


def _from_exif(image: Image.Image) -> tuple[list[str], int | None]:
    words = _from_windows(_of_exif(image, _XP_KEYWORDS))
    stars, percent = _of_exif(image, ExifTags.Base.Rating), _of_exif(image, _PERCENT)
    if isinstance(stars, int) and 0 <= stars <= 5:
        return words, stars
    return words, stars_of(percent) if isinstance(percent, int) else None


def _from_windows(raw: Any) -> list[str]:
    if isinstance(raw, tuple):
        try:
            raw = bytes(raw)
        except (TypeError, ValueError):
            return []
    if isinstance(raw, bytes):
        raw = raw.decode("utf-16-le", "replace")
    return raw.rstrip("\0").split(";") if isinstance(raw, str) else []
