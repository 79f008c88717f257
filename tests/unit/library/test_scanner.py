"""What a scan sees, and what it never takes for a deletion."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from photoclip.domain import CancelToken, FileId, PhotoFile, PhotoId, Root, RootId
from photoclip.errors import Cancelled
from photoclip.library import walk as walk_module
from photoclip.library.relink import volume_of
from photoclip.library.scanner import ScanDiff, scan

IGNORE = ("@eaDir", "*.lrdata")
posix_only = pytest.mark.skipif(os.name == "nt", reason="POSIX file types")


class Folder:
    """A root on disk and what is known of it."""

    def __init__(self, path: Path) -> None:
        path.mkdir()
        self.path = path
        self.root = Root(RootId(1), path, volume_of(path), True)
        self.known: dict[str, PhotoFile] = {}

    def add(self, name: str, content: bytes = b"x") -> Path:
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def learn(self, photo: int | None = 1) -> None:
        """Take all that a scan sees for known from now on."""
        for seen in self.scan().new:
            number = len(self.known) + 1
            self.known[seen.relative] = PhotoFile(
                FileId(number),
                RootId(1),
                str(self.path / seen.relative),
                None if photo is None else PhotoId(number),
                seen.size,
                seen.mtime_ns,
            )

    def scan(self, under: str = "", **options: Any) -> ScanDiff:
        known = {
            name: file
            for name, file in self.known.items()
            if not under or name.startswith(f"{under}/")
        }
        return scan(
            self.root, known.items(), len(known), IGNORE, CancelToken(), under=under, **options
        )

    def names(self, under: str = "", **options: Any) -> set[str]:
        return {seen.relative for seen in self.scan(under, **options).new}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "root")


def test_finds_photos_in_all_folders_and_nothing_else(folder: Folder) -> None:
    for name in ("a.jpg", "b/c.PNG", "b/d/e.heic", "notes.txt", "b/movie.mp4", "noextension"):
        folder.add(name)
    assert folder.names() == {"a.jpg", "b/c.PNG", "b/d/e.heic"}


def test_hidden_ignored_and_marked_folders_are_not_entered(folder: Folder) -> None:
    folder.add("seen/a.jpg")
    for name in (
        ".hidden/a.jpg",
        "@eaDir/a.jpg",
        "x/@eaDir/a.jpg",
        "catalog.lrdata/a.jpg",
        "app/.nomedia",
        "app/a.jpg",
        "app/deep/a.jpg",
        "._a.jpg",
        "seen/.b.jpg",
    ):
        folder.add(name)
    assert folder.names() == {"seen/a.jpg"}
    for under in ("app", "app/deep", "x/@eaDir", ".hidden"):
        assert folder.names(under) == set()


def test_nomedia_in_the_root_itself_is_overruled_by_whoever_added_it(folder: Folder) -> None:
    folder.add(".nomedia")
    folder.add("a.jpg")
    assert folder.names() == {"a.jpg"}


def test_own_folders_are_never_entered(folder: Folder) -> None:
    folder.add("library/thumbnails/large/1.png")
    folder.add("library/real.png")
    own = [folder.path / "library" / "thumbnails", folder.path / "no such folder"]
    assert folder.names(own=own) == {"library/real.png"}
    assert folder.names("library/thumbnails/large", own=own) == set()


def test_new_changed_unchanged_and_vanished(folder: Folder) -> None:
    for name in ("same.jpg", "longer.jpg", "touched.jpg", "gone.jpg"):
        folder.add(name)
    folder.learn()
    folder.add("longer.jpg", b"xx")
    os.utime(folder.path / "longer.jpg", ns=(0, folder.known["longer.jpg"].mtime_ns))
    os.utime(folder.path / "touched.jpg", ns=(5, 5))
    (folder.path / "gone.jpg").unlink()
    folder.add("new.jpg")
    diff = folder.scan()
    assert [seen.relative for seen in diff.new] == ["new.jpg"]
    assert sorted(seen.relative for seen in diff.changed) == ["longer.jpg", "touched.jpg"]
    assert diff.unchanged == 1
    assert [file.path.name for file in diff.vanished] == ["gone.jpg"]
    assert not diff.offline and not diff.problems


def test_file_that_could_not_be_read_is_looked_at_again(folder: Folder) -> None:
    folder.add("a.jpg")
    folder.learn(photo=None)
    assert folder.names() == {"a.jpg"}


def test_only_the_folder_asked_for_is_looked_at(folder: Folder) -> None:
    for name in ("a.jpg", "sub/b.jpg", "sub/deep/c.jpg", "subway/d.jpg"):
        folder.add(name)
    assert folder.names("sub") == {"sub/b.jpg", "sub/deep/c.jpg"}


def test_folder_that_vanished_takes_its_files_along(folder: Folder) -> None:
    folder.add("keep/a.jpg")
    folder.add("trip/b.jpg")
    folder.learn()
    (folder.path / "trip" / "b.jpg").unlink()
    (folder.path / "trip").rmdir()
    diff = folder.scan("trip")
    assert [file.path.name for file in diff.vanished] == ["b.jpg"]
    assert not diff.offline


def test_file_that_became_a_folder_and_the_other_way_round(folder: Folder) -> None:
    folder.add("x.jpg")
    folder.add("y.jpg/inner.jpg")
    folder.learn()
    (folder.path / "x.jpg").unlink()
    folder.add("x.jpg/now inside.jpg")
    (folder.path / "y.jpg" / "inner.jpg").unlink()
    (folder.path / "y.jpg").rmdir()
    folder.add("y.jpg")
    diff = folder.scan()
    assert {seen.relative for seen in diff.new} == {"x.jpg/now inside.jpg", "y.jpg"}
    assert {file.path.relative_to(folder.path).as_posix() for file in diff.vanished} == {
        "x.jpg",
        "y.jpg/inner.jpg",
    }


@posix_only
def test_links_neither_loop_nor_show_a_folder_twice(folder: Folder, tmp_path: Path) -> None:
    folder.add("real/a.jpg")
    (folder.path / "loop").symlink_to(folder.path)
    (folder.path / "real" / "up").symlink_to("..")
    (folder.path / "aaa").symlink_to(folder.path / "real")
    (folder.path / "self.jpg").symlink_to("self.jpg")
    (folder.path / "around").symlink_to(tmp_path)
    (folder.path / "dangling.jpg").symlink_to("nothing.jpg")
    diff = folder.scan()
    assert [seen.relative for seen in diff.new] == ["real/a.jpg"]
    assert diff.problems == []


@posix_only
def test_links_lead_out_but_not_into_another_root(folder: Folder, tmp_path: Path) -> None:
    other, outside = tmp_path / "other root", tmp_path / "outside"
    for place in (other, outside):
        place.mkdir()
        (place / "a.jpg").touch()
    (outside / "back").symlink_to(outside)
    (folder.path / "one").symlink_to(outside)
    (folder.path / "two").symlink_to(outside)
    (folder.path / "other").symlink_to(other)
    (folder.path / "linked.jpg").symlink_to(outside / "a.jpg")
    assert folder.names(roots=[other]) == {"one/a.jpg", "linked.jpg"}


@posix_only
def test_look_at_a_linked_folder_obeys_the_same_rules(folder: Folder, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "b.jpg").touch()
    folder.add("real/a.jpg")
    (folder.path / "inside").symlink_to(folder.path / "real")
    (folder.path / "out").symlink_to(outside)
    assert folder.names("inside") == set()
    assert folder.names("out") == {"out/b.jpg"}
    assert folder.names() == {"real/a.jpg", "out/b.jpg"}


def test_entry_that_lags_behind_its_file_is_no_change(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.add("a.jpg")
    folder.learn()
    real = walk_module.Walk._note

    def lag(self: walk_module.Walk, relative: str, entry: os.DirEntry[str]) -> None:
        real(self, relative, entry)
        self.files[relative] = (0, 0)

    monkeypatch.setattr(walk_module.Walk, "_note", lag)
    assert folder.scan().unchanged == 1


@posix_only
def test_pipes_sockets_and_devices_are_left_alone(folder: Folder) -> None:
    os.mkfifo(folder.path / "pipe.jpg")
    with socket.socket(socket.AF_UNIX) as server:
        before = Path.cwd()
        os.chdir(folder.path)  # names of sockets are short
        try:
            server.bind("socket.jpg")
        finally:
            os.chdir(before)
        (folder.path / "device.jpg").symlink_to("/dev/null")
        assert folder.scan() == ScanDiff()


@posix_only
def test_names_that_are_not_unicode(folder: Folder) -> None:
    name = os.fsdecode(b"caf\xe9 \xff.jpg")
    try:
        folder.add(name)
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    folder.learn()
    assert folder.scan().unchanged == 1


class Refusing:
    """os.scandir that fails for some folders, and counts."""

    def __init__(self, real: Callable[..., Any]) -> None:
        self.real = real
        self.errors: dict[str, Callable[[], OSError]] = {}

    def __call__(self, path: str) -> Any:
        for ending, error in self.errors.items():
            if str(path).endswith(ending):
                raise error()
        return self.real(path)


@pytest.fixture
def refusing(monkeypatch: pytest.MonkeyPatch) -> Iterator[Refusing]:
    refusing = Refusing(os.scandir)
    monkeypatch.setattr(walk_module.os, "scandir", refusing)
    yield refusing


@pytest.mark.parametrize(
    "error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error")]
)
def test_folder_that_cannot_be_listed_protects_what_is_known_below(
    folder: Folder, refusing: Refusing, error: OSError
) -> None:
    for name in ("locked/a.jpg", "locked/deep/b.jpg", "lockedout.jpg", "free/c.jpg"):
        folder.add(name)
    folder.learn()
    (folder.path / "lockedout.jpg").unlink()
    refusing.errors["locked"] = lambda: error
    diff = folder.scan()
    assert [file.path.name for file in diff.vanished] == ["lockedout.jpg"]
    assert [(problem.path, problem.reason) for problem in diff.problems] == [
        (folder.path / "locked", str(error.strerror).lower())
    ]
    assert diff.unchanged == 3


def test_folder_that_vanishes_while_walking_is_no_problem(
    folder: Folder, refusing: Refusing
) -> None:
    folder.add("sub/a.jpg")
    folder.learn()
    refusing.errors["sub"] = lambda: FileNotFoundError(2, "No such file or directory")
    diff = folder.scan()
    assert diff.problems == []
    assert [file.path.name for file in diff.vanished] == ["a.jpg"]


def test_drive_lost_during_the_walk_loses_nothing(folder: Folder, refusing: Refusing) -> None:
    folder.add("one/a.jpg")
    folder.add("two/b.jpg")
    folder.learn()

    def pull_out() -> OSError:
        if folder.path.exists():
            folder.path.rename(folder.path.with_name("pulled out"))
        return FileNotFoundError(2, "No such file or directory")

    refusing.errors["one"] = pull_out
    diff = folder.scan()
    assert diff.offline
    assert diff.vanished == [] and diff.new == []


def test_missing_root_is_offline(folder: Folder) -> None:
    folder.add("a.jpg")
    folder.learn()
    folder.path.rename(folder.path.with_name("away"))
    assert folder.scan() == ScanDiff(offline=True)


def test_scan_can_be_cancelled(folder: Folder) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        scan(folder.root, [], 0, IGNORE, cancel)


def test_tells_how_many_files_were_seen(folder: Folder) -> None:
    folder.add("a.jpg")
    folder.add("b/c.jpg")
    seen: list[int] = []
    folder.scan(on_folder=seen.append)
    assert seen == [1, 2]
