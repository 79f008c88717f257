"""One writer for a library, and guests with a word to add.

The lock is one that the system releases when its holder dies.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from photoclip.errors import LibraryError, LibraryInUse

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Windows locks bytes, and locked bytes cannot be read: so one far behind the process id.
_LOCKED_BYTE = 1 << 30


class LibraryLock:
    """A held lock. The file stays when it is released: removing it would let two in at once."""

    def __init__(self, path: Path, descriptor: int) -> None:
        """Use acquire()."""
        self.path = path
        self._descriptor: int | None = descriptor

    @classmethod
    def acquire(cls, path: Path) -> LibraryLock:
        """Take the lock, at once or not at all.

        Raises LibraryInUse naming the process that holds it; LibraryError where the lock file
        cannot be made.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise LibraryError(f"cannot be opened ({error.strerror})", path=path) from error
        try:
            _lock(descriptor)
            _write_pid(descriptor)
        except BlockingIOError as error:
            raise _in_use(path, descriptor) from error
        except OSError as error:
            os.close(descriptor)
            raise LibraryError(f"cannot be locked ({error.strerror})", path=path) from error
        return cls(path, descriptor)

    def release(self) -> None:
        """Let the next one in. Releasing twice is harmless."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        try:
            os.ftruncate(descriptor, 0)
            _unlock(descriptor)
        finally:
            os.close(descriptor)

    def __enter__(self) -> LibraryLock:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


class LibraryGuest:
    """A few short writes beside the holder of the lock: SQLite lets one after the other in.

    The holder watches the time of the lock file to learn that there was something.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def release(self) -> None:
        """Tell the holder that something may be new."""
        with suppress(OSError):
            os.utime(self.path)


def _lock(descriptor: int) -> None:
    """Raise BlockingIOError where another process, or this one, holds the lock."""
    if sys.platform == "win32":
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError(error.errno, error.strerror) from error
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _unlock(descriptor: int) -> None:
    if sys.platform == "win32":
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


def _write_pid(descriptor: int) -> None:
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, f"{os.getpid()}\n".encode())


def _in_use(path: Path, descriptor: int) -> LibraryInUse:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        pid = os.read(descriptor, 32).decode("ascii", "replace").strip()
    finally:
        os.close(descriptor)
    holder = f"by process {pid}" if pid else "by another process"
    hint = "Close the other photoclip, or wait until it is done."
    return LibraryInUse(f"is in use {holder}", path=path.parent, hint=hint)
