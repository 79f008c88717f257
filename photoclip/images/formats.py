"""Which files count as photos, by name for scanning and by content for decoding."""

from __future__ import annotations

import importlib.util
from pathlib import PurePath

_PICTURES = frozenset(
    {
        *(".jpg", ".jpeg", ".jpe", ".jfif", ".mpo"),
        *(".png", ".apng", ".gif", ".bmp", ".dib", ".webp"),
        *(".tif", ".tiff", ".jp2", ".j2k", ".jpf", ".jpx"),
        *(".avif", ".heic", ".heif", ".hif"),
    }
)

RAW_EXTENSIONS = frozenset(
    {
        *(".dng", ".cr2", ".cr3", ".crw", ".nef", ".nrw", ".arw", ".srf", ".sr2", ".raf"),
        *(".rw2", ".rwl", ".orf", ".pef", ".srw", ".3fr", ".erf", ".kdc", ".mrw", ".iiq"),
    }
)
# Raw files count only where the optional rawpy can read them.
EXTENSIONS: frozenset[str] = (
    _PICTURES if importlib.util.find_spec("rawpy") is None else _PICTURES | RAW_EXTENSIONS
)

# Long enough for the list of compatible brands in front of a HEIF or AVIF file.
SIGNATURE_LENGTH = 128

_SIGNATURES = (
    (0, b"FUJIFILMCCD-RAW", "RAW"),
    (0, b"IIU\x00", "RAW"),
    (0, b"IIRO", "RAW"),
    (0, b"IIRS", "RAW"),
    (0, b"MMOR", "RAW"),
    (0, b"\x00MRM", "RAW"),
    (4, b"ftypcrx ", "RAW"),
    (8, b"CR\x02\x00", "RAW"),
    (0, b"\xff\xd8\xff", "JPEG"),
    (0, b"\x89PNG\r\n\x1a\n", "PNG"),
    (0, b"GIF87a", "GIF"),
    (0, b"GIF89a", "GIF"),
    (0, b"BM", "BMP"),
    (0, b"II*\x00", "TIFF"),
    (0, b"MM\x00*", "TIFF"),
    (0, b"II+\x00", "TIFF"),
    (0, b"MM\x00+", "TIFF"),
    (8, b"WEBP", "WEBP"),
    (0, b"\x00\x00\x00\x0cjP  \r\n\x87\n", "JPEG2000"),
    (0, b"\xff\x4f\xff\x51", "JPEG2000"),
)
_AVIF_BRANDS = frozenset({b"avif", b"avis"})
_HEIF_BRANDS = frozenset(
    {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"}
)


def is_photo_name(name: str) -> bool:
    """Whether a file of this name is worth opening."""
    return PurePath(name).suffix.lower() in EXTENSIONS


def is_raw_name(name: str) -> bool:
    """Whether a file of this name comes raw from a camera, and needs the optional rawpy."""
    return PurePath(name).suffix.lower() in RAW_EXTENSIONS


def sniff(start: bytes) -> str:
    """The format that a file's first bytes announce: Pillow's name for it, "RAW", or ""."""
    for offset, signature, name in _SIGNATURES:
        if start.startswith(signature, offset):
            return name
    return _sniff_boxes(start)


def _sniff_boxes(start: bytes) -> str:
    """Tell AVIF from HEIF by all brands of the ftyp box: either may call itself mif1 first."""
    if start[4:8] != b"ftyp":
        return ""
    end = min(int.from_bytes(start[:4], "big"), len(start))
    brands = {start[8:12]} | {start[at : at + 4] for at in range(16, end, 4)}
    if brands & _AVIF_BRANDS:
        return "AVIF"
    return "HEIF" if brands & _HEIF_BRANDS else ""
