from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from photoclip.images.animated import is_animated

FRAMES = [Image.new("RGB", (40, 30), color) for color in ("red", "green", "blue")]


@pytest.mark.parametrize("name", ["GIF", "WEBP"])
def test_moving_pictures_are_told_from_still_ones(tmp_path: Path, name: str) -> None:
    moving, still = tmp_path / "moving", tmp_path / "still"
    FRAMES[0].save(moving, name, save_all=True, append_images=FRAMES[1:], loop=0)
    FRAMES[0].save(still, name)
    assert is_animated(moving, name)
    assert not is_animated(still, name)


def test_what_cannot_be_told_does_not_move(tmp_path: Path) -> None:
    short = tmp_path / "short"
    short.write_bytes(b"RIFF\0\0\0\0WEBPVP8X")
    assert not is_animated(tmp_path / "gone", "GIF")
    assert not is_animated(tmp_path, "GIF")
    assert not is_animated(short, "WEBP")
    short.write_bytes(b"")
    assert not is_animated(short, "WEBP")
    FRAMES[0].save(short, "JPEG")
    assert not is_animated(short, "JPEG")
