"""Write a model directory from a model in parts, and prove it."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.functional import normalize

from models.export.exportable import Exportable
from models.graphs import export_graph
from models.layout import write_json
from models.manifest import digests, golden_vectors, write_manifest

VISUAL, TEXTUAL = "visual", "textual"


def write_directory(model: Exportable, out: Path) -> None:
    """Write graphs in float32, tokenizer and settings; finish() adds photoclip.json."""
    height, width = (int(side) for side in model.preprocess["size"])  # type: ignore[attr-defined]
    pixels = {"image": torch.rand(2, 3, height, width)}
    export_graph(_UnitLength(model.image), pixels, {0: "batch"}, out / VISUAL / "model.onnx")
    write_json(out / VISUAL / "preprocess_cfg.json", model.preprocess)
    axes = {0: "batch", 1: "length"} if model.dynamic_length else {0: "batch"}
    export_graph(_UnitLength(model.text), _tokens(model), axes, out / TEXTUAL / "model.onnx")
    model.tokenizer.write(out / TEXTUAL)
    text = {
        "context_length": model.context_length,
        "vocab_size": model.tokenizer.tokenizer.get_vocab_size(),
        "tokenizer_kwargs": model.tokenizer.kwargs(),
    }
    vision = {"image_size": model.preprocess["size"]}
    config = {"embed_dim": model.dim, "vision_cfg": vision, "text_cfg": text}
    write_json(out / "config.json", config)


def finish(model: Exportable, out: Path) -> None:
    """Write photoclip.json. The golden vectors are the original library's, not the export's."""
    reference = model.reference
    write_manifest(
        out,
        {
            "name": model.about.name,
            "licence": model.about.licence,
            "source": model.about.source,
            "languages": list(model.about.languages),
            "files": digests(out),
            "logit_scale": model.logit_scale,
            "logit_bias": model.logit_bias,
            "dynamic_length": model.dynamic_length,
            "normalised": True,
            "golden": golden_vectors(reference.embed_texts, reference.embed_images),
        },
    )


class _UnitLength(nn.Module):
    def __init__(self, tower: nn.Module) -> None:
        super().__init__()
        self.tower = tower

    def forward(self, *inputs: Tensor) -> Tensor:
        return normalize(self.tower(*inputs).float(), dim=-1)


def _tokens(model: Exportable) -> dict[str, Tensor]:
    """An example of two texts of different length."""
    length = min(model.context_length, 12) if model.dynamic_length else model.context_length
    words = model.tokenizer.tokenizer
    pad = words.token_to_id(model.tokenizer.pad_token) or 0
    ids = torch.full((2, length), pad, dtype=torch.int32)
    mask = torch.zeros((2, length), dtype=torch.int32)
    for row, text in enumerate(("a dog", "a dog runs on the beach")):
        encoded = words.encode(text).ids
        encoded = encoded[: length - 1] + encoded[-1:] if len(encoded) > length else encoded
        ids[row, : len(encoded)] = torch.tensor(encoded, dtype=torch.int32)
        mask[row, : len(encoded)] = 1
    return {"text": ids} | ({"attention_mask": mask} if model.mask else {})
