"""Bad files, and drives that vanish."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path
from typing import Any

import pytest

from photoclip.domain import PhotoStatus
from photoclip.errors import FileUnavailable
from photoclip.images import reading
from photoclip.images.hashing import FileContent, load
from photoclip.library import prepare as prepare_module
from photoclip.settings import Settings

from .conftest import Desk, picture, settle
from .test_pipeline import counts


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("zero.jpg", b""),
        ("text.jpg", b"this is no picture at all"),
        ("cut.jpg", picture(1, (400, 300))[:2000]),
        ("cut.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40),
        ("garbage.webp", bytes(range(256)) * 20),
    ],
)
def test_unreadable_content_is_a_row_with_a_reason(desk: Desk, name: str, content: bytes) -> None:
    desk.write("good.jpg", 1)
    desk.write_bytes(name, content)
    assert counts(desk.index()) == {"new": 1, "unreadable": 1}
    (problem,) = desk.catalog.files.problems()
    assert problem.path == desk.folder / name
    assert problem.reason
    photo = desk.catalog.photos.get(problem.photo) if problem.photo else None
    assert photo is not None and photo.status is PhotoStatus.UNREADABLE
    assert set(desk.visible()) == {"photos/good.jpg"}
    assert counts(desk.index()) == {"unchanged": 2}

    desk.write_bytes(name, picture(5, (50, 50)))
    assert counts(desk.index()) == {"changed": 1, "unchanged": 1}
    assert desk.catalog.files.problems() == []


def test_picture_over_the_limit_names_the_setting(desk: Desk) -> None:
    desk.settings = Settings(pixel_limit=1_000_000)
    desk.decoder.inner = type(desk.decoder.inner)(1_000_000)
    desk.write_bytes("huge.jpg", picture(1, (1200, 1000)))
    assert counts(desk.index()) == {"unreadable": 1}
    assert "pixel_limit" in desk.catalog.files.problems()[0].reason


@pytest.mark.parametrize("year", [1700, 1969, 2200, 2400])
def test_times_beyond_those_of_the_catalog_stop_nothing(desk: Desk, year: int) -> None:
    file = desk.write("odd.jpg", 1)
    nanoseconds = (year - 1970) * 31_556_952 * 10**9
    os.utime(file, ns=(nanoseconds, nanoseconds))
    if file.stat().st_mtime_ns != nanoseconds:
        pytest.skip("this file system does not keep such times")
    assert counts(desk.index()) == {"new": 1}
    assert counts(desk.index()) == {"unchanged": 1}
    desk.write("odd.jpg", 2)
    assert counts(desk.index()) == {"changed": 1}


def test_misnamed_picture_is_read_by_its_content(desk: Desk) -> None:
    desk.write_bytes("really a jpeg.png", picture(1))
    assert counts(desk.index()) == {"new": 1}


def deny(monkeypatch: pytest.MonkeyPatch, name: str, error: OSError) -> None:
    """Let reading a file fail as the images package words it. Tests may run as root."""

    def refuse(path: Path, *arguments: Any) -> FileContent:
        if path.name == name:
            raise reading.unavailable(error, path) from error
        return load(path, *arguments)

    monkeypatch.setattr(prepare_module, "load", refuse)


@pytest.mark.parametrize(
    "error",
    [PermissionError(errno.EACCES, "Permission denied"), OSError(errno.EIO, "Input/output error")],
)
def test_file_that_cannot_be_read_is_listed_and_tried_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    desk.write("good.jpg", 1)
    desk.write("denied.jpg", 2)
    deny(monkeypatch, "denied.jpg", error)
    assert counts(desk.index()) == {"new": 1, "unreadable": 1}
    (problem,) = desk.catalog.files.problems()
    assert problem.photo is None and problem.reason
    assert counts(desk.index()) == {"unchanged": 1, "unreadable": 1}
    monkeypatch.undo()
    assert counts(desk.index()) == {"new": 1, "unchanged": 1}
    assert desk.catalog.files.problems() == []
    assert desk.catalog.check() == []


def test_known_photo_survives_that_its_file_cannot_be_read(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = desk.write("a.jpg", 1)
    desk.index()
    photo = desk.photo_at("a.jpg")
    os.utime(path, ns=(7, 7))
    deny(monkeypatch, "a.jpg", PermissionError(errno.EACCES, "Permission denied"))
    assert counts(desk.index()) == {"unreadable": 1}
    monkeypatch.undo()
    desk.opened = 0
    desk.index()
    assert desk.photo_at("a.jpg") == photo
    assert desk.opened == 0


def test_file_that_vanishes_before_it_is_read_is_skipped(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write("a.jpg", 1)
    desk.write("b.jpg", 2)

    def vanish(path: Path, *arguments: Any) -> FileContent:
        if path.name == "a.jpg":
            path.unlink()
        return load(path, *arguments)

    monkeypatch.setattr(prepare_module, "load", vanish)
    assert counts(desk.index()) == {"new": 1}
    assert desk.catalog.files.problems() == []


def test_file_that_vanishes_while_it_is_decoded_is_caught_at_the_next_run(desk: Desk) -> None:
    path = desk.write("a.jpg", 1)
    desk.write("b.jpg", 2)
    desk.decoder.before = lambda: path.unlink(missing_ok=True)
    desk.index()
    desk.index()
    assert set(desk.visible()) == {"photos/b.jpg"}


def test_file_that_is_written_while_it_is_read_is_stored_whole(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = picture(3, (300, 200))
    desk.write_bytes("slow.jpg", whole[:1000])
    reads: list[int] = []

    def grow(path: Path, *arguments: Any) -> FileContent:
        content = load(path, *arguments)
        reads.append(content.size)
        if len(reads) == 1:
            path.write_bytes(whole)
            settle(path)
        return content

    monkeypatch.setattr(prepare_module, "load", grow)
    assert counts(desk.index()) == {"new": 1}
    assert reads == [1000, len(whole)]
    assert desk.catalog.files.problems() == []


def test_file_that_never_rests_is_left_to_the_next_run(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write_bytes("log.jpg", picture(3))
    desk.write("good.jpg", 1)

    def grow(path: Path, *arguments: Any) -> FileContent:
        content = load(path, *arguments)
        if path.name == "log.jpg":
            path.write_bytes(path.read_bytes() + b"more")
        return content

    monkeypatch.setattr(prepare_module, "load", grow)
    assert counts(desk.index()) == {"new": 1}
    assert desk.catalog.files.by_path(desk.folder / "log.jpg") is None


def test_half_a_file_is_not_stored_while_it_is_fresh(desk: Desk) -> None:
    whole = picture(3, (300, 200))
    path = desk.folder / "copying.jpg"
    path.write_bytes(whole[:1500])

    def complete() -> None:
        if path.stat().st_size < len(whole):
            path.write_bytes(whole)

    desk.decoder.before = complete
    assert counts(desk.index()) == {"new": 1}
    assert len(desk.visible()) == 1


def test_twin_of_a_file_that_vanished_while_it_was_decoded(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write("a.jpg", 1)
    desk.write("b.jpg", 1)
    # Large files are read again for decoding, which may find them gone.
    monkeypatch.setattr(prepare_module, "load", lambda path: FileContent(*load_parts(path), None))
    failed: list[bool] = []
    held = threading.Event()
    inner = desk.decoder.decode

    def lose_first(source: Any, *, min_side: int | None = 512) -> Any:
        if not failed:
            failed.append(True)
            held.wait(0.3)
            raise FileUnavailable("cannot be read: stale handle", path=source)
        return inner(source, min_side=min_side)

    desk.decoder.decode = lose_first  # type: ignore[method-assign]
    report = desk.index()
    assert (report.new, report.unreadable) == (1, 1)
    assert len(desk.visible()) == 1


def load_parts(path: Path) -> tuple[bytes, int]:
    content = load(path)
    return content.sha256, content.size


def test_large_pictures_are_decoded_one_at_a_time(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepare_module, "DECODING_BYTES", 32 * 24 * 6)
    for n in range(12):
        desk.write(f"{n:02}.jpg", n)
    lock, inside = threading.Lock(), [0, 0]
    inner = desk.decoder.decode

    def watched(source: Any, *, min_side: int | None = 512) -> Any:
        with lock:
            inside[0] += 1
            inside[1] = max(inside)
        try:
            return inner(source, min_side=min_side)
        finally:
            with lock:
                inside[0] -= 1

    monkeypatch.setattr(desk.decoder, "decode", watched)
    assert counts(desk.index(workers=4)) == {"new": 12}
    assert inside[1] == 1


def test_missing_root_is_offline_and_comes_back_for_free(desk: Desk) -> None:
    for n in range(5):
        desk.write(f"{n}.jpg", n)
    desk.index()
    before = desk.visible()
    away = desk.folder.rename(desk.base / "unplugged")
    assert counts(desk.index()) == {"offline": 5}
    assert [root.online for root in desk.catalog.roots.all()] == [False]
    assert desk.visible() == before
    assert len(desk.catalog.files.offline_photos()) == 5

    away.rename(desk.folder)
    desk.opened = desk.decoder.count = 0
    assert counts(desk.index()) == {"unchanged": 5}
    assert [root.online for root in desk.catalog.roots.all()] == [True]
    assert desk.opened == desk.decoder.count == 0


def test_empty_mount_point_is_offline_also_for_a_look_at_one_folder(desk: Desk) -> None:
    desk.write("a/1.jpg", 1)
    desk.write("2.jpg", 2)
    desk.index()
    away = desk.folder.rename(desk.base / "unplugged")
    desk.folder.mkdir()
    assert counts(desk.index(folders=[desk.folder / "nothing known here"])) == {}
    assert counts(desk.index(folders=[desk.folder / "a"])) == {"offline": 1}
    assert counts(desk.index()) == {"offline": 2}
    desk.folder.rmdir()
    away.rename(desk.folder)
    assert counts(desk.index()) == {"unchanged": 2}


def test_emptied_root_is_emptied(desk: Desk) -> None:
    path = desk.write("a.jpg", 1)
    desk.index()
    path.unlink()
    assert counts(desk.index()) == {"removed": 1}


def test_drive_lost_in_the_middle_of_a_run(desk: Desk) -> None:
    for n in range(30):
        desk.write(f"{n:02}.jpg", n)
    desk.index()
    known = len(desk.visible())
    (desk.folder / "00.jpg").unlink()
    # Same size as what vanished, so its row is kept as a possible move until the end.
    desk.write_bytes("zz.jpg", picture(0) + b"")
    for n in range(30, 60):
        desk.write(f"{n:02}.jpg", n)
    away = desk.base / "unplugged"

    def pull_out() -> None:
        if desk.decoder.count == 10 and desk.folder.exists():
            desk.folder.rename(away)

    desk.decoder.count, desk.decoder.before = 0, pull_out
    report = desk.index()
    assert report.offline > 0
    assert [root.online for root in desk.catalog.roots.all()] == [False]
    assert len(desk.visible()) >= known - 1
    assert desk.catalog.files.problems() == []
    assert desk.catalog.check() == []

    away.rename(desk.folder)
    desk.decoder.before = lambda: None
    desk.index()
    assert len(desk.visible()) == 60
    assert counts(desk.index()) == {"unchanged": 60}


def test_drive_that_gives_errors_while_it_goes_lists_no_problems(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(4):
        desk.write(f"{n}.jpg", n)

    def go_away(path: Path, *_: Any) -> FileContent:
        if desk.folder.exists():
            desk.folder.rename(desk.base / "unplugged")
        error = OSError(errno.EIO, "Input/output error")
        raise reading.unavailable(error, path) from error

    monkeypatch.setattr(prepare_module, "load", go_away)
    report = desk.index(workers=1)
    assert report.unreadable == 0
    assert desk.catalog.files.problems() == []


def test_folder_problems_are_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("locked/a.jpg", 1)
    desk.write("b.jpg", 2)
    desk.index()
    real = os.scandir

    def refuse(path: Any) -> Any:
        if str(path).endswith("locked"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path)

    monkeypatch.setattr("photoclip.library.walk.os.scandir", refuse)
    pipeline = desk.pipeline()
    assert counts(pipeline.index()) == {"unchanged": 2}
    (problem,) = pipeline.folder_problems()
    assert problem.path == desk.folder / "locked"
    monkeypatch.undo()
    pipeline.index()
    assert pipeline.folder_problems() == []
