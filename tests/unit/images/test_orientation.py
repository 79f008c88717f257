from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PIL import ExifTags, Image

from photoclip.images.decode import decode_image

# How the stored picture follows from the upright one: the inverse of what EXIF says to apply.
STORED = {
    1: lambda image: image,
    2: lambda image: image.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
    3: lambda image: image.transpose(Image.Transpose.ROTATE_180),
    4: lambda image: image.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
    5: lambda image: image.transpose(Image.Transpose.TRANSPOSE),
    6: lambda image: image.transpose(Image.Transpose.ROTATE_90),
    7: lambda image: image.transpose(Image.Transpose.TRANSVERSE),
    8: lambda image: image.transpose(Image.Transpose.ROTATE_270),
}


def _tagged(orientation: int) -> bytes:
    """As bytes, from which the HEIF encoder makes a rotation of the container."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    return exif.tobytes()


@pytest.mark.parametrize("orientation", STORED)
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "HEIF"])
@pytest.mark.parametrize("min_side", [None, 64])
def test_comes_out_upright(
    orientation: int,
    format: str,
    min_side: int | None,
    photo: Image.Image,
    encode: Callable[..., bytes],
) -> None:
    data = encode(STORED[orientation](photo), format, exif=_tagged(orientation), quality=90)
    decoded = decode_image(data, min_side=min_side)
    assert (decoded.metadata.width, decoded.metadata.height) == photo.size
    expected = photo if min_side is None else photo.reduce(2)
    assert decoded.image.size == expected.size
    found, wanted = (np.asarray(image).astype(float) for image in (decoded.image, expected))
    assert np.abs(found - wanted).mean() < 6


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_the_tag_is_reported(format: str, photo: Image.Image, encode: Callable[..., bytes]) -> None:
    assert decode_image(encode(photo, format, exif=_tagged(8))).metadata.orientation == 8


@pytest.mark.parametrize("orientation", [0, 9, 255, 65535])
def test_an_unknown_orientation_turns_nothing(
    orientation: int, photo: Image.Image, encode: Callable[..., bytes]
) -> None:
    decoded = decode_image(encode(photo, "JPEG", exif=_tagged(orientation)))
    assert decoded.image.size == photo.size
    assert decoded.metadata.orientation == 1


def test_heif_is_turned_by_its_container_and_not_once_more(
    photo: Image.Image, encode: Callable[..., bytes]
) -> None:
    decoded = decode_image(encode(STORED[6](photo), "HEIF", exif=_tagged(6)))
    assert decoded.image.size == photo.size
    assert decoded.metadata.orientation == 1
