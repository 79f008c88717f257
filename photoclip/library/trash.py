"""Duplicates to the system's trash: the one thing that moves a photo, and only when told to."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from photoclip.catalog.store import Catalog
from photoclip.domain import PhotoFile
from photoclip.errors import FileUnavailable, PhotoclipError

_CHANGED = "was changed since it was indexed"


@dataclass(frozen=True, slots=True)
class Trashed:
    """moved: files that are in the trash now. problems: why the others are where they were."""

    moved: list[Path] = field(default_factory=list)
    problems: list[PhotoclipError] = field(default_factory=list)


class Trash:
    """Moves files to the trash of the system, from which a person gets them back."""

    def __init__(self, catalog: Catalog, move: Callable[[Path], None] | None = None) -> None:
        """move: puts a file into the trash, raising OSError; the system's own way by default."""
        self._catalog = catalog
        self._move = move or _to_system_trash

    def discard(self, files: Sequence[Path], keep: Path) -> Trashed:
        """Move files to the trash, as long as the one to be kept is there, unharmed.

        A file that was changed since it was indexed stays, because nobody has seen what it is
        now; so do all of them where that is true of the one to be kept.
        Raises LibraryError where the library is only open for reading.
        """
        done = Trashed()
        try:
            kept = self._sound(keep)
        except FileUnavailable as error:
            done.problems.append(error)
            return done
        for path in files:
            try:
                file = self._sound(path)
                if file.id == kept.id or path.samefile(keep):
                    raise FileUnavailable("is the one to be kept", path=path)
                self._discard(file, path)
                done.moved.append(path)
            except FileUnavailable as error:
                done.problems.append(error)
            except OSError as error:
                finding = f"cannot be moved to the trash ({error.strerror or error})"
                done.problems.append(FileUnavailable(finding, path=path))
        return done

    def _sound(self, path: Path) -> PhotoFile:
        """What the catalog knows of a file, compared with its bytes. Raises FileUnavailable."""
        file = self._catalog.files.by_path(path)
        if file is None or file.photo is None:
            raise FileUnavailable("is not in the library", path=path)
        photo = self._catalog.photos.get(file.photo)
        try:
            with path.open("rb") as content:
                digest = hashlib.file_digest(content, "sha256").digest()
        except OSError as error:
            raise FileUnavailable(f"cannot be read ({error.strerror})", path=path) from error
        if photo is None or digest != photo.content_hash:
            raise FileUnavailable(_CHANGED, path=path, hint="Index again first.")
        return file

    def _discard(self, file: PhotoFile, path: Path) -> None:
        with self._catalog.transaction():
            # The row first: should the move fail, the transaction puts it back.
            self._catalog.files.remove([file.id])
            self._move(path)


def _to_system_trash(path: Path) -> None:
    from send2trash import TrashPermissionError, send2trash

    try:
        send2trash(path)
    except TrashPermissionError as error:
        reason = "there is no trash on this disk that may be written"
        raise OSError(error.errno or 0, reason) from error
