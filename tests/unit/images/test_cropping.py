"""Parts of photos."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from photoclip.images.cropping import ENOUGH, Region, crop, is_too_small
from photoclip.images.decode import ThreadDecoder


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """Turned by its header: 4000 x 2000, the right half red, the left half blue."""
    upright = Image.new("RGB", (4000, 2000), "blue")
    upright.paste("red", (2000, 0, 4000, 2000))
    exif = Image.Exif()
    exif[0x0112] = 6
    upright.transpose(Image.Transpose.ROTATE_90).save(tmp_path / "a.jpg", exif=exif)
    return tmp_path / "a.jpg"


@pytest.mark.parametrize(
    ("region", "colour"),
    [
        (Region(0.55, 0.1, 0.95, 0.9), (254, 0, 0)),
        (Region(0.05, 0.1, 0.45, 0.9), (0, 0, 254)),
        (Region(0.9, 0.45, 1.3, 0.5), (254, 0, 0)),
    ],
)
def test_a_part_is_upright_and_fine_enough(
    photo: Path, region: Region, colour: tuple[int, int, int]
) -> None:
    found = Image.open(io.BytesIO(crop(ThreadDecoder(), photo, region, 4000, 2000)))
    middle = found.getpixel((found.width // 2, found.height // 2))
    assert isinstance(middle, tuple)
    assert max(abs(a - b) for a, b in zip(middle, colour, strict=True)) < 6
    # As fine as the photo is, or as much as is looked at.
    left, top, right, bottom = region.pixels(4000, 2000)
    assert min(found.size) >= min(ENOUGH, right - left, bottom - top)


def test_slivers_and_what_lies_outside_are_still_pixels(photo: Path) -> None:
    for region in (Region(1, 1, 1, 1), Region(-2, 0.5, -1, 0.5), Region(0, 0, 1e-9, 1)):
        assert is_too_small(region, 4000, 2000)
        assert Image.open(io.BytesIO(crop(ThreadDecoder(), photo, region, 4000, 2000))).width >= 1
    assert not is_too_small(Region(0, 0, 0.1, 0.1), 4000, 2000)
