"""A watched folder that was moved is found again without reading its photos anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from photoclip.domain import Root, RootId
from photoclip.errors import FolderError
from photoclip.library import moved

from .conftest import Desk


@pytest.fixture
def away(desk: Desk) -> Path:
    """Where the watched folder with three photos was moved to; photoclip saw it missing."""
    for number in range(3):
        desk.write(f"trip/{number}.jpg", number)
    desk.index()
    elsewhere = desk.base / "elsewhere"
    desk.folder.rename(elsewhere)
    assert desk.index().offline == 3
    return elsewhere


def known(desk: Desk) -> Root:
    root = desk.catalog.roots.get(desk.root.id)
    assert root is not None
    return root


def test_nothing_is_read_anew(desk: Desk, away: Path) -> None:
    read = desk.decoder.count
    root = moved.relocate(desk.catalog, desk.root.id, away)
    assert (root.path, root.online) == (away, True)
    report = desk.index()
    assert (report.unchanged, report.new, report.offline) == (3, 0, 0)
    assert desk.decoder.count == read


def test_it_can_be_undone_though_the_old_place_is_gone(desk: Desk, away: Path) -> None:
    before = known(desk)
    moved.relocate(desk.catalog, desk.root.id, away)
    assert moved.put_back(desk.catalog, before) == before == known(desk)


def test_a_folder_of_other_photos_is_refused(desk: Desk, away: Path) -> None:
    other = desk.base / "other"
    (other / "trip").mkdir(parents=True)
    (other / "trip" / "another.jpg").touch()
    with pytest.raises(FolderError, match="holds none of the photos"):
        moved.relocate(desk.catalog, desk.root.id, other)
    assert known(desk).path == desk.folder


def test_a_folder_that_is_in_its_place_is_not_relocated(desk: Desk, away: Path) -> None:
    (desk.folder / "trip").mkdir(parents=True)
    (away / "trip" / "0.jpg").rename(desk.folder / "trip" / "0.jpg")
    with pytest.raises(FolderError, match="still in its place"):
        moved.relocate(desk.catalog, desk.root.id, away)


@pytest.mark.parametrize("name", ["missing", "elsewhere/trip/0.jpg"])
def test_what_is_no_folder_is_refused(desk: Desk, away: Path, name: str) -> None:
    with pytest.raises(FolderError, match=r"does not exist|is not a folder"):
        moved.relocate(desk.catalog, desk.root.id, desk.base / name)


def test_a_folder_inside_another_is_refused(desk: Desk, away: Path) -> None:
    desk.watch(away)
    with pytest.raises(FolderError, match="already watched"):
        moved.relocate(desk.catalog, desk.root.id, away)


def test_a_folder_that_is_not_watched_is_refused(desk: Desk, away: Path) -> None:
    with pytest.raises(FolderError, match="not watched any more"):
        moved.relocate(desk.catalog, RootId(99), away)
    gone = known(desk)
    desk.catalog.roots.remove(gone.id)
    with pytest.raises(FolderError, match="not watched any more"):
        moved.put_back(desk.catalog, gone)


def test_samples_come_from_all_over_a_folder(desk: Desk) -> None:
    for number in range(100):
        desk.catalog.files.put(desk.root.id, f"{number:02}.jpg", None, 1, 1, "not read")
    names = desk.catalog.files.sample(desk.root.id, 10)
    assert len(names) == 10
    assert names[0] < "05" and names[-1] >= "90"
    for most in (60, 99, 500):
        assert 30 < len(desk.catalog.files.sample(desk.root.id, most)) <= most
