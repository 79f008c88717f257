"""Write a trained dual encoder as a model directory, in float32.

    python -m models.train.export --checkpoint WORK/best.pt --out WORK/float

`compress` then makes the small model directory from this one.
"""

from __future__ import annotations

import argparse
import json
import warnings
from pathlib import Path

import torch
from torch import Tensor, nn

from models.train.backbone import IMAGE_SIZE, PIXEL_MEAN, PIXEL_STD
from models.train.dual_encoder import DualEncoder, load_checkpoint
from models.train.text_tower import CONTEXT_LENGTH, DIM, load_tokenizer

OPSET = 17


class _Images(nn.Module):
    def __init__(self, encoder: DualEncoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, image: Tensor) -> Tensor:
        return self.encoder.image(image)


class _Texts(nn.Module):
    def __init__(self, encoder: DualEncoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, text: Tensor) -> Tensor:
        return self.encoder.text(text)


def export_graph(
    module: nn.Module, example: Tensor, name: str, axes: dict[int, str], path: Path
) -> None:
    """One tower to one ONNX file, with `axes` of its input left open."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module.eval(),
            (example,),
            str(path),
            input_names=[name],
            output_names=["embedding"],
            dynamic_axes={name: axes, "embedding": {0: "batch"}},
            opset_version=OPSET,
            dynamo=False,
        )


def write_configs(out: Path) -> None:
    """The JSON files around the graphs, as Immich's exports have them."""
    config = {
        "embed_dim": DIM,
        "vision_cfg": {"image_size": IMAGE_SIZE},
        "text_cfg": {"context_length": CONTEXT_LENGTH},
    }
    preprocess = {
        "size": [IMAGE_SIZE, IMAGE_SIZE],
        "mode": "RGB",
        "mean": [PIXEL_MEAN] * 3,
        "std": [PIXEL_STD] * 3,
        "interpolation": "bicubic",
        "resize_mode": "squash",
        "fill_color": 0,
    }
    tokenizer = {
        "pad_token": "[PAD]",
        "cls_token": "[CLS]",
        "sep_token": "[SEP]",
        "unk_token": "[UNK]",
        "mask_token": "[MASK]",
        "do_lower_case": True,
        "model_max_length": CONTEXT_LENGTH,
        "tokenizer_class": "BertTokenizer",
    }
    _write_json(out / "config.json", config)
    _write_json(out / "visual" / "preprocess_cfg.json", preprocess)
    _write_json(out / "textual" / "tokenizer_config.json", tokenizer)
    load_tokenizer().save(str(out / "textual" / "tokenizer.json"), pretty=False)


def _write_json(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    encoder = load_checkpoint(args.checkpoint)
    pixels = torch.zeros(2, 3, IMAGE_SIZE, IMAGE_SIZE)
    export_graph(
        _Images(encoder), pixels, "image", {0: "batch"}, args.out / "visual" / "model.onnx"
    )
    ids = torch.tensor([[101, 7592, 102, 0], [101, 7592, 2088, 102]], dtype=torch.int32)
    axes = {0: "batch", 1: "length"}
    export_graph(_Texts(encoder), ids, "text", axes, args.out / "textual" / "model.onnx")
    write_configs(args.out)


if __name__ == "__main__":
    main()
