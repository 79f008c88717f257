from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from photoclip.domain import CancelToken
from photoclip.errors import Cancelled, FileUnavailable, UnreadableImage
from photoclip.images.animation import frames

COLOURS = [(255, 0, 0), (0, 255, 0), (0, 0, 255)]
PICTURES = [Image.new("RGB", (60, 40), colour) for colour in COLOURS]

Encode = Callable[..., bytes]


def moving(format: str, **options: object) -> bytes:
    stream = io.BytesIO()
    chosen = {"duration": [50, 120, 300], "loop": 0, **options}
    PICTURES[0].save(stream, format, save_all=True, append_images=PICTURES[1:], **chosen)
    return stream.getvalue()


def near(found: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(found, tuple)
    return all(abs(a - b) < 12 for a, b in zip(found, colour, strict=True))


@pytest.mark.parametrize("format", ["GIF", "WEBP", "PNG", "AVIF"])
def test_frames_come_in_order_with_their_times(format: str) -> None:
    found = list(frames(moving(format)))
    assert [round(frame.seconds, 2) for frame in found] == [0.05, 0.12, 0.3]
    assert all(frame.image.mode == "RGB" for frame in found)
    for frame, colour in zip(found, COLOURS, strict=True):
        assert near(frame.image.getpixel((30, 20)), colour)


@pytest.mark.parametrize("format", ["GIF", "WEBP", "PNG", "AVIF", "JPEG", "TIFF"])
def test_a_single_picture_does_not_move(format: str, encode: Encode) -> None:
    assert list(frames(encode(PICTURES[0], format))) == []


def test_pages_are_no_frames() -> None:
    stream = io.BytesIO()
    PICTURES[0].save(stream, "TIFF", save_all=True, append_images=PICTURES[1:])
    assert list(frames(stream.getvalue())) == []


def test_the_still_picture_of_an_apng_is_left_out() -> None:
    data = moving("PNG", default_image=True, duration=[120, 300])
    assert [near(one.image.getpixel((1, 1)), COLOURS[0]) for one in frames(data)] == [False] * 2


def test_frames_are_made_as_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[int] = []
    from PIL import PngImagePlugin

    original = PngImagePlugin.PngImageFile.seek

    def noted(self: PngImagePlugin.PngImageFile, frame: int) -> None:
        loaded.append(frame)
        original(self, frame)

    monkeypatch.setattr(PngImagePlugin.PngImageFile, "seek", noted)
    running = frames(moving("PNG"))
    next(running)
    assert max(loaded) == 0
    next(running)
    assert max(loaded) == 1


def test_frames_can_be_cancelled() -> None:
    cancel = CancelToken()
    running = frames(moving("GIF"), cancel=cancel)
    next(running)
    cancel.cancel()
    with pytest.raises(Cancelled):
        next(running)


def test_frames_are_made_to_fit() -> None:
    assert {frame.image.size for frame in frames(moving("GIF"), longest=(30, 30))} == {(30, 20)}
    assert {frame.image.size for frame in frames(moving("GIF"), longest=(300, 300))} == {(60, 40)}


def test_the_pixel_limit_holds() -> None:
    with pytest.raises(UnreadableImage, match="limit"):
        next(frames(moving("WEBP"), pixel_limit=1000))


def test_no_time_means_the_usual_one() -> None:
    assert {frame.seconds for frame in frames(moving("GIF", duration=0))} == {0.1}


def test_profiles_are_respected(swapped_profile: bytes) -> None:
    first = next(frames(moving("WEBP", icc_profile=swapped_profile, lossless=True)))
    found = first.image.getpixel((30, 20))
    assert isinstance(found, tuple)
    assert found[1] > 245
    assert found[0] < 40


@pytest.mark.parametrize("format", ["GIF", "WEBP", "PNG", "AVIF"])
def test_damage_is_an_error_and_not_a_crash(format: str) -> None:
    data = moving(format)
    for cut in range(40, len(data), max(1, len(data) // 40)):
        try:
            assert len(list(frames(data[:cut]))) <= 3
        except UnreadableImage as error:
            assert "\n" not in str(error)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileUnavailable):
        next(frames(tmp_path / "gone.gif"))


def test_files_too_large_to_hold_are_read_from_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "moving.gif"
    path.write_bytes(moving("GIF"))
    monkeypatch.setattr("photoclip.images.animation.read_file", lambda path: None)
    assert len(list(frames(path))) == 3
