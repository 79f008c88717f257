from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from photoclip.images.png_header import read_texts

HEADER = b"\0\0\0\1\0\0\0\1\x08\0\0\0\0"
PIXELS = (b"IDAT", zlib.compress(b"\0\0"))


def test_all_kinds_of_text(tmp_path: Path, png_from: Callable[..., bytes]) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(
        png_from(
            HEADER,
            (b"tEXt", b"one\0caf\xe9"),
            (b"zTXt", b"two\0\0" + zlib.compress(b"deflated")),
            (b"iTXt", "three\0\0\0de\0drei\0größer".encode()),
            (b"iTXt", b"four\0\1\0\0\0" + zlib.compress("更".encode())),
            PIXELS,
            (b"tEXt", b"five\0too late"),
        )
    )
    assert read_texts(path) == {"one": "café", "two": "deflated", "three": "größer", "four": "更"}


def test_a_small_chunk_that_unpacks_to_gigabytes(
    tmp_path: Path, png_from: Callable[..., bytes]
) -> None:
    path = tmp_path / "a.png"
    bomb = zlib.compress(bytes(20 << 20))
    path.write_bytes(png_from(HEADER, (b"zTXt", b"Thumb::URI\0\0" + bomb), PIXELS))
    assert len(read_texts(path).get("Thumb::URI", "")) <= 16 << 10


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_texts(tmp_path / "gone.png")


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(noise=st.binary(max_size=300), name=st.sampled_from([b"tEXt", b"zTXt", b"iTXt", b"xxxx"]))
def test_noise(noise: bytes, name: bytes, tmp_path: Path, png_from: Callable[..., bytes]) -> None:
    path = tmp_path / "a.png"
    for data in (noise, b"\x89PNG\r\n\x1a\n" + noise, png_from(HEADER, (name, noise), PIXELS)):
        path.write_bytes(data)
        for key, value in read_texts(path).items():
            assert isinstance(key, str)
            assert isinstance(value, str)
