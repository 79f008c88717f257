"""Everything that photoclip raises on purpose, as one tree.

An error says what was found, for which file, and what mends it. ``str(error)`` is one line,
ready to be printed; the parts stay available for those who word it themselves.
"""

from __future__ import annotations

from pathlib import Path


class PhotoclipError(Exception):
    """Base of all errors raised on purpose.

    finding: what is wrong, without a full stop ("is not a folder").
    path: the file or folder it is about.
    hint: what to do about it, a full sentence or empty.
    """

    def __init__(self, finding: str, *, path: Path | None = None, hint: str = "") -> None:
        super().__init__(finding)
        self.finding = finding
        self.path = path
        self.hint = hint

    def __str__(self) -> str:
        subject = f"{self.path}: " if self.path is not None else ""
        advice = f". {self.hint}" if self.hint else ""
        return " ".join(f"{subject}{self.finding}{advice}".split())


class Cancelled(PhotoclipError):
    """Long work was asked to stop. Not a failure."""

    def __init__(self) -> None:
        super().__init__("cancelled")


class SettingsError(PhotoclipError):
    """A settings file cannot be read, or a value in it is out of range."""


class LibraryError(PhotoclipError):
    """The catalog cannot be used."""


class LibraryInUse(LibraryError):
    """Another process holds the library for writing."""


class CatalogDamaged(LibraryError):
    """SQLite, or our own checks, found the catalog damaged."""


class CatalogTooNew(LibraryError):
    """The catalog was written by a newer photoclip."""


class FolderError(PhotoclipError):
    """A watched folder cannot be added or read (missing, not a folder, inside another)."""


class ImageError(PhotoclipError):
    """A picture gives no pixels."""


class UnreadableImage(ImageError):
    """The content is at fault: corrupt, truncated, of no known format, or over a limit."""


class FileUnavailable(ImageError):
    """The file is at fault, not its content: no permission, vanished, input/output error."""


class SidecarError(PhotoclipError):
    """XMP cannot be read or changed, or a sidecar cannot be written."""


class RemoteError(PhotoclipError):
    """A picture cannot be fetched from the web. finding begins with the name of the server."""


class ModelError(PhotoclipError):
    """A CLIP model cannot be used."""


class ModelDirectoryError(ModelError):
    """A file of the model directory is missing, malformed or does not fit the others."""


class ModelSelfCheckError(ModelError):
    """The model loads, but its outputs are not what its directory promises."""


class ModelOutputError(ModelError):
    """A graph gave NaN, infinity or a wrong shape while working."""


class DownloadError(ModelError):
    """A model cannot be fetched, or what came is not what was promised."""


class TransferInterrupted(DownloadError):
    """A connection failed in a way that may pass.

    wait_seconds: what the server asked for, None where it did not say.
    """

    def __init__(
        self,
        finding: str,
        *,
        path: Path | None = None,
        hint: str = "",
        wait_seconds: float | None = None,
    ) -> None:
        super().__init__(finding, path=path, hint=hint)
        self.wait_seconds = wait_seconds


class IndexCacheError(PhotoclipError):
    """The nearest-neighbour cache is missing, damaged or stale. Callers rebuild it."""


class QueryError(PhotoclipError):
    """A search cannot be run as it was asked (empty, or nothing to compare with)."""


class SavedSearchError(PhotoclipError):
    """A saved search is not there, or its name cannot be used."""


class AlbumError(PhotoclipError):
    """An album is not there, takes no photos, or its name cannot be used."""


class LabelError(PhotoclipError):
    """A label is not there, or cannot be what it was to be."""


class QueryPartError(QueryError):
    """A part of a query says nothing that can be searched for; the other parts still do.

    start, end: where it stands, in characters from 0. hint: what was expected in its place.
    """

    def __init__(self, finding: str, *, start: int, end: int, hint: str = "") -> None:
        super().__init__(finding, hint=hint)
        self.start = start
        self.end = end
