"""One small photograph in every format that photoclip reads, and EXIF to put into it."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pillow_heif
import pytest
from numpy.typing import NDArray
from PIL import ExifTags, Image, ImageCms

DATA = Path(__file__).parents[2] / "data"

# Options of each encoder, by a name for the test's id; the second is Pillow's name.
SAVED: dict[str, tuple[str, dict[str, Any]]] = {
    "jpeg": ("JPEG", {"quality": 90}),
    "jpeg-progressive": ("JPEG", {"quality": 90, "progressive": True}),
    "png": ("PNG", {}),
    "webp": ("WEBP", {"quality": 90}),
    "webp-lossless": ("WEBP", {"lossless": True}),
    "tiff": ("TIFF", {}),
    "tiff-lzw": ("TIFF", {"compression": "tiff_lzw"}),
    "tiff-deflate": ("TIFF", {"compression": "tiff_deflate"}),
    "tiff-jpeg": ("TIFF", {"compression": "jpeg"}),
    "gif": ("GIF", {}),
    "bmp": ("BMP", {}),
    "avif": ("AVIF", {"quality": 90}),
    "heif": ("HEIF", {"quality": 90}),
    "jpeg2000": ("JPEG2000", {}),
    "jpeg2000-stream": ("JPEG2000", {"no_jp2": True}),
}

Encode = Callable[..., bytes]


def encoded(image: Image.Image, format: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    # Pillow's encoders leave their settings on the image.
    image.copy().save(stream, format, **options)
    return stream.getvalue()


def png_chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_of(header: bytes, *chunks: tuple[bytes, bytes]) -> bytes:
    every = ((b"IHDR", header), *chunks, (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(name, body) for name, body in every)


@pytest.fixture(scope="session", autouse=True)
def _heif_encoder() -> None:
    pillow_heif.register_heif_opener()


@pytest.fixture(scope="session")
def encode() -> Encode:
    return encoded


@pytest.fixture(scope="session")
def photo() -> Image.Image:
    """240 x 160, mode RGB."""
    with Image.open(DATA / "two_parrots.jpg") as image:
        return image.convert("RGB")


@pytest.fixture(scope="session")
def samples(photo: Image.Image) -> dict[str, bytes]:
    """The photograph in every format of SAVED, and in the ones that need more than options."""
    other = photo.transpose(Image.Transpose.ROTATE_180)

    def two(format: str, **options: Any) -> bytes:
        return encoded(photo, format, save_all=True, append_images=[other.copy()], **options)

    files = {name: encoded(photo, format, **options) for name, (format, options) in SAVED.items()}
    return files | {
        "mpo": two("MPO"),
        "gif-animated": two("GIF"),
        "webp-animated": two("WEBP", quality=90),
        "png-animated": two("PNG"),
        "avif-animated": two("AVIF", quality=90),
        "tiff-pages": two("TIFF"),
        "heif-two": two("HEIF", quality=90),
    }


@pytest.fixture(scope="session")
def pixels_of() -> Callable[[Image.Image], NDArray[np.float64]]:
    return lambda image: np.asarray(image).astype(np.float64)


@pytest.fixture(scope="session")
def exif() -> Image.Exif:
    """What a camera writes."""
    tags = Image.Exif()
    tags[ExifTags.Base.Make] = "Canon"
    tags[ExifTags.Base.Model] = "Canon EOS 80D"
    tags[ExifTags.Base.DateTime] = "2025:12:31 23:59:59"
    tags.get_ifd(ExifTags.IFD.Exif).update(
        {
            ExifTags.Base.DateTimeOriginal: "2024:05:01 10:11:12",
            ExifTags.Base.OffsetTimeOriginal: "+02:00",
            ExifTags.Base.DateTimeDigitized: "2024:05:02 00:00:00",
            ExifTags.Base.ExposureTime: 0.008,
            ExifTags.Base.FNumber: 2.8,
            ExifTags.Base.ISOSpeedRatings: 400,
            ExifTags.Base.FocalLength: 50.0,
            ExifTags.Base.LensModel: "EF50mm f/1.8 STM",
        }
    )
    tags.get_ifd(ExifTags.IFD.GPSInfo).update(
        {
            ExifTags.GPS.GPSLatitudeRef: "S",
            ExifTags.GPS.GPSLatitude: (33.0, 51.0, 24.84),
            ExifTags.GPS.GPSLongitudeRef: "E",
            ExifTags.GPS.GPSLongitude: (151.0, 12.0, 54.0),
        }
    )
    return tags


def _xyz(x: float, y: float, z: float) -> bytes:
    fixed = (round(value * 65536) for value in (x, y, z))
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *fixed)


def _description(text: str) -> bytes:
    plain = text.encode() + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(plain)) + plain + bytes(78)


def matrix_profile(name: str, red: Any, green: Any, blue: Any, gamma: float) -> bytes:
    """An RGB matrix profile after ICC.1:2001-04, of colorants in XYZ under D50."""
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"
    bodies = {
        b"desc": _description(name),
        b"cprt": b"text\0\0\0\0none\0\0\0\0",
        b"wtpt": _xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": _xyz(*red),
        b"gXYZ": _xyz(*green),
        b"bXYZ": _xyz(*blue),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, data = b"", b""
    start = 128 + 4 + 12 * len(bodies)
    for tag, body in bodies.items():
        padded = body + bytes(-len(body) % 4)
        table += tag + struct.pack(">II", start + len(data), len(body))
        data += padded
    header = struct.pack(
        ">I4sI4s4s4s", start + len(data), b"none", 0x02400000, b"mntr", b"RGB ", b"XYZ "
    )
    header += bytes(12) + b"acsp" + bytes(28) + struct.pack(">3i", 63190, 65536, 54061) + bytes(48)
    return header + struct.pack(">I", len(bodies)) + table + data


@pytest.fixture(scope="session")
def swapped_profile() -> bytes:
    """A profile whose red is sRGB's green and the other way round."""
    red, green, blue = (0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141)
    return matrix_profile("Red and green swapped", green, red, blue, 2.2)


@pytest.fixture(scope="session")
def srgb_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@pytest.fixture(scope="session")
def png_from() -> Callable[..., bytes]:
    """Builds a PNG of an IHDR body and (name, body) chunks, with valid checksums."""
    return png_of
