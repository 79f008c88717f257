"""A part of a photo as a picture of its own."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from photoclip.images.decode import Decoder

# More than any image tower looks at, along the shorter and along the longer side.
ENOUGH, MOST = 512, 2048
# Pixels of the photo along a side; of fewer no model makes anything.
LEAST = 16


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of a photo, upright: edges as shares of its width and height, 0..1."""

    left: float
    top: float
    right: float
    bottom: float

    def pixels(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Left, top, right and bottom in a photo of this size: at least one pixel of it."""
        left, right = _ends(self.left, self.right, width)
        top, bottom = _ends(self.top, self.bottom, height)
        return left, top, right, bottom


def is_too_small(region: Region, width: int, height: int) -> bool:
    """Whether there is too little of a photo of this size in a region to compare with."""
    left, top, right, bottom = region.pixels(width, height)
    return min(right - left, bottom - top) < LEAST


def crop(decoder: Decoder, source: Path | bytes, region: Region, width: int, height: int) -> bytes:
    """The part of a photo of this size as an encoded picture, decoded as finely as it needs.

    Raises ImageError.
    """
    whole = decoder.decode(source, min_side=_side(region, width, height)).image
    part = whole.crop(region.pixels(whole.width, whole.height))
    part.thumbnail((MOST, MOST), Image.Resampling.LANCZOS)
    encoded = io.BytesIO()
    # It is decoded again in a moment.
    part.save(encoded, "PNG", compress_level=1)
    return encoded.getvalue()


def _side(region: Region, width: int, height: int) -> int | None:
    """What the shorter side of the photo has to be decoded to; None: all that is there."""
    left, top, right, bottom = region.pixels(width, height)
    scale = ENOUGH / min(right - left, bottom - top)
    return math.ceil(scale * min(width, height)) if scale < 1 else None


def _ends(first: float, last: float, size: int) -> tuple[int, int]:
    low = min(max(0, math.floor(first * size)), size - 1)
    return low, min(max(low + 1, math.ceil(last * size)), size)
