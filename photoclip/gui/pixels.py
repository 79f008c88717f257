"""From Pillow pictures to Qt pictures. Runs on workers; never makes a QPixmap."""

from __future__ import annotations

from functools import lru_cache

from PIL import Image, ImageDraw, ImageOps
from PySide6.QtGui import QImage

# Corners are drawn this much larger and scaled down, which smooths them.
_OVERSAMPLING = 4
_STRIP_PIXELS = 1 << 19
_RGB = QImage.Format.Format_RGBX8888, QImage.Format.Format_RGB32, "RGBX"
_RGBA = QImage.Format.Format_RGBA8888, QImage.Format.Format_ARGB32_Premultiplied, "RGBA"


def to_qimage(picture: Image.Image) -> QImage:
    """A picture as QImage, in the format that becomes a pixmap without another conversion."""
    layout, final, bands = _RGB
    if picture.mode == "RGBA":
        layout, final, bands = _RGBA
    elif picture.mode != "RGB":
        picture = picture.convert("RGB")
    made = QImage(picture.width, picture.height, final)
    stride = made.bytesPerLine()
    # In strips, as Qt's conversions hold the interpreter's lock: the window must go on meanwhile.
    rows = max(1, _STRIP_PIXELS // picture.width)
    bits = memoryview(made.bits())
    for top in range(0, picture.height, rows):
        bottom = min(picture.height, top + rows)
        strip = picture.crop((0, top, picture.width, bottom)).tobytes("raw", bands)
        part = QImage(strip, picture.width, bottom - top, picture.width * 4, layout)
        converted = part.convertToFormat(final)  # named: its bits are gone with it
        bits[top * stride : bottom * stride] = converted.constBits()
    return made


def tile(picture: Image.Image, side: int, radius: int) -> QImage:
    """The middle of a picture as a square of side pixels with rounded corners."""
    square = ImageOps.fit(picture.convert("RGB"), (side, side), Image.Resampling.LANCZOS)
    square.putalpha(_rounded(side, radius))
    return to_qimage(square)


@lru_cache(maxsize=4)
def _rounded(side: int, radius: int) -> Image.Image:
    large = side * _OVERSAMPLING
    mask = Image.new("L", (large, large), 0)
    draw = ImageDraw.Draw(mask)
    draw.rounded_rectangle((0, 0, large - 1, large - 1), radius * _OVERSAMPLING, fill=255)
    return mask.resize((side, side), Image.Resampling.BOX)


def bounded(picture: Image.Image, pixels: int) -> Image.Image:
    """The picture, made smaller where it has more than so many pixels."""
    count = picture.width * picture.height
    if count <= pixels:
        return picture
    factor = (pixels / count) ** 0.5
    size = (max(1, int(picture.width * factor)), max(1, int(picture.height * factor)))
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)


def within(picture: Image.Image, width: int, height: int) -> Image.Image:
    """The picture, made smaller in its shape where it does not fit."""
    factor = min(width / picture.width, height / picture.height)
    if factor >= 1:
        return picture
    size = (max(1, round(picture.width * factor)), max(1, round(picture.height * factor)))
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
