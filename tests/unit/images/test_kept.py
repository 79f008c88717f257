"""Pictures that came without a file."""

from __future__ import annotations

import io
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from photoclip.errors import LibraryError, UnreadableImage
from photoclip.images.decode import ThreadDecoder, decode_image
from photoclip.images.kept import KeptPictures


def encoded(kind: str, side: int = 40, **how: int) -> bytes:
    ramp = np.linspace(0, 255, side * side * 3, dtype=np.uint8).reshape(side, side, 3)
    data = io.BytesIO()
    Image.fromarray(ramp).save(data, kind, **how)
    return data.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library" / "examples"


@pytest.fixture
def kept(folder: Path) -> KeptPictures:
    return KeptPictures(folder, lambda: ThreadDecoder(pixel_limit=10_000))


def test_the_same_picture_is_kept_once_as_it_is(kept: KeptPictures, folder: Path) -> None:
    picture = encoded("JPEG")
    path = kept.keep(picture)
    assert kept.keep(picture) == path
    assert list(folder.iterdir()) == [path]
    assert path.read_bytes() == picture
    # What somebody cut off is whole again.
    path.write_bytes(picture[:9])
    assert kept.keep(picture).read_bytes() == picture


def test_what_is_hardly_compressed_is_kept_smaller(kept: KeptPictures) -> None:
    picture = encoded("PNG", compress_level=0)
    stored = kept.keep(picture).read_bytes()
    assert len(stored) < len(picture) / 2
    both = [np.asarray(decode_image(data, min_side=None).image) for data in (picture, stored)]
    np.testing.assert_array_equal(*both)
    assert len({kept.keep(picture), kept.keep(picture)}) == 1


@pytest.mark.parametrize(
    ("picture", "finding"),
    [
        (b"", "this picture "),
        (b"GIF89a, or so it says", "this picture is damaged"),
        (encoded("PNG", 101), "10,000"),
    ],
)
def test_what_gives_no_pixels_is_refused(
    kept: KeptPictures, folder: Path, picture: bytes, finding: str
) -> None:
    with pytest.raises(UnreadableImage, match=finding) as refused:
        kept.keep(picture)
    assert refused.value.hint
    assert not folder.exists()


def test_a_folder_that_cannot_be_made_is_told(kept: KeptPictures, folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_bytes(b"")
    with pytest.raises(LibraryError, match="cannot be kept here") as refused:
        kept.keep(encoded("JPEG"))
    assert refused.value.path == folder


def test_a_full_disk_leaves_nothing_half(
    kept: KeptPictures, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(LibraryError, match="No space left on device"):
        kept.keep(encoded("JPEG"))
    assert list(folder.iterdir()) == []


def test_what_nobody_needs_goes(kept: KeptPictures, folder: Path) -> None:
    names = ["a" * 64, "b" * 64, f"{'c' * 64}.12.tmp", "mine.jpg"]
    folder.mkdir(parents=True)
    for name in names:
        (folder / name).write_bytes(b"x")
    # Nobody said yet what this is for.
    fresh = kept.keep(encoded("JPEG"))
    assert kept.forget_others({"a" * 64}) == 2
    assert {path.name for path in folder.iterdir()} == {"a" * 64, "mine.jpg", fresh.name}
