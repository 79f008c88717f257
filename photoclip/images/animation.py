"""Moving pictures (GIF, WebP, APNG, AVIF), one frame after the other and never all at once."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from PIL import Image, ImageFile

from photoclip.domain import CancelToken
from photoclip.errors import Cancelled, ImageError, UnreadableImage
from photoclip.images.colour import to_srgb
from photoclip.images.decode import PIXEL_LIMIT
from photoclip.images.hashing import read_file
from photoclip.images.metadata import read_metadata
from photoclip.images.pillow import check_pixels, open_image
from photoclip.images.pixels import flatten, upright
from photoclip.images.reading import open_file

MOVING_FORMATS = frozenset({"GIF", "WEBP", "PNG", "AVIF"})
# Browsers take shorter times, which old programs wrote for "as fast as you can", for this.
_USUAL_SECONDS = 0.1
_SHORTEST_SECONDS = 0.011
_LONGEST_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame, in mode RGB, upright, in sRGB, and for how many seconds it is shown."""

    image: Image.Image
    seconds: float


def frames(
    source: Path | bytes,
    *,
    longest: tuple[int, int] | None = None,
    pixel_limit: int = PIXEL_LIMIT,
    cancel: CancelToken | None = None,
) -> Iterator[Frame]:
    """One round of a moving picture; nothing where the file holds a single picture.

    longest: width and height that frames are made to fit in; smaller ones stay as they are. Only
    one frame is held. Raises UnreadableImage, FileUnavailable, and Cancelled between frames.
    """
    path = source if isinstance(source, Path) else None
    try:
        with ExitStack() as closing:
            yield from _frames(_content(source, closing), longest, pixel_limit, cancel)
    except (ImageError, Cancelled, GeneratorExit):
        raise
    except MemoryError as error:
        raise UnreadableImage("needs more memory than there is", path=path) from error
    except Exception as error:
        # Codecs raise whatever a damaged file makes them stumble over.
        raise UnreadableImage(f"has a damaged frame: {error}", path=path) from error


def _content(source: Path | bytes, closing: ExitStack) -> BinaryIO:
    data = read_file(source) if isinstance(source, Path) else source
    if data is not None:
        return io.BytesIO(data)
    assert isinstance(source, Path)
    return closing.enter_context(open_file(source))


def _frames(
    stream: BinaryIO,
    longest: tuple[int, int] | None,
    pixel_limit: int,
    cancel: CancelToken | None,
) -> Iterator[Frame]:
    opened = open_image(stream, pixel_limit)
    if opened.format not in MOVING_FORMATS or not getattr(opened, "is_animated", False):
        return
    # The still picture that an APNG shows where movement is not understood is not part of it.
    first = 1 if opened.info.get("default_image") else 0
    count = int(getattr(opened, "n_frames", 1))
    if count - first < 2:
        return
    orientation, profile = read_metadata(opened).orientation, opened.info.get("icc_profile")
    for number in range(first, count):
        if cancel is not None:
            cancel.check()
        opened.seek(number)
        opened.load()
        check_pixels(opened.size, pixel_limit)
        flat = to_srgb(flatten(_detached(opened), None), profile)
        yield Frame(upright(_within(flat, longest), orientation), _seconds(opened))


def _detached(opened: ImageFile.ImageFile) -> Image.Image:
    """The frame apart from its file, which draws the next one over the same pixels."""
    return opened.copy()


def _within(image: Image.Image, longest: tuple[int, int] | None) -> Image.Image:
    if longest is not None and (image.width > longest[0] or image.height > longest[1]):
        image.thumbnail(longest, Image.Resampling.BILINEAR, reducing_gap=2.0)
    return image


def _seconds(opened: ImageFile.ImageFile) -> float:
    seconds = float(opened.info.get("duration") or 0) / 1000
    if not seconds >= _SHORTEST_SECONDS:
        return _USUAL_SECONDS
    return min(seconds, _LONGEST_SECONDS)
