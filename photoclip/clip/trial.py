"""What a model is tried on where its directory brings nothing of its own for that."""

from __future__ import annotations

from PIL import Image

from photoclip.clip.golden import golden_image
from photoclip.clip.manifest import GoldenImage

IMAGES = (
    GoldenImage("gradient", 320, 240, ()),
    GoldenImage("rings", 240, 320, ()),
    GoldenImage("noise", 256, 256, ()),
)
TEXTS = ("a photo of a dog", "sunset over the sea with a sailing boat", "two red cars")


def picture(image: GoldenImage) -> Image.Image:
    """Draw a generated picture. Raises ValueError where it is of an unknown kind."""
    return Image.fromarray(golden_image(image.kind, image.width, image.height))
