"""Every format and pixel layout comes out as upright RGB of the right colours."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageCms

from photoclip.images.decode import ThreadDecoder, decode_image

Pixels = Callable[[Image.Image], NDArray[np.float64]]
Encode = Callable[..., bytes]

FORMATS = {
    **dict.fromkeys(("jpeg", "jpeg-progressive"), "JPEG"),
    **dict.fromkeys(("png", "png-animated"), "PNG"),
    **dict.fromkeys(("webp", "webp-lossless", "webp-animated"), "WEBP"),
    **dict.fromkeys(("tiff", "tiff-lzw", "tiff-deflate", "tiff-jpeg", "tiff-pages"), "TIFF"),
    **dict.fromkeys(("gif", "gif-animated"), "GIF"),
    "bmp": "BMP",
    **dict.fromkeys(("avif", "avif-animated"), "AVIF"),
    **dict.fromkeys(("heif", "heif-two"), "HEIF"),
    **dict.fromkeys(("jpeg2000", "jpeg2000-stream"), "JPEG2000"),
    "mpo": "MPO",
}


def difference(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    assert one.shape == other.shape
    return float(np.abs(one - other).mean())


@pytest.mark.parametrize("name", FORMATS)
def test_each_format(
    name: str, samples: dict[str, bytes], photo: Image.Image, pixels_of: Pixels
) -> None:
    decoded = decode_image(samples[name])
    assert decoded.image.mode == "RGB"
    assert decoded.metadata.format == FORMATS[name]
    assert (decoded.metadata.width, decoded.metadata.height) == photo.size
    assert difference(pixels_of(decoded.image), pixels_of(photo)) < 5


@pytest.mark.parametrize("name", FORMATS)
def test_from_a_file_of_any_name(name: str, samples: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "holiday.png"
    path.write_bytes(samples[name])
    from_file, from_bytes = decode_image(path), ThreadDecoder().decode(samples[name])
    assert from_file.metadata == from_bytes.metadata
    assert from_file.image.tobytes() == from_bytes.image.tobytes()


def test_a_file_too_large_to_hold_is_read_in_place(
    samples: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("photoclip.images.decode.read_file", lambda path: None)
    for name, data in samples.items():
        path = tmp_path / name
        path.write_bytes(data)
        in_place = decode_image(path)
        assert in_place.image.tobytes() == decode_image(data).image.tobytes(), name


def _grey(photo: Image.Image) -> NDArray[np.uint8]:
    return np.asarray(photo.convert("L"))


GREY: dict[str, Callable[[NDArray[np.uint8]], Image.Image]] = {
    "L": Image.fromarray,
    "LA": lambda grey: Image.fromarray(grey).convert("LA"),
    "I;16": lambda grey: Image.fromarray(grey.astype(np.uint16) * 257),
    "I;16B": lambda grey: Image.frombytes(
        "I;16B", grey.shape[::-1], (grey.astype(">u2") * 257).astype(">u2").tobytes()
    ),
    "I": lambda grey: Image.fromarray(grey.astype(np.int32) * 257),
    "I of 8 bits": lambda grey: Image.fromarray(grey.astype(np.int32)),
    "F to 1": lambda grey: Image.fromarray(grey.astype(np.float32) / 255),
    "F to 255": lambda grey: Image.fromarray(grey.astype(np.float32)),
    "F to 65535": lambda grey: Image.fromarray(grey.astype(np.float32) * 257),
}


@pytest.mark.parametrize("layout", GREY)
@pytest.mark.parametrize("min_side", [None, 512])
def test_grey_of_every_depth(
    layout: str, min_side: int | None, photo: Image.Image, pixels_of: Pixels, encode: Encode
) -> None:
    grey = _grey(photo)
    decoded = decode_image(encode(GREY[layout](grey), "TIFF"), min_side=min_side)
    expected = np.repeat(grey.astype(float)[..., None], 3, axis=2)
    assert difference(pixels_of(decoded.image), expected) <= 0.5


def test_float_pixels_that_are_no_numbers_do_not_spoil_the_rest(encode: Encode) -> None:
    values = np.linspace(-2, 6, 64, dtype=np.float32).reshape(8, 8)
    values[0, 0], values[0, 1], values[0, 2] = np.nan, np.inf, -np.inf
    image = decode_image(encode(Image.fromarray(values), "TIFF")).image
    assert image.getpixel((7, 7)) == (255, 255, 255)
    assert image.getpixel((1, 0)) == (255, 255, 255)
    assert image.getpixel((0, 0)) == image.getpixel((2, 0)) == (0, 0, 0)


@pytest.mark.parametrize("format", ["PNG", "TIFF", "GIF", "BMP"])
def test_one_bit(format: str, photo: Image.Image, pixels_of: Pixels, encode: Encode) -> None:
    bits = photo.convert("1")
    decoded = decode_image(encode(bits, format))
    assert difference(pixels_of(decoded.image), pixels_of(bits.convert("RGB"))) == 0


@pytest.mark.parametrize("format", ["PNG", "TIFF", "GIF", "BMP"])
def test_palette(format: str, photo: Image.Image, pixels_of: Pixels, encode: Encode) -> None:
    palette = photo.quantize(64)
    decoded = decode_image(encode(palette, format))
    assert difference(pixels_of(decoded.image), pixels_of(palette.convert("RGB"))) == 0


@pytest.mark.parametrize("format", ["JPEG", "TIFF"])
def test_cmyk(format: str, photo: Image.Image, pixels_of: Pixels, encode: Encode) -> None:
    """Pillow's JPEGs of this kind carry the Adobe marker and inverted values, as Photoshop's do."""
    data = encode(photo.convert("CMYK"), format)
    assert format != "JPEG" or b"Adobe" in data
    assert difference(pixels_of(decode_image(data).image), pixels_of(photo)) < 5


def test_lab(photo: Image.Image, pixels_of: Pixels, encode: Encode) -> None:
    srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    converted = ImageCms.profileToProfile(photo, srgb, lab, outputMode="LAB")
    assert converted is not None
    decoded = decode_image(encode(converted, "TIFF"))
    assert difference(pixels_of(decoded.image), pixels_of(photo)) < 2


@pytest.mark.parametrize("colour_type", [0, 2, 4, 6])
def test_16_bit_png(colour_type: int, png_from: Callable[..., bytes]) -> None:
    samples = {
        0: [0x8000],
        2: [0xFFFF, 0x8000, 0],
        4: [0x8000, 0xFFFF],
        6: [0xFFFF, 0x8000, 0, 0xFFFF],
    }
    row = b"\0" + struct.pack(f">{len(samples[colour_type])}H", *samples[colour_type]) * 2
    data = png_from(
        struct.pack(">IIBBBBB", 2, 2, 16, colour_type, 0, 0, 0), (b"IDAT", zlib.compress(row * 2))
    )
    expected = (255, 128, 0) if colour_type & 2 else (128, 128, 128)
    assert decode_image(data).image.getpixel((0, 0)) == expected


def test_16_bit_colour_tiff() -> None:
    data = np.full((2, 2, 3), (65535, 32896, 0), "<u2").tobytes()
    entries = [
        (256, 3, 1, 2), (257, 3, 1, 2), (258, 3, 3, 200), (259, 3, 1, 1), (262, 3, 1, 2),
        (273, 4, 1, 206), (277, 3, 1, 3), (278, 3, 1, 2), (279, 4, 1, len(data)),
    ]  # fmt: skip
    directory = struct.pack("<H", len(entries))
    directory += b"".join(struct.pack("<HHII", *entry) for entry in entries) + bytes(4)
    head = b"II*\0" + struct.pack("<I", 8) + directory
    tiff = head + bytes(200 - len(head)) + struct.pack("<3H", 16, 16, 16) + data
    assert decode_image(tiff).image.getpixel((1, 1)) == (255, 128, 0)


@pytest.mark.parametrize("format", ["PNG", "WEBP", "TIFF", "AVIF", "HEIF", "JPEG2000"])
@pytest.mark.parametrize("min_side", [None, 16])
def test_alpha_is_laid_over_white(format: str, min_side: int | None, encode: Encode) -> None:
    image = Image.new("RGBA", (96, 96), (255, 0, 0, 255))
    image.paste((0, 0, 0, 0), (0, 0, 96, 48))
    image.paste((0, 0, 0, 128), (0, 48, 48, 96))
    options: dict[str, Any] = {"lossless": True} if format == "WEBP" else {}
    result = decode_image(encode(image, format, **options), min_side=min_side).image
    side = result.width

    def near(at: tuple[int, int], colour: tuple[int, int, int]) -> bool:
        found = result.getpixel(at)
        assert isinstance(found, tuple)
        return all(abs(a - b) <= 8 for a, b in zip(found, colour, strict=True))

    assert near((side // 2, side // 8), (255, 255, 255))
    assert near((side // 8, side * 7 // 8), (127, 127, 127))
    assert near((side * 7 // 8, side * 7 // 8), (255, 0, 0))


def test_transparent_palette_and_grey(encode: Encode) -> None:
    palette = Image.new("P", (4, 4), 1)
    palette.putpalette([0, 0, 0, 0, 0, 255])
    palette.putpixel((0, 0), 0)
    image = decode_image(encode(palette, "PNG", transparency=0)).image
    assert image.getpixel((0, 0)) == (255, 255, 255)
    assert image.getpixel((1, 1)) == (0, 0, 255)
    half = decode_image(encode(palette, "PNG", transparency=b"\xff\x80")).image
    assert half.getpixel((1, 1)) == (127, 127, 255)
    for mode, key in (("L", 7), ("RGB", (7, 7, 7)), ("1", 0)):
        keyed = Image.new(mode, (4, 4), key)
        image = decode_image(encode(keyed, "PNG", transparency=key)).image
        assert image.getpixel((0, 0)) == (255, 255, 255), mode


@pytest.mark.parametrize("name", ["jpeg", "png", "webp", "tiff", "avif", "heif"])
@pytest.mark.parametrize("min_side", [1, 50, 79, 80, 81, 160, 512])
def test_reduced_no_further_than_asked(name: str, min_side: int, samples: dict[str, bytes]) -> None:
    image = decode_image(samples[name], min_side=min_side).image
    assert min(image.size) >= min(min_side, 160)
    assert min(image.size) < max(2 * min_side, 161), "as much as that allows"
    assert abs(image.width / image.height - 1.5) < 0.51 / min(image.size) * 2.5


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1", "CMYK", "I;16"])
def test_reduced_colours_are_those_of_the_whole(
    mode: str, photo: Image.Image, pixels_of: Pixels, encode: Encode
) -> None:
    """Also where the picture is worked on in several strips, whose seams must not show."""
    large = photo.resize((2400, 1601))
    image = GREY["I;16"](_grey(large)) if mode == "I;16" else large.convert(mode)
    data = encode(image, "TIFF" if mode == "CMYK" else "PNG")
    reduced = decode_image(data, min_side=200).image
    assert reduced.size == (300, 201)
    whole = decode_image(data, min_side=None).image
    assert whole.size == (2400, 1601)
    expected = pixels_of(whole.reduce(8))
    assert difference(pixels_of(reduced), expected) < 1


def test_the_result_carries_nothing_that_could_act_twice(
    photo: Image.Image, exif: Image.Exif, srgb_profile: bytes, encode: Encode
) -> None:
    for format in ("JPEG", "PNG", "WEBP", "AVIF"):
        data = encode(photo, format, exif=exif, icc_profile=srgb_profile)
        image = decode_image(data).image
        assert type(image) is Image.Image
        assert image.info == {}
        assert not image.getexif()
