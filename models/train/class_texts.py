"""Texts that name the 1,000 classes: their names in prompt templates."""

from __future__ import annotations

import random

TEMPLATES = (
    "a photo of a {}",
    "a photo of the {}",
    "a {}",
    "{}",
    "a picture of a {}",
    "a close-up photo of a {}",
    "there is a {} in the picture",
    "a {} outdoors",
    "a small {}",
    "a large {}",
    "two people and a {}",
    "a photo of many {}",
)
PLAIN_TEMPLATES = TEMPLATES[:4]


def class_prompts(names: list[str]) -> list[list[str]]:
    """For each class, its name in the plain templates."""
    return [[template.format(name) for template in PLAIN_TEMPLATES] for name in names]


def random_prompt(names: list[str], generator: random.Random) -> str:
    """One of a class's names in one of all templates."""
    return generator.choice(TEMPLATES).format(generator.choice(names))
