"""Pixels against what open_clip's transforms do, worked out by hand on small pictures."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from photoclip.clip.preprocess import to_pixels
from photoclip.clip.spec import PreprocessSpec
from photoclip.errors import UnreadableImage

# With this normalisation a pixel's value is its byte.
AS_BYTES: dict[str, Any] = {"mean": (0.0, 0.0, 0.0), "std": (1 / 255, 1 / 255, 1 / 255)}


def columns(width: int, height: int) -> Image.Image:
    """Every pixel tells its column in red and its row in green."""
    y, x = np.mgrid[0:height, 0:width]
    return Image.fromarray(np.stack([x, y, x * 0], axis=2).astype(np.uint8))


def as_bytes(image: Image.Image, size: tuple[int, int], **changes: Any) -> NDArray[np.uint8]:
    """(height, width, 3) bytes that the model would see."""
    spec = PreprocessSpec(size=size, **{**AS_BYTES, **changes})
    pixels = to_pixels(image, spec)
    assert pixels.dtype == np.float32
    assert pixels.flags.c_contiguous
    return np.rint(pixels).astype(np.uint8).transpose(1, 2, 0)


def by_torchvision(image: Image.Image, side: int) -> NDArray[np.uint8]:
    """Resize(side) and CenterCrop(side), step by step."""
    short, long = sorted(image.size)
    stretched = int(side * long / short)
    size = (side, stretched) if image.width <= image.height else (stretched, side)
    resized = image.resize(size, Image.Resampling.BICUBIC)
    left, top = (round((edge - side) / 2.0) for edge in resized.size)
    return np.asarray(resized.crop((left, top, left + side, top + side)))


def noise(width: int, height: int) -> Image.Image:
    generator = np.random.default_rng(width * 10_000 + height)
    return Image.fromarray(generator.integers(0, 256, (height, width, 3), dtype=np.uint8))


@pytest.mark.parametrize(
    ("width", "first"),
    [(10, 3), (9, 2), (11, 4)],  # (9 - 4) / 2 = 2.5 and (11 - 4) / 2 = 3.5 both round to even
)
def test_the_centre_is_cropped_where_torchvision_crops_it(width: int, first: int) -> None:
    seen = as_bytes(columns(width, 4), (4, 4))
    assert seen[0, :, 0].tolist() == [first, first + 1, first + 2, first + 3]


@pytest.mark.parametrize(("width", "first"), [(10, 3), (9, 2), (11, 3)])
def test_halves_are_rounded_down_where_transformers_does(width: int, first: int) -> None:
    seen = as_bytes(columns(width, 4), (4, 4), rounding="down")
    assert seen[0, :, 0].tolist() == [first, first + 1, first + 2, first + 3]


def test_a_tall_picture_is_cropped_in_height() -> None:
    seen = as_bytes(columns(4, 11), (4, 4))
    assert seen[:, 0, 1].tolist() == [4, 5, 6, 7]


def test_the_longer_side_is_rounded_down() -> None:
    # 4 * 7 / 5 = 5.6: five columns, of which the crop takes the first four, as 0.5 rounds to 0.
    seen = as_bytes(columns(7, 5), (4, 4), interpolation="nearest")
    expected = np.asarray(columns(7, 5).resize((5, 4), Image.Resampling.NEAREST))[:, 0:4]
    assert np.array_equal(seen, expected)


@pytest.mark.parametrize(
    "size", [(640, 480), (480, 640), (683, 512), (333, 500), (225, 224), (37, 91), (3, 2), (1, 1)]
)
def test_ordinary_pictures_give_the_very_bytes_of_torchvision(size: tuple[int, int]) -> None:
    image = noise(*size)
    assert np.array_equal(as_bytes(image, (224, 224)), by_torchvision(image, 224))


@pytest.mark.parametrize("size", [(4000, 300), (300, 4000), (2500, 90)])
def test_panoramas_differ_from_torchvision_by_rounding_only(size: tuple[int, int]) -> None:
    image = noise(*size)
    seen = as_bytes(image, (224, 224)).astype(int)
    difference = np.abs(seen - by_torchvision(image, 224).astype(int))
    assert difference.max() <= 2  # each of the two passes may round a value the other way
    assert difference.mean() < 0.005


@pytest.mark.parametrize("size", [(60_000, 1), (1, 60_000)])
def test_the_thinnest_panorama_costs_no_more_than_its_crop(size: tuple[int, int]) -> None:
    # Resized whole it would have 224 x 13 million pixels.
    seen = as_bytes(Image.new("RGB", size, (10, 20, 30)), (224, 224))
    assert (seen == (10, 20, 30)).all()


def test_an_input_that_is_not_square_is_covered_and_cropped() -> None:
    # 8 x 4 must cover 4 high, 2 wide: the ratio is min(4 / 4, 8 / 2) = 1, columns 3 and 4 stay.
    seen = as_bytes(columns(8, 4), (4, 2))
    assert seen[0, :, 0].tolist() == [3, 4]
    assert seen.shape == (4, 2, 3)


def test_squash_ignores_the_aspect() -> None:
    image = noise(64, 16)
    expected = np.asarray(image.resize((8, 8), Image.Resampling.BICUBIC))
    assert np.array_equal(as_bytes(image, (8, 8), resize_mode="squash"), expected)


def test_longest_pads_evenly_with_the_fill() -> None:
    seen = as_bytes(columns(8, 4), (4, 4), resize_mode="longest", fill=77, interpolation="box")
    assert (seen[0] == 77).all()
    assert (seen[3] == 77).all()
    # Columns 0 and 1 average to 0.5, which rounds up.
    assert seen[1, :, 0].tolist() == [1, 3, 5, 7]


def test_longest_keeps_a_line_of_the_thinnest_picture() -> None:
    seen = as_bytes(Image.new("RGB", (1000, 1), (9, 9, 9)), (8, 8), resize_mode="longest")
    assert (seen[3] == 9).all()
    assert (seen[[0, 1, 2, 4, 5, 6, 7]] == 0).all()


@pytest.mark.parametrize("name", ["nearest", "bilinear", "bicubic", "box", "hamming", "lanczos"])
def test_each_interpolation_is_pillows_own(name: str) -> None:
    image = noise(30, 20)
    expected = np.asarray(image.resize((8, 8), Image.Resampling[name.upper()]))
    seen = as_bytes(image, (8, 8), resize_mode="squash", interpolation=name)
    assert np.array_equal(seen, expected)


def test_pixels_are_normalised_by_channel() -> None:
    spec = PreprocessSpec(size=(2, 2), mean=(0.1, 0.2, 0.3), std=(0.5, 0.25, 0.125))
    pixels = to_pixels(Image.new("RGB", (2, 2), (0, 51, 255)), spec)
    assert pixels.shape == (3, 2, 2)
    # (0 - 0.1) / 0.5, (0.2 - 0.2) / 0.25, (1 - 0.3) / 0.125
    assert pixels[:, 0, 0] == pytest.approx([-0.2, 0.0, 5.6], abs=1e-6)


@pytest.mark.parametrize("mode", ["L", "RGBA", "CMYK", "1", "I;16"])
def test_other_modes_become_rgb(mode: str) -> None:
    pixels = to_pixels(Image.new(mode, (5, 7)), PreprocessSpec(size=(4, 4)))
    assert pixels.shape == (3, 4, 4)


def test_a_picture_without_pixels_is_refused() -> None:
    with pytest.raises(UnreadableImage, match="0x5"):
        to_pixels(Image.new("RGB", (0, 5)), PreprocessSpec(size=(4, 4)))


@given(
    width=st.integers(1, 400),
    height=st.integers(1, 400),
    size=st.tuples(st.integers(1, 40), st.integers(1, 40)),
    mode=st.sampled_from(["shortest", "squash", "longest"]),
)
def test_any_picture_fills_any_input(
    width: int, height: int, size: tuple[int, int], mode: str
) -> None:
    image = Image.new("RGB", (width, height), (200, 200, 200))
    seen = as_bytes(image, size, resize_mode=mode, fill=200)
    assert seen.shape == (*size, 3)
    assert (seen == 200).all()


@pytest.mark.parametrize(
    ("mode", "resized", "seen"),
    [
        # 20 columns and 10 rows: to 10x5 and 5x5, of which the middle three rows and columns stay.
        ("shortest", (5, 5), ((3, 10), slice(4, 7))),
        ("squash", (5, 5), ((1, 5), slice(1, 4))),
    ],
)
def test_a_picture_may_be_resized_to_more_than_is_cut_out(
    mode: str, resized: tuple[int, int], seen: tuple[tuple[int, int], slice]
) -> None:
    image = noise(20, 10)
    (_, width), middle = seen
    whole = np.asarray(image.resize((width, 5), Image.Resampling.BICUBIC))
    assert np.array_equal(
        as_bytes(image, (3, 3), resize_mode=mode, resized=resized), whole[1:4, middle]
    )


@pytest.mark.parametrize("mode", ["shortest", "squash", "longest"])
@pytest.mark.parametrize("picture", [(20, 10), (1, 300), (4000, 3)])
def test_a_cut_that_is_larger_than_the_picture_is_filled_up(
    mode: str, picture: tuple[int, int]
) -> None:
    image = Image.new("RGB", picture, (200, 200, 200))
    seen = as_bytes(image, (8, 8), resize_mode=mode, resized=(4, 4))
    assert seen.shape == (8, 8, 3)
    assert set(np.unique(seen)) == {0, 200}
    assert (seen[0, 0] == 0).all()


def test_a_panorama_is_cut_where_it_is_resized_whole() -> None:
    image = noise(900, 30)
    whole = image.resize((300, 10), Image.Resampling.BICUBIC)
    middle = np.asarray(whole.crop((147, 2, 153, 8))).astype(int)
    cut = as_bytes(image, (6, 6), resized=(10, 10)).astype(int)
    assert np.abs(cut - middle).max() <= 2
