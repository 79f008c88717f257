"""A tower's graphs: one for each precision, told apart by how their files' names end."""

from __future__ import annotations

from pathlib import Path

from photoclip.clip.files import external_data, require_file
from photoclip.clip.spec import Precision, TowerSpec, Variant

# As transformers.js ends them, best first.
_SUFFIXES: dict[str, Precision] = {
    "": "fp32",
    "_fp16": "fp16",
    "_int8": "int8",
    "_uint8": "int8",
    "_quantized": "int8",
    "_q4": "q4",
    "_q4f16": "q4",
    "_bnb4": "q4",
}


def read_tower(folder: Path, stem: str, outputs: tuple[str, ...] = ()) -> TowerSpec:
    """The tower whose graphs are called `stem`, a suffix for the precision, and ".onnx".

    outputs: see TowerSpec. Raises ModelDirectoryError where there is no graph, or one is not whole.
    """
    found = {suffix: file for suffix, file in _files(folder, stem).items() if file.exists()}
    if not found:
        require_file(folder / f"{stem}.onnx")
    first, *others = (_variant(file, _SUFFIXES[suffix]) for suffix, file in found.items())
    return TowerSpec(first.graph, first.weights, outputs, first.precision, tuple(others))


def _files(folder: Path, stem: str) -> dict[str, Path]:
    return {suffix: folder / f"{stem}{suffix}.onnx" for suffix in _SUFFIXES}


def _variant(graph: Path, precision: Precision) -> Variant:
    return Variant(graph, external_data(graph), precision)
