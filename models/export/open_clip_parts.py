"""An open_clip model in parts: its towers as they are traced, its tokenizer, its own way."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from tokenizers import normalizers
from torch import Tensor, nn

from models.export.exportable import About, Exportable, ExportError
from models.export.tokens import TokenizerFiles
from models.manifest import Rows
from photoclip.clip.bpe import read_merges
from photoclip.clip.flores import language_and_text
from photoclip.clip.tokensettings import DEFAULT_LANGUAGE


def exportable(model: Any, words: Any, config: dict[str, Any], about: About) -> Exportable:
    """An open_clip model in parts. words: its tokenizer; config: what the model was made from."""
    model = _inference_form(model)
    text = config["text_cfg"]
    length = int(text.get("context_length") or 77)
    causal = _is_causal(model)
    bias = getattr(model, "logit_bias", None)
    reference = OpenClipReference(model, words, length)
    return Exportable(
        about=about,
        dim=int(config["embed_dim"]),
        image=_Images(model),
        text=_CausalTexts(model) if causal else _Texts(model),
        preprocess=_preprocess(model.visual.preprocess_cfg),
        tokenizer=tokenizer_files(words, text),
        context_length=length,
        reference=reference,
        dynamic_length=causal or _masks_padding(model),
        logit_scale=model.logit_scale.exp().item(),
        logit_bias=None if bias is None else bias.item(),
    )


class OpenClipReference:
    """open_clip's own transforms, tokenizer and towers."""

    def __init__(self, model: Any, words: Any, context_length: int) -> None:
        from open_clip.transform import PreprocessCfg, image_transform_v2

        self._model, self._words, self._length = model, words, context_length
        settings = PreprocessCfg(**model.visual.preprocess_cfg)
        self._transform = image_transform_v2(settings, is_train=False)

    def embed_images(self, pictures: Sequence[Image.Image]) -> Rows:
        """See Reference."""
        with torch.no_grad():
            pixels = torch.stack([self._transform(picture) for picture in pictures])
            return _rows(self._model.encode_image(pixels, normalize=True))

    def embed_texts(self, texts: Sequence[str]) -> Rows:
        """See Reference."""
        with torch.no_grad():
            tokens = torch.cat([self._tokens(text) for text in texts])
            return _rows(self._model.encode_text(tokens, normalize=True))

    def _tokens(self, text: str) -> Tensor:
        """(1, length). A multilingual tokenizer is told the language that photoclip takes it for,
        where open_clip keeps to one for all texts."""
        inner: Any = getattr(self._words, "tokenizer", None)
        if hasattr(inner, "src_lang"):
            known = inner.get_added_vocab().keys()
            inner.src_lang, text = language_and_text(text, known, DEFAULT_LANGUAGE)
        tokens: Tensor = self._words([text], context_length=self._length)
        return tokens


def tokenizer_files(words: Any, text: dict[str, Any]) -> TokenizerFiles:
    """What is written of an open_clip tokenizer. text: the model's text_cfg."""
    from open_clip.tokenizer import SimpleTokenizer, default_bpe

    if isinstance(words, SimpleTokenizer):
        tokenizer = read_merges(Path(default_bpe()))
        if tokenizer.get_vocab() != words.encoder:
            raise ExportError("the tokenizer's list of merges is not the one that CLIP has")
        # For other programs than photoclip, which lower texts before.
        tokenizer.normalizer = normalizers.Lowercase()
        # open_clip pads with the number 0, which is a word as well.
        return TokenizerFiles(tokenizer, words.decoder[0], "lower")
    if getattr(words, "tokenizer_mode", None):
        raise ExportError(
            f"tokenizer mode {words.tokenizer_mode!r} is not one that photoclip reads"
        )
    inner = words.tokenizer
    if not inner.is_fast:
        raise ExportError("the tokenizer has no tokenizer.json, and photoclip reads nothing else")
    kwargs = text.get("tokenizer_kwargs") or {}
    options = {name: kwargs[name] for name in ("strip_sep_token", "language") if name in kwargs}
    if inner.padding_side == "left":
        options["padding_side"] = "left"
    settings = {"sep_token": inner.sep_token} if kwargs.get("strip_sep_token") else {}
    cleaning = str(kwargs.get("clean", "whitespace"))
    return TokenizerFiles(inner.backend_tokenizer, inner.pad_token, cleaning, settings, options)


class _Images(nn.Module):
    def __init__(self, model: Any) -> None:
        super().__init__()
        self.model = model

    def forward(self, image: Tensor) -> Tensor:
        features: Tensor = self.model.encode_image(image)
        return features


class _Texts(nn.Module):
    def __init__(self, model: Any) -> None:
        super().__init__()
        self.model = model

    def forward(self, text: Tensor) -> Tensor:
        features: Tensor = self.model.encode_text(text)
        return features


class _CausalTexts(nn.Module):
    """A text transformer whose tokens see only those before them, for texts of any length.

    The embedding is read at the token that ends the text, so what follows it does not count.
    """

    def __init__(self, model: Any) -> None:
        super().__init__()
        self.tower = getattr(model, "text", model)
        self.pool, self.end = _pooling(self.tower)

    def forward(self, text: Tensor) -> Tensor:
        from open_clip.transformer import text_global_pool

        tower, length = self.tower, text.shape[1]
        x = tower.token_embedding(text) + tower.positional_embedding[:length]
        x = tower.ln_final(tower.transformer(x, attn_mask=tower.attn_mask[:length, :length]))
        x = text_global_pool(x, text, self.pool, eos_token_id=self.end)
        projection = tower.text_projection
        if projection is None:
            return x
        features: Tensor = projection(x) if isinstance(projection, nn.Linear) else x @ projection
        return features


def _is_causal(model: Any) -> bool:
    tower = getattr(model, "text", model)
    known = hasattr(tower, "positional_embedding") and hasattr(tower, "token_embedding")
    if not known or getattr(tower, "attn_mask", None) is None:
        return False
    plain = getattr(tower, "cls_emb", None) is None and not getattr(tower, "use_pad_mask", False)
    return plain and _pooling(tower)[0] in ("argmax", "eos")


def _pooling(tower: Any) -> tuple[str, int | None]:
    """How a text's tokens become one vector, and the token that ends a text."""
    if hasattr(tower, "text_pool_type"):
        return tower.text_pool_type, getattr(tower, "text_eos_id", None)
    return tower.pool_type, getattr(tower, "eos_id", None)


def _masks_padding(model: Any) -> bool:
    from open_clip.hf_model import HFTextEncoder

    return isinstance(getattr(model, "text", None), HFTextEncoder)


def _inference_form(model: Any) -> Any:
    """Fuse the branches that MobileCLIP has only while it is trained."""
    trunk = getattr(model.visual, "trunk", None)
    if trunk is None:
        return model
    from timm.utils import reparameterize_model

    model.visual.trunk = reparameterize_model(trunk)
    return model


def _preprocess(settings: dict[str, Any]) -> dict[str, object]:
    size = settings["size"]
    sides = [size, size] if isinstance(size, int) else [int(side) for side in size]
    return {**settings, "size": sides, "mean": list(settings["mean"]), "std": list(settings["std"])}


def _rows(features: Tensor) -> Rows:
    return features.float().numpy().astype(np.float32)
