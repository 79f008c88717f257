"""Damaged files end in an error or a picture: nothing else is raised, warned of, or endless."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from photoclip.errors import ImageError
from photoclip.images.decode import decode_image

ROUNDS = 60
SECONDS_EACH = 10.0
WORDS = (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff", b"\x80\0\0\0", b"\0\0\0\1")


def survives(data: bytes, min_side: int | None) -> None:
    start = time.monotonic()
    try:
        decoded = decode_image(data, min_side=min_side, pixel_limit=20_000_000)
    except ImageError as error:
        assert error.finding
    else:
        decoded.image.load()
        assert decoded.image.mode == "RGB"
        assert min(decoded.image.size) > 0
        assert decoded.metadata.width >= decoded.image.width
        assert decoded.metadata.height >= decoded.image.height
    assert time.monotonic() - start < SECONDS_EACH


def flip(chance: random.Random, data: bytearray, other: bytes) -> None:
    del other
    for _ in range(chance.randint(1, 12)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def cut(chance: random.Random, data: bytearray, other: bytes) -> None:
    del other
    del data[chance.randrange(1, len(data)) :]


def drop(chance: random.Random, data: bytearray, other: bytes) -> None:
    del other
    at = chance.randrange(len(data))
    del data[at : at + chance.randint(1, 64)]


def splice(chance: random.Random, data: bytearray, other: bytes) -> None:
    at, start = chance.randrange(len(data)), chance.randrange(len(other))
    data[at:at] = other[start : start + chance.randint(1, 600)]


def overwrite(chance: random.Random, data: bytearray, other: bytes) -> None:
    del other
    # The numbers that matter stand at the beginning, where a header has its sizes and offsets.
    at = chance.randrange(min(len(data), 300))
    data[at : at + 4] = chance.choice(WORDS)


MUTATIONS: tuple[Callable[[random.Random, bytearray, bytes], None], ...] = (
    flip,
    cut,
    drop,
    splice,
    overwrite,
)


@pytest.fixture(scope="module")
def seeds(samples: dict[str, bytes], photo: Image.Image, exif: Image.Exif) -> dict[str, bytes]:
    from io import BytesIO

    def with_exif(format: str) -> bytes:
        stream = BytesIO()
        photo.resize((60, 40)).save(stream, format, exif=exif.tobytes())
        return stream.getvalue()

    rich = {
        f"{name} with EXIF": with_exif(name) for name in ("JPEG", "PNG", "WEBP", "AVIF", "HEIF")
    }
    return samples | rich | {"TIFF with EXIF": with_exif("TIFF")}


def test_mutated_files(seeds: dict[str, bytes], capfd: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(20240501)
    everything = list(seeds.values())
    for data in everything:
        for _ in range(ROUNDS):
            mutant = bytearray(data)
            for mutate in chance.choices(MUTATIONS, k=chance.choice((1, 1, 2))):
                if mutant:
                    mutate(chance, mutant, chance.choice(everything))
            survives(bytes(mutant), chance.choice((None, 16, 64)))
    assert capfd.readouterr().err == "", "libraries print nothing either"


SIGNATURES = (
    b"\xff\xd8\xff\xe1",
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    b"GIF89a",
    b"BM",
    b"II*\0\x08\0\0\0",
    b"MM\0*\0\0\0\x08",
    b"RIFF\x40\0\0\0WEBPVP8 ",
    b"RIFF\x40\0\0\0WEBPVP8X",
    b"\0\0\0\x18ftypavif\0\0\0\0mif1avif",
    b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
    b"\0\0\0\x0cjP  \r\n\x87\n",
    b"\xff\x4f\xff\x51",
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(SIGNATURES), st.binary(max_size=400))
def test_a_signature_and_noise(signature: bytes, noise: bytes) -> None:
    survives(signature + noise, 64)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_noise(noise: bytes) -> None:
    survives(noise, None)
