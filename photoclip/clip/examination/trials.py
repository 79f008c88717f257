"""What a model is tried on: sample photos with their captions, and inputs at the edge."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photoclip.clip.golden import golden_image
from photoclip.clip.preprocess import to_pixels
from photoclip.clip.spec import PreprocessSpec
from photoclip.paths import bundled

# Landscape and portrait, and no caption fits two of them.
_PHOTOS = {
    "two_parrots": "two parrots",
    "red_barn_by_a_pond": "a red barn by a pond",
    "motocross_start": "motorcycles at the start of a motocross race",
    "lighthouse_on_a_rocky_coast": "a lighthouse on a rocky coast",
    "woman_in_a_black_dress": "a woman in a black dress",
    "propeller_plane_on_grass": "an old plane with propellers on the grass",
    "hibiscus_at_a_window": "a pink flower",
    "red_wooden_door": "a red wooden door",
}
# Photos of red things, which are blue ones where colours are taken in another order.
RED = (1, 7, 0)
RED_TEXT, BLUE_TEXT = "a red picture", "a blue picture"
# Where an installation has no sample photos: kind, width and height of generated pictures.
_GENERATED = (
    *(("gradient", 320, 240), ("rings", 240, 320), ("noise", 320, 200), ("checker", 200, 320)),
    *(("rings", 640, 160), ("noise", 160, 480), ("gradient", 90, 400), ("checker", 96, 96)),
)
_PLAIN = {
    "a black picture": (0, 0, 0),
    "a white picture": (255, 255, 255),
    "a grey picture": (128, 128, 128),
    "a red picture": (255, 0, 0),
    "a blue picture": (0, 0, 255),
}
# As hostile as what people type; more words than any context takes.
EXTREME_TEXTS = {
    "a text of one letter": "a",
    "a long text": "a photo of a dog and a cat by the red sea " * 200,
    "a text of other scripts": "犬の写真 красное море كلب на закате",
    "a text of signs": "🐕 !?#%&() 12345 __ \t\n --",
    "a word that nobody knows": "qzxvkj" * 12,
}


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures and texts of the same number; captioned: the texts tell what the pictures show.

    pixels: (n, 3, height, width), preprocessed.
    """

    names: tuple[str, ...]
    pixels: NDArray[np.float32]
    captions: tuple[str, ...]
    captioned: bool


def trial_pictures(spec: PreprocessSpec) -> Pictures:
    """Eight sample photos, or generated pictures where they are not installed."""
    photos = _sample_photos()
    pictures = photos or [Image.fromarray(golden_image(*row)) for row in _GENERATED]
    generated = [f"a generated picture ({kind})" for kind, *_ in _GENERATED]
    names = [f"the sample photo {name}" for name in _PHOTOS] if photos else generated
    pixels = np.stack([to_pixels(picture, spec) for picture in pictures])
    return Pictures(tuple(names), pixels, tuple(_PHOTOS.values()), bool(photos))


def extreme_pictures(spec: PreprocessSpec) -> tuple[tuple[str, ...], NDArray[np.float32]]:
    """Pictures that hardly anything can be seen on, and what each of them is."""
    plain = [Image.new("RGB", (64, 48), colour) for colour in _PLAIN.values()]
    noise = np.random.default_rng(7).integers(0, 256, (256, 320, 3), np.uint8)
    pictures = [*plain, Image.new("RGB", (1, 1), (9, 200, 77)), Image.fromarray(noise)]
    names = (*_PLAIN, "a picture of one pixel", "a picture of noise")
    return names, np.stack([to_pixels(picture, spec) for picture in pictures])


def _sample_photos() -> list[Image.Image]:
    folder = bundled("resources") / "sample_photos"
    try:
        return [_read(folder / f"{name}.jpg") for name in _PHOTOS]
    except OSError:
        # Somebody took them out; what is generated will do.
        return []


def _read(file: object) -> Image.Image:
    with Image.open(str(file)) as picture:
        return picture.convert("RGB")
