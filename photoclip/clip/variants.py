"""A tower's graphs: one for each precision, told apart by how their files' names end."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from photoclip.clip.files import KEEP_WHOLE, is_lfs_pointer
from photoclip.clip.onnxfile import GraphFile, read_graph
from photoclip.clip.spec import Precision, TowerSpec, Variant
from photoclip.errors import ModelDirectoryError

# As transformers.js ends them, best first.
SUFFIXES: dict[str, Precision] = {
    "": "fp32",
    "_fp16": "fp16",
    "_int8": "int8",
    "_uint8": "int8",
    "_quantized": "int8",
    "_q4": "q4",
    "_q4f16": "q4",
    "_bnb4": "q4",
}


@dataclass(frozen=True, slots=True)
class Tower:
    """A tower's files. graph: what the best of them says of itself. notes: what was passed over."""

    spec: TowerSpec
    graph: GraphFile
    notes: tuple[str, ...] = ()


def read_tower(folder: Path, stem: str, outputs: tuple[str, ...] = ()) -> Tower:
    """The tower whose graphs are called `stem`, a suffix for the precision, and ".onnx".

    outputs: see TowerSpec. Raises ModelDirectoryError where there is no graph or the best one is
    not whole. Of the others those that are not are passed over.
    """
    files = _files(folder, stem)
    if not files:
        raise ModelDirectoryError("is missing", path=folder / f"{stem}.onnx", hint=KEEP_WHOLE)
    # Of a clone often only some files are fetched; the others are as good as not there.
    fetched = {file: files[file] for file in files if not is_lfs_pointer(file)} or files
    notes = [f"{file.name} is a Git LFS pointer, so passed over" for file in files.keys() - fetched]
    (best, precision), *others = fetched.items()
    graph = read_graph(best)
    variants: list[Variant] = []
    for file, kind in others:
        try:
            variants.append(Variant(file, read_graph(file).weights, kind))
        except ModelDirectoryError as error:
            notes.append(f"{file.name} {error.finding}, so it was passed over")
    spec = TowerSpec(best, graph.weights, outputs, precision, tuple(variants))
    return Tower(spec, graph, tuple(sorted(notes)))


def has_tower(folder: Path, stem: str) -> bool:
    """Whether there is a graph of that name in any precision."""
    return bool(_files(folder, stem))


def _files(folder: Path, stem: str) -> dict[Path, Precision]:
    """The graphs' files, best first."""
    named = {folder / f"{stem}{suffix}.onnx": kind for suffix, kind in SUFFIXES.items()}
    return {file: kind for file, kind in named.items() if file.exists() or file.is_symlink()}
