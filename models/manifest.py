"""photoclip.json: checksums of a model directory's files, and golden vectors.

The file's schema is described in models/README.md.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photoclip.clip.golden import golden_image

FILE_NAME = "photoclip.json"
MIN_COSINE = 0.99  # other processors round differently; a wrong tower falls far below
GOLDEN_TEXTS = (
    "a dog runs on the beach",
    "birthday cake in the garden",
    "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich — naïve café",
    "東京の夜景 🌃🚲",
    "   \ttabs,\nnew lines & <odd> punctuation!?   ",
    "a " * 200 + "long text",
    "",
)
GOLDEN_IMAGES = (
    ("gradient", 260, 260),
    ("checker", 640, 427),
    ("rings", 300, 500),
    ("noise", 97, 64),
)

Rows = NDArray[np.float32]
EmbedTexts = Callable[[Sequence[str]], Rows]
EmbedImages = Callable[[Sequence[Image.Image]], Rows]


def golden_vectors(embed_texts: EmbedTexts, embed_images: EmbedImages) -> dict[str, object]:
    """What a model makes of the golden texts and pictures: (n, dim) unit vectors of each."""
    pictures = [Image.fromarray(golden_image(*golden)) for golden in GOLDEN_IMAGES]
    told, seen = embed_texts(GOLDEN_TEXTS), embed_images(pictures)
    return {
        "min_cosine": MIN_COSINE,
        "texts": [
            {"text": text, "embedding": _rounded(vector)}
            for text, vector in zip(GOLDEN_TEXTS, told, strict=True)
        ],
        "images": [
            {"kind": kind, "width": width, "height": height, "embedding": _rounded(vector)}
            for (kind, width, height), vector in zip(GOLDEN_IMAGES, seen, strict=True)
        ],
    }


def digests(directory: Path) -> dict[str, str]:
    """SHA-256 of every file of a model directory, by its relative path."""
    files = [path for path in directory.rglob("*") if path.is_file() and path.name != FILE_NAME]
    kept = [path for path in files if path.suffix != ".md"]
    return {path.relative_to(directory).as_posix(): _sha256(path) for path in sorted(kept)}


def write_manifest(directory: Path, content: dict[str, object]) -> None:
    """Write photoclip.json, with one vector to a line, which keeps it readable."""
    text = json.dumps({"format": 1} | content, ensure_ascii=False, indent=1)
    lines = text.replace(",\n     ", ", ").replace("[\n     ", "[").replace("\n    ]", "]")
    (directory / FILE_NAME).write_text(lines + "\n", encoding="utf-8")


def _sha256(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _rounded(vector: Rows) -> list[float]:
    return [round(float(value), 5) for value in vector]
