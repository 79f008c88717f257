"""SHA-256 of a model's files, each read once as long as it stays what it is."""

from __future__ import annotations

import hashlib
import time
from functools import lru_cache
from pathlib import Path

from photoclip.errors import ModelDirectoryError

# Clocks of file systems are coarse: what was written just now may be written again unnoticed.
_SETTLED_NS = 2_000_000_000
_MOST = 256

_Stamp = tuple[int, int, int, int, int]


def sha256_of(file: Path) -> str:
    """The hex digest of a file. Raises ModelDirectoryError where it cannot be read.

    Models of some gigabytes are asked for theirs at every turn, so it is remembered for as long as
    the process lives and nothing has touched the file.
    """
    try:
        found = file.stat()
        changed = max(found.st_mtime_ns, found.st_ctime_ns)
        if time.time_ns() - changed < _SETTLED_NS:
            return _read(file)
        return _remembered(
            file, (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
        )
    except OSError as error:
        raise ModelDirectoryError(f"cannot be read ({error.strerror})", path=file) from error


@lru_cache(maxsize=_MOST)
def _remembered(file: Path, stamp: _Stamp) -> str:
    del stamp  # what makes it another file
    return _read(file)


def _read(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
