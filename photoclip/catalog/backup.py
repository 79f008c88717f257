"""Backups: whole, checked, and put in place in one step."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from photoclip.catalog.connections import connect
from photoclip.catalog.faults import backup_path, damaged, translated
from photoclip.domain import CancelToken
from photoclip.errors import LibraryError

_DAY = 24 * 60 * 60
_PAGES_A_STEP = 4096  # 16 MB between two looks at the cancel token


def back_up(source: sqlite3.Connection, path: Path, target: Path, cancel: CancelToken) -> None:
    """Copy the catalog at path, open as source, to target.

    The copy is checked before it replaces an older one, so that a damaged catalog never takes
    the place of a good backup. Raises CatalogDamaged, Cancelled, or LibraryError.
    """
    temporary = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    try:
        _remove(temporary)
        with translated(path):
            _copy(source, path, temporary, cancel)
        os.replace(temporary, target)
    except OSError as error:
        finding = f"cannot be written ({error.strerror})"
        raise LibraryError(finding, path=target, hint="The catalog itself is safe.") from error
    finally:
        _remove(temporary)


def is_due(path: Path) -> bool:
    """Whether the backup beside the catalog is missing or a day old."""
    try:
        age = time.time() - backup_path(path).stat().st_mtime
    except OSError:
        return True
    # A clock that was set back must not stop backups for years.
    return not 0 <= age < _DAY


def _copy(source: sqlite3.Connection, path: Path, temporary: Path, cancel: CancelToken) -> None:
    def look(status: int, remaining: int, total: int) -> None:
        del status, remaining, total
        cancel.check()

    with closing(connect(temporary, "rwc", busy_seconds=10.0)) as copy:
        # The read transaction keeps other processes' writes from starting the copy over.
        source.execute("BEGIN")
        try:
            source.execute("SELECT count(*) FROM sqlite_master").fetchone()
            source.backup(copy, pages=_PAGES_A_STEP, progress=look)
        finally:
            source.execute("ROLLBACK")
        # One file, without -wal and -shm beside it.
        copy.execute("PRAGMA journal_mode = DELETE")
        cancel.check()
        findings = [row[0] for row in copy.execute("PRAGMA quick_check(1)")]
    if findings != ["ok"]:
        raise damaged(path, f"is damaged ({findings[0]})")


def _remove(temporary: Path) -> None:
    for suffix in ("", "-journal", "-wal", "-shm"):
        temporary.with_name(temporary.name + suffix).unlink(missing_ok=True)
