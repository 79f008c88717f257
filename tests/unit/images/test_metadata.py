from __future__ import annotations

import io
import struct
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from PIL import ExifTags, Image

from photoclip.domain import Metadata
from photoclip.images.decode import decode_image
from photoclip.images.metadata import read_metadata

Base, GPS, IFD = ExifTags.Base, ExifTags.GPS, ExifTags.IFD
Encode = Callable[..., bytes]


def of(exif: Image.Exif) -> Metadata:
    """Metadata of a picture with these tags, after a trip through a real JPEG."""
    stream = io.BytesIO()
    Image.new("RGB", (6, 4)).save(stream, "JPEG", exif=exif)
    with Image.open(stream) as image:
        return read_metadata(image)


def detail(tags: dict[int, Any]) -> Metadata:
    exif = Image.Exif()
    exif.get_ifd(IFD.Exif).update(tags)
    return of(exif)


def place(tags: dict[int, Any]) -> tuple[float | None, float | None]:
    exif = Image.Exif()
    exif.get_ifd(IFD.GPSInfo).update(tags)
    found = of(exif)
    return found.latitude, found.longitude


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "HEIF"])
def test_all_fields_of_each_format(
    format: str, photo: Image.Image, exif: Image.Exif, encode: Encode
) -> None:
    found = decode_image(encode(photo, format, exif=exif.tobytes()), min_side=64).metadata
    assert found == Metadata(
        format=format,
        width=240,
        height=160,
        orientation=1,
        taken_at=datetime(2024, 5, 1, 10, 11, 12),
        taken_offset=120,
        camera="Canon EOS 80D",
        lens="EF50mm f/1.8 STM",
        iso=400,
        focal_length=50.0,
        aperture=pytest.approx(2.8),
        exposure_time=pytest.approx(0.008),
        latitude=pytest.approx(-33.8569),
        longitude=pytest.approx(151.215),
    )


def test_exif_behind_the_pixels_of_a_png(exif: Image.Exif, png_from: Callable[..., bytes]) -> None:
    import zlib

    header = struct.pack(">IIBBBBB", 2, 1, 8, 0, 0, 0, 0)
    block = exif.tobytes().removeprefix(b"Exif\0\0")
    data = png_from(header, (b"IDAT", zlib.compress(b"\0ab")), (b"eXIf", block))
    assert decode_image(data).metadata.camera == "Canon EOS 80D"


def test_a_picture_without_any(samples: dict[str, bytes]) -> None:
    for name, data in samples.items():
        found = decode_image(data).metadata
        assert found == Metadata(format=found.format, width=240, height=160), name


def test_size_is_that_of_the_file_however_it_is_decoded(samples: dict[str, bytes]) -> None:
    for data in samples.values():
        sizes = {
            (decoded.metadata.width, decoded.metadata.height)
            for decoded in (decode_image(data, min_side=side) for side in (None, 20, 512))
        }
        assert sizes == {(240, 160)}


# Times.


def test_the_first_time_that_makes_sense() -> None:
    tags = {
        Base.DateTimeOriginal: "0000:00:00 00:00:00",
        Base.OffsetTimeOriginal: "+01:00",
        Base.DateTimeDigitized: "2001:02:03 04:05:06",
        Base.OffsetTimeDigitized: "-03:30",
    }
    found = detail(tags)
    assert found.taken_at == datetime(2001, 2, 3, 4, 5, 6)
    assert found.taken_offset == -210


