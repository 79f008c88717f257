from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from photoclip.errors import FileUnavailable
from photoclip.images.hashing import CHUNK, content_hash, hash_bytes, load, read_file
from photoclip.images.reading import PlainReader

SIZES = (0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("limit", [0, 1, CHUNK, 64 << 20])
def test_one_reading_serves_hash_and_content(size: int, limit: int, tmp_path: Path) -> None:
    path, data = tmp_path / "a.jpg", os.urandom(size)
    path.write_bytes(data)
    expected = hashlib.sha256(data).digest()
    content = load(path, limit)
    assert content.sha256 == content_hash(path) == hash_bytes(data) == expected
    assert content.size == size
    assert content.data == (data if size <= limit else None)
    assert read_file(path, limit) == content.data


def test_the_hash_is_sha_256(tmp_path: Path) -> None:
    path = tmp_path / "abc"
    path.write_bytes(b"abc")
    # FIPS 180-2, appendix B.1
    assert content_hash(path).hex() == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )


@pytest.mark.parametrize("change", ["grows", "shrinks"])
def test_a_file_that_changes_while_it_is_read(
    change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(b"x" * 1000)

    def change_after(stream: PlainReader) -> int:
        path.write_bytes(b"y" * (5000 if change == "grows" else 10))
        return 1000

    monkeypatch.setattr(PlainReader, "expected_size", change_after)
    content = load(path)
    assert content.data == b"y" * (5000 if change == "grows" else 10)
    assert content.sha256 == hash_bytes(content.data)


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_a_file_that_does_not_know_its_size() -> None:
    path = Path("/proc/cpuinfo")
    assert path.stat().st_size == 0
    assert load(path).size > 0


@pytest.mark.parametrize("read", [load, content_hash, read_file])
def test_unavailable(read: Callable[[Path], object], tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone"):
        with pytest.raises(FileUnavailable) as caught:
            read(path)
        assert caught.value.path == path


def test_content_does_not_print_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"z" * 10_000)
    assert len(repr(load(path))) < 300


def test_a_file_that_has_nothing_yet_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As files of /proc do, which do not wait.
    monkeypatch.setattr(PlainReader, "read", lambda *_: None)
    path = tmp_path / "kmsg.jpg"
    path.write_bytes(b"more")
    assert read_file(path) == b""
