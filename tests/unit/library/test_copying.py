"""Copies of photos: numbered names, what is there already, faults on either side."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from photoclip.catalog.store import Catalog
from photoclip.domain import CancelToken, Metadata, PhotoId, PhotoStatus, Progress
from photoclip.errors import Cancelled, FolderError
from photoclip.library.copying import Copying
from photoclip.library.export import Export, as_csv, as_json, write

Add = Callable[..., PhotoId]


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with Catalog.open(tmp_path / "library" / "catalog.sqlite") as catalog:
        yield catalog


@pytest.fixture
def add(catalog: Catalog, tmp_path: Path) -> Add:
    """Write a photo below the watched folder, and have the catalog know it."""
    (tmp_path / "photos").mkdir()
    root = catalog.roots.add(tmp_path / "photos")

    def add(name: str, content: bytes, metadata: Metadata | None = None) -> PhotoId:
        path = root.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        digest = content.ljust(32)[:32]
        photo = catalog.photos.upsert(
            digest, len(content), PhotoStatus.OK, "", metadata or Metadata()
        )
        catalog.files.put(root.id, name, photo, len(content), 1)
        return photo

    return add


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "stick" / "new"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_names_that_are_taken_get_numbers_and_nothing_is_overwritten(
    catalog: Catalog, add: Add, target: Path
) -> None:
    photos = [add("a/x.jpg", b"one"), add("b/x.jpg", b"two"), add("c/x.jpg", b"three")]
    target.mkdir(parents=True)
    (target / "x (2).jpg").write_bytes(b"a person's own")
    (target / "x (3).jpg").symlink_to("nowhere")
    report = Copying(catalog).copy(photos, target)
    (target / "x (3).jpg").unlink()
    assert contents(target) == {
        "x.jpg": b"one",
        "x (2).jpg": b"a person's own",
        "x (4).jpg": b"two",
        "x (5).jpg": b"three",
    }
    assert report.copied == 3
    assert report.problems == []


def test_what_is_there_already_is_left_so_that_copying_goes_on(
    catalog: Catalog, add: Add, target: Path
) -> None:
    photos = [add("a/x.jpg", b"one"), add("b/x.jpg", b"two")]
    cancel = CancelToken()

    def cancel_after_one(progress: Progress) -> None:
        if progress.done == 1:
            cancel.cancel()

    with pytest.raises(Cancelled):
        Copying(catalog).copy(photos, target, cancel, cancel_after_one)
    assert contents(target) == {"x.jpg": b"one"}
    for new in (1, 0):
        report = Copying(catalog).copy(photos, target)
        assert report.copied == new
        assert contents(target) == {"x.jpg": b"one", "x (2).jpg": b"two"}


def test_originals_and_their_times_stay(catalog: Catalog, add: Add, tmp_path: Path) -> None:
    photo = add("x.jpg", b"one")
    original = tmp_path / "photos" / "x.jpg"
    os.utime(original, ns=(1_000_000_000, 2_000_000_000))
    [copy] = Copying(catalog).copy([photo], tmp_path / "out").copies
    assert copy.target.stat().st_mtime_ns == original.stat().st_mtime_ns == 2_000_000_000
    assert copy.target.stat().st_mode == (tmp_path / "library" / "catalog.sqlite").stat().st_mode
    # Into its own folder: it is there.
    assert Copying(catalog).copy([photo], original.parent).copied == 0


def test_a_photo_that_cannot_be_read_is_told_and_the_others_come(
    catalog: Catalog, add: Add, tmp_path: Path, target: Path
) -> None:
    photos = [add("gone.jpg", b"one"), add("pipe.jpg", b"two"), add("x.jpg", b"three")]
    for name in ("gone.jpg", "pipe.jpg"):
        (tmp_path / "photos" / name).unlink()
    os.mkfifo(tmp_path / "photos" / "pipe.jpg")
    report = Copying(catalog).copy([*photos, PhotoId(999)], target)
    assert contents(target) == {"x.jpg": b"three"}
    assert [problem.finding for problem in report.problems] == [
        "does not exist",
        "is not a regular file",
        "has no file any more",
    ]


def test_another_place_of_the_photo_will_do(catalog: Catalog, add: Add, target: Path) -> None:
    photo = add("first.jpg", b"one")
    assert add("second.jpg", b"one") == photo
    catalog.roots.all()[0].path.joinpath("first.jpg").unlink()
    assert Copying(catalog).copy([photo], target).copied == 1
    assert contents(target) == {"second.jpg": b"one"}


def test_long_names_stay_possible(catalog: Catalog, add: Add, target: Path) -> None:
    name = f"{'ü' * 125}.jpg"
    photos = [add(f"{folder}/{name}", folder.encode()) for folder in ("a", "b")]
    assert Copying(catalog).copy(photos, target).copied == 2
    assert all(len(os.fsencode(path.name)) <= 255 for path in target.iterdir())


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_folder_that_is_none_is_refused(
    catalog: Catalog, add: Add, tmp_path: Path, place: str
) -> None:
    (tmp_path / "file").write_text("here")
    with pytest.raises(FolderError):
        Copying(catalog).copy([add("x.jpg", b"one")], tmp_path / place)
    assert (tmp_path / "file").read_text() == "here"


def test_a_full_disk_leaves_no_half_copy(
    catalog: Catalog, add: Add, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, other: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(FolderError, match="No space left"):
        Copying(catalog).copy([add("x.jpg", b"one")], target)
    assert contents(target) == {}


def test_tables_hold_any_name_and_no_formula(catalog: Catalog, add: Add, tmp_path: Path) -> None:
    name = os.fsdecode(b'a,"b"\n\xff.jpg')
    camera = "=HYPERLINK(1)"
    photo = add(name, b"one", Metadata(camera=camera, latitude=-3.5))
    rows = Export(catalog).rows_of([photo, PhotoId(999)], [0.25, None])
    [row] = rows
    assert row["camera"] == camera
    assert f",0.25,{photo},,,,'=HYPERLINK(1),,,-3.5," in as_csv(rows)
    assert '"camera": "=HYPERLINK(1)"' in as_json(rows, "dog")
    write(tmp_path / "list.csv", as_csv(rows))
    assert b'a,""b""\n\xff.jpg"' in (tmp_path / "list.csv").read_bytes()
    with pytest.raises(FolderError):
        write(tmp_path / "missing" / "list.csv", "")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_what_is_no_file_of_its_own_is_written_into(tmp_path: Path) -> None:
    pipe, link, linked = tmp_path / "pipe", tmp_path / "link", tmp_path / "linked"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write(pipe, "a, b")
    assert os.read(reader, 100) == b"a, b"
    os.close(reader)
    assert pipe.is_fifo()
    linked.write_text("old")
    link.symlink_to(linked)
    write(link, "new")
    assert (linked.read_text(), link.is_symlink()) == ("new", True)
