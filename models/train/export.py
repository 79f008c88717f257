"""Write a trained dual encoder as a model directory, in float32.

    python -m models.train.export --checkpoint WORK/best.pt --out WORK/float

`compress` then makes the small model directory from this one.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor, nn

from models.graphs import export_graph
from models.layout import write_json
from models.train.backbone import IMAGE_SIZE, PIXEL_MEAN, PIXEL_STD
from models.train.dual_encoder import DualEncoder, load_checkpoint
from models.train.text_tower import CONTEXT_LENGTH, DIM, load_tokenizer


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
    write_json(out / "config.json", config)
    write_json(out / "visual" / "preprocess_cfg.json", preprocess)
    write_json(out / "textual" / "tokenizer_config.json", tokenizer)
    load_tokenizer().save(str(out / "textual" / "tokenizer.json"), pretty=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    encoder = load_checkpoint(args.checkpoint)
    pixels = torch.zeros(2, 3, IMAGE_SIZE, IMAGE_SIZE)
    visual, textual = (args.out / tower / "model.onnx" for tower in ("visual", "textual"))
    export_graph(_Images(encoder), {"image": pixels}, {0: "batch"}, visual)
    ids = torch.tensor([[101, 7592, 102, 0], [101, 7592, 2088, 102]], dtype=torch.int32)
    export_graph(_Texts(encoder), {"text": ids}, {0: "batch", 1: "length"}, textual)
    write_configs(args.out)


if __name__ == "__main__":
    main()
