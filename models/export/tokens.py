"""Tokenizers of other libraries as tokenizer.json, which photoclip and everybody else can read."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tokenizers import (
    Regex,
    Tokenizer,
    decoders,
    models,
    normalizers,
    pre_tokenizers,
    processors,
)

from models.layout import write_json

_PUNCTUATION = Regex("[" + "".join(f"\\{sign}" for sign in string.punctuation) + "]")


@dataclass(frozen=True)
class TokenizerFiles:
    """A tokenizer, and what config.json and tokenizer_config.json say of it.

    cleaning: how a text is cleaned first (see photoclip.clip.spec.Cleaning). settings: the content
    of tokenizer_config.json. options: further entries of config.json's tokenizer_kwargs.
    """

    tokenizer: Tokenizer
    pad_token: str
    cleaning: str
    settings: Mapping[str, object] = field(default_factory=dict)
    options: Mapping[str, object] = field(default_factory=dict)

    def kwargs(self) -> dict[str, object]:
        """config.json's text_cfg.tokenizer_kwargs."""
        return {"clean": self.cleaning, **self.options}

    def write(self, folder: Path) -> None:
        """Write tokenizer.json, without padding and cutting of its own, and its settings."""
        folder.mkdir(parents=True, exist_ok=True)
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
        settings = {"pad_token": self.pad_token, **self.settings}
        write_json(folder / "tokenizer_config.json", settings)


def siglip_tokenizer(slow: Any) -> Tokenizer:
    """transformers' SiglipTokenizer, which has no tokenizer.json of its own.

    slow: it holds a sentencepiece model and removes punctuation before it uses that.
    """
    from transformers.convert_slow_tokenizer import import_protobuf

    model = import_protobuf().ModelProto()
    model.ParseFromString(slow.sp_model.serialized_model_proto())
    pieces = [(piece.piece, piece.score) for piece in model.pieces]
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=model.trainer_spec.unk_id))
    steps: list[Any] = [normalizers.Replace("▁", " ")]
    if slow.do_lower_case:
        steps.append(normalizers.Lowercase())
    steps += [
        normalizers.Replace(_PUNCTUATION, ""),
        normalizers.Replace(Regex(r"\s+"), " "),
        normalizers.Strip(),
    ]
    if charsmap := model.normalizer_spec.precompiled_charsmap:
        steps.append(normalizers.Precompiled(charsmap))
    if model.normalizer_spec.remove_extra_whitespaces:
        # Once more, because the character map turns some invisible ones into blanks.
        steps += [normalizers.Replace(Regex(" +$"), ""), normalizers.Replace(Regex(" {2,}"), " ")]
    tokenizer.normalizer = normalizers.Sequence(steps)
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always", split=False)
    tokenizer.decoder = decoders.Metaspace()
    end = slow.eos_token
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"$A {end}", special_tokens=[(end, slow.eos_token_id)]
    )
    return tokenizer
