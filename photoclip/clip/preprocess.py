"""Pictures to pixels, as open_clip's evaluation transforms do it with torchvision and Pillow."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photoclip.clip.spec import Interpolation, PreprocessSpec
from photoclip.errors import UnreadableImage

_FILTERS: dict[Interpolation, Image.Resampling] = {
    "nearest": Image.Resampling.NEAREST,
    "bilinear": Image.Resampling.BILINEAR,
    "bicubic": Image.Resampling.BICUBIC,
    "box": Image.Resampling.BOX,
    "hamming": Image.Resampling.HAMMING,
    "lanczos": Image.Resampling.LANCZOS,
}
# Up to here a picture is resized whole and then cropped, which gives torchvision's very bytes.
# A longer panorama is resized only where the crop lies: a few values in ten thousand then differ
# by one level, but its cost no longer grows with its length.
_LONGEST_WHOLE = 4.0


def to_pixels(image: Image.Image, spec: PreprocessSpec) -> NDArray[np.float32]:
    """Resize, crop or pad, and normalise a picture.

    Returns (3, height, width) float32: (value / 255 - mean) / std.
    Raises UnreadableImage where the picture has no pixels.
    """
    if image.width < 1 or image.height < 1:
        raise UnreadableImage(f"is {image.width}x{image.height}, which has no pixels")
    rgb = image if image.mode == "RGB" else image.convert("RGB")
    return _normalise(_fit(rgb, spec), spec)


def _fit(image: Image.Image, spec: PreprocessSpec) -> Image.Image:
    """The picture at the size of the model's input."""
    if spec.resize_mode == "squash":
        return _centred(_resize(image, spec, spec.target), spec)
    if spec.resize_mode == "longest":
        return _padded(_resize(image, spec, _longest_size(image, spec.target)), spec)
    return _shortest(image, spec)


def _shortest(image: Image.Image, spec: PreprocessSpec) -> Image.Image:
    height, width = _shortest_size(image, spec.target)
    if height * width <= _LONGEST_WHOLE * spec.target[0] * spec.target[1]:
        return _centred(_resize(image, spec, (height, width)), spec)
    rows, columns = min(height, spec.size[0]), min(width, spec.size[1])
    top, left = _corner((height, width), (rows, columns), spec)
    across, down = image.width / width, image.height / height
    box = (left * across, top * down, (left + columns) * across, (top + rows) * down)
    return _centred(_resize(image, spec, (rows, columns), box), spec)


def _centred(image: Image.Image, spec: PreprocessSpec) -> Image.Image:
    """The centre of the picture; what it lacks is black."""
    height, width = spec.size
    if (image.height, image.width) == spec.size:
        return image
    top, left = _corner((image.height, image.width), spec.size, spec)
    return image.crop((left, top, left + width, top + height))


def _corner(whole: tuple[int, int], size: tuple[int, int], spec: PreprocessSpec) -> tuple[int, int]:
    """(top, left) of a centre."""
    if spec.rounding == "down":
        return (whole[0] - size[0]) // 2, (whole[1] - size[1]) // 2
    return round((whole[0] - size[0]) / 2), round((whole[1] - size[1]) / 2)


def _shortest_size(image: Image.Image, size: tuple[int, int]) -> tuple[int, int]:
    """(height, width) that cover the input, in the picture's aspect.

    torchvision's Resize rounds down where the input is square; open_clip's ResizeKeepRatio, which
    it takes for other inputs, to the nearest.
    """
    short = min(image.height, image.width)
    if size[0] == size[1]:
        return int(size[0] * image.height / short), int(size[0] * image.width / short)
    ratio = min(image.height / size[0], image.width / size[1])
    return round(image.height / ratio), round(image.width / ratio)


def _longest_size(image: Image.Image, size: tuple[int, int]) -> tuple[int, int]:
    """(height, width) that fit into the input, in the picture's aspect, at least one pixel."""
    ratio = max(image.height / size[0], image.width / size[1])
    return max(1, round(image.height / ratio)), max(1, round(image.width / ratio))


def _padded(image: Image.Image, spec: PreprocessSpec) -> Image.Image:
    height, width = spec.size
    canvas = Image.new("RGB", (width, height), (spec.fill,) * 3)
    canvas.paste(image, ((width - image.width) // 2, (height - image.height) // 2))
    return canvas


def _resize(
    image: Image.Image,
    spec: PreprocessSpec,
    size: tuple[int, int],
    box: tuple[float, float, float, float] | None = None,
) -> Image.Image:
    height, width = size
    return image.resize((width, height), _FILTERS[spec.interpolation], box=_within(image, box))


def _within(
    image: Image.Image, box: tuple[float, float, float, float] | None
) -> tuple[float, float, float, float] | None:
    """The box, without what float rounding put outside the picture."""
    if box is None:
        return None
    left, top, right, bottom = box
    return left, top, min(right, float(image.width)), min(bottom, float(image.height))


def _normalise(image: Image.Image, spec: PreprocessSpec) -> NDArray[np.float32]:
    # A byte has only 256 values, so each channel's are computed once and looked up.
    mean, std = (np.array(v, np.float32)[:, np.newaxis] for v in (spec.mean, spec.std))
    values = (np.arange(256, dtype=np.float32) / np.float32(255) - mean) / std
    source = np.asarray(image)
    pixels = np.empty((3, image.height, image.width), np.float32)
    for channel in range(3):
        np.take(values[channel], source[:, :, channel], out=pixels[channel], mode="clip")
    return pixels
