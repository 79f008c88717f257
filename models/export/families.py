"""The dual encoders of transformers: where each has its embeddings of pictures and of texts."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import normalize

Embed = Callable[..., Tensor]


@dataclass(frozen=True)
class Family:
    """One class of models.

    model: its name in transformers. image: (model, pixels) to (n, dim). text: (model, ids, mask)
    to (n, dim). mask: whether padding has to be masked; None
    where models of the family differ. dynamic_length: whether the padding does
    not count then. scale: the model's logit scale, None where it has none. context_length: of
    texts, where neither tokenizer nor configuration says it. prepare: what tracing needs.
    """

    model: str
    image: Embed
    text: Embed
    mask: bool | None = False
    dynamic_length: bool = False
    scale: Callable[[Any], float] | None = lambda model: float(model.logit_scale.exp())
    context_length: int | None = None
    prepare: Callable[[Any], None] | None = None
    losses: tuple[str, ...] = ()


def _image_features(model: Any, pixels: Tensor) -> Tensor:
    features: Tensor = model.get_image_features(pixel_values=pixels).pooler_output
    return features


def _text_features(model: Any, ids: Tensor, mask: Tensor | None) -> Tensor:
    features: Tensor = model.get_text_features(input_ids=ids, attention_mask=mask).pooler_output
    return features


def _patches(model: Any, pixels: Tensor) -> Tensor:
    """SigLIP 2 takes patches: rows of pixels with the colour last."""
    config = model.config.vision_config
    patch = config.patch_size
    side = math.isqrt(config.num_patches)
    n = pixels.shape[0]
    grid = pixels.reshape(n, 3, side, patch, side, patch).permute(0, 2, 4, 3, 5, 1)
    rows = grid.reshape(n, side * side, patch * patch * 3)
    embeddings = model.vision_model.embeddings
    # Of the very size that the positions were learned for, so they need no resizing.
    hidden = embeddings.patch_embedding(rows) + embeddings.position_embedding.weight
    tower = model.vision_model
    hidden = tower.encoder(inputs_embeds=hidden, attention_mask=None).last_hidden_state
    features: Tensor = tower.head(tower.post_layernorm(hidden), None)
    return features


def _pool_everything(model: Any) -> None:
    """ALIGN's pooling has a window far larger than the picture, which ONNX does not allow."""
    mean = model.config.vision_config.pooling_type == "mean"
    model.vision_model.pooler = nn.AdaptiveAvgPool2d(1) if mean else nn.AdaptiveMaxPool2d(1)


def _blip_image(model: Any, pixels: Tensor) -> Tensor:
    features: Tensor = model.vision_proj(model.vision_model(pixels).last_hidden_state[:, 0])
    return features


def _blip_text(model: Any, ids: Tensor, mask: Tensor) -> Tensor:
    hidden = model.text_encoder(input_ids=ids, attention_mask=mask).last_hidden_state
    features: Tensor = model.text_proj(hidden[:, 0])
    return features


def _blip2_image(model: Any, pixels: Tensor) -> Tensor:
    """The mean of the unit vectors of all queries.

    BLIP-2 scores a text by the query that fits it best, which no single vector can do; the mean
    gives the average of the queries' scores instead.
    """
    seen = model.vision_model(pixels).last_hidden_state
    queries = model.query_tokens.expand(seen.shape[0], -1, -1)
    hidden = model.qformer(query_embeds=queries, encoder_hidden_states=seen).last_hidden_state
    return normalize(model.vision_projection(hidden), dim=-1).mean(dim=1)


def _blip2_text(model: Any, ids: Tensor, mask: Tensor) -> Tensor:
    words = model.embeddings(input_ids=ids)
    hidden = model.qformer(query_embeds=words, query_length=0, attention_mask=mask)
    features: Tensor = model.text_projection(hidden.last_hidden_state[:, 0])
    return features


# By the model_type of config.json.
FAMILIES = {
    # A token sees only those before it, and the one that ends the text is read.
    "clip": Family("CLIPModel", _image_features, _text_features, dynamic_length=True),
    # The last token is read, which is padding: texts are always padded to full length.
    "siglip": Family("SiglipModel", _image_features, _text_features, mask=None),
    "siglip2": Family(
        "Siglip2Model",
        _patches,
        _text_features,
        mask=None,
        losses=(
            "pictures are squashed to the square of the learned positions; the model itself can "
            "keep their aspect (NaFlex)",
        ),
    ),
    "align": Family(
        "AlignModel",
        _image_features,
        _text_features,
        mask=True,
        dynamic_length=True,
        scale=lambda model: 1.0 / float(model.temperature),
        context_length=64,
        prepare=_pool_everything,
    ),
    "blip": Family(
        "BlipForImageTextRetrieval",
        _blip_image,
        _blip_text,
        mask=True,
        dynamic_length=True,
        scale=None,
        losses=(
            "the matching head, which looks at one picture and one text together, is left out",
        ),
    ),
    "blip-2": Family(
        "Blip2ForImageTextRetrieval",
        _blip2_image,
        _blip2_text,
        mask=True,
        dynamic_length=True,
        scale=None,
        losses=(
            "a picture's vector is the mean of its queries' vectors; the model itself takes the "
            "best query for each text, and so ranks better than this export",
            "the matching head, which looks at one picture and one text together, is left out",
        ),
    ),
    "chinese_clip": Family(
        "ChineseCLIPModel", _image_features, _text_features, mask=True, dynamic_length=True
    ),
}


class ImageTower(nn.Module):
    """(n, 3, height, width) float32 to (n, dim)"""

    def __init__(self, family: Family, model: Any) -> None:
        super().__init__()
        self.model, self.embed = model, family.image

    def forward(self, image: Tensor) -> Tensor:
        return self.embed(self.model, image)


class TextTower(nn.Module):
    """Token ids (n, length), and with a mask, which of them count, to (n, dim)"""

    def __init__(self, family: Family, model: Any) -> None:
        super().__init__()
        self.model, self.embed = model, family.text

    def forward(self, text: Tensor, attention_mask: Tensor | None = None) -> Tensor:
        mask = None if attention_mask is None else attention_mask.to(torch.int64)
        return self.embed(self.model, text.to(torch.int64), mask)
