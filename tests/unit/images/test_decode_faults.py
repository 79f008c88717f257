"""Whatever a file holds, or is, decoding ends in an ImageError that says why."""

from __future__ import annotations

import errno
import io
import os
import socket
import struct
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageFile

from photoclip.errors import FileUnavailable, UnreadableImage
from photoclip.images.decode import ThreadDecoder, decode_image

Encode = Callable[..., bytes]


def unreadable(source: Path | bytes, **options: Any) -> UnreadableImage:
    with pytest.raises(UnreadableImage) as caught:
        decode_image(source, **options)
    return caught.value


def unavailable(path: Path) -> FileUnavailable:
    with pytest.raises(FileUnavailable) as caught:
        decode_image(path)
    assert caught.value.path == path
    return caught.value


# The content is at fault.


def test_empty(tmp_path: Path) -> None:
    path = tmp_path / "empty.jpg"
    path.touch()
    error = unreadable(path)
    assert error.finding == "is empty"
    assert error.path == path
    assert unreadable(b"").finding == "is empty"


def test_text_of_a_photo_name(tmp_path: Path) -> None:
    path = tmp_path / "notes.jpg"
    path.write_text("Remember the milk.")
    assert unreadable(path).finding == "is not a picture in a known format"


@pytest.mark.parametrize(
    "data",
    [
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        b"%PDF-1.7\n",
        b"P6\n1 1\n255\n\0\0\0",
        b"\x01\x00\x09\x00\x00\x03",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    ],
)
def test_formats_that_are_not_photos_never_reach_pillow(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Image, "open", lambda *_, **__: pytest.fail("was opened"))
    assert unreadable(data).finding == "is not a picture in a known format"


