"""Kinds of files as people name them, and as the catalog knows them."""

from __future__ import annotations

from collections.abc import Iterable

from photoclip.catalog.criteria import Format
from photoclip.images.formats import RAW_EXTENSIONS

_RAW = tuple(sorted(RAW_EXTENSIONS))
_FORMATS = {
    # Phones write several pictures into one file, which Pillow calls MPO.
    "jpeg": Format(("JPEG", "MPO")),
    "png": Format(("PNG",)),
    "gif": Format(("GIF",)),
    "webp": Format(("WEBP",)),
    "heic": Format(("HEIF",)),
    "avif": Format(("AVIF",)),
    "tiff": Format(("TIFF",)),
    "bmp": Format(("BMP", "DIB")),
    "jp2": Format(("JPEG2000",)),
    "raw": Format(("RAW",)),
}
_ALIASES = {
    "jpg": "jpeg",
    "jpe": "jpeg",
    "jfif": "jpeg",
    "mpo": "jpeg",
    "heif": "heic",
    "hif": "heic",
    "tif": "tiff",
    "j2k": "jp2",
    "jpeg2000": "jp2",
}
NAMES = tuple(_FORMATS)


def name(text: str) -> str | None:
    """The one name for a kind of file, None where it is none."""
    wanted = text.casefold().removeprefix(".")
    wanted = _ALIASES.get(wanted, wanted)
    return wanted if wanted in _FORMATS or f".{wanted}" in RAW_EXTENSIONS else None


def of_formats(formats: Iterable[str]) -> list[str]:
    """The kinds that formats of the catalog belong to, each once."""
    there = set(formats)
    return [kind for kind, one in _FORMATS.items() if there & set(one.names)]


def criterion(kind: str) -> Format:
    """What photos of a kind have in common. kind: as name() gives it."""
    return _FORMATS.get(kind) or Format(suffixes=(f".{kind}",))
