"""From whatever a codec gives to 8-bit opaque pixels of a useful size, in little memory."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_STRIP_PIXELS = 1 << 20
_FLAT_MODES = frozenset({"L", "RGB", "CMYK", "LAB"})
_WHITE_LEVELS = (1.0, 255.0, 65535.0)
_TRANSPOSITIONS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def upright(image: Image.Image, orientation: int) -> Image.Image:
    """Apply an EXIF orientation, 1..8; the same image where there is nothing to turn."""
    transposition = _TRANSPOSITIONS.get(orientation)
    return image if transposition is None else image.transpose(transposition)


def upright_size(size: tuple[int, int], orientation: int) -> tuple[int, int]:
    """Width and height after an EXIF orientation was applied."""
    width, height = size
    return (height, width) if orientation >= 5 else (width, height)


def flatten(image: Image.Image, min_side: int | None) -> Image.Image:
    """Make pixels 8-bit and opaque, over white, and average them down where they are too many.

    min_side: the result's shorter side is at least this, or as it was; None keeps the size.
    Works in strips: beside `image` no second copy of its full size comes to be, unless the full
    size is asked for. Returns mode L, RGB, CMYK or LAB.
    """
    factor = 1 if min_side is None else max(1, min(image.size) // max(1, min_side))
    if image.mode in _FLAT_MODES and not image.has_transparency_data:
        return image if factor == 1 else Image.Image.reduce(image, factor)
    levels = _levels(image) if _is_deep(image) else (0.0, 255.0)
    result: Image.Image | None = None
    for top, strip in _strips(image, factor):
        flat = _flat(strip, levels)
        part = flat if factor == 1 else flat.reduce(factor)
        if result is None:
            result = Image.new(part.mode, (part.width, -(-image.height // factor)))
        result.paste(part, (0, top // factor))
    assert result is not None
    return result


def _strips(image: Image.Image, factor: int) -> Iterator[tuple[int, Image.Image]]:
    rows = max(1, _STRIP_PIXELS // (image.width * factor)) * factor
    for top in range(0, image.height, rows):
        yield top, image.crop((0, top, image.width, min(image.height, top + rows)))


def _flat(image: Image.Image, levels: tuple[float, float]) -> Image.Image:
    if _is_deep(image):
        return _eight_bit(image, levels)
    if image.has_transparency_data:
        return _over_white(image)
    if image.mode in _FLAT_MODES:
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _over_white(image: Image.Image) -> Image.Image:
    colours = image.convert("RGBA")
    paper = Image.new("RGB", image.size, "white")
    paper.paste(colours, mask=colours.getchannel("A"))
    return paper.convert("L") if image.mode in ("L", "LA", "La", "1") else paper


def _is_deep(image: Image.Image) -> bool:
    return image.mode in ("I", "F") or image.mode.startswith("I;")


def _levels(image: Image.Image) -> tuple[float, float]:
    """Which values mean black and white: 16 bit has it fixed, other depths leave us to guess."""
    if image.mode.startswith("I;16"):
        return 0.0, 65535.0
    ranges = [_finite_range(_values(strip)) for _, strip in _strips(image, 1)]
    low, high = min(low for low, _ in ranges), max(high for _, high in ranges)
    if low >= 0:
        return 0.0, next((white for white in _WHITE_LEVELS if high <= white), high)
    return low, high


def _finite_range(values: NDArray[np.float32]) -> tuple[float, float]:
    finite = values[np.isfinite(values)]
    return (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)


def _values(image: Image.Image) -> NDArray[np.float32]:
    return np.asarray(image).astype(np.float32)


def _eight_bit(image: Image.Image, levels: tuple[float, float]) -> Image.Image:
    low, high = levels
    scaled = (_values(image) - low) * (255.0 / max(high - low, 1e-30))
    scaled = np.nan_to_num(scaled, nan=0.0, posinf=255.0, neginf=0.0)
    return Image.fromarray(np.clip(scaled.round(), 0, 255).astype(np.uint8))