def test_truncated_everywhere(samples: dict[str, bytes]) -> None:
    """Half of a file is no picture, in any format."""
    first_frame_is_whole = {"mpo", "gif-animated", "png-animated", "tiff-pages"}
    for name, data in samples.items():
        if name not in first_frame_is_whole:
            assert unreadable(data[: len(data) // 2]).finding.startswith("is damaged"), name


@pytest.mark.parametrize("name", ["jpeg", "jpeg-progressive", "png", "gif", "webp", "heif"])
def test_truncated_near_the_end(name: str, samples: dict[str, bytes]) -> None:
    data = samples[name]
    unreadable(data[: len(data) * 95 // 100])
    unreadable(data[: len(data) * 95 // 100], min_side=20)


def test_every_short_beginning_is_refused(samples: dict[str, bytes]) -> None:
    for data in samples.values():
        for length in (*range(0, 64), 100, 200):
            unreadable(data[:length])


@pytest.mark.parametrize(
    "error",
    [
        OSError("broken data stream"),
        SyntaxError("not a frame"),
        ValueError(""),
        struct.error("unpack requires 4 bytes"),
        MemoryError(),
        ZeroDivisionError("division by zero"),
        RecursionError("too deep"),
        KeyError(259),
        IndexError("out of range"),
        TypeError("NoneType"),
        AttributeError("tag"),
        OverflowError("too large"),
        EOFError(),
        AssertionError(),
        NotImplementedError("filter"),
        RuntimeError("codec"),
        UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid"),
        zlib.error("incorrect header"),
        Image.DecompressionBombError("too many pixels"),
    ],
    ids=lambda error: type(error).__name__,
)
@pytest.mark.parametrize("stage", ["open", "load"])
def test_whatever_pillow_raises(
    error: Exception, stage: str, samples: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise error

    if stage == "open":
        monkeypatch.setattr(Image, "open", fail)
    else:
        monkeypatch.setattr(ImageFile.ImageFile, "load", fail)
    found = unreadable(samples["bmp"])
    assert found.__cause__ is not None
    assert found.finding


def test_reasons_are_short_and_printable(
    samples: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise OSError("bad\0marker \x1b[31m\n" + "x" * 1000)

    monkeypatch.setattr(ImageFile.ImageFile, "load", fail)
    finding = unreadable(samples["bmp"]).finding
    assert finding.isprintable()
    assert len(finding) < 250


# Limits.


def test_over_the_pixel_limit(samples: dict[str, bytes]) -> None:
    for name, data in samples.items():
        finding = unreadable(data, pixel_limit=240 * 160 - 1).finding
        assert "pixel_limit" in finding, name
        assert "38,399" in finding, name
        assert decode_image(data, pixel_limit=240 * 160).image, name


def test_the_decoder_has_its_own_limit(samples: dict[str, bytes]) -> None:
    with pytest.raises(UnreadableImage, match="pixel_limit"):
        ThreadDecoder(pixel_limit=1000).decode(samples["jpeg"])


def _huge_png(encode_png: Callable[..., bytes], side: int) -> bytes:
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return encode_png(header, (b"IDAT", zlib.compress(bytes(1 << 20))))


def _claim(data: bytes, old: bytes, new: bytes) -> bytes:
    assert data.count(old) >= 1
    return data.replace(old, new, 1)


def _bombs(samples: dict[str, bytes], png_from: Callable[..., bytes]) -> dict[str, bytes]:
    """Small files that claim to be huge."""
    canvas = b"VP8X" + struct.pack("<I", 10) + b"\x10\0\0\0" + b"\xff\xff\x00" * 2
    webp = b"WEBP" + canvas + samples["webp-lossless"][12:]
    sides = struct.pack("<HH", 240, 160)
    return {
        "png": _huge_png(png_from, 60_000),
        "gif": samples["gif"][:6] + struct.pack("<HH", 65535, 65535) + samples["gif"][10:],
        "webp": b"RIFF" + struct.pack("<I", len(webp)) + webp,
        "bmp": _claim(
            samples["bmp"], struct.pack("<ii", 240, 160), struct.pack("<ii", 99999, 99999)
        ),
        "tiff": _claim(
            _claim(samples["tiff"], b"\0\1\4\0\1\0\0\0" + sides[:2], b"\0\1\4\0\1\0\0\0\xff\xff"),
            b"\1\1\4\0\1\0\0\0" + sides[2:],
            b"\1\1\4\0\1\0\0\0\xff\xff",
        ),
        "jpeg": _claim(samples["jpeg"], struct.pack(">HH", 160, 240), b"\xff\xdc\xff\xdc"),
    }


def test_bombs_are_refused_before_pixels_are_allocated(
    samples: dict[str, bytes],
    png_from: Callable[..., bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ImageFile.ImageFile, "load_prepare", lambda _: pytest.fail("allocated"))
    for name, data in _bombs(samples, png_from).items():
        assert "pixel_limit" in unreadable(data).finding, name


@pytest.mark.parametrize("format", ["PNG", "TIFF"])
def test_pillows_own_limit_does_not_stand_below_ours(format: str, encode: Encode) -> None:
    """Its default refuses above 179 million pixels and warns above 89 million."""
    options = {"compression": "group4"} if format == "TIFF" else {"compress_level": 1}
    decoded = decode_image(encode(Image.new("1", (13_500, 13_500)), format, **options))
    assert (decoded.metadata.width, decoded.metadata.height) == (13_500, 13_500)
    assert decoded.image.size == (520, 520)


def test_large_text_chunks(png_from: Callable[..., bytes]) -> None:
    text = b"Comment\0\0" + zlib.compress(bytes(100 << 20))
    pixels = (b"IDAT", zlib.compress(b"\0\xff"))
    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    for chunks in (((b"zTXt", text), pixels), (pixels, (b"zTXt", text))):
        assert unreadable(png_from(header, *chunks)).finding.startswith("is damaged")


# The file is at fault.


def test_missing(tmp_path: Path) -> None:
    assert unavailable(tmp_path / "gone.jpg").finding == "does not exist"
    (tmp_path / "file").touch()
    assert unavailable(tmp_path / "file" / "below.jpg").finding == "does not exist"


def test_a_folder(tmp_path: Path) -> None:
    assert unavailable(tmp_path).finding == "is a folder"


def test_names_that_cannot_be(tmp_path: Path) -> None:
    assert unavailable(tmp_path / "nul\0byte.jpg").finding
    assert unavailable(tmp_path / ("x" * 5000)).finding


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.timeout(20)
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.jpg"
    os.mkfifo(path)
    assert unavailable(path).finding == "is not a regular file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.timeout(20)
def test_a_pipe_that_takes_a_files_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, file = tmp_path / "pipe.jpg", tmp_path / "file.jpg"
    file.write_bytes(b"x")
    os.mkfifo(path)
    as_it_was = file.stat()
    monkeypatch.setattr(Path, "stat", lambda self, **_: as_it_was)
    assert unavailable(path).finding == "is not a regular file"


@pytest.mark.skipif(sys.platform == "win32", reason="needs devices")
def test_a_device() -> None:
    assert unavailable(Path("/dev/zero")).finding == "is not a regular file"


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="needs local sockets")
def test_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.jpg")
        assert unavailable(tmp_path / "s.jpg").finding == "is not a regular file"


def test_links(tmp_path: Path, samples: dict[str, bytes]) -> None:
    (tmp_path / "photo.jpg").write_bytes(samples["jpeg"])
    (tmp_path / "good.jpg").symlink_to("photo.jpg")
    (tmp_path / "broken.jpg").symlink_to("nowhere.jpg")
    (tmp_path / "loop.jpg").symlink_to("loop.jpg")
    assert decode_image(tmp_path / "good.jpg").image
    assert unavailable(tmp_path / "broken.jpg").finding == "does not exist"
    assert unavailable(tmp_path / "loop.jpg").finding.startswith("cannot be read")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "no permission"),
        (errno.EPERM, "no permission"),
        (errno.ENOENT, "does not exist"),
        (errno.EIO, os.strerror(errno.EIO)),
        (errno.ESTALE, os.strerror(errno.ESTALE)),
        (errno.EMFILE, os.strerror(errno.EMFILE)),
    ],
)
def test_opening_fails(
    number: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(b"x")

    def fail(*_: Any, **__: Any) -> int:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(os, "open", fail)
    assert words in unavailable(path).finding


@pytest.mark.parametrize("size", ["held in memory", "read in place"])
def test_reading_fails_midway(
    size: str, samples: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(samples["png"])

    class Failing(io.FileIO):
        def readinto(self, buffer: Any) -> int:
            if self.tell() > 4096:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            view = memoryview(buffer)[:1024]
            return super().readinto(view) or 0

        def readall(self) -> bytes:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(io, "FileIO", Failing)
    if size == "read in place":
        monkeypatch.setattr("photoclip.images.decode.read_file", lambda path: None)
    assert os.strerror(errno.EIO) in unavailable(path).finding
