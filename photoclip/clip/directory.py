"""Model directories: which layout one has, and the fingerprint of what it holds."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from photoclip.clip.digests import sha256_of
from photoclip.clip.files import KEEP_WHOLE, require_file, require_folder
from photoclip.clip.immich import ImmichLayout
from photoclip.clip.manifest import FILE_NAME
from photoclip.clip.origin import FILE_NAME as DOWNLOAD_RECORD
from photoclip.clip.rclip import RclipLayout
from photoclip.clip.spec import ModelDirectory
from photoclip.clip.transformersjs import TransformersLayout
from photoclip.errors import ModelDirectoryError

_FINGERPRINT_FORMAT = b"photoclip model 1\n"


class Layout(Protocol):
    """One way of storing a model. Reading never loads a graph."""

    @property
    def name(self) -> str: ...

    def towers(self, path: Path) -> int:
        """How many of the two towers the folder has in this layout; 0 where it is of another."""

    def read(self, path: Path) -> ModelDirectory:
        """Read the folder. Raises ModelDirectoryError, naming the file at fault."""


LAYOUTS: tuple[Layout, ...] = (ImmichLayout(), TransformersLayout(), RclipLayout())


def read_directory(path: Path, layouts: Sequence[Layout] = LAYOUTS) -> ModelDirectory:
    """Read a model directory, whose layout is told by its files.

    A folder may hold a model in several layouts: the most complete one is read, the earlier of
    `layouts` where two are equally complete.
    Raises ModelDirectoryError where it is of no known layout, incomplete or malformed.
    """
    require_folder(path)
    try:
        complete = {layout: layout.towers(path) for layout in layouts}
        best = max(layouts, key=lambda layout: complete[layout])
        if complete[best]:
            others = [layout.name for layout in layouts if layout is not best and complete[layout]]
            return _with_note(best.read(path), others)
        advice = _advice(path, layouts)
    except OSError as error:
        raise ModelDirectoryError(f"cannot be read ({error.strerror})", path=path) from error
    known = ", ".join(layout.name for layout in layouts)
    finding = f"is not a model directory of a known layout ({known})"
    raise ModelDirectoryError(finding, path=path, hint=advice)


def fingerprint(directory: ModelDirectory | Path) -> str:
    """Hex SHA-256 over the files that decide an embedding, by name and content.

    Independent of where the directory lies and of dates. Loads no graph. Raises
    ModelDirectoryError where a file is not what photoclip.json or the record of its download says.
    """
    if isinstance(directory, Path):
        directory = read_directory(directory)
    digests = {_relative(directory, file): sha256_of(file) for file in directory.deciding_files}
    _compare(directory, digests)
    total = hashlib.sha256(_FINGERPRINT_FORMAT)
    for name, digest in sorted(digests.items()):
        total.update(f"{digest} {name}\n".encode())
    return total.hexdigest()


def _compare(directory: ModelDirectory, digests: dict[str, str]) -> None:
    for name, expected in directory.manifest.sha256.items():
        file = directory.path / name
        found = digests.get(name) or sha256_of(require_file(file))
        if found != expected:
            says = DOWNLOAD_RECORD if (directory.path / DOWNLOAD_RECORD).exists() else FILE_NAME
            finding = f"has SHA-256 {found[:12]}..., but {says} says {expected[:12]}..."
            raise ModelDirectoryError(finding, path=file, hint=KEEP_WHOLE)


def _relative(directory: ModelDirectory, file: Path) -> str:
    return file.relative_to(directory.path).as_posix()


def _with_note(directory: ModelDirectory, others: Sequence[str]) -> ModelDirectory:
    """The directory, which also has files of other layouts."""
    if not others:
        return directory
    note = (
        f"files of layout {' and '.join(others)} were passed over: {directory.layout} is the most "
        "complete one, or comes first"
    )
    return replace(directory, recognised=(*directory.recognised, note))


def _advice(path: Path, layouts: Sequence[Layout]) -> str:
    for child in sorted(path.iterdir()):
        if child.is_dir() and any(layout.towers(child) for layout in layouts):
            return f"Did you mean the folder {child.name} inside it?"
    return KEEP_WHOLE
