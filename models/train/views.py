"""Views of a photo for training: the whole, random crops, and the whole mirrored."""

from __future__ import annotations

import hashlib

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from models.train.backbone import IMAGE_SIZE, PIXEL_MEAN, PIXEL_STD

SMALLEST_CROP = 0.5  # of the photo's area; smaller ones lose what the caption names
MIRRORED = 2  # the view that is; not 1, so that --views 2 means the whole and a crop
LONGEST_CROP = 4 / 3  # aspect of a crop, either way


def random_box(generator: np.random.Generator, side: int) -> tuple[float, float, float, float]:
    """A crop's left, top, right and bottom in pixels of a square photo."""
    area = generator.uniform(SMALLEST_CROP, 1.0)
    aspect = np.exp(generator.uniform(-np.log(LONGEST_CROP), np.log(LONGEST_CROP)))
    width, height = min(1.0, np.sqrt(area * aspect)), min(1.0, np.sqrt(area / aspect))
    left, top = generator.uniform(0, 1 - width), generator.uniform(0, 1 - height)
    return left * side, top * side, (left + width) * side, (top + height) * side


def view_of(photo: NDArray[np.uint8], name: str, number: int) -> Image.Image:
    """View `number` of a photo: 0 the whole, 2 mirrored, the others crops seeded by the name."""
    picture = Image.fromarray(photo)
    size = (IMAGE_SIZE, IMAGE_SIZE)
    if number == 0:
        return picture.resize(size, Image.Resampling.BICUBIC)
    mirror = number == MIRRORED
    box = None
    if not mirror:
        seed = hashlib.sha256(f"{name}/{number}".encode()).digest()[:8]
        generator = np.random.default_rng(int.from_bytes(seed, "little"))
        box = random_box(generator, picture.width)
        mirror = bool(generator.integers(2))
    view = picture.resize(size, Image.Resampling.BICUBIC, box=box)
    return view.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if mirror else view


def to_tensor(pictures: list[Image.Image]) -> Tensor:
    """Normalised pixels (n, 3, size, size) of pictures that have the model's size."""
    pixels = torch.from_numpy(np.stack([np.asarray(picture) for picture in pictures]))
    scaled = (pixels.float() / 255.0 - PIXEL_MEAN) / PIXEL_STD
    return scaled.permute(0, 3, 1, 2)  # stays channels-last in memory, which is the faster way
