"""An absent drive is told from an emptied folder."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from photoclip.domain import Root, RootId
from photoclip.library import relink
from photoclip.library.relink import identity_of, is_bare, root_is_online, volume_of


def root_at(path: Path, volume: str | None = None) -> Root:
    return Root(RootId(1), path, volume_of(path) if volume is None else volume, True)


def test_folder_with_files_is_online(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").touch()
    assert root_is_online(root_at(tmp_path), 1)


def test_missing_folder_is_offline(tmp_path: Path) -> None:
    assert not root_is_online(root_at(tmp_path / "gone", "device:1:1"), 3)


def test_file_in_the_place_of_a_folder_is_offline(tmp_path: Path) -> None:
    (tmp_path / "root").touch()
    assert not root_is_online(root_at(tmp_path / "root"), 3)


def test_folder_that_cannot_be_listed_is_offline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    root = root_at(tmp_path)
    monkeypatch.setattr(os, "scandir", refuse)
    assert not root_is_online(root, 3)


def test_emptied_folder_is_online(tmp_path: Path) -> None:
    assert root_is_online(root_at(tmp_path), 3)


def test_empty_folder_in_the_place_of_a_full_one_is_offline(tmp_path: Path) -> None:
    folder = tmp_path / "mount"
    folder.mkdir()
    root = root_at(folder)
    folder.rename(tmp_path / "elsewhere")
    folder.mkdir()
    (folder / ".Trash-1000").mkdir()
    assert not root_is_online(root, 3)
    assert root_is_online(root, 0)
    (folder / "new.jpg").touch()
    assert root_is_online(root, 3)


def test_unknown_volume_takes_an_empty_folder_for_emptied(tmp_path: Path) -> None:
    assert root_is_online(root_at(tmp_path, ""), 3)


def test_volume_survives_a_rename_and_differs_between_folders(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    before = volume_of(one)
    assert before and before != volume_of(other)
    assert volume_of(one.rename(tmp_path / "renamed")) == before
    assert volume_of(tmp_path / "missing") == ""


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="needs device nodes")
def test_volume_names_the_uuid_that_udev_publishes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = tmp_path / "by-uuid"
    links.mkdir()
    (links / "dead").symlink_to(tmp_path / "nothing")
    (links / "1234-ABCD").symlink_to("/dev/null")
    monkeypatch.setattr(relink, "BY_UUID", links)
    monkeypatch.setattr(relink.platform, "system", lambda: "Linux")
    device = Path("/dev/null").stat().st_rdev
    assert relink._uuid_of(device) == "1234-ABCD"
    assert relink._uuid_of(device + 99) is None
    shutil.rmtree(links)
    assert relink._uuid_of(device) is None


def test_bare_means_nothing_but_hidden_entries(tmp_path: Path) -> None:
    assert is_bare(tmp_path)
    (tmp_path / ".DS_Store").touch()
    assert is_bare(tmp_path)
    (tmp_path / "x").mkdir()
    assert not is_bare(tmp_path)


def test_identity_is_of_folders_only(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert identity_of(tmp_path) is not None
    assert identity_of(tmp_path / "file") is None
    assert identity_of(tmp_path / "none") is None
