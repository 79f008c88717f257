"""Write photoclip.json: checksums of a model directory's files and golden vectors.

python -m models.train.manifest --checkpoint WORK/best.pt --model models/embedded
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from PIL import Image
from tokenizers import Tokenizer

from models.train.dual_encoder import load_checkpoint
from photoclip.clip.golden import golden_image

NAME = "photoclip-embedded-1"
LICENCE = "Apache-2.0"
SOURCE = "models/train in the photoclip source tree; see MODEL_CARD.md beside this file"
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


def pixels_of(picture: Image.Image, model: Path) -> NDArray[np.float32]:
    """A picture as the image tower's input (1, 3, s, s), by preprocess_cfg.json."""
    config = json.loads((model / "visual" / "preprocess_cfg.json").read_text(encoding="utf-8"))
    width, height = config["size"]
    method = Image.Resampling[config["interpolation"].upper()]
    scaled = np.asarray(picture.resize((width, height), method), np.float32) / 255.0
    mean, std = np.float32(config["mean"]), np.float32(config["std"])
    return ((scaled - mean) / std).transpose(2, 0, 1)[None]


def golden_vectors(model: Path) -> dict[str, object]:
    """What the model makes of the golden texts and images, from the files as they are."""
    texts = ort.InferenceSession(str(model / "textual" / "model.onnx"))
    images = ort.InferenceSession(str(model / "visual" / "model.onnx"))
    tokenizer = Tokenizer.from_file(str(model / "textual" / "tokenizer.json"))
    told = [
        (text, texts.run(None, {"text": np.array([tokenizer.encode(text).ids], np.int32)})[0][0])
        for text in GOLDEN_TEXTS
    ]
    seen = [
        (golden, images.run(None, {"image": pixels_of(_picture(*golden), model)})[0][0])
        for golden in GOLDEN_IMAGES
    ]
    return {
        "min_cosine": MIN_COSINE,
        "texts": [{"text": text, "embedding": _rounded(vector)} for text, vector in told],
        "images": [
            {"kind": kind, "width": width, "height": height, "embedding": _rounded(vector)}
            for (kind, width, height), vector in seen
        ],
    }


def _picture(kind: str, width: int, height: int) -> Image.Image:
    return Image.fromarray(golden_image(kind, width, height))


def _rounded(vector: NDArray[np.float32]) -> list[float]:
    return [round(float(value), 5) for value in vector]


def manifest(model: Path, logit_scale: float) -> dict[str, object]:
    """The content of photoclip.json; its schema is described in models/README.md."""
    files = [
        path
        for path in sorted(model.rglob("*"))
        if path.suffix in {".onnx", ".json"} and path.name != "photoclip.json"
    ]
    return {
        "format": 1,
        "name": NAME,
        "licence": LICENCE,
        "source": SOURCE,
        "languages": ["en"],
        "files": {
            path.relative_to(model).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in files
        },
        "logit_scale": round(logit_scale, 4),
        "logit_bias": None,
        # The text tower masks its padding, and both graphs end in a normalisation.
        "dynamic_length": True,
        "normalised": True,
        "golden": golden_vectors(model),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True, help="for its logit scale")
    args = parser.parse_args()
    scale = load_checkpoint(args.checkpoint).scale.item()
    content = json.dumps(manifest(args.model, scale), ensure_ascii=False, indent=1)
    # One vector to a line keeps the file readable.
    lines = content.replace(",\n     ", ", ").replace("[\n     ", "[").replace("\n    ]", "]")
    (args.model / "photoclip.json").write_text(lines + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
