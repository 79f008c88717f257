"""Copies of a picture are told from pictures that are only alike."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageEnhance, ImageOps

from photoclip.images.likeness import SAME, compare, look_at, perceptual_hash, turned
from photoclip.images.thumbnails import fit

SAMPLES = sorted((Path(__file__).parents[3] / "resources" / "sample_photos").glob("*.jpg"))


def sample(number: int) -> Image.Image:
    with Image.open(SAMPLES[number]) as picture:
        return fit(picture.convert("RGB"), 256)


def recompressed(picture: Image.Image) -> Image.Image:
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=20)
    return Image.open(stream)


def hue_shifted(picture: Image.Image) -> Image.Image:
    hue, saturation, value = picture.convert("HSV").split()
    hue = hue.point(lambda level: (level + 25) % 256)
    return Image.merge("HSV", (hue, saturation, value)).convert("RGB")


def part(picture: Image.Image, left: float, top: float, right: float, bottom: float) -> Image.Image:
    width, height = picture.size
    return picture.crop(
        (int(left * width), int(top * height), int(right * width), int(bottom * height))
    )


CHANGES: dict[str, Callable[[Image.Image], Image.Image]] = {
    "smaller": lambda picture: picture.resize((picture.width // 3, picture.height // 3)),
    "recompressed": recompressed,
    "cropped": lambda picture: part(picture, 0.15, 0.05, 0.95, 0.85),
    "cropped to another shape": lambda picture: part(picture, 0.2, 0.0, 0.85, 1.0),
    "a quarter turn": lambda picture: picture.transpose(Image.Transpose.ROTATE_90),
    "upside down": lambda picture: picture.transpose(Image.Transpose.ROTATE_180),
    "mirrored": ImageOps.mirror,
    "grey": ImageOps.grayscale,
    "brighter": lambda picture: ImageEnhance.Brightness(picture).enhance(1.4),
    "more contrast": lambda picture: ImageEnhance.Contrast(picture).enhance(1.4),
    "another hue": hue_shifted,
    "tilted": lambda picture: picture.rotate(6, Image.Resampling.BICUBIC, expand=True),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("number", [0, 9, 17])
def test_a_changed_copy_is_the_same_picture(change: str, number: int) -> None:
    picture = sample(number)
    copy = look_at(CHANGES[change](picture))
    assert compare(look_at(picture), copy).same
    assert compare(copy, look_at(picture)).same


def test_what_was_done_is_told() -> None:
    picture = sample(3)
    look = look_at(picture)
    assert compare(look, look).score == pytest.approx(1, abs=1e-4)
    assert not compare(look, look_at(recompressed(picture))).turned
    assert compare(look, look_at(ImageOps.mirror(picture))).turned
    crop = compare(look, look_at(part(picture, 0.1, 0.1, 0.8, 0.8)))
    assert crop.part == pytest.approx(0.7, abs=0.06)


def test_other_pictures_are_not_the_same() -> None:
    looks = [look_at(sample(number)) for number in range(len(SAMPLES))]
    pairs = [(one, other) for one in range(len(looks)) for other in range(0, one, 3)]
    worst = max(compare(looks[one], looks[other]).score for one, other in pairs)
    assert worst < SAME - 0.1


@pytest.mark.parametrize(
    "picture",
    [
        Image.new("RGB", (200, 100), "white"),
        Image.new("RGB", (1, 1)),
        Image.new("RGB", (3000, 2), "red"),
        Image.linear_gradient("L"),
    ],
)
def test_pictures_of_nothing_are_not_like_everything(picture: Image.Image) -> None:
    for number in (0, 5):
        assert not compare(look_at(picture), look_at(sample(number))).same
        assert not compare(look_at(sample(number)), look_at(picture)).same


def test_hashes_of_turned_pictures_are_known_without_them() -> None:
    grey = look_at(sample(2)).grey
    forms = set(turned(np.array([perceptual_hash(grey)], np.uint64))[:, 0].tolist())
    for mirrored in (grey, grey[:, ::-1]):
        for quarter in range(4):
            form = np.ascontiguousarray(np.rot90(mirrored, quarter))
            assert perceptual_hash(form) in forms


@pytest.mark.parametrize("level", [0, 3, 128, 255])
def test_plain_pictures_have_no_look(level: int) -> None:
    plain = Image.new("RGB", (200, 150), (level, level, level))
    assert look_at(recompressed(plain)).hash == 0
    assert not compare(look_at(plain), look_at(recompressed(plain))).same
    assert not compare(look_at(plain), look_at(sample(0))).same
