"""Raw files, as DNG written by hand after Adobe's specification 1.4."""

from __future__ import annotations

import importlib.util
import io
import struct
from datetime import datetime
from typing import Any

import numpy as np
import pytest
from PIL import Image

from photoclip.errors import UnreadableImage
from photoclip.images.decode import EXTENSIONS, decode_image
from photoclip.images.raw import is_raw

has_rawpy = importlib.util.find_spec("rawpy") is not None
needs_rawpy = pytest.mark.skipif(not has_rawpy, reason="the extra raw is not installed")

WIDTH, HEIGHT = 640, 480
Entry = tuple[int, int, int, bytes]


def _directory(entries: list[Entry], offset: int) -> bytes:
    entries = sorted(entries)
    body, extra = struct.pack("<H", len(entries)), b""
    end = offset + 2 + 12 * len(entries) + 4
    for tag, kind, count, data in entries:
        field = struct.pack("<I", end + len(extra)) if len(data) > 4 else data.ljust(4, b"\0")
        extra += data + bytes(len(data) % 2) if len(data) > 4 else b""
        body += struct.pack("<HHI", tag, kind, count) + field
    return body + bytes(4) + extra


def _short(tag: int, *values: int) -> Entry:
    return tag, 3, len(values), struct.pack(f"<{len(values)}H", *values)


def _long(tag: int, *values: int) -> Entry:
    return tag, 4, len(values), struct.pack(f"<{len(values)}I", *values)


def _text(tag: int, value: str) -> Entry:
    return tag, 2, len(value) + 1, value.encode() + b"\0"


def _rationals(tag: int, kind: int, *values: float) -> Entry:
    pairs = [part for value in values for part in (round(value * 10_000), 10_000)]
    return tag, kind, len(values), struct.pack(f"<{len(pairs)}i", *pairs)


def dng(orientation: int = 1, preview: Image.Image | None = None) -> bytes:
    """Red on the left, blue on the right, on a sensor of RGGB."""
    sensor = np.full((HEIGHT, WIDTH), 600, "<u2")
    sensor[0::2, 0 : WIDTH // 2 : 2] = 50_000
    sensor[1::2, WIDTH // 2 + 1 :: 2] = 50_000
    identity = (1, 0, 0, 0, 1, 0, 0, 0, 1)
    camera = [
        _text(271, "Maker"), _text(272, "Model One"), _short(274, orientation),
        _text(306, "2020:02:03 04:05:06"), (50706, 1, 4, b"\1\4\0\0"), _text(50708, "Model One"),
        _rationals(50721, 10, *identity), _rationals(50728, 5, 1, 1, 1), _short(50778, 21),
    ]  # fmt: skip
    pixels = sensor.tobytes()
    jpeg = b""
    if preview is not None:
        stream = io.BytesIO()
        preview.save(stream, "JPEG", quality=95)
        jpeg = stream.getvalue()

    def mosaic(at: int) -> list[Entry]:
        return [
            _long(254, 0), _long(256, WIDTH), _long(257, HEIGHT), _short(258, 16), _short(259, 1),
            _short(262, 32803), _long(273, at), _short(277, 1), _long(278, HEIGHT),
            _long(279, len(pixels)), _short(33421, 2, 2), (33422, 1, 4, b"\0\1\1\2"),
            _short(50717, 65535),
        ]  # fmt: skip

    head = b"II*\0\x08\0\0\0"
    if preview is None:
        size = 8 + len(_directory(camera + mosaic(0), 8))
        return head + _directory(camera + mosaic(size), 8) + pixels

    def first(sub: int, at: int) -> list[Entry]:
        return [
            *camera, _long(254, 1), _long(256, preview.width), _long(257, preview.height),
            _short(258, 8, 8, 8), _short(259, 7), _short(262, 6), _long(273, at), _short(277, 3),
            _long(278, preview.height), _long(279, len(jpeg)), _long(330, sub),
        ]  # fmt: skip

    sub = 8 + len(_directory(first(0, 0), 8))
    data = sub + len(_directory(mosaic(0), sub))
    return (
        head
        + _directory(first(sub, data), 8)
        + _directory(mosaic(data + len(jpeg) + len(jpeg) % 2), sub)
        + jpeg
        + bytes(len(jpeg) % 2)
        + pixels
    )


def _colour(image: Image.Image, at: tuple[int, int]) -> tuple[int, ...]:
    found: Any = image.getpixel(at)
    return tuple(found)


def test_names_count_only_where_they_can_be_read() -> None:
    assert (".dng" in EXTENSIONS) == has_rawpy


def test_told_from_other_tiff(samples: dict[str, bytes]) -> None:
    assert is_raw(io.BytesIO(dng()))
    assert is_raw(io.BytesIO(b"II*\0\x10\0\0\0CR\2\0"))
    assert is_raw(io.BytesIO(b"FUJIFILMCCD-RAW 0201"))
    for name, data in samples.items():
        assert not is_raw(io.BytesIO(data)), name


@pytest.mark.skipif(has_rawpy, reason="the extra raw is installed")
def test_without_rawpy_the_error_says_what_helps() -> None:
    with pytest.raises(UnreadableImage, match="raw file of a camera") as caught:
        decode_image(dng())
    assert "extra" in caught.value.hint


@needs_rawpy
@pytest.mark.parametrize("min_side", [None, 200, 512])
def test_developed_where_there_is_no_preview(min_side: int | None) -> None:
    decoded = decode_image(dng(), min_side=min_side)
    assert decoded.metadata.format == "RAW"
    assert (decoded.metadata.width, decoded.metadata.height) == (WIDTH, HEIGHT)
    assert decoded.metadata.camera == "Maker Model One"
    assert decoded.metadata.taken_at == datetime(2020, 2, 3, 4, 5, 6)
    image = decoded.image
    assert min(image.size) >= min(min_side or HEIGHT, HEIGHT)
    left = _colour(image, (image.width // 4, image.height // 2))
    right = _colour(image, (image.width * 3 // 4, image.height // 2))
    assert left[0] > 4 * left[2]
    assert right[2] > 4 * right[0]


@needs_rawpy
@pytest.mark.parametrize("as_seen", [False, True])
def test_the_preview_is_taken_and_turned_once(as_seen: bool) -> None:
    lying = Image.new("RGB", (WIDTH, HEIGHT), "green")
    lying.paste("yellow", (0, 0, WIDTH // 2, HEIGHT))
    seen = lying.transpose(Image.Transpose.ROTATE_270)
    decoded = decode_image(dng(6, seen if as_seen else lying))
    assert (decoded.metadata.width, decoded.metadata.height) == (HEIGHT, WIDTH)
    assert decoded.metadata.orientation == 6
    assert decoded.image.size == (HEIGHT, WIDTH)
    assert _colour(decoded.image, (240, 100)) == pytest.approx((255, 255, 0), abs=8)
    assert _colour(decoded.image, (240, 600)) == pytest.approx((0, 128, 0), abs=8)


@needs_rawpy
def test_a_small_preview_is_not_enough() -> None:
    decoded = decode_image(dng(1, Image.new("RGB", (160, 120), "green")), min_side=400)
    assert min(decoded.image.size) >= 400
    assert _colour(decoded.image, (100, 200))[0] > 100


@needs_rawpy
def test_limit_and_damage() -> None:
    with pytest.raises(UnreadableImage, match="pixel_limit"):
        decode_image(dng(), pixel_limit=1000)
    data = dng()
    for length in (100, 400, 1000, len(data) // 2):
        with pytest.raises(UnreadableImage):
            decode_image(data[:length])
