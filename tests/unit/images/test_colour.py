from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageCms

from photoclip.images.colour import to_srgb
from photoclip.images.decode import decode_image

Encode = Callable[..., bytes]


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "HEIF"])
def test_an_embedded_profile_is_applied(
    format: str, swapped_profile: bytes, encode: Encode
) -> None:
    red = Image.new("RGB", (64, 64), (255, 0, 0))
    image = decode_image(encode(red, format, icc_profile=swapped_profile)).image
    found = image.getpixel((32, 32))
    assert isinstance(found, tuple)
    assert found[1] > 245, "now green"
    assert found[0] < 40


def test_srgb_itself_changes_nothing(
    photo: Image.Image, srgb_profile: bytes, encode: Encode
) -> None:
    plain, tagged = (
        decode_image(encode(photo, "PNG", **options)).image
        for options in ({}, {"icc_profile": srgb_profile})
    )
    assert plain.tobytes() == tagged.tobytes()


def test_a_profile_that_only_calls_itself_srgb(swapped_profile: bytes) -> None:
    profile = swapped_profile.replace(b"Red and green swapped", b"sRGB IEC61966-2.1    ")
    assert to_srgb(Image.new("RGB", (2, 2), "red"), profile).getpixel((0, 0)) != (255, 0, 0)


@pytest.mark.parametrize("damage", ["empty", "noise", "cut", "zeros"])
def test_a_broken_profile_is_ignored(
    damage: str, photo: Image.Image, swapped_profile: bytes, encode: Encode
) -> None:
    profile = {
        "empty": b"\0",
        "noise": bytes(range(256)) * 4,
        "cut": swapped_profile[:200],
        "zeros": swapped_profile[:128] + bytes(len(swapped_profile) - 128),
    }[damage]
    decoded = decode_image(encode(photo, "PNG", icc_profile=profile)).image
    assert decoded.tobytes() == photo.tobytes()


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_a_profile_for_other_pixels_is_ignored(mode: str, swapped_profile: bytes) -> None:
    image = Image.new(mode, (4, 4), 77 if mode == "L" else (0, 200, 0, 0))
    assert to_srgb(image, swapped_profile).tobytes() == image.convert("RGB").tobytes()


def test_profiles_act_after_reduction_as_before(
    photo: Image.Image, swapped_profile: bytes, encode: Encode
) -> None:
    large = photo.resize((1200, 800))
    data = encode(large, "PNG", icc_profile=swapped_profile)
    reduced = np.asarray(decode_image(data, min_side=200).image).astype(float)
    whole = np.asarray(decode_image(data, min_side=None).image.reduce(4)).astype(float)
    assert np.abs(reduced - whole).mean() < 1


def test_colours_match_those_of_little_cms(photo: Image.Image, swapped_profile: bytes) -> None:
    import io

    source = ImageCms.ImageCmsProfile(io.BytesIO(swapped_profile))
    expected = ImageCms.profileToProfile(
        photo, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
    )
    assert expected is not None
    assert to_srgb(photo, swapped_profile).tobytes() == expected.tobytes()
