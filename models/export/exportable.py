"""A model of another library, taken apart into what a model directory is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from PIL import Image
from torch import nn

from models.export.tokens import TokenizerFiles
from models.manifest import Rows

MULTILINGUAL = ("*",)


class ExportError(Exception):
    """A model that cannot be exported; the text says what was found and what mends it."""


class Reference(Protocol):
    """The library's own way from pictures and texts to embeddings; what an export has to equal.

    Both give (n, dim) unit vectors.
    """

    def embed_images(self, pictures: Sequence[Image.Image]) -> Rows: ...

    def embed_texts(self, texts: Sequence[str]) -> Rows: ...


@dataclass(frozen=True)
class About:
    """What photoclip.json says of a model beside numbers. licence: an SPDX name, "" if unknown."""

    name: str
    source: str
    licence: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Exportable:
    """image: (n, 3, height, width) to (n, dim). text: token ids (n, length), and with `mask` also
    which of them count, to (n, dim). Neither has to normalise.

    preprocess: the content of preprocess_cfg.json. context_length: in tokens. dynamic_length: an
    embedding does not depend on how far its text is padded. logit_scale, logit_bias: None where
    the model has none. losses: what one vector for each picture cannot say of this model.
    """

    about: About
    dim: int
    image: nn.Module
    text: nn.Module
    preprocess: dict[str, object]
    tokenizer: TokenizerFiles
    context_length: int
    reference: Reference
    mask: bool = False
    dynamic_length: bool = False
    logit_scale: float | None = None
    logit_bias: float | None = None
    losses: tuple[str, ...] = field(default=())
