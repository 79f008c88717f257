"""The models that are on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from photoclip.clip.directory import read_directory
from photoclip.errors import ModelDirectoryError
from photoclip.paths import Paths, bundled

EMBEDDED = "models/embedded"


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model directory, readable or not.

    size: of all its files, in bytes. dim, layout, licence: unknown (0 and "") where it cannot be
    read; problem then says why. embedded: it ships with photoclip.
    """

    path: Path
    name: str
    size: int
    embedded: bool
    dim: int = 0
    layout: str = ""
    licence: str = ""
    problem: str = ""

    @property
    def ok(self) -> bool:
        """Whether the directory is complete and well formed. No graph was loaded to tell."""
        return not self.problem


def find_models(paths: Paths, embedded: Path | None = None) -> list[InstalledModel]:
    """The embedded model, then the directories under paths.models by name.

    embedded: where the embedded model lies; where this installation has it if None.
    A broken directory is listed with what is wrong. Loads no graph.
    """
    first = describe(embedded or bundled(EMBEDDED), embedded=True)
    return [first, *(describe(folder) for folder in _folders(paths.models))]


def describe(path: Path, *, embedded: bool = False) -> InstalledModel:
    """What a model directory says about itself, or what is wrong with it."""
    size = _size(path)
    try:
        directory = read_directory(path)
    except ModelDirectoryError as error:
        return InstalledModel(path, path.name, size, embedded, problem=str(error))
    spec = directory.spec
    return InstalledModel(path, spec.name, size, embedded, spec.dim, directory.layout, spec.licence)


def _folders(base: Path) -> Iterator[Path]:
    """Subfolders by name; a name that starts with a dot is an unfinished download."""
    try:
        children = sorted(base.iterdir())
    except OSError:
        # Nothing was downloaded yet, or the folder is not ours to read.
        return
    yield from (child for child in children if child.is_dir() and child.name[0] != ".")


def _size(path: Path) -> int:
    return sum(_file_size(file) for file in path.rglob("*"))


def _file_size(file: Path) -> int:
    try:
        return file.stat().st_size if file.is_file() else 0
    except OSError:
        # A link to nowhere, or a file that vanished meanwhile.
        return 0
