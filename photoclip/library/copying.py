"""Copies of photos for other places: nothing is overwritten, and the originals are only read."""

from __future__ import annotations

import errno
import os
import re
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from photoclip.catalog.store import Catalog
from photoclip.domain import (
    CancelToken,
    PhotoId,
    Progress,
    ProgressCallback,
    Stage,
    no_progress,
)
from photoclip.errors import FileUnavailable, FolderError
from photoclip.images.reading import open_file, unavailable

_BLOCK = 1 << 20
_LONGEST = 255
# What file systems of Windows and memory cards take in no name.
_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_REFUSALS = (errno.EINVAL, errno.EILSEQ)


@dataclass(frozen=True, slots=True)
class Copied:
    """A photo and where its copy lies. there: it lay there before, byte for byte."""

    photo: PhotoId
    source: Path
    target: Path
    there: bool = False


@dataclass(frozen=True, slots=True)
class CopyReport:
    """What came to a folder, and why the rest could not be read."""

    folder: Path
    copies: list[Copied] = field(default_factory=list)
    problems: list[FileUnavailable] = field(default_factory=list)

    @property
    def copied(self) -> int:
        """How many files are new in the folder."""
        return sum(not one.there for one in self.copies)


class Copying:
    """Copies photos of a library."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def copy(
        self,
        photos: Sequence[PhotoId],
        folder: Path,
        cancel: CancelToken | None = None,
        progress: ProgressCallback = no_progress,
    ) -> CopyReport:
        """Copy a file of each photo to a folder, which is made where it is missing.

        Where a name is taken the copy gets a number; where that file is the same, it is left. A
        copy appears under its name when it is whole. So what was broken off goes on when it is
        asked for again. A photo that cannot be read is among the problems.
        Raises FolderError where the folder takes no more, Cancelled.
        """
        cancel = cancel or CancelToken()
        report = CopyReport(_made(folder))
        places = self._catalog.files.paths_of(photos)
        began = time.monotonic()
        for done, photo in enumerate(photos):
            cancel.check()
            seconds = time.monotonic() - began - cancel.waited
            progress(Progress.after(seconds, Stage.COPYING, done, len(photos)))
            try:
                report.copies.append(_copy(photo, places.get(photo, []), report.folder, cancel))
            except FileUnavailable as error:
                report.problems.append(error)
        progress(Progress(Stage.COPYING, len(photos), len(photos)))
        return report


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        if folder.exists() and not folder.is_dir():
            raise FolderError("is not a folder", path=folder) from error
        raise _full(error, folder) from error
    return folder


def _copy(photo: PhotoId, places: Sequence[Path], folder: Path, cancel: CancelToken) -> Copied:
    """A copy of the first place that can be read. Raises FileUnavailable, FolderError."""
    problem = FileUnavailable("has no file any more")
    for place in places:
        try:
            with open_file(place) as source:
                known = _same(source, place, folder, cancel)
                target = known or _stored(source, place, folder, cancel)
                return Copied(photo, place, target, there=known is not None)
        except FileUnavailable as error:
            problem = error
    raise problem


def _same(source: BinaryIO, place: Path, folder: Path, cancel: CancelToken) -> Path | None:
    """The file of this name, or of its numbered names, that holds the same bytes already."""
    size = place.stat().st_size if place.exists() else -1
    for target in _names(folder, place.name):
        if not os.path.lexists(target):
            return None
        with suppress(OSError, FileUnavailable):
            if target.stat().st_size == size and _holds(target, source, place, cancel):
                return target
    return None


def _holds(target: Path, source: BinaryIO, place: Path, cancel: CancelToken) -> bool:
    source.seek(0)
    with open_file(target) as there:
        return all(block == there.read(_BLOCK) for block in _blocks(source, place, cancel))


def _stored(source: BinaryIO, place: Path, folder: Path, cancel: CancelToken) -> Path:
    try:
        descriptor, name = tempfile.mkstemp(".part", ".photoclip-", folder)
    except OSError as error:
        raise _full(error, folder) from error
    part = Path(name)
    try:
        source.seek(0)
        with os.fdopen(descriptor, "wb") as file:
            for block in _blocks(source, place, cancel):
                _write(file, block, folder)
        return _named(part, place, folder)
    finally:
        with suppress(FileNotFoundError):
            part.unlink()


def _blocks(source: BinaryIO, place: Path, cancel: CancelToken) -> Iterator[bytes]:
    while True:
        cancel.check()
        try:
            block = source.read(_BLOCK)
        except OSError as error:
            raise unavailable(error, place) from error
        if not block:
            return
        yield block


def _write(file: BinaryIO, block: bytes, folder: Path) -> None:
    try:
        file.write(block)
        file.flush()
    except OSError as error:
        raise _full(error, folder) from error


def _named(part: Path, place: Path, folder: Path) -> Path:
    """Give what was written the name of its original, or one with a number."""
    try:
        target = _reserved(folder, place.name)
        try:
            # As new files are here: what was written is for its owner alone.
            part.chmod(target.stat().st_mode & 0o777)
            with suppress(OSError):
                seen = place.stat()
                os.utime(part, ns=(seen.st_atime_ns, seen.st_mtime_ns))
            part.replace(target)
        except OSError:
            target.unlink()
            raise
    except OSError as error:
        raise _full(error, folder) from error
    return target


def _reserved(folder: Path, name: str) -> Path:
    """An empty file of this name that nobody else has. Raises OSError."""
    for target in _names(folder, name):
        try:
            with target.open("xb"):
                return target
        except FileExistsError:
            continue
        except OSError as error:
            clean = _REFUSED.sub("_", name)
            if error.errno in _REFUSALS and clean != name:
                return _reserved(folder, clean)
            raise
    raise AssertionError("numbers do not end")


def _names(folder: Path, name: str) -> Iterator[Path]:
    """The name, then "name (2)" and so on, none too long for a file system."""
    suffix = Path(name).suffix
    stem = name.removesuffix(suffix)
    yield folder / name
    number = 2
    while True:
        end = f" ({number}){suffix}"
        room = _LONGEST - len(os.fsencode(end))
        short = stem
        while short and len(os.fsencode(short)) > room:
            short = short[:-1]
        yield folder / f"{short}{end}"
        number += 1


def _full(error: OSError | ValueError, folder: Path) -> FolderError:
    reason = error.strerror if isinstance(error, OSError) else None
    return FolderError(f"takes no copies ({reason or error})", path=folder)
