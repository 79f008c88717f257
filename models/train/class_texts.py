"""Prompt templates that name the 1,000 classes in training."""

from __future__ import annotations

PLAIN = 4  # the first templates say no more than the name
TEMPLATES = (
    "a photo of a {}",
    "a photo of the {}",
    "a {}",
    "{}",
    # The subset of seven that the authors of CLIP chose for ImageNet; the application's default.
    "itap of a {}.",
    "a bad photo of the {}.",
    "a origami {}.",
    "a photo of the large {}.",
    "a {} in a video game.",
    "art of the {}.",
    "a photo of the small {}.",
    "a close-up photo of a {}",
    "there is a {} in the picture",
    "a {} outdoors",
    "two people and a {}",
    "a photo of many {}",
)