def test_the_time_of_the_file_comes_last() -> None:
    exif = Image.Exif()
    exif[Base.DateTime] = "1999:12:31 23:59:59"
    assert of(exif).taken_at == datetime(1999, 12, 31, 23, 59, 59)
    exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = "1998:01:01 00:00:00"
    assert of(exif).taken_at == datetime(1998, 1, 1)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024:05:01 10:11:12", datetime(2024, 5, 1, 10, 11, 12)),
        ("2024-05-01T10:11:12.50", datetime(2024, 5, 1, 10, 11, 12)),
        ("2024/05/01 10:11", datetime(2024, 5, 1, 10, 11)),
        ("2024:05:01 10:11:12\0\0junk", datetime(2024, 5, 1, 10, 11, 12)),
        ("2024:05:01", datetime(2024, 5, 1)),
        ("2024:05:01   :  :  ", datetime(2024, 5, 1)),
        ("0000:00:00 00:00:00", None),
        ("    :  :     :  :  ", None),
        ("2024:13:01 00:00:00", None),
        ("2024:02:30 00:00:00", None),
        ("2024:02:03 25:00:00", None),
        ("1700:01:01 00:00:00", None),
        ("yesterday", None),
        ("٢٠٢٤:٠٥:٠١ 10:11:12", None),
    ],
)
def test_spellings_of_times(written: str, meant: datetime | None) -> None:
    assert detail({Base.DateTimeOriginal: written}).taken_at == meant


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("+00:00", 0), ("Z", 0), ("+05:45", 345), ("-11:00", -660), ("+14:00", 840),
        ("+0200", 120), ("+15:00", None), ("+02:75", None), ("   :  ", None), ("CET", None),
    ],
)  # fmt: skip
def test_offsets(written: str, minutes: int | None) -> None:
    tags = {Base.DateTimeOriginal: "2024:05:01 10:11:12", Base.OffsetTimeOriginal: written}
    assert detail(tags).taken_offset == minutes


# Camera and lens.


@pytest.mark.parametrize(
    ("make", "model", "camera"),
    [
        ("Canon", "Canon EOS 80D", "Canon EOS 80D"),
        ("NIKON CORPORATION", "NIKON D750", "NIKON D750"),
        ("EASTMAN KODAK COMPANY", "KODAK DC280", "KODAK DC280"),
        ("Apple", "iPhone 14 Pro", "Apple iPhone 14 Pro"),
        ("SONY", "ILCE-7M3", "SONY ILCE-7M3"),
        ("", "X100V", "X100V"),
        ("FUJIFILM", "", "FUJIFILM"),
        ("Canon\0\0garbage", "  EOS\x01 R5  \0", "Canon EOS R5"),
        ("\0\0\0", "   ", ""),
        ("Canonical", "Canon X", "Canonical Canon X"),
    ],
)
def test_camera(make: str, model: str, camera: str) -> None:
    exif = Image.Exif()
    exif[Base.Make], exif[Base.Model] = make, model
    assert of(exif).camera == camera


def test_lens() -> None:
    assert detail({Base.LensModel: "----"}).lens == ""
    both = {Base.LensMake: "TAMRON", Base.LensModel: "28-75mm F/2.8"}
    assert detail(both).lens == "TAMRON 28-75mm F/2.8"


def test_endless_names_are_cut() -> None:
    assert len(detail({Base.LensModel: "x" * 10_000}).lens) == 120


# Numbers.


@pytest.mark.parametrize(
    ("tags", "iso"),
    [
        ({Base.ISOSpeedRatings: 100}, 100),
        ({Base.ISOSpeedRatings: (200, 0)}, 200),
        ({Base.ISOSpeedRatings: 0}, None),
        ({Base.ISOSpeedRatings: 65535, Base.RecommendedExposureIndex: 102400}, 102400),
        ({Base.RecommendedExposureIndex: 6400}, 6400),
        ({Base.ISOSpeedRatings: 65535}, None),
    ],
)
def test_iso(tags: dict[int, Any], iso: int | None) -> None:
    assert detail(tags).iso == iso


def test_values_in_apex() -> None:
    found = detail({Base.ApertureValue: 4.0, Base.ShutterSpeedValue: 7.0})
    assert found.aperture == 4.0
    assert found.exposure_time == 1 / 128


def _directory(entries: list[tuple[int, int, int, bytes]], offset: int) -> bytes:
    """A TIFF directory written by hand, for what no library would write."""
    body, extra = struct.pack("<H", len(entries)), b""
    end = offset + 2 + 12 * len(entries) + 4
    for tag, kind, count, data in sorted(entries):
        if len(data) > 4:
            field = struct.pack("<I", end + len(extra))
            extra += data
        else:
            field = data.ljust(4, b"\0")
        body += struct.pack("<HHI", tag, kind, count) + field
    return body + bytes(4) + extra


