"""Dual encoders of transformers, from the hub or a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from PIL import Image
from torch import Tensor
from torch.nn.functional import normalize

from models.export.exportable import MULTILINGUAL, About, Exportable, ExportError
from models.export.families import FAMILIES, Family, ImageTower, TextTower
from models.export.processors import flexible_side, preprocess_config
from models.export.tokens import TokenizerFiles, siglip_tokenizer
from models.manifest import Rows

_LONGEST_TEXT = 512
_LANGUAGES = {"siglip2": MULTILINGUAL, "chinese_clip": ("zh",)}


def load(place: str, *, tokenizer: str = "") -> Exportable:
    """Take a model from transformers. place: OWNER/NAME on the hub, or a folder.

    tokenizer: where its tokenizer is, if not there. Raises ExportError.
    """
    import transformers

    try:
        config = transformers.AutoConfig.from_pretrained(place)
        family = FAMILIES.get(config.model_type)
        if family is None:
            known = ", ".join(sorted(FAMILIES))
            raise ExportError(f"{place} is of type {config.model_type}; known: {known}")
        model, found = getattr(transformers, family.model).from_pretrained(
            place, dtype=torch.float32, attn_implementation="eager", output_loading_info=True
        )
        words = transformers.AutoTokenizer.from_pretrained(tokenizer or place)
        pictures = transformers.AutoImageProcessor.from_pretrained(place, backend="pil")
    except (OSError, ValueError) as error:
        raise ExportError(f"transformers cannot load {place}: {error}") from error
    if found["missing_keys"]:
        missing = ", ".join(sorted(found["missing_keys"])[:3])
        raise ExportError(f"{place} is no {family.model}: it has no weights for {missing}")
    name = Path(place).resolve().name if Path(place).is_dir() else place.rpartition("/")[2]
    source = name if Path(place).is_dir() else place
    languages = _LANGUAGES.get(config.model_type, ("en",))
    about = About(name, f"transformers {source}", languages=languages)
    return exportable(family, model.eval(), words, pictures, about)


def exportable(family: Family, model: Any, words: Any, pictures: Any, about: About) -> Exportable:
    """A model of transformers in parts. words: its tokenizer; pictures: its image processor."""
    if family.prepare:
        family.prepare(model)
    length = _context_length(family, model, words)
    reference = TransformersReference(family, model, words, pictures, length)
    bias = getattr(model, "logit_bias", None)
    return Exportable(
        about=about,
        dim=reference.embed_texts(["a"]).shape[1],
        image=ImageTower(family, model),
        text=TextTower(family, model),
        preprocess=preprocess_config(pictures, model.config),
        tokenizer=tokenizer_files(words),
        context_length=length,
        reference=reference,
        mask=_takes_mask(family, words),
        dynamic_length=family.dynamic_length,
        logit_scale=family.scale(model) if family.scale else None,
        logit_bias=None if bias is None else float(bias),
        losses=family.losses,
    )


class TransformersReference:
    """transformers' own image processor, tokenizer and towers."""

    def __init__(self, family: Family, model: Any, words: Any, pictures: Any, length: int) -> None:
        self._family, self._model, self._length = family, model, length
        self._words, self._pictures = words, pictures

    def embed_images(self, pictures: Sequence[Image.Image]) -> Rows:
        """See Reference. Where pictures may have any aspect, they are squashed first."""
        side = flexible_side(self._pictures, self._model.config)
        if side:
            method = Image.Resampling(self._pictures.resample)
            patches = self._model.config.vision_config.num_patches
            squares = [picture.resize((side, side), method) for picture in pictures]
            batch = self._pictures(images=squares, max_num_patches=patches, return_tensors="pt")
            with torch.no_grad():
                return _unit(self._model.get_image_features(**batch).pooler_output)
        pixels = self._pictures(images=list(pictures), return_tensors="pt")["pixel_values"]
        with torch.no_grad():
            return _unit(self._family.image(self._model, pixels))

    def embed_texts(self, texts: Sequence[str]) -> Rows:
        """See Reference."""
        tokens = self._words(
            list(texts),
            padding="max_length",
            truncation=True,
            max_length=self._length,
            return_tensors="pt",
        )
        mask = tokens["attention_mask"] if _takes_mask(self._family, self._words) else None
        with torch.no_grad():
            return _unit(self._family.text(self._model, tokens["input_ids"], mask))


def tokenizer_files(words: Any) -> TokenizerFiles:
    """What is written of a tokenizer of transformers. Raises ExportError."""
    kind = type(words).__name__
    if not words.is_fast and kind != "SiglipTokenizer":
        raise ExportError(f"{kind} has no tokenizer.json, and photoclip reads nothing else")
    tokenizer = words.backend_tokenizer if words.is_fast else siglip_tokenizer(words)
    options = {"padding_side": "left"} if words.padding_side == "left" else {}
    return TokenizerFiles(tokenizer, words.pad_token, "none", options=options)


def _context_length(family: Family, model: Any, words: Any) -> int:
    config = getattr(model.config, "text_config", model.config)
    if family.model == "Blip2ForImageTextRetrieval":
        config = model.config.qformer_config
    stated = family.context_length or min(words.model_max_length, _LONGEST_TEXT)
    return int(min(stated, config.max_position_embeddings))


def _takes_mask(family: Family, words: Any) -> bool:
    """Whether padding is masked; where a family leaves it open, its tokenizer's file says it."""
    return "attention_mask" in words.model_input_names if family.mask is None else family.mask


def _unit(features: Tensor) -> Rows:
    rows: Rows = normalize(features.float(), dim=-1).numpy()
    return rows
