"""What a loaded graph takes and gives, told by its own inputs and outputs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from photoclip.clip.files import KEEP_WHOLE
from photoclip.clip.spec import PreprocessSpec, TowerSpec
from photoclip.clip.tokenizer import Tokens
from photoclip.errors import ModelDirectoryError

Array = NDArray[Any]
Feeds = Mapping[str, Array]

_IMAGE_TYPES: dict[str, type[np.generic]] = {
    "tensor(float)": np.float32,
    "tensor(float16)": np.float16,
    "tensor(double)": np.float64,
    "tensor(uint8)": np.uint8,
}
_TOKEN_TYPES: dict[str, type[np.generic]] = {"tensor(int32)": np.int32, "tensor(int64)": np.int64}


class Port(Protocol):
    """An input or output of a graph, as ONNX Runtime describes it."""

    @property
    def name(self) -> str: ...
    @property
    def type(self) -> str: ...
    @property
    def shape(self) -> Sequence[int | str | None]: ...


@dataclass(frozen=True, slots=True)
class ImageInput:
    """batch: the fixed number of images of one run, None where any number goes."""

    name: str
    dtype: type[np.generic]
    channels_last: bool
    batch: int | None

    def feeds(self, pixels: NDArray[np.float32], spec: PreprocessSpec) -> Feeds:
        """pixels: (n, 3, height, width), normalised as the spec says."""
        values: Array = pixels
        if self.dtype is np.uint8:
            # The graph normalises by itself, so what preprocessing did is undone, exactly.
            mean, std = (np.array(v, np.float32)[:, None, None] for v in (spec.mean, spec.std))
            values = np.rint((pixels * std + mean) * 255).clip(0, 255)
        if self.channels_last:
            values = values.transpose(0, 2, 3, 1)
        return {self.name: np.ascontiguousarray(values, dtype=self.dtype)}


@dataclass(frozen=True, slots=True)
class TextInput:
    """batch, length: fixed by the graph, None where any number goes.

    mask: the attention mask's name, "" where the graph takes none. segments: likewise, the input
    that tells a pair of texts apart, which is always zero here.
    """

    name: str
    dtypes: Mapping[str, type[np.generic]]
    mask: str
    segments: str
    batch: int | None
    length: int | None

    def feeds(self, tokens: Tokens) -> Feeds:
        """The token ids, and what goes with them."""
        arrays = {self.name: tokens.ids}
        if self.mask:
            arrays[self.mask] = tokens.mask
        if self.segments:
            arrays[self.segments] = np.zeros_like(tokens.ids)
        return {name: array.astype(self.dtypes[name]) for name, array in arrays.items()}


def image_input(inputs: Sequence[Port], tower: TowerSpec, size: tuple[int, int]) -> ImageInput:
    """How to feed an image graph. size: (height, width) that preprocessing gives.

    Raises ModelDirectoryError where the graph takes something else.
    """
    if len(inputs) != 1:
        names = ", ".join(port.name for port in inputs) or "none"
        raise _misfit(tower, f"should have one input, the image, but has: {names}")
    port = inputs[0]
    if port.type not in _IMAGE_TYPES:
        raise _misfit(tower, f"takes images as {port.type}, which photoclip cannot give")
    if len(port.shape) != 4:
        raise _misfit(tower, f"takes input {port.name} {_shape(port)}, not a batch of images")
    batch, *rest = (_fixed(side) for side in port.shape)
    channels_last = _channels_last(port, rest, tower)
    sides = rest[:2] if channels_last else rest[1:]
    if any(have is not None and have != want for have, want in zip(sides, size, strict=True)):
        found, given = (f"{w or '?'}x{h or '?'}" for h, w in (sides, size))
        raise _misfit(tower, f"takes images of {found} pixels, but preprocessing gives {given}")
    return ImageInput(port.name, _IMAGE_TYPES[port.type], channels_last, batch)


def text_input(inputs: Sequence[Port], tower: TowerSpec, stated: int | None) -> TextInput:
    """How to feed a text graph. stated: the context length that the directory states, if it does.

    Raises ModelDirectoryError where the graph takes something else.
    """
    roles = {role: [p for p in inputs if _role(p) == role] for role in ("ids", "mask", "segments")}
    if len(roles["ids"]) != 1 or any(len(ports) > 1 for ports in roles.values()):
        names = ", ".join(port.name for port in inputs) or "none"
        raise _misfit(tower, f"should take token ids and perhaps a mask, but has inputs: {names}")
    for port in inputs:
        _check_tokens(port, tower)
    ids = roles["ids"][0]
    length = _fixed(ids.shape[1])
    if None not in (length, stated) and length != stated:
        raise _misfit(tower, f"takes {length} tokens, but config.json says {stated}")
    return TextInput(
        name=ids.name,
        dtypes={port.name: _TOKEN_TYPES[port.type] for port in inputs},
        mask=roles["mask"][0].name if roles["mask"] else "",
        segments=roles["segments"][0].name if roles["segments"] else "",
        batch=_fixed(ids.shape[0]),
        length=length,
    )


def embedding_output(outputs: Sequence[Port], tower: TowerSpec, dim: int) -> str:
    """The name of the output that holds the embeddings, (n, dim).

    Raises ModelDirectoryError where there is none.
    """
    if tower.outputs:
        outputs = [port for name in tower.outputs for port in outputs if port.name == name]
        if not outputs:
            raise _misfit(tower, f"has no output named {' or '.join(tower.outputs)}")
    # An output of unknown rank has an empty shape.
    flat = [port for port in outputs if len(port.shape) in (0, 2)]
    if not flat:
        found = ", ".join(f"{port.name} {_shape(port)}" for port in outputs)
        raise _misfit(tower, f"should give one embedding for each input, but gives: {found}")
    fitting = [port for port in flat if not port.shape or _fixed(port.shape[1]) in (None, dim)]
    if not fitting:
        width = flat[0].shape[1]
        raise _misfit(tower, f"gives embeddings of {width} numbers, but config.json says {dim}")
    return fitting[0].name


def _role(port: Port) -> str:
    name = port.name.lower()
    if "mask" in name:
        return "mask"
    return "segments" if "type" in name else "ids"


def _check_tokens(port: Port, tower: TowerSpec) -> None:
    if port.type not in _TOKEN_TYPES:
        raise _misfit(tower, f"takes input {port.name} as {port.type}, not as whole numbers")
    if len(port.shape) != 2:
        raise _misfit(tower, f"takes input {port.name} {_shape(port)}, not (batch, tokens)")


def _channels_last(port: Port, rest: Sequence[int | None], tower: TowerSpec) -> bool:
    """Whether colours come last in (batch, ?, ?, ?); where the graph leaves it open, first."""
    if rest[0] == 3 or (rest[0] is None and rest[2] != 3):
        return False
    if rest[2] != 3:
        raise _misfit(tower, f"takes input {port.name} {_shape(port)}, not images of 3 colours")
    return True


def _fixed(side: int | str | None) -> int | None:
    """A dimension's size; None where it is a name or unknown (-1 or 0 in old exports)."""
    return side if isinstance(side, int) and side > 0 else None


def _shape(port: Port) -> str:
    return f"of shape ({', '.join('?' if side is None else str(side) for side in port.shape)})"


def _misfit(tower: TowerSpec, finding: str) -> ModelDirectoryError:
    return ModelDirectoryError(finding, path=tower.graph, hint=KEEP_WHOLE)
