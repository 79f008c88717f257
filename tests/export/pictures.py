"""Photo files of every awkward kind, and the pixels that they stand for.

The libraries' own preprocessing starts from a decoded picture: it knows nothing of EXIF, turns
transparency into black, and fails on 16 bits. So each file comes with the picture that a person
sees in it, made here without photoclip, which is what the libraries are given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

EXIF_ORIENTATION = 0x0112


@dataclass(frozen=True)
class Photo:
    """A file, and what it shows: mode RGB, upright, over white."""

    file: Path
    shown: Image.Image


def scene(width: int, height: int, seed: int = 0) -> Image.Image:
    """A picture with large areas, soft edges and some texture, as photos have."""
    generator = np.random.default_rng(seed)
    coarse = generator.integers(0, 256, (5, 6, 3), dtype=np.uint8)
    image = Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC)
    noise = generator.normal(0, 6, (height, width, 3))
    return Image.fromarray((np.asarray(image) + noise).clip(0, 255).astype(np.uint8))


def photos(folder: Path) -> Iterator[Photo]:
    """One photo of each kind."""
    folder.mkdir(parents=True, exist_ok=True)
    for make in KINDS:
        yield make(folder)


def landscape(folder: Path) -> Photo:
    return _lossless(folder / "landscape.png", scene(301, 200))


def portrait(folder: Path) -> Photo:
    return _lossless(folder / "portrait.png", scene(199, 333, 1))


def one_pixel(folder: Path) -> Photo:
    return _lossless(folder / "1x1.png", scene(1, 1, 2))


def tiny(folder: Path) -> Photo:
    return _lossless(folder / "3x7.png", scene(3, 7, 3))


def panorama(folder: Path) -> Photo:
    return _lossless(folder / "panorama.png", scene(2000, 100, 4))


def tower(folder: Path) -> Photo:
    return _lossless(folder / "tower.png", scene(60, 1200, 5))


def jpeg(folder: Path) -> Photo:
    """Large enough that the decoder reduces it while it reads."""
    file = folder / "large.jpg"
    scene(2400, 1601, 6).save(file, quality=92)
    return Photo(file, Image.open(file).convert("RGB"))


def rotated(folder: Path) -> Photo:
    """Stored lying on its side; turned by a quarter clockwise it is upright."""
    file = folder / "rotated.jpg"
    exif = Image.Exif()
    exif[EXIF_ORIENTATION] = 6
    scene(320, 200, 7).save(file, quality=95, exif=exif)
    stored = Image.open(file).convert("RGB")
    return Photo(file, stored.transpose(Image.Transpose.ROTATE_270))


def grey(folder: Path) -> Photo:
    return _lossless(folder / "grey.png", scene(240, 180, 8).convert("L"))


def palette(folder: Path) -> Photo:
    return _lossless(folder / "palette.gif", scene(240, 180, 9).quantize(64))


def cmyk(folder: Path) -> Photo:
    file = folder / "cmyk.jpg"
    scene(240, 180, 10).convert("CMYK").save(file, quality=95)
    return Photo(file, Image.open(file).convert("RGB"))


def sixteen_bit(folder: Path) -> Photo:
    """Grey values up to 65,535, of which the upper byte is what an eye sees."""
    values = np.asarray(scene(240, 180, 11).convert("L"), np.uint16) * 257
    file = folder / "sixteen.png"
    Image.fromarray(values).save(file)
    return Photo(file, Image.fromarray((values // 257).astype(np.uint8)).convert("RGB"))


def transparent(folder: Path) -> Photo:
    """Faded out to the right, in front of nothing."""
    image = scene(240, 180, 12).convert("RGBA")
    fade = np.broadcast_to(np.linspace(255, 0, 240).astype(np.uint8), (180, 240))
    image.putalpha(Image.fromarray(fade.copy()))
    file = folder / "transparent.png"
    image.save(file)
    white = Image.new("RGBA", image.size, "white")
    return Photo(file, Image.alpha_composite(white, image).convert("RGB"))


def _lossless(file: Path, image: Image.Image) -> Photo:
    image.save(file)
    return Photo(file, image.convert("RGB"))


KINDS: tuple[Callable[[Path], Photo], ...] = (
    *(landscape, portrait, one_pixel, tiny, panorama, tower, jpeg, rotated),
    *(grey, palette, cmyk, sixteen_bit, transparent),
)
