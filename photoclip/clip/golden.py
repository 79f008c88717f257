"""Generated pictures whose embeddings a model directory records for its self-check.

They are made from integers only, so that every machine makes the very same pixels.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

GOLDEN_KINDS = ("gradient", "checker", "rings", "noise")


def golden_image(kind: str, width: int, height: int) -> NDArray[np.uint8]:
    """A generated RGB picture, (height, width, 3).

    gradient: red grows to the right, green downwards, blue along the falling diagonal.
    checker: squares with a side of 16 pixels, orange and dark blue.
    rings: rings around the centre, by the squared distance from it.
    noise: 8-pixel blocks coloured by a multiplicative hash of their position.

    Raises ValueError for another kind or an empty picture.
    """
    if width < 1 or height < 1:
        raise ValueError(f"a golden image needs a size, not {width}x{height}")
    y, x = np.mgrid[0:height, 0:width].astype(np.int64)
    if kind == "gradient":
        channels = [x * 255 // width, y * 255 // height, (x + y) * 255 // (width + height)]
    elif kind == "checker":
        odd = (x // 16 + y // 16) % 2
        channels = [230 - 200 * odd, 140 - 100 * odd, 30 + 90 * odd]
    elif kind == "rings":
        squared = (2 * x - width) ** 2 + (2 * y - height) ** 2
        channels = [squared // 256 % 256, squared // 64 % 256, 255 - squared // 128 % 256]
    elif kind == "noise":
        block = (x // 8) * 73856093 ^ (y // 8) * 19349663
        channels = [block * factor // 65536 % 256 for factor in (2654435, 40503, 97531)]
    else:
        raise ValueError(f"unknown golden image kind {kind!r}; known: {', '.join(GOLDEN_KINDS)}")
    return np.stack(channels, axis=2).astype(np.uint8)
