"""Opening files without being held up or brought down by what is not a plain file."""

from __future__ import annotations

import errno
import io
import os
import stat
from pathlib import Path

from photoclip.errors import FileUnavailable

# Windows has no O_NONBLOCK, the others no O_BINARY.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


class PlainReader(io.BufferedReader):
    """A file that does not give its descriptor away.

    With a descriptor in hand libtiff maps the file into memory, and a drive that fails then ends
    the process with SIGBUS instead of an OSError.
    """

    def fileno(self) -> int:
        raise io.UnsupportedOperation("fileno")

    def expected_size(self) -> int:
        """Bytes, as the file system says; it may be wrong, and is 0 in /proc."""
        return os.fstat(super().fileno()).st_size


def open_file(path: Path) -> PlainReader:
    """Open a regular file for reading. Raises FileUnavailable; never waits for a pipe's writer."""
    try:
        # Opening a device may already act on it, so ask what it is before, and again after.
        _require_regular(path.stat().st_mode, path)
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise unavailable(error, path) from error
    raw = io.FileIO(descriptor, "rb", closefd=True)
    try:
        _require_regular(os.fstat(descriptor).st_mode, path)
        return PlainReader(raw)
    except BaseException as error:
        raw.close()
        if isinstance(error, OSError):
            raise unavailable(error, path) from error
        raise


def unavailable(error: OSError | ValueError, path: Path) -> FileUnavailable:
    """Word a failed open or read."""
    return FileUnavailable(_finding(error), path=path)


def _finding(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return "does not exist"
        case PermissionError():
            return "cannot be read: no permission"
        case IsADirectoryError():
            return "is a folder"
        case OSError(errno=errno.ENXIO):
            return "is not a regular file"
        case OSError():
            return f"cannot be read: {error.strerror or error}"
        case _:
            return "has a name that this system cannot open"


def _require_regular(mode: int, path: Path) -> None:
    if stat.S_ISDIR(mode):
        raise FileUnavailable("is a folder", path=path)
    if not stat.S_ISREG(mode):
        raise FileUnavailable("is not a regular file", path=path)
