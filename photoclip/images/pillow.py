"""Pillow's door: which of its readers may run, under which limit, and without its warnings."""

from __future__ import annotations

import contextlib
import ctypes
import threading
import warnings
from collections.abc import Iterator
from typing import BinaryIO

from PIL import (
    AvifImagePlugin,
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageFile,
    Jpeg2KImagePlugin,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
    _imaging,
)

from photoclip.errors import UnreadableImage
from photoclip.images.formats import SIGNATURE_LENGTH, sniff

# Naming them here keeps Pillow from importing all of its forty readers for the sake of one.
_READERS = (
    AvifImagePlugin,
    BmpImagePlugin,
    GifImagePlugin,
    Jpeg2KImagePlugin,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

# Guards what Pillow and Python keep per process: the pixel limit and the warning filters.
_HEADER_LOCK = threading.Lock()


def open_image(stream: BinaryIO, pixel_limit: int) -> ImageFile.ImageFile:
    """Read a picture's header, by content and not by name; no pixels are allocated yet.

    Raises UnreadableImage for no content, no known format and more pixels than pixel_limit;
    whatever Pillow raises for a damaged header passes through.
    """
    start = stream.read(SIGNATURE_LENGTH)
    if not start:
        raise UnreadableImage("is empty")
    name = sniff(start)
    if not name:
        raise UnreadableImage("is not a picture in a known format")
    try:
        with header_access(pixel_limit):
            image = _open(stream, name)
    except UnidentifiedImageError as error:
        raise UnreadableImage(f"is damaged: its {name} header makes no sense") from error
    except Image.DecompressionBombError as error:
        raise UnreadableImage(f"has more than {_limit_text(pixel_limit)}") from error
    check_pixels(image.size, pixel_limit)
    return image


@contextlib.contextmanager
def header_access(pixel_limit: int | None = None) -> Iterator[None]:
    """Alone in Pillow's header code: it warns of every oddity, and warnings are per process.

    Parsing headers holds the interpreter lock anyway, so waiting for each other costs nothing.
    """
    with _HEADER_LOCK, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # Some readers allocate as soon as they know the size. Pillow refuses above twice this.
        Image.MAX_IMAGE_PIXELS = None if pixel_limit is None else (pixel_limit + 1) // 2
        try:
            yield
        finally:
            # Pillow's own default lies far below ours and would refuse while pixels load.
            Image.MAX_IMAGE_PIXELS = None


def _open(stream: BinaryIO, name: str) -> ImageFile.ImageFile:
    if name == "HEIF" and name not in Image.OPEN:
        import pillow_heif

        pillow_heif.register_heif_opener()
    if name in ("TIFF", "RAW"):
        _silence_libtiff()
    # Raw files are TIFF as far as their header goes, or nothing to Pillow.
    return Image.open(stream, formats=("TIFF" if name == "RAW" else name,))


def _silence_libtiff() -> None:
    """Keep libtiff from printing every oddity; what matters comes back as an exception.

    Pillow gives no way to (its issue 3487), so ask the libtiff that it loaded. Where that is
    linked statically, as on Windows, it keeps printing.
    """
    with contextlib.suppress(OSError, AttributeError):
        libtiff = ctypes.CDLL(_imaging.__file__)
        libtiff.TIFFSetErrorHandler(None)
        libtiff.TIFFSetWarningHandler(None)


def check_pixels(size: tuple[int, int], limit: int) -> None:
    """Raise UnreadableImage for a width and height of more than `limit` pixels."""
    width, height = size
    if width * height > limit:
        found = f"has {width} x {height} = {width * height:,} pixels"
        raise UnreadableImage(f"{found}, over {_limit_text(limit)}")


def _limit_text(limit: int) -> str:
    return f"the limit of {limit:,} pixels (setting pixel_limit)"
