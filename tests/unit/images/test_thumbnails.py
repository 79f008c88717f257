from __future__ import annotations

import errno
import hashlib
import os
import stat
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from photoclip.errors import FileUnavailable, UnreadableImage
from photoclip.images.decode import DecodedImage, ThreadDecoder
from photoclip.images.png_header import read_texts
from photoclip.images.thumbnails import ThumbnailCache, ThumbnailSize, fit
from photoclip.images.uris import file_uri

MTIME = 1_700_000_000_123_456_789
LARGE = ThumbnailSize.LARGE


@pytest.fixture
def cache(tmp_path: Path) -> ThumbnailCache:
    return ThumbnailCache(tmp_path / "cache" / "thumbnails")


@pytest.fixture
def large(photo: Image.Image) -> Image.Image:
    return photo.resize((900, 600))


class CountingDecoder:
    def __init__(self) -> None:
        self.decoded = 0

    def decode(self, source: Path | bytes, *, min_side: int | None = 512) -> DecodedImage:
        self.decoded += 1
        return ThreadDecoder().decode(source, min_side=min_side)


def test_name_and_place_of_the_standards_own_example(tmp_path: Path) -> None:
    """https://specifications.freedesktop.org/thumbnail-spec/latest/thumbsave.html"""
    cache = ThumbnailCache(tmp_path)
    found = cache.location(Path("/home/jens/photos/me.png"), ThumbnailSize.NORMAL)
    assert found == tmp_path / "normal" / "c6ee772d9e49320e97ec29a7eb5b1697.png"


def test_folders_of_the_sizes() -> None:
    folders = {size.folder: size.value for size in ThumbnailSize}
    assert folders == {"normal": 128, "large": 256, "x-large": 512, "xx-large": 1024}


def test_saved_as_the_standard_says(cache: ThumbnailCache, large: Image.Image) -> None:
    path = Path("/photos/a (1) & ~ü.jpg")
    saved = cache.save(path, MTIME, large, file_size=1234)
    uri = file_uri(path)
    name = hashlib.md5(uri.encode(), usedforsecurity=False).hexdigest()
    assert saved == cache.base / "large" / f"{name}.png"
    with Image.open(saved) as image:
        assert isinstance(image, PngImagePlugin.PngImageFile)
        assert (image.size, image.mode) == ((256, 171), "RGB")
        assert image.text["Thumb::URI"] == uri
        assert image.text["Thumb::MTime"] == "1700000000"
        assert image.text["Thumb::Size"] == "1234"
        assert image.text["Software"] == "photoclip"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
def test_for_the_owners_eyes_only(cache: ThumbnailCache, large: Image.Image) -> None:
    old = os.umask(0)
    try:
        saved = cache.save(Path("/a.jpg"), MTIME, large)
    finally:
        os.umask(old)
    assert saved is not None
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    for folder in (saved.parent, cache.base, cache.base.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("size", ThumbnailSize)
def test_found_again(size: ThumbnailSize, cache: ThumbnailCache, large: Image.Image) -> None:
    path = Path("/a.jpg")
    assert cache.find(path, MTIME, size) is None
    saved = cache.save(path, MTIME, large, size)
    assert saved is not None
    assert cache.find(path, MTIME, size) == saved
    others = [other for other in ThumbnailSize if other is not size]
    assert all(cache.find(path, MTIME, other) is None for other in others)


def test_only_for_the_same_time_and_place(cache: ThumbnailCache, large: Image.Image) -> None:
    path = Path("/a.jpg")
    saved = cache.save(path, MTIME, large)
    assert saved is not None
    assert cache.find(path, MTIME + 1_000_000_000) is None
    assert cache.find(path, MTIME + 1) is None, "changed twice within a second"
    other = cache.location(Path("/b.jpg"))
    saved.rename(other)
    assert cache.find(Path("/b.jpg"), MTIME) is None


@pytest.mark.parametrize("compressed", [False, True])
@pytest.mark.parametrize("international", [False, True])
def test_what_a_file_manager_wrote(
    compressed: bool, international: bool, cache: ThumbnailCache, large: Image.Image
) -> None:
    path = Path("/photos/ü.jpg")
    location = cache.location(path)
    location.parent.mkdir(parents=True)
    info = PngImagePlugin.PngInfo()
    add = info.add_itxt if international else info.add_text
    add("Thumb::MTime", "1700000000", zip=compressed)
    add("Thumb::URI", file_uri(path), zip=compressed)
    fit(large, 256).save(location, pnginfo=info)
    assert cache.find(path, MTIME) == location
    assert cache.find(path, MTIME + 1_000_000_000) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:40],
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1],
        lambda data: bytes(len(data)),
        lambda data: data[:100] + bytes(len(data) - 100),
        lambda data: b"\xff\xd8\xff" + data,
    ],
)
def test_half_a_thumbnail_is_none(
    damage: Callable[[bytes], bytes], cache: ThumbnailCache, large: Image.Image
) -> None:
    path = Path("/a.jpg")
    saved = cache.save(path, MTIME, large)
    assert saved is not None
    saved.write_bytes(damage(saved.read_bytes()))
    assert cache.find(path, MTIME) is None
    assert cache.save(path, MTIME, large) == saved
    assert cache.find(path, MTIME) == saved


