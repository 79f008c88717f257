"""EXIF that makes no sense: nothing is believed, and nothing breaks."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from photoclip.domain import Metadata
from photoclip.images.decode import decode_image
from photoclip.images.metadata import read_metadata

from .test_metadata import jpeg_with

Base, GPS, IFD = ExifTags.Base, ExifTags.GPS, ExifTags.IFD
Encode = Callable[..., bytes]


@pytest.mark.parametrize(
    "block",
    [
        b"",
        b"II*\0",
        b"II*\0\xff\xff\xff\xff",
        b"MM\0*\0\0\0\x08\xff\xff",
        b"not a tiff header at all",
        b"II*\0\x08\0\0\0" + b"\x01\0" + struct.pack("<HHII", IFD.Exif, 4, 1, 8) + bytes(4),
        b"II*\0\x08\0\0\0" + b"\x01\0" + struct.pack("<HHII", IFD.Exif, 2, 1, 8) + bytes(4),
        b"II*\0\x08\0\0\0" + b"\x01\0" + struct.pack("<HHII", 271, 2, 0xFFFFFFFF, 8) + bytes(4),
    ],
)
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_blocks_that_are_no_exif(
    block: bytes, format: str, photo: Image.Image, encode: Encode
) -> None:
    data = encode(photo, format, exif=b"Exif\0\0" + block)
    decoded = decode_image(data)
    assert decoded.metadata == Metadata(format=format, width=240, height=160)
    assert decoded.image.size == photo.size


VALUES = st.one_of(
    st.text(max_size=30),
    st.binary(max_size=30),
    st.integers(0, 65535),
    st.floats(width=32),
    st.lists(st.integers(0, 65535), max_size=5).map(tuple),
    st.lists(st.floats(0, 1000, width=32), max_size=5).map(tuple),
)
TAGS = st.sampled_from(
    [
        *(Base.Make, Base.Model, Base.DateTime, Base.Orientation, Base.DateTimeOriginal),
        *(Base.OffsetTimeOriginal, Base.LensMake, Base.LensModel, Base.ISOSpeedRatings),
        *(Base.FNumber, Base.ApertureValue, Base.ExposureTime, Base.ShutterSpeedValue),
        *(Base.FocalLength, IFD.Exif, IFD.GPSInfo, 1, 2, 3, 4),
    ]
)


class Tagged(Image.Image):
    """A picture whose EXIF holds what no file could."""

    def __init__(self, exif: Image.Exif) -> None:
        super().__init__()
        self._size = (6, 4)
        self._given = exif

    def getexif(self) -> Image.Exif:
        return self._given


def sound(found: Metadata) -> None:
    assert 1 <= found.orientation <= 8
    assert found.iso is None or found.iso > 0
    for number in (found.focal_length, found.aperture, found.exposure_time):
        assert number is None or 0 < number < float("inf")
    assert (found.latitude is None) == (found.longitude is None)
    assert found.latitude is None or -90 <= found.latitude <= 90
    assert found.longitude is None or -180 <= found.longitude <= 180
    for words in (found.camera, found.lens):
        words.encode("utf-8")
        assert words.isprintable()
    assert found.taken_offset is None or abs(found.taken_offset) <= 840


@settings(max_examples=300, deadline=None)
@given(*[st.dictionaries(TAGS, VALUES, max_size=12)] * 3)
def test_any_value_in_any_tag(
    main: dict[int, Any], camera: dict[int, Any], gps: dict[int, Any]
) -> None:
    exif = Image.Exif()
    exif.get_ifd(IFD.Exif).update(camera)
    exif.get_ifd(IFD.GPSInfo).update(gps)
    for tag, value in main.items():
        exif[tag] = value
    sound(read_metadata(Tagged(exif)))


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08", b"II+\0\x08\0\0\0"]), st.binary())
def test_any_bytes_as_exif(head: bytes, noise: bytes) -> None:
    image = Image.new("RGB", (6, 4))
    image.info["exif"] = b"Exif\0\0" + head + noise
    sound(read_metadata(image))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_damaged_exif(data: st.DataObject) -> None:
    directory = ImageFileDirectory_v2()
    directory[Base.Make] = "Canon"
    directory[Base.DateTime] = "2024:05:01 10:11:12"
    directory[IFD.GPSInfo] = {1: "N", 2: (1.0, 2.0, 3.0), 3: "E", 4: (1.0, 2.0, 3.0)}
    directory[IFD.Exif] = {Base.FNumber: 2.8, Base.LensModel: "a lens", Base.ExposureTime: 0.1}
    stream = io.BytesIO()
    directory.save(stream)
    block = bytearray(stream.getvalue())
    for _ in range(data.draw(st.integers(1, 6))):
        block[data.draw(st.integers(8, len(block) - 1))] = data.draw(st.integers(0, 255))
    sound(decode_image(jpeg_with(bytes(block))).metadata)


def test_an_enormous_block_is_left_alone() -> None:
    image = Image.new("RGB", (6, 4))
    image.info["exif"] = b"Exif\0\0II*\0\x08\0\0\0" + bytes(17 << 20)
    assert read_metadata(image) == Metadata(width=6, height=4)
