"""What SQLite's errors mean for a catalog. No sqlite3 error leaves this package."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from photoclip.errors import CatalogDamaged, LibraryError, LibraryInUse

_PRIMARY_CODE = 0xFF  # extended result codes keep the primary one in their low byte


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn sqlite3 errors about the catalog at path into a LibraryError that names it."""
    try:
        yield
    except sqlite3.Error as error:
        raise as_library_error(error, path) from error


def as_library_error(error: sqlite3.Error, path: Path) -> LibraryError:
    """CatalogDamaged, LibraryInUse, or a LibraryError that says what to do."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY_CODE
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or _is_broken_text(error):
        return damaged(path, f"is damaged ({error})")
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        hint = "Wait until it is done, or close it."
        return LibraryInUse("is in use by another program", path=path, hint=hint)
    if code == sqlite3.SQLITE_FULL:
        hint = "Free some space; what was saved before is safe."
        return LibraryError("cannot be written, the disk is full", path=path, hint=hint)
    if code == sqlite3.SQLITE_READONLY:
        hint = "Check the permissions of the file and of its folder."
        return LibraryError("is not writable", path=path, hint=hint)
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        hint = "Check the permissions of the file and of its folder."
        return LibraryError("cannot be opened", path=path, hint=hint)
    if code == sqlite3.SQLITE_IOERR:
        hint = "Check that its disk is connected and sound."
        return LibraryError(f"cannot be read or written ({error})", path=path, hint=hint)
    if code == sqlite3.SQLITE_INTERRUPT:
        return LibraryError("was closed while it was being read", path=path)
    return LibraryError(f"refused a request ({error})", path=path)


def damaged(path: Path, finding: str) -> CatalogDamaged:
    """The error for a catalog that cannot be trusted, with the way back to its backup."""
    return CatalogDamaged(finding, path=path, hint=_way_back(path))


def backup_path(path: Path) -> Path:
    """Where the backup of the catalog at path lies."""
    return path.with_name(path.name + ".bak")


def _way_back(path: Path) -> str:
    backup = backup_path(path)
    try:
        made = datetime.fromtimestamp(backup.stat().st_mtime)
    except OSError:
        return "There is no backup beside it; nothing was overwritten."
    return (
        f"Its backup of {made:%Y-%m-%d %H:%M} is {backup}: move the damaged file away "
        "(with its -wal and -shm files) and copy the backup to its name."
    )


def _is_broken_text(error: sqlite3.Error) -> bool:
    # Raised by the sqlite3 module itself, without a result code.
    return str(error).startswith("Could not decode to UTF-8")
