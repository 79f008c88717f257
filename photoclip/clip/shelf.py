"""The folder of downloaded models: what is finished, what is not, and who works on it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from photoclip.errors import DownloadError

_LOCK = ".lock"
_OLD = ".old"


@dataclass(frozen=True, slots=True)
class Shelf:
    """One model's place under a folder of models. name: that of its folder, already checked."""

    models: Path
    name: str

    @property
    def target(self) -> Path:
        """Where the finished model lies."""
        return self.models / self.name

    @property
    def staging(self) -> Path:
        """Where it grows. Nobody takes it for a model, because its name starts with a dot."""
        return self.models / f".{self.name}"

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep others away meanwhile. Raises DownloadError where they were first."""
        # Only whoever downloads or removes pays for it.
        import filelock

        try:
            self.models.mkdir(parents=True, exist_ok=True)
            lock = filelock.FileLock(self.models / f".{self.name}{_LOCK}", timeout=0)
            lock.acquire()
        except filelock.Timeout as error:
            finding = f"{self.name} is being downloaded or removed by another photoclip"
            raise DownloadError(finding, hint="Wait until it is done.") from error
        except OSError as error:
            raise refused(self.models, error) from error
        try:
            yield
        finally:
            lock.release()

    def put_up(self) -> None:
        """Let the finished model take its place, in one step. Raises OSError."""
        old = self.models / f".{self.name}{_OLD}"
        shutil.rmtree(old, ignore_errors=True)
        if self.target.exists():
            os.replace(self.target, old)
        os.replace(self.staging, self.target)
        shutil.rmtree(old, ignore_errors=True)

    def take_down(self) -> int:
        """Delete the model and what is unfinished of it. Gives the bytes; raises DownloadError."""
        old = self.models / f".{self.name}{_OLD}"
        freed = sum(size_of(place) for place in (self.target, self.staging, old))
        try:
            if self.target.is_symlink():
                self.target.unlink()  # what it leads to belongs to somebody else
            elif self.target.exists():
                # In one step, so that no half of it is ever taken for a model.
                shutil.rmtree(old, ignore_errors=True)
                os.replace(self.target, old)
            for place in (self.staging, old):
                if place.exists():
                    shutil.rmtree(place)
        except OSError as error:
            raise refused(self.target, error) from error
        return freed


def unfinished(models: Path) -> dict[str, int]:
    """Downloads that can go on: their names, and the bytes that are here already."""
    try:
        folders = [child for child in models.iterdir() if child.is_dir()]
    except OSError:
        return {}
    names = {child.name[1:]: child for child in folders if child.name.startswith(".")}
    return {
        name: size_of(folder)
        for name, folder in sorted(names.items())
        if not name.endswith((_LOCK, _OLD))
    }


def size_of(folder: Path) -> int:
    """Bytes of all files below a folder; 0 where there is none."""
    return sum(_file_size(file) for file in folder.rglob("*"))


def refused(path: Path, error: OSError) -> DownloadError:
    """The error for a disk that takes nothing."""
    words = error.strerror or type(error).__name__
    return DownloadError(f"cannot be written ({words})", path=path)


def _file_size(file: Path) -> int:
    try:
        return file.stat().st_size if file.is_file() else 0
    except OSError:
        # A link to nowhere, or a file that vanished meanwhile.
        return 0
