from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from photoclip.catalog.lock import LibraryLock
from photoclip.errors import LibraryError, LibraryInUse

_HOLD = """
import sys
from pathlib import Path
from photoclip.catalog.lock import LibraryLock
lock = LibraryLock.acquire(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.readline()
"""


def test_second_holder_is_refused_by_pid(tmp_path: Path) -> None:
    path = tmp_path / "library" / "library.lock"
    with LibraryLock.acquire(path), pytest.raises(LibraryInUse) as caught:
        LibraryLock.acquire(path)
    assert f"in use by process {os.getpid()}" in str(caught.value)
    assert caught.value.path == path.parent


def test_released_lock_can_be_taken_again(tmp_path: Path) -> None:
    path = tmp_path / "library.lock"
    lock = LibraryLock.acquire(path)
    lock.release()
    lock.release()
    LibraryLock.acquire(path).release()
    assert path.exists()


def test_lock_dies_with_its_process(tmp_path: Path) -> None:
    path = tmp_path / "library.lock"
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(LibraryInUse, match=f"process {holder.pid}"):
            LibraryLock.acquire(path)
        holder.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
        holder.wait(30)
        LibraryLock.acquire(path).release()


def test_children_do_not_keep_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "library.lock"
    lock = LibraryLock.acquire(path)
    with subprocess.Popen(
        [sys.executable, "-c", "input()"], stdin=subprocess.PIPE, close_fds=False
    ) as child:
        lock.release()
        LibraryLock.acquire(path).release()
        child.communicate(b"\n", timeout=30)


def test_lock_in_a_place_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match="cannot be opened"):
        LibraryLock.acquire(tmp_path / "file" / "library.lock")
    (tmp_path / "library.lock").mkdir()
    with pytest.raises(LibraryError, match="cannot be opened"):
        LibraryLock.acquire(tmp_path / "library.lock")
