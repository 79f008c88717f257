"""Keywords in IPTC-IIM 4.1, wherever in a picture's header programs put that."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from PIL import ExifTags, Image, JpegImagePlugin, TiffImagePlugin

_CHARSET, _KEYWORDS = (1, 90), (2, 25)
_UTF8 = b"\x1b%G"
# Of Photoshop's image resources the one that holds IPTC, and what stands before them all.
_RESOURCE, _PHOTOSHOP = 0x0404, b"Photoshop 3.0\0"
# ImageMagick and Exiv2, which digiKam writes with, have texts of hexadecimal digits in a PNG.
_RAW_PROFILES = ("iptc", "8bim")


def iptc_keywords(image: Image.Image) -> list[str]:
    """The keywords of a picture that Image.open gave and is not loaded yet."""
    for data in _blocks(image):
        fields = list(_fields(data))
        charset = next((value for name, value in fields if name == _CHARSET), b"")
        if words := [_decoded(value, charset) for name, value in fields if name == _KEYWORDS]:
            return words
    return []


def raw_profile(image: Image.Image, name: str) -> bytes:
    """What a text "Raw profile type ..." of a PNG holds, b"" where there is none."""
    # A line with the name, one with the length, and the digits on many lines.
    text = image.info.get(f"Raw profile type {name}")
    parts = text.split(maxsplit=2) if isinstance(text, str) else []
    with suppress(ValueError):
        return bytes.fromhex(parts[2]) if len(parts) == 3 else b""
    return b""


def _blocks(image: Image.Image) -> Iterator[bytes]:
    """What may hold IPTC, the usual place first."""
    if isinstance(image, JpegImagePlugin.JpegImageFile):
        photoshop: dict[int, Any] = image.info.get("photoshop", {})
        yield photoshop.get(_RESOURCE, b"")
    elif isinstance(image, TiffImagePlugin.TiffImageFile):
        yield _of_tag(image, TiffImagePlugin.IPTC_NAA_CHUNK)
        yield _in_resources(_of_tag(image, ExifTags.Base.ImageResources))
    for name in _RAW_PROFILES:
        data = raw_profile(image, name)
        yield data
        yield _in_resources(data.removeprefix(_PHOTOSHOP))


def _of_tag(image: TiffImagePlugin.TiffImageFile, tag: int) -> bytes:
    # Photoshop says that these bytes are numbers of four bytes, of which Pillow gives the first.
    return image.tag_v2._tagdata.get(tag, b"")


def _in_resources(data: bytes) -> bytes:
    """The IPTC among Photoshop's image resources, b"" where there is none."""
    at = 0
    # Signature, number, a name with its length, padded to be even, and the length of the content.
    while data[at : at + 4] == b"8BIM" and at + 7 < len(data):
        number = int.from_bytes(data[at + 4 : at + 6], "big")
        at += 6 + (data[at + 6] + 2) // 2 * 2
        length = int.from_bytes(data[at : at + 4], "big")
        if number == _RESOURCE:
            return data[at + 4 : at + 4 + length]
        at += 4 + (length + 1) // 2 * 2
    return b""


def _fields(data: bytes) -> Iterator[tuple[tuple[int, int], bytes]]:
    """Record and number of each field with its value; nothing of one that is cut off."""
    at = 0
    while at + 5 <= len(data) and data[at] == 0x1C:
        record, number, length = struct.unpack_from(">BBH", data, at + 1)
        at += 5
        if length & 0x8000:
            # Then it tells how many bytes tell the length.
            size = length & 0x7FFF
            length = int.from_bytes(data[at : at + size], "big")
            at += size
        if at + length > len(data):
            return
        yield (record, number), data[at : at + length]
        at += length


def _decoded(word: bytes, charset: bytes) -> str:
    """IPTC may name its character set; where it does not, people use UTF-8 or Windows'."""
    if charset == _UTF8:
        return word.decode("utf-8", "replace")
    with suppress(UnicodeDecodeError):
        return word.decode("utf-8")
    return word.decode("cp1252", "replace")
