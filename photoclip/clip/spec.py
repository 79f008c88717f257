"""What a model directory says about its model, whatever layout it is stored in."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from photoclip.clip.manifest import Manifest

Interpolation = Literal["nearest", "bilinear", "bicubic", "box", "hamming", "lanczos"]
ResizeMode = Literal["shortest", "squash", "longest"]
Cleaning = Literal["none", "whitespace", "lower", "canonicalize"]
Rounding = Literal["even", "down"]
VocabularyKind = Literal["json", "bpe"]
# Best first: a model without the first is read from the next.
Precision = Literal["fp32", "fp16", "int8", "q4"]

# OpenAI's CLIP, which open_clip takes where a model says nothing else.
CLIP_MEAN = (0.48145466, 0.4578275, 0.40821073)
CLIP_STD = (0.26862954, 0.26130258, 0.27577711)
CLIP_CONTEXT_LENGTH = 77

_LEAST_DECODE_SIDE = 512


@dataclass(frozen=True, slots=True)
class PreprocessSpec:
    """How a picture becomes pixels.

    size: (height, width). mean, std: per channel, of values 0..1.
    resize_mode: "shortest" fits the shorter side and crops the centre, "squash" ignores the
    aspect, "longest" fits the longer side and pads with the grey value `fill` (0..255).
    resized: (height, width) that is resized to before the centre of `size` is cut out of it; the
    same as `size` where it is None. rounding: of a half pixel beside the centre: torchvision rounds
    halves to even, transformers down.
    """

    size: tuple[int, int]
    mean: tuple[float, float, float] = CLIP_MEAN
    std: tuple[float, float, float] = CLIP_STD
    interpolation: Interpolation = "bicubic"
    resize_mode: ResizeMode = "shortest"
    fill: int = 0
    resized: tuple[int, int] | None = None
    rounding: Rounding = "even"

    @property
    def target(self) -> tuple[int, int]:
        """(height, width) that `resize_mode` is about."""
        return self.resized or self.size

    @property
    def decode_side(self) -> int:
        """Pixels that the shorter side keeps at least while a picture is decoded.

        One rule for photos and for pictures that are searched with, so that the same file gives
        the same vector as either; thumbnails are made from that decode too.
        """
        return max(_LEAST_DECODE_SIDE, *self.size, *self.target)


@dataclass(frozen=True, slots=True)
class TokenizerSpec:
    """How a text becomes token ids.

    pad_token: "" where the file itself says which one it is. kind: "json" for a tokenizer.json,
    "bpe" for the list of merges that CLIP was published with. context_length: as the directory
    states it, None where it leaves that to the graph. separator: a token whose id is replaced by 0
    ("" for none), as CLIPA's tokenizer does. dynamic_length: whether a batch may be padded to its
    longest text only. lowercase: before anything else. pad_left: in front, not at the end.
    padding_counts: the mask does not tell padding from text, as SigLIP never did in training.
    language: the FLORES code that stands in front of a text in no other recognised language, ""
    where the tokenizer knows no such codes.
    """

    file: Path
    pad_token: str
    kind: VocabularyKind = "json"
    context_length: int | None = None
    clean: Cleaning = "whitespace"
    separator: str = ""
    dynamic_length: bool = False
    lowercase: bool = False
    pad_left: bool = False
    padding_counts: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """The same tower in another precision. weights: the graph's external data.

    Its vectors lie in the space of the tower's own graph as far as its precision allows; whoever
    uses it has compared them.
    """

    graph: Path
    weights: tuple[Path, ...]
    precision: Precision


@dataclass(frozen=True, slots=True)
class TowerSpec:
    """One of the two graphs, the best that is there; the fingerprint covers no other.

    weights: the graph's external data. outputs: names of the output that holds the embedding, in
    order of preference; empty where the graph has one output of the right shape. precision: of
    `graph`. variants: the others, best first.
    """

    graph: Path
    weights: tuple[Path, ...] = ()
    outputs: tuple[str, ...] = ()
    precision: Precision = "fp32"
    variants: tuple[Variant, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelSpec:
    """What is known of a model before any graph is loaded.

    dim: of the embeddings. context_length: in tokens. logit_scale and logit_bias turn a cosine
    into a logit; None where the export left them out. licence: an SPDX name, "" if unknown.
    """

    name: str
    directory: Path
    dim: int
    preprocess: PreprocessSpec
    context_length: int = CLIP_CONTEXT_LENGTH
    logit_scale: float | None = None
    logit_bias: float | None = None
    licence: str = ""
    source: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelDirectory:
    """A directory that was read and found complete; no graph has been loaded.

    deciding_files: every file that an embedding depends on, all inside `spec.directory`.
    recognised: what the directory was taken for, and why, in short sentences.
    """

    spec: ModelSpec
    layout: str
    image: TowerSpec
    text: TowerSpec
    tokenizer: TokenizerSpec
    deciding_files: tuple[Path, ...]
    manifest: Manifest = field(default_factory=Manifest)
    recognised: tuple[str, ...] = ()

    @property
    def path(self) -> Path:
        return self.spec.directory
