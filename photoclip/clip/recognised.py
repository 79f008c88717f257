"""What a model directory was taken for, in sentences that a person can check."""

from __future__ import annotations

import numpy as np

from photoclip.clip.graph import ImageInput, TextInput
from photoclip.clip.report import Part
from photoclip.clip.spec import (
    CLIP_CONTEXT_LENGTH,
    PreprocessSpec,
    TokenizerSpec,
    TowerSpec,
)

_CLEANING = {
    "none": "",
    "whitespace": "cleaned as open_clip does",
    "lower": "cleaned as open_clip does, in lower case",
    "canonicalize": "in lower case without punctuation",
}
_FITTING = {
    "shortest": "the shorter side fitted and the centre cut out",
    "squash": "squeezed to that size",
    "longest": "the longer side fitted and the rest filled",
}


def describe_images(entry: ImageInput, preprocess: PreprocessSpec) -> str:
    """How pictures reach the image graph."""
    height, width = preprocess.size
    by_itself = entry.dtype is np.uint8
    return _joined(
        f"images: {np.dtype(entry.dtype).name} {'NHWC' if entry.channels_last else 'NCHW'} "
        f"{width}x{height}",
        preprocess.interpolation,
        _FITTING[preprocess.resize_mode],
        _resized(preprocess),
        "normalised by the graph" if by_itself else _normalised(preprocess),
        _batch(entry.batch),
    )


def describe_texts(entry: TextInput, tokenizer: TokenizerSpec, vocabulary: str) -> str:
    """How texts reach the text graph."""
    length = entry.length or tokenizer.context_length or CLIP_CONTEXT_LENGTH
    extra = [name for name in (entry.mask, entry.segments, entry.positions) if name]
    return _joined(
        f"text: {vocabulary or tokenizer.file.name}",
        "in lower case" if tokenizer.lowercase else _CLEANING[tokenizer.clean],
        f"a FLORES language code in front ({tokenizer.language} if in doubt)"
        if tokenizer.language
        else "",
        f"at most {length} tokens" if tokenizer.dynamic_length else f"padded to {length} tokens",
        f"{np.dtype(entry.dtypes[entry.name]).name} {entry.name}",
        f"with {', '.join(extra)}" if extra else "",
        _batch(entry.batch),
    )


def describe_tower(part: Part, tower: TowerSpec) -> str:
    """Which graphs there are of a tower."""
    others = ", ".join(variant.precision for variant in tower.variants)
    graph = f"{tower.graph.name} ({tower.precision})"
    return _joined(
        f"image graph: {graph}" if part is Part.IMAGE else f"text graph: {graph}",
        f"weights in {len(tower.weights)} more files" if tower.weights else "",
        f"beside it {others}" if others else "",
    )


def _joined(*recognised: str) -> str:
    """One line. What is told of an error is put together in the same way."""
    return "; ".join(part for part in recognised if part)


def _resized(preprocess: PreprocessSpec) -> str:
    if preprocess.resized is None:
        return ""
    height, width = preprocess.resized
    return f"from {width}x{height}"


def _normalised(preprocess: PreprocessSpec) -> str:
    mean, std = (" ".join(f"{value:.4g}" for value in v) for v in (preprocess.mean, preprocess.std))
    return f"mean {mean}, deviation {std}"


def _batch(size: int | None) -> str:
    return "" if size is None else f"exactly {size} at a time"