def test_never_enlarged(cache: ThumbnailCache) -> None:
    saved = cache.save(Path("/icon.png"), MTIME, Image.new("RGB", (48, 20)))
    assert saved is not None
    with Image.open(saved) as image:
        assert image.size == (48, 20)


@pytest.mark.parametrize(
    ("size", "fitted"),
    [
        ((1000, 750), (256, 192)),
        ((750, 1000), (192, 256)),
        ((256, 256), (256, 256)),
        ((257, 1), (256, 1)),
        ((1, 5000), (1, 256)),
        ((10_000, 3), (256, 1)),
    ],
)
def test_fits_the_square(size: tuple[int, int], fitted: tuple[int, int]) -> None:
    assert fit(Image.new("RGB", size), 256).size == fitted


def test_thumbnails_of_thumbnails_are_not_made(cache: ThumbnailCache, large: Image.Image) -> None:
    first = cache.save(Path("/a.jpg"), MTIME, large)
    assert first is not None
    assert cache.save(first, MTIME, large) is None
    assert len(list(cache.base.rglob("*.png"))) == 1


# Trouble.


def failing(number: int) -> Callable[..., Any]:
    def fail(*_: Any, **__: Any) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT])
@pytest.mark.parametrize("step", ["folder", "file", "pixels", "rename"])
def test_a_failed_write_is_reported_and_leaves_nothing(
    number: int, step: str, tmp_path: Path, large: Image.Image, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = {
        "folder": (Path, "mkdir"),
        "file": ("tempfile.mkstemp",),
        "pixels": (Image.Image, "save"),
        "rename": ("os.replace",),
    }[step]
    monkeypatch.setattr(*target, failing(number))
    reports: list[tuple[Path, OSError]] = []
    cache = ThumbnailCache(tmp_path / "t", lambda path, error: reports.append((path, error)))
    assert cache.save(Path("/a.jpg"), MTIME, large) is None
    assert [(path, error.errno) for path, error in reports] == [(Path("/a.jpg"), number)]
    assert [entry for entry in tmp_path.rglob("*") if entry.is_file()] == []


def test_a_file_where_the_folder_should_be(
    tmp_path: Path, large: Image.Image, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "t").write_text("in the way")
    cache = ThumbnailCache(tmp_path / "t")
    assert cache.save(Path("/a.jpg"), MTIME, large) is None
    assert "/a.jpg" in caplog.text


def test_the_log_tells_of_each_reason_once(
    tmp_path: Path, large: Image.Image, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = ThumbnailCache(tmp_path / "file" / "thumbnails")
    for number in range(20):
        assert cache.save(Path(f"/{number}.jpg"), MTIME, large) is None
    (record,) = caplog.records
    assert "/0.jpg" in record.getMessage()
    assert cache.find(Path("/a.jpg"), MTIME) is None


def test_make(cache: ThumbnailCache, samples: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(samples["jpeg"])
    decoder = CountingDecoder()
    first = cache.make(path, decoder)
    assert isinstance(first, Path)
    assert cache.make(path, decoder) == first
    assert decoder.decoded == 1
    assert cache.find(path, path.stat().st_mtime_ns) == first
    assert read_texts(first)["Thumb::Size"] == str(len(samples["jpeg"]))
    os.utime(path, ns=(0, MTIME))
    assert cache.make(path, decoder) == first
    assert decoder.decoded == 2


def test_make_without_a_place_to_save(samples: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "t").touch()
    path = tmp_path / "a.png"
    path.write_bytes(samples["png"])
    made = ThumbnailCache(tmp_path / "t", lambda *_: None).make(
        path, ThreadDecoder(), ThumbnailSize.NORMAL
    )
    assert isinstance(made, Image.Image)
    assert made.size == (128, 85)


def test_make_of_what_is_no_photo(cache: ThumbnailCache, tmp_path: Path) -> None:
    with pytest.raises(FileUnavailable):
        cache.make(tmp_path / "gone.jpg", ThreadDecoder())
    (tmp_path / "text.jpg").write_text("text")
    with pytest.raises(UnreadableImage):
        cache.make(tmp_path / "text.jpg", ThreadDecoder())


def test_many_writers_and_readers_of_one_thumbnail(
    cache: ThumbnailCache, large: Image.Image
) -> None:
    path = Path("/a.jpg")
    cache.save(path, MTIME, large)
    stop, misses = threading.Event(), 0

    def write() -> None:
        while not stop.is_set():
            cache.save(path, MTIME, large)

    writers = [threading.Thread(target=write) for _ in range(3)]
    for writer in writers:
        writer.start()
    for _ in range(300):
        found = cache.find(path, MTIME)
        misses += found is None
    stop.set()
    for writer in writers:
        writer.join()
    assert misses == 0
    assert [entry.suffix for entry in (cache.base / "large").iterdir()] == [".png"]


def test_names_that_are_not_unicode(cache: ThumbnailCache, large: Image.Image) -> None:
    path = Path(os.fsdecode(b"/photos/\xff\xfe.jpg"))
    saved = cache.save(path, MTIME, large)
    assert saved is not None
    assert cache.find(path, MTIME) == saved
