"""Embedded colour profiles to sRGB, so that every model and screen sees the same colours."""

from __future__ import annotations

import io

from PIL import Image, ImageCms

# XYZ of the sRGB primaries under D50, as every ICC profile of sRGB states them (IEC 61966-2-1).
_SRGB_COLORANTS = ((0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141))
_TOLERANCE = 0.002
_SPACES = {"L": "GRAY", "RGB": "RGB ", "CMYK": "CMYK", "LAB": "Lab "}


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert pixels to sRGB.

    image: mode L, RGB, CMYK or LAB. profile: the ICC profile it came with. A profile that is
    broken, or made for another kind of pixels, is ignored. Returns mode RGB.
    """
    converted = _through_profile(image, profile) if profile else None
    if converted is not None:
        return converted
    if image.mode == "LAB":
        return _transform(image, ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")))
    return image if image.mode == "RGB" else image.convert("RGB")


def _through_profile(image: Image.Image, profile: bytes) -> Image.Image | None:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if source.profile.xcolor_space != _SPACES[image.mode]:
            return None
        return image if _is_srgb(source) else _transform(image, source)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


def _transform(image: Image.Image, source: ImageCms.ImageCmsProfile) -> Image.Image:
    target = ImageCms.createProfile("sRGB")
    converter = ImageCms.buildTransform(source, target, image.mode, "RGB")
    return converter.apply(image)


def _is_srgb(source: ImageCms.ImageCmsProfile) -> bool:
    """Most photos carry sRGB itself, which is not worth 10 ms for each of them."""
    profile = source.profile
    if "srgb" not in (profile.profile_description or "").lower():
        return False
    colorants = (profile.red_colorant, profile.green_colorant, profile.blue_colorant)
    return all(
        colorant is not None
        and all(abs(a - b) < _TOLERANCE for a, b in zip(colorant[0], reference, strict=True))
        for colorant, reference in zip(colorants, _SRGB_COLORANTS, strict=True)
    )
