"""Where events cannot be had, the reason is told."""

from __future__ import annotations

import errno
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog.events import FileSystemEventHandler

from photoclip.library import mounts, observing
from photoclip.library.mounts import remote_kind
from photoclip.library.observing import EventSource, NoEvents, probe_inotify

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
nas:/photos /mnt/nas nfs4 rw 0 0
/dev/sdb1 /mnt/nas/local ext4 rw 0 0
//server/share /mnt/with\\040space cifs rw 0 0
user@host: /mnt/ssh fuse.sshfs rw 0 0
broken line
"""


@pytest.fixture
def source() -> Iterator[EventSource]:
    source = EventSource()
    yield source
    source.close()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/me", None),
        ("/mnt/nas", "nfs4"),
        ("/mnt/nas/2024/trip", "nfs4"),
        ("/mnt/nas/local/x", None),
        ("/mnt/with space/x", "cifs"),
        ("/mnt/ssh", "fuse.sshfs"),
        ("/mnt/nasty", None),
    ],
)
def test_network_file_systems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, kind: str | None
) -> None:
    monkeypatch.setattr(mounts.platform, "system", lambda: "Linux")
    table = tmp_path / "mounts"
    table.write_text(MOUNTS)
    assert remote_kind(Path(path), table) == kind


def test_other_systems_and_missing_tables_tell_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert remote_kind(tmp_path, tmp_path / "none") is None
    monkeypatch.setattr(mounts.platform, "system", lambda: "Darwin")
    assert remote_kind(tmp_path) is None


def test_network_folder_gives_no_events(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: EventSource
) -> None:
    monkeypatch.setattr(observing, "remote_kind", lambda path: "nfs4")
    with pytest.raises(NoEvents, match="nfs4"):
        source.attach(tmp_path, FileSystemEventHandler())


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, r"sysctl fs\.inotify\.max_user_watches"),
        (errno.EMFILE, r"sysctl fs\.inotify\.max_user_instances"),
        (errno.EIO, "refuses"),
    ],
)
def test_refusals_say_what_mends_them(tmp_path: Path, number: int, words: str) -> None:
    class Refusing:
        def start(self) -> None:
            raise OSError(number, "refused")

    source = EventSource(Refusing)  # type: ignore[arg-type]
    with pytest.raises(NoEvents, match=words):
        source.attach(tmp_path, FileSystemEventHandler())
    source.close()


def test_limit_reached_by_sub_folders_is_noticed(tmp_path: Path) -> None:
    def probe(folder: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = set(threading.enumerate())
    source = EventSource(probe=probe)
    with pytest.raises(NoEvents, match="max_user_watches"):
        source.attach(tmp_path, FileSystemEventHandler())
    source.close()
    assert set(threading.enumerate()) == before


def test_probe_finds_room_here_and_tells_a_missing_folder(
    tmp_path: Path, source: EventSource
) -> None:
    probe_inotify(tmp_path)
    source.attach(tmp_path, FileSystemEventHandler())
    tmp_path.rename(tmp_path.with_name("away"))
    source.check(tmp_path)


def test_detach_and_close_may_be_repeated(tmp_path: Path, source: EventSource) -> None:
    source.detach(tmp_path)
    source.attach(tmp_path, FileSystemEventHandler())
    source.attach(tmp_path, FileSystemEventHandler())
    source.check(tmp_path)
    source.detach(tmp_path)
    source.detach(tmp_path)
    source.close()
    source.close()
