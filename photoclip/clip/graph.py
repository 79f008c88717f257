"""What a loaded graph takes and gives, told by its own inputs and outputs."""

from __future__ import annotations

import re
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
_MASK_TYPES: dict[str, type[np.generic]] = {
    **_TOKEN_TYPES,
    "tensor(bool)": np.bool_,
    "tensor(float)": np.float32,
    "tensor(float16)": np.float16,
}
# How inputs are called that come with the token ids.
_WORDS = {
    "mask": re.compile("mask", re.IGNORECASE),
    "segments": re.compile("type|segment", re.IGNORECASE),
    "positions": re.compile("position", re.IGNORECASE),
}


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
    """batch: the fixed number of images of one run, None where any number goes.

    A graph for a fixed number is run as often as it takes. To rewrite its first dimension does not
    work: open_clip's towers that are exported for one image or text, as most of Immich's are, carry
    that one in their reshapes and fail with eight (ViT and RN50, both towers: 4 of 4). It would
    gain a quarter of the time on two cores (ViT-B/32, eight images: 0.81 s at once, 1.09 s singly).
    """

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

    mask, segments, positions: names of the inputs that tell tokens from padding, the texts of a
    pair apart (always zero here) and where a token stands; "" where the graph takes none.
    """

    name: str
    dtypes: Mapping[str, type[np.generic]]
    mask: str
    segments: str
    positions: str
    batch: int | None
    length: int | None

    def feeds(self, tokens: Tokens) -> Feeds:
        """The token ids, and what goes with them."""
        arrays = {self.name: tokens.ids}
        if self.mask:
            arrays[self.mask] = tokens.mask
        if self.segments:
            arrays[self.segments] = np.zeros_like(tokens.ids)
        if self.positions:
            arrays[self.positions] = np.broadcast_to(
                np.arange(tokens.ids.shape[1]), tokens.ids.shape
            )
        return {name: array.astype(self.dtypes[name]) for name, array in arrays.items()}


def image_sides(inputs: Sequence[Port], tower: TowerSpec) -> tuple[int | None, int | None]:
    """(height, width) of the images that a graph takes; None where it leaves a side open.

    Raises ModelDirectoryError where the graph takes something else than images.
    """
    return _image_shape(inputs, tower)[2]


def image_input(inputs: Sequence[Port], tower: TowerSpec, size: tuple[int, int]) -> ImageInput:
    """How to feed an image graph. size: (height, width) that preprocessing gives.

    Raises ModelDirectoryError where the graph takes something else.
    """
    batch, channels_last, sides = _image_shape(inputs, tower)
    if any(have is not None and have != want for have, want in zip(sides, size, strict=True)):
        found, given = (f"{w or '?'}x{h or '?'}" for h, w in (sides, size))
        raise _misfit(tower, f"takes images of {found} pixels, but preprocessing gives {given}")
    return ImageInput(inputs[0].name, _IMAGE_TYPES[inputs[0].type], channels_last, batch)


def text_input(inputs: Sequence[Port], tower: TowerSpec, stated: int | None) -> TextInput:
    """How to feed a text graph. stated: the context length that the directory states, if it does.

    Raises ModelDirectoryError where the graph takes something else.
    """
    roles = _roles(inputs, tower)
    for role, port in roles.items():
        _check_tokens(role, port, tower)
    ids = roles["ids"]
    batch, length = (_shared(list(roles.values()), axis, tower) for axis in (0, 1))
    if None not in (length, stated) and length != stated:
        raise _misfit(tower, f"takes {length} tokens, but config.json says {stated}")
    names = {role: port.name for role, port in roles.items()}
    return TextInput(
        name=ids.name,
        dtypes={port.name: _MASK_TYPES[port.type] for port in roles.values()},
        mask=names.get("mask", ""),
        segments=names.get("segments", ""),
        positions=names.get("positions", ""),
        batch=batch,
        length=length,
    )


def embedding_output(
    outputs: Sequence[Port],
    tower: TowerSpec,
    dim: int | None,
    stated_by: str = "config.json says",
) -> str:
    """The name of the output that holds the embeddings, (n, dim); dim is None where it is open.

    stated_by: who says so, for the error. Raises ModelDirectoryError where there is none.
    """
    if tower.outputs:
        named = [port for name in tower.outputs for port in outputs if port.name == name]
        if not named:
            found = ", ".join(port.name for port in outputs) or "none"
            wanted = " or ".join(tower.outputs)
            raise _misfit(tower, f"has no output named {wanted}, but: {found}")
        outputs = named
    # An output of unknown rank has an empty shape.
    flat = [port for port in outputs if len(port.shape) in (0, 2)]
    if not flat:
        found = ", ".join(f"{port.name} {_shape(port)}" for port in outputs)
        raise _misfit(tower, f"should give one embedding for each input, but gives: {found}")
    widths = {port.name: _fixed(port.shape[1]) if port.shape else None for port in flat}
    # One that surely fits, before one that may.
    fitting = [name for sure in (dim, None) for name, width in widths.items() if width == sure]
    if dim is None:
        return flat[0].name
    if not fitting:
        width = widths[flat[0].name]
        raise _misfit(tower, f"gives embeddings of {width} numbers, but {stated_by} {dim}")
    return fitting[0]


def embedding_width(outputs: Sequence[Port], tower: TowerSpec) -> int | None:
    """How many numbers an embedding has; None where the graph leaves it open.

    Raises ModelDirectoryError where no output can hold embeddings.
    """
    name = embedding_output(outputs, tower, None)
    shape = next(port.shape for port in outputs if port.name == name)
    return _fixed(shape[1]) if shape else None


def _roles(inputs: Sequence[Port], tower: TowerSpec) -> dict[str, Port]:
    """The inputs by what they are for: "ids", and perhaps "mask", "segments" and "positions"."""
    roles: dict[str, Port] = {}
    for port in inputs:
        role = next((role for role, words in _WORDS.items() if words.search(port.name)), "ids")
        if role in roles:
            raise _unknown(inputs, tower)
        roles[role] = port
    if "ids" not in roles:
        raise _unknown(inputs, tower)
    return roles


def _unknown(inputs: Sequence[Port], tower: TowerSpec) -> ModelDirectoryError:
    names = ", ".join(port.name for port in inputs) or "none"
    return _misfit(tower, f"should take token ids and perhaps a mask, but has inputs: {names}")


def _check_tokens(role: str, port: Port, tower: TowerSpec) -> None:
    if port.type not in (_MASK_TYPES if role == "mask" else _TOKEN_TYPES):
        raise _misfit(tower, f"takes input {port.name} as {port.type}, not as whole numbers")
    if len(port.shape) != 2:
        raise _misfit(tower, f"takes input {port.name} {_shape(port)}, not (batch, tokens)")


def _shared(ports: Sequence[Port], axis: int, tower: TowerSpec) -> int | None:
    """The size of an axis that all inputs have in common; None where none of them fixes it."""
    sizes = {size for port in ports if (size := _fixed(port.shape[axis])) is not None}
    if len(sizes) > 1:
        found = " and ".join(f"{port.name} {_shape(port)}" for port in ports)
        raise _misfit(tower, f"takes inputs of different sizes: {found}")
    return next(iter(sizes), None)


def _image_shape(
    inputs: Sequence[Port], tower: TowerSpec
) -> tuple[int | None, bool, tuple[int | None, int | None]]:
    """Of the one input: its batch, whether colours come last, and (height, width)."""
    if len(inputs) != 1:
        names = ", ".join(port.name for port in inputs) or "none"
        raise _misfit(tower, f"should have one input, the image, but has: {names}")
    port = inputs[0]
    if port.type not in _IMAGE_TYPES:
        raise _misfit(tower, f"takes images as {port.type}, which photoclip cannot give")
    if len(port.shape) != 4:
        raise _misfit(tower, f"takes input {port.name} {_shape(port)}, not a batch of images")
    batch, *rest = (_fixed(side) for side in port.shape)
    last = _channels_last(port, rest, tower)
    return batch, last, (rest[0], rest[1]) if last else (rest[1], rest[2])


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
