"""Folders that a first start proposes: found by what the desktop says, counted, never twice."""

from __future__ import annotations

import itertools
import os
import platform
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from photoclip.domain import CancelToken
from photoclip.errors import Cancelled
from photoclip.library import suggestions
from photoclip.library.rules import Rules
from photoclip.library.suggestions import (
    Place,
    PlaceKind,
    Suggestion,
    count_photos,
    suggest,
    usual_places,
)

pytestmark = pytest.mark.skipif(
    not platform.system().startswith("Linux"), reason="lays a Linux home out"
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_PICTURES_DIR", "ONEDRIVE"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture
def no_drives(tmp_path: Path) -> Path:
    table = tmp_path / "mounts"
    table.write_text("/dev/sda1 / ext4 rw 0 0\n")
    return table


def photos(folder: Path, count: int = 3) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number}.jpg").touch()
    return folder


def shown(found: Iterator[Suggestion]) -> list[tuple[str, int]]:
    return [(one.path.name, one.photos) for one in found]


def test_the_folder_for_pictures_has_a_name_in_every_language(home: Path, no_drives: Path) -> None:
    bilder = photos(home / "Bilder" / "2024", 5).parent
    (home / ".config").mkdir()
    (home / ".config" / "user-dirs.dirs").write_text('XDG_PICTURES_DIR="$HOME/Bilder"\n')
    found = list(suggest([], candidates=usual_places(no_drives)))
    assert found == [Suggestion(bilder, PlaceKind.PICTURES, 5, complete=True)]


def test_a_home_that_is_its_own_folder_for_pictures_is_not_proposed(
    home: Path, no_drives: Path
) -> None:
    photos(home)
    (home / ".config").mkdir()
    (home / ".config" / "user-dirs.dirs").write_text('XDG_PICTURES_DIR="$HOME/"\n')
    assert list(usual_places(no_drives)) == []


def test_usual_names_and_clouds(home: Path, no_drives: Path) -> None:
    for number, name in enumerate(
        ("Pictures", "Photos", "DCIM", "Dropbox/Camera Uploads", "OneDrive - Work/Pictures"), 1
    ):
        photos(home / name, number)
    photos(home / "Downloads", 9)
    found = list(suggest([], candidates=usual_places(no_drives)))
    assert [(one.path.relative_to(home).as_posix(), one.photos) for one in found] == [
        ("Pictures", 1),
        ("Photos", 2),
        ("DCIM", 3),
        ("OneDrive - Work/Pictures", 5),
        ("Dropbox/Camera Uploads", 4),
    ]
    assert [one.kind for one in found] == [PlaceKind.PICTURES] * 3 + [PlaceKind.CLOUD] * 2


def test_a_camera_card_is_found_and_a_network_drive_is_left_alone(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suggestions, "_DRIVES_BELOW", (str(tmp_path / "media"),))
    card, share = tmp_path / "media" / "EOS DIGITAL", tmp_path / "media" / "share"
    photos(card / "DCIM" / "100CANON", 4)
    photos(share / "DCIM")
    table = tmp_path / "mounts"
    escaped = str(card).replace(" ", "\\040")
    table.write_text(f"/dev/sdb1 {escaped} vfat rw 0 0\nhost:/x {share} nfs4 rw 0 0\n")
    found = list(suggest([], candidates=usual_places(table)))
    assert [(one.path, one.kind) for one in found] == [(card / "DCIM", PlaceKind.DRIVE)]


def test_nothing_is_proposed_twice_or_where_it_is_watched(home: Path) -> None:
    pictures = photos(home / "Pictures")
    inner = photos(pictures / "Camera")
    other = photos(home / "Photos")
    link = home / "DCIM"
    link.symlink_to(pictures)
    places = [Place(path, PlaceKind.PICTURES) for path in (pictures, inner, link, other)]
    assert shown(suggest([], candidates=places)) == [("Pictures", 6), ("Photos", 3)]
    assert shown(suggest([pictures], candidates=places)) == [("Photos", 3)]
    # The whole cannot be watched where a part is.
    assert shown(suggest([inner], candidates=places)) == [("Photos", 3)]


def test_only_what_would_be_indexed_is_counted(home: Path) -> None:
    pictures = photos(home / "Pictures", 2)
    for hidden in (".thumbnails", "@eaDir"):
        photos(pictures / hidden)
    (photos(pictures / "Private") / ".nomedia").touch()
    (pictures / "notes.txt").touch()
    (pictures / "._1.jpg").touch()
    (pictures / "loop").symlink_to(pictures)
    rules = Rules.of(["@eaDir"])
    assert count_photos(pictures, rules, CancelToken(), time.monotonic() + 60) == (2, True)


def test_folders_without_photos_are_not_proposed(home: Path) -> None:
    empty = home / "Pictures"
    empty.mkdir()
    places = [Place(path, PlaceKind.PICTURES) for path in (empty, home / "Gone")]
    assert list(suggest([], candidates=places)) == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs permissions that count")
def test_what_may_not_be_read_is_passed_over(home: Path) -> None:
    pictures = photos(home / "Pictures", 2)
    closed = photos(pictures / "Closed")
    closed.chmod(0)
    try:
        assert shown(suggest([], candidates=[Place(pictures, PlaceKind.PICTURES)])) == [
            ("Pictures", 2)
        ]
    finally:
        closed.chmod(0o700)


def test_counting_ends_in_time_and_says_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pictures = photos(home / "Pictures", 2)
    photos(pictures / "More")
    clock = itertools.count(start=0.0, step=suggestions.SECONDS_EACH * 0.7)
    monkeypatch.setattr(suggestions.time, "monotonic", lambda: next(clock))
    (found,) = suggest([], candidates=[Place(pictures, PlaceKind.PICTURES)])
    assert not found.complete
    assert found.photos == 2


def test_many_photos_are_not_counted_to_the_end(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suggestions, "MOST_PHOTOS", 2)
    pictures = photos(home / "Pictures", 3)
    photos(pictures / "More")
    (found,) = suggest([], candidates=[Place(pictures, PlaceKind.PICTURES)])
    assert (found.photos, found.complete) == (3, False)


def test_counting_can_be_cancelled(home: Path) -> None:
    pictures, cancel = photos(home / "Pictures"), CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(suggest([], (), cancel, [Place(pictures, PlaceKind.PICTURES)]))
