"""Which sidecar belongs to which photo, and that one is written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from photoclip.errors import FileUnavailable, SidecarError
from photoclip.images import sidecar
from photoclip.images.sidecar import (
    Folder,
    place_for,
    read_sidecar,
    remove_sidecar,
    speaks_for,
    write_sidecar,
)

posix = pytest.mark.skipif(os.name == "nt", reason="rights and links of POSIX")


@pytest.mark.parametrize(
    ("names", "suffix", "expected"),
    [
        (["IMG.JPG"], "", "IMG.JPG.xmp"),
        (["IMG.JPG", "IMG.JPG.xmp"], "", "IMG.JPG.xmp"),
        (["IMG.JPG", "IMG.xmp"], "", "IMG.xmp"),
        (["IMG.JPG", "IMG.XMP"], "", "IMG.XMP"),
        (["IMG.JPG", "IMG.XMP", "IMG.xmp"], "", "IMG.xmp"),
        (["IMG.JPG", "IMG.xmp", "IMG.JPG.XMP"], "", "IMG.JPG.XMP"),
        # Somebody else's.
        (["IMG.JPG", "img.xmp", "IMG2.xmp"], "", "IMG.JPG.xmp"),
        (["IMG.JPG", "IMG.CR2", "IMG.xmp"], "", "IMG.JPG.xmp"),
        (["IMG.JPG", "IMG.CR2", "IMG.xmp"], "JPG", "IMG.xmp"),
        (["IMG.JPG", "IMG.png", "IMG.xmp"], "", "IMG.JPG.xmp"),
        (["IMG.JPG", "IMG.png", "IMG.xmp"], "png", "IMG.JPG.xmp"),
        (["IMG.JPG", "IMG.mov", "IMG.xmp"], "", "IMG.xmp"),
        # What it says it is for is not there.
        (["IMG.JPG", "IMG.xmp"], "CR2", "IMG.xmp"),
    ],
)
def test_writes_where_the_photo_alone_is_meant(
    names: list[str], suffix: str, expected: str
) -> None:
    assert place_for("IMG.JPG", Folder(names).of("IMG.JPG"), suffix) == expected


def test_the_raw_file_of_a_pair_keeps_the_shared_sidecar() -> None:
    folder = Folder(["IMG.JPG", "IMG.CR2", "IMG.xmp"])
    assert place_for("IMG.CR2", folder.of("IMG.CR2"), "") == "IMG.xmp"
    assert place_for("IMG.CR2", folder.of("IMG.CR2"), "jpg") == "IMG.CR2.xmp"


@pytest.mark.parametrize(
    ("photo", "rivals", "suffix", "expected"),
    [
        ("a.jpg", [], "", True),
        ("a.jpg", ["a.cr2"], "", False),
        ("a.cr2", ["a.jpg"], "", True),
        ("a.jpg", ["a.png"], "", True),
        ("a.jpg", ["a.cr2"], "JPG", True),
        ("a.cr2", ["a.jpg"], ".jpg", False),
    ],
)
def test_tells_whom_a_shared_sidecar_speaks_for(
    photo: str, rivals: list[str], suffix: str, expected: bool
) -> None:
    assert speaks_for(photo, rivals, suffix) is expected


def test_writes_replaces_and_removes(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg.xmp"
    write_sidecar(path, b"one", None)
    assert read_sidecar(path) == b"one"
    write_sidecar(path, b"two", b"one")
    assert read_sidecar(path) == b"two"
    remove_sidecar(path, b"two")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("before", [None, b"old"])
def test_what_another_program_wrote_meanwhile_stays(tmp_path: Path, before: bytes | None) -> None:
    path = tmp_path / "a.xmp"
    path.write_bytes(b"theirs")
    with pytest.raises(SidecarError, match="changed by another program"):
        write_sidecar(path, b"ours", before)
    if before is not None:
        with pytest.raises(SidecarError, match="changed by another program"):
            remove_sidecar(path, before)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.xmp", b"theirs")]


@posix
def test_rights_stay_and_new_ones_are_as_usual(tmp_path: Path) -> None:
    path = tmp_path / "a.xmp"
    other = tmp_path / "other"
    other.touch()
    write_sidecar(path, b"one", None)
    assert path.stat().st_mode == other.stat().st_mode
    path.chmod(0o640)
    os.utime(path, (1, 1))
    write_sidecar(path, b"two", b"one")
    assert path.stat().st_mode & 0o777 == 0o640
    # Other programs see by it that something is new.
    assert path.stat().st_mtime > 1


@posix
def test_writes_through_links_and_never_into_a_photo(tmp_path: Path) -> None:
    (tmp_path / "away").mkdir()
    target = tmp_path / "away" / "b.xmp"
    target.write_bytes(b"one")
    link = tmp_path / "a.xmp"
    link.symlink_to(target)
    write_sidecar(link, b"two", b"one")
    assert link.is_symlink()
    assert target.read_bytes() == b"two"
    photo = tmp_path / "a.jpg"
    photo.write_bytes(b"picture")
    trap, dead = tmp_path / "a.jpg.xmp", tmp_path / "dead.xmp"
    trap.symlink_to(photo)
    dead.symlink_to(tmp_path / "nowhere.xmp")
    with pytest.raises(SidecarError, match="which is no sidecar"):
        write_sidecar(trap, b"two", b"picture")
    with pytest.raises(SidecarError, match="leads nowhere"):
        write_sidecar(dead, b"two", None)
    assert photo.read_bytes() == b"picture"
    remove_sidecar(link, b"two")
    assert not target.exists() and not link.is_symlink()


@posix
def test_says_what_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xmp"
    path.write_bytes(b"one")
    path.chmod(0o444)
    with pytest.raises(SidecarError, match="write-protected"):
        write_sidecar(path, b"two", b"one")
    path.chmod(0o644)
    pipe = tmp_path / "pipe.xmp"
    os.mkfifo(pipe)
    with pytest.raises(SidecarError, match="not a regular file"):
        write_sidecar(pipe, b"two", None)
    with pytest.raises(FileUnavailable, match="not a regular file"):
        read_sidecar(pipe)
    with pytest.raises(SidecarError, match="cannot be written"):
        write_sidecar(tmp_path / "no" / "a.xmp", b"two", None)

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(sidecar.os, "fsync", full)
    with pytest.raises(SidecarError, match="no space left"):
        write_sidecar(path, b"two", b"one")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.xmp", "pipe.xmp"]
    assert path.read_bytes() == b"one"
