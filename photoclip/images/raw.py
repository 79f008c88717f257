"""Camera raw files, through LibRaw where the optional rawpy is installed."""

from __future__ import annotations

import importlib.util
import struct
from dataclasses import dataclass
from typing import Any, BinaryIO

from PIL import Image

from photoclip.domain import Annotations, Metadata
from photoclip.errors import UnreadableImage
from photoclip.images.annotations import read_annotations
from photoclip.images.formats import SIGNATURE_LENGTH, sniff
from photoclip.images.metadata import read_metadata
from photoclip.images.pillow import check_pixels, header_access

# LibRaw's "flip" as EXIF's orientation.
_ORIENTATIONS = {3: 3, 5: 8, 6: 6}
_DNG_VERSION = 50706
_MAKE, _SUB_DIRECTORIES = 271, 330
_MAX_TAGS = 200


@dataclass(frozen=True, slots=True)
class RawPicture:
    """What a raw file gives: the JPEG that the camera put into it, or else developed pixels.

    width, height: of the whole picture, upright. orientation: how the camera was held.
    """

    width: int
    height: int
    orientation: int
    preview: bytes | None = None
    developed: Image.Image | None = None


def is_raw(stream: BinaryIO) -> bool:
    """Whether the content looks like a raw file; the stream's position is kept at the start."""
    start = stream.read(SIGNATURE_LENGTH)
    stream.seek(0)
    name = sniff(start)
    if name == "TIFF":
        tags = _first_tags(stream, "<" if start[:1] == b"I" else ">")
        return _DNG_VERSION in tags or tags >= {_MAKE, _SUB_DIRECTORIES}
    return name == "RAW"


def develop(stream: BinaryIO, min_side: int | None, pixel_limit: int) -> RawPicture:
    """Take the embedded preview where it is large enough, else develop the sensor's values.

    The preview is what the camera shows, and a hundred times faster. Raises UnreadableImage
    where rawpy is not installed and over pixel_limit, and whatever LibRaw raises.
    """
    if importlib.util.find_spec("rawpy") is None:
        hint = 'Installing photoclip with its extra "raw" makes it readable.'
        raise UnreadableImage("is a raw file of a camera", hint=hint)
    import rawpy

    with rawpy.imread(stream) as raw:
        sizes = raw.sizes
        check_pixels((sizes.raw_width, sizes.raw_height), pixel_limit)
        orientation = _ORIENTATIONS.get(sizes.flip, 1)
        size = sizes.width, sizes.height
        width, height = size[::-1] if orientation >= 5 else size
        wanted = min(size) * 9 // 10 if min_side is None else min(min_side, min(size) * 9 // 10)
        preview = _preview(raw, rawpy)
        if preview is not None and _shorter_side(preview) >= wanted:
            return RawPicture(width, height, orientation, preview=preview)
        half = min_side is not None and min(size) // 2 >= min_side
        pixels = raw.postprocess(use_camera_wb=True, half_size=half, output_bps=8)
        return RawPicture(width, height, orientation, developed=Image.fromarray(pixels))


def read_raw_header(stream: BinaryIO) -> tuple[Metadata, Annotations]:
    """The metadata of a raw file that is TIFF at heart, as most are, without sizes; else none.

    And what people wrote into it.
    """
    stream.seek(0)
    carrier = Image.new("RGB", (1, 1))
    try:
        with header_access():
            carrier.getexif().load_from_fp(stream)
    except Exception:  # noqa: BLE001 (Pillow's parser stumbles in any way over damaged EXIF)
        return Metadata(), Annotations()
    written = read_annotations(carrier)
    return read_metadata(carrier), written


def _preview(raw: Any, rawpy: Any) -> bytes | None:
    try:
        thumbnail = raw.extract_thumb()
    except rawpy.LibRawError:
        return None
    return bytes(thumbnail.data) if thumbnail.format == rawpy.ThumbFormat.JPEG else None


def _shorter_side(jpeg: bytes) -> int:
    """From the JPEG's frame header, the marker before the pixels that has the size."""
    at = 2
    while at + 9 <= len(jpeg) and jpeg[at] == 0xFF:
        if 0xC0 <= jpeg[at + 1] <= 0xCF and jpeg[at + 1] not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", jpeg, at + 5)
            return int(min(height, width))
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return 0


def _first_tags(stream: BinaryIO, order: str) -> set[int]:
    """The tags in the first directory of a TIFF."""
    short, long = struct.Struct(f"{order}H"), struct.Struct(f"{order}I")
    stream.seek(long.unpack(stream.read(8)[4:].ljust(4, b"\0"))[0])
    count = min(_MAX_TAGS, *short.unpack(stream.read(2).ljust(2, b"\0")))
    entries = stream.read(12 * count)
    stream.seek(0)
    return {short.unpack_from(entries, at)[0] for at in range(0, len(entries) - 1, 12)}
