"""Write the embedded model's photoclip.json: checksums of its files and golden vectors.

python -m models.train.manifest --checkpoint WORK/best.pt --model models/embedded
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime as ort
from PIL import Image
from tokenizers import Tokenizer

from models.manifest import Rows, digests, golden_vectors, write_manifest
from models.train.dual_encoder import load_checkpoint

NAME = "photoclip-embedded-1"
LICENCE = "Apache-2.0"
SOURCE = "models/train in the photoclip source tree; see MODEL_CARD.md beside this file"


def pixels_of(picture: Image.Image, model: Path) -> Rows:
    """A picture as the image tower's input (1, 3, s, s), by preprocess_cfg.json."""
    config = json.loads((model / "visual" / "preprocess_cfg.json").read_text(encoding="utf-8"))
    width, height = config["size"]
    method = Image.Resampling[config["interpolation"].upper()]
    scaled = np.asarray(picture.resize((width, height), method), np.float32) / 255.0
    mean, std = np.float32(config["mean"]), np.float32(config["std"])
    return ((scaled - mean) / std).transpose(2, 0, 1)[None]


def golden(model: Path) -> dict[str, object]:
    """What the model makes of the golden texts and images, from the files as they are."""
    texts = ort.InferenceSession(str(model / "textual" / "model.onnx"))
    images = ort.InferenceSession(str(model / "visual" / "model.onnx"))
    tokenizer = Tokenizer.from_file(str(model / "textual" / "tokenizer.json"))

    def embed_texts(rows: Sequence[str]) -> Rows:
        tokens = (np.array([tokenizer.encode(text).ids], np.int32) for text in rows)
        return np.concatenate([texts.run(None, {"text": ids})[0] for ids in tokens])

    def embed_images(rows: Sequence[Image.Image]) -> Rows:
        pixels = (pixels_of(picture, model) for picture in rows)
        return np.concatenate([images.run(None, {"image": row})[0] for row in pixels])

    return golden_vectors(embed_texts, embed_images)


def manifest(model: Path, logit_scale: float) -> dict[str, object]:
    """The content of photoclip.json; its schema is described in models/README.md."""
    return {
        "name": NAME,
        "licence": LICENCE,
        "source": SOURCE,
        "languages": ["en"],
        "files": digests(model),
        "logit_scale": round(logit_scale, 4),
        "logit_bias": None,
        # The text tower masks its padding, and both graphs end in a normalisation.
        "dynamic_length": True,
        "normalised": True,
        "golden": golden(model),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True, help="for its logit scale")
    args = parser.parse_args()
    scale = load_checkpoint(args.checkpoint).scale.item()
    write_manifest(args.model, manifest(args.model, scale))


if __name__ == "__main__":
    main()
