"""Photos to measure on, made from the sample photos: as large, detailed and noisy as a camera's."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import islice, product
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from photoclip.cores import allowed_cores
from photoclip.paths import bundled

LARGE = (4000, 3000)  # 12 megapixels
SMALL = (1024, 768)
QUALITY = 92
# Standard deviation of the noise, in 8-bit steps: what a phone leaves in ordinary light.
NOISE = 4.0
_TURNS = (None, Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.ROTATE_180)


def make_photos(folder: Path, count: int, size: tuple[int, int]) -> list[Path]:
    """`count` JPEGs of that size, all different; made once, found again later."""
    folder = folder / f"{size[0]}x{size[1]}"
    folder.mkdir(parents=True, exist_ok=True)
    samples = sorted(bundled("resources/sample_photos").glob("*.jpg"))
    wanted = []
    for number, (turn, shift, sample) in enumerate(
        islice(product(_TURNS, range(100), samples), count)
    ):
        wanted.append((folder / f"{number:04}.jpg", sample, turn, shift, size))
    with ThreadPoolExecutor(allowed_cores()) as pool:
        return list(pool.map(lambda job: _make(*job), wanted))


def place(files: Iterable[Path], folder: Path) -> Path:
    """Put files into a new folder, as hard links where the disk has such."""
    folder.mkdir(parents=True)
    for file in files:
        try:
            (folder / file.name).hardlink_to(file)
        except OSError:
            shutil.copy(file, folder)
    return folder


def _make(
    target: Path, sample: Path, turn: Image.Transpose | None, shift: int, size: tuple[int, int]
) -> Path:
    if target.exists():
        return target
    with Image.open(sample) as opened:
        image = opened.convert("RGB")
    image = image if turn is None else image.transpose(turn)
    # Other crops of the same photo, so that no two files are alike.
    edge = shift * 4 % 200
    image = image.crop((edge, edge // 2, image.width, image.height))
    large = ImageOps.fit(image, size, Image.Resampling.BICUBIC)
    temporary = target.with_suffix(".part")
    _noisy(large, shift).save(temporary, "JPEG", quality=QUALITY)
    return temporary.replace(target)


def _noisy(image: Image.Image, seed: int) -> Image.Image:
    rng = np.random.default_rng(seed)
    height, width = image.height, image.width
    # Noise is mostly in the brightness, and alike in neighbouring pixels after demosaicing.
    coarse = rng.normal(0, NOISE, (height // 2 + 1, width // 2 + 1)).astype(np.float32)
    grain = coarse.repeat(2, axis=0).repeat(2, axis=1)[:height, :width, None] * 0.6
    fine = rng.normal(0, NOISE * 0.8, (height, width, 1)).astype(np.float32)
    noisy = np.asarray(image, np.float32) + grain + fine
    return Image.fromarray(noisy.clip(0, 255).astype(np.uint8))
