"""Golden vectors for a tiny model, right or wrong as a test wants them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from photoclip.clip.encoder import ClipModel
from photoclip.clip.golden import golden_image

if TYPE_CHECKING:
    from tests.unit.clip.conftest import Workshop


def add_golden(workshop: Workshop, path: Path, turn: float = 0.0) -> None:
    """Store what the model gives now as golden; `turn` puts the vectors off by that angle."""
    with ClipModel.open(path, device="cpu", check=False) as model:
        pictures = [("gradient", 20, 10), ("noise", 16, 16)]
        pixels = [model.preprocess(Image.fromarray(golden_image(*row))) for row in pictures]
        images = turned(model.encode_images(np.stack(pixels)), turn)
        texts = ["a dog", "red sea"]
        vectors = turned(model.encode_texts(texts), turn)
    golden = {
        "min_cosine": 0.99,
        "images": [
            {"kind": kind, "width": width, "height": height, "embedding": row.tolist()}
            for (kind, width, height), row in zip(pictures, images, strict=True)
        ],
        "texts": [
            {"text": text, "embedding": row.tolist()}
            for text, row in zip(texts, vectors, strict=True)
        ],
    }
    workshop.edit(path / "photoclip.json", format=1, golden=golden)


def turned(vectors: Any, angle: float) -> Any:
    """Unit vectors turned towards some direction at a right angle to them."""
    other = np.roll(vectors, 1, axis=1)
    other -= (other * vectors).sum(axis=1, keepdims=True) * vectors
    other /= np.linalg.norm(other, axis=1, keepdims=True)
    return np.cos(angle) * vectors + np.sin(angle) * other