def jpeg_with(exif: bytes) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (6, 4)).save(stream, "JPEG", exif=b"Exif\0\0" + exif)
    return stream.getvalue()


def _of_entries(pointer: int, entries: list[tuple[int, int, int, bytes]]) -> Metadata:
    first = _directory([(pointer, 4, 1, struct.pack("<I", 26))], 8)
    assert len(first) == 18
    return decode_image(jpeg_with(b"II*\0\x08\0\0\0" + first + _directory(entries, 26))).metadata


@pytest.mark.parametrize("pair", [(0, 0), (1, 0), (0, 1), (0xFFFFFFFF, 0)])
def test_rationals_that_are_no_numbers(pair: tuple[int, int]) -> None:
    rational = struct.pack("<II", *pair)
    tags = (Base.FNumber, Base.ExposureTime, Base.FocalLength)
    found = _of_entries(IFD.Exif, [(tag, 5, 1, rational) for tag in tags])
    assert (found.aperture, found.exposure_time, found.focal_length) == (None, None, None)


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_names_beyond_ascii(encoding: str) -> None:
    name = "Objektiv für Élodie"
    data = name.encode(encoding) + b"\0"
    assert _of_entries(IFD.Exif, [(Base.LensModel, 2, len(data), data)]).lens == name


def test_numbers_written_as_text_and_text_as_numbers() -> None:
    found = _of_entries(
        IFD.Exif,
        [
            (Base.FNumber, 2, 4, b"2.8\0"),
            (Base.ISOSpeedRatings, 2, 4, b"100\0"),
            (Base.DateTimeOriginal, 3, 1, b"\1\0"),
            (Base.LensModel, 5, 1, bytes(8)),
        ],
    )
    assert found == Metadata(format="JPEG", width=6, height=4)


# Places.

NORTH_EAST = {
    GPS.GPSLatitudeRef: "N",
    GPS.GPSLatitude: (48.0, 30.0, 0.0),
    GPS.GPSLongitudeRef: "E",
    GPS.GPSLongitude: (9.0, 3.0, 36.0),
}


def test_place() -> None:
    assert place(NORTH_EAST) == (pytest.approx(48.5), pytest.approx(9.06))
    south_west = NORTH_EAST | {GPS.GPSLatitudeRef: "S", GPS.GPSLongitudeRef: "w\0"}
    assert place(south_west) == (pytest.approx(-48.5), pytest.approx(-9.06))


def test_place_in_degrees_and_minutes() -> None:
    tags = NORTH_EAST | {GPS.GPSLatitude: (48.0, 30.6, 0.0), GPS.GPSLongitude: (9.06, 0.0, 0.0)}
    assert place(tags) == (pytest.approx(48.51), pytest.approx(9.06))


@pytest.mark.parametrize(
    "wrong",
    [
        {GPS.GPSLatitude: (91.0, 0.0, 0.0)},
        {GPS.GPSLongitude: (180.0, 30.0, 0.0)},
        {GPS.GPSLatitude: (10.0, 61.0, 0.0)},
        {GPS.GPSLatitude: (90.0, 0.0, 1.0)},
        {GPS.GPSLatitudeRef: ""},
        {GPS.GPSLatitudeRef: "E"},
        {GPS.GPSLongitudeRef: "?"},
        {GPS.GPSLatitude: (0.0, 0.0, 0.0), GPS.GPSLongitude: (0.0, 0.0, 0.0)},
    ],
)
def test_places_that_are_not_on_earth(wrong: dict[int, Any]) -> None:
    assert place(NORTH_EAST | wrong) == (None, None)


def test_one_half_of_a_place_is_none() -> None:
    tags = {GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (48.0, 30.0, 0.0)}
    assert place(tags) == (None, None)


def test_a_place_of_zeros_over_zeros() -> None:
    nothing = bytes(24)
    entries = [
        (1, 2, 2, b"N\0"), (2, 5, 3, nothing), (3, 2, 2, b"E\0"), (4, 5, 3, nothing),
    ]  # fmt: skip
    found = _of_entries(IFD.GPSInfo, entries)
    assert (found.latitude, found.longitude) == (None, None)
