"""Memory, threads, warnings, start-up time: what decoding costs those around it."""

from __future__ import annotations

import contextlib
import random
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image

from photoclip.errors import ImageError
from photoclip.images.decode import decode_image

MEGABYTE = 1 << 20
PEAK = """
import resource, sys
from pathlib import Path
from photoclip.images.decode import decode_image
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
before = peak()
decoded = decode_image(Path(sys.argv[1]), min_side=512 if sys.argv[2] == "reduced" else None)
print(peak() - before)
"""


def peak_bytes(path: Path, how: str) -> int:
    output = subprocess.check_output([sys.executable, "-c", PEAK, str(path), how], text=True)
    # Linux counts in kilobytes, macOS in bytes.
    return int(output) * (1024 if sys.platform == "linux" else 1)


@pytest.mark.skipif(sys.platform == "win32", reason="needs the resource module")
@pytest.mark.parametrize(
    ("name", "mode", "how", "bytes_per_pixel"),
    [
        ("a.jpg", "RGB", "reduced", 1.0),
        ("a.jpg", "RGB", "whole", 4.5),
        ("a.png", "RGB", "reduced", 4.5),
        ("a.png", "RGBA", "reduced", 4.5),
        ("a.png", "P", "reduced", 1.8),
        ("a.png", "RGB", "whole", 4.5),
        ("a.bmp", "L", "reduced", 1.8),
    ],
)
def test_one_full_size_copy_at_most(
    name: str, mode: str, how: str, bytes_per_pixel: float, tmp_path: Path
) -> None:
    side = 5000
    gradient = Image.linear_gradient("L").resize((side, side))
    path = tmp_path / name
    options = {"compress_level": 1} if name.endswith("png") else {}
    gradient.convert(mode).save(path, **options)
    allowed = bytes_per_pixel * side * side + path.stat().st_size + 16 * MEGABYTE
    assert peak_bytes(path, how) < allowed


def test_threads_decode_alike(samples: dict[str, bytes]) -> None:
    """Warnings and Pillow's limit belong to the process; threads must not trip over them."""
    filters, limit = list(warnings.filters), threading.active_count()
    chance = random.Random(3)
    expected = {name: decode_image(data, min_side=64) for name, data in samples.items()}
    broken = [data[: len(data) * 2 // 3] for data in samples.values()]

    def work(name: str) -> bool:
        with contextlib.suppress(ImageError):
            decode_image(chance.choice(broken), min_side=64, pixel_limit=30_000)
        found = decode_image(samples[name], min_side=64)
        return (
            found.metadata == expected[name].metadata
            and found.image.tobytes() == expected[name].image.tobytes()
        )

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, list(samples) * 8))
    assert list(warnings.filters) == filters
    assert threading.active_count() == limit


def test_nothing_is_warned_of(
    samples: dict[str, bytes],
    photo: Image.Image,
    encode: Callable[..., bytes],
    recwarn: pytest.WarningsRecorder,
) -> None:
    odd = encode(photo.quantize(16), "PNG", transparency=b"\x10\x20\x30")
    bad_exif = encode(photo, "JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0\x09\0\x0f\1")
    for data in (*samples.values(), odd, bad_exif):
        decode_image(data)
    assert list(recwarn) == []


def test_little_is_imported_before_it_is_needed() -> None:
    code = "import sys, photoclip.images.decode, photoclip.images.thumbnails; print(*sys.modules)"
    modules = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert "pillow_heif" not in modules
    assert "PIL.EpsImagePlugin" not in modules


def test_readers_of_other_formats_are_not_even_loaded(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0")
    code = """
import sys
from pathlib import Path
from photoclip.errors import UnreadableImage
from photoclip.images.decode import decode_image
try:
    decode_image(Path(sys.argv[1]))
except UnreadableImage:
    print(*sys.modules)
"""
    modules = subprocess.check_output([sys.executable, "-c", code, str(path)], text=True).split()
    assert "PIL.EpsImagePlugin" not in modules
    assert "photoclip.images.decode" in modules
