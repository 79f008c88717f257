"""A file is hashed once as long as nothing touches it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from photoclip.clip import digests
from photoclip.errors import ModelDirectoryError


def written(file: Path, content: bytes, seconds_ago: float) -> str:
    file.write_bytes(content)
    at = file.stat().st_mtime_ns - round(seconds_ago * 1e9)
    os.utime(file, ns=(at, at))
    return hashlib.sha256(content).hexdigest()


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    found: list[Path] = []
    real = digests._read

    def read(file: Path) -> str:
        found.append(file)
        return real(file)

    monkeypatch.setattr(digests, "_read", read)
    return found


def test_what_has_settled_is_read_once_and_again_when_it_changes(
    tmp_path: Path, reads: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "model.onnx"
    first = written(file, b"one", 60)
    monkeypatch.setattr(digests, "_SETTLED_NS", -1)
    assert [digests.sha256_of(file) for _ in range(3)] == [first] * 3
    assert len(reads) == 1
    # Of the same size, with its old date put back.
    second = written(file, b"two", 60)
    assert digests.sha256_of(file) == second
    assert len(reads) == 2


def test_what_was_written_just_now_is_not_remembered(tmp_path: Path, reads: list[Path]) -> None:
    file = tmp_path / "model.onnx"
    expected = written(file, b"one", 0)
    assert [digests.sha256_of(file) for _ in range(2)] == [expected] * 2
    assert len(reads) == 2


def test_a_file_that_cannot_be_read_is_told_each_time(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(ModelDirectoryError, match="cannot be read"):
            digests.sha256_of(tmp_path / "gone")
