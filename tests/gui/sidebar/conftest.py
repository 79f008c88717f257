"""The side panel with sections of its own, as the tests of it need it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from pytestqt.qtbot import QtBot

from photoclip.domain import PhotoId, Root, RootId
from photoclip.gui.dropping import Dropped
from photoclip.gui.sections import MenuItem, Place, Section
from photoclip.gui.sections.folder_tree import FolderRow, FolderState, folder_row
from photoclip.gui.sections.folders import FoldersSection
from photoclip.gui.sections.library import LibrarySection
from photoclip.gui.theme import Theme
from photoclip.gui.views.sidebar.sidebar import Sidebar

LEFT = Qt.MouseButton.LeftButton


class Albums(Section):
    """Nested places that take photos, and can be renamed and removed, as albums will be."""

    def __init__(self) -> None:
        super().__init__("albums", "Albums")
        self.add_text = "New album"
        self.opened: list[str] = []
        self.taken: list[tuple[str, tuple[PhotoId, ...]]] = []
        self._numbers = count(1)
        summer = Place("2", "Summer", "photos", 3, renamable=True, removable=True)
        smart = Place("3", "Found by itself", "search", 9)
        self._places: tuple[Place, ...] = (
            Place("1", "Holidays", "folder", 12, (summer, smart), renamable=True, removable=True),
            Place("4", "Family", "photos", 40, renamable=True, removable=True),
        )

    def places(self) -> tuple[Place, ...]:
        return self._places

    def open(self, place: Place) -> None:
        self.opened.append(place.text)

    def add(self) -> None:
        self._set((*self._places, Place(f"new {next(self._numbers)}", "New", "photos", 0)))

    def menu(self, place: Place | None) -> list[MenuItem]:
        if place is None:
            return [*super().menu(place)]
        return [MenuItem("Delete album", partial(self.remove, place), "remove", 1)]

    def wants(self, dropped: Dropped) -> bool:
        return bool(dropped.photos)

    def accepts(self, place: Place | None, dropped: Dropped) -> str:
        if place is None or place.text == "Found by itself" or not dropped.photos:
            return ""
        return f"Add to {place.text}"

    def take(self, place: Place | None, dropped: Dropped) -> None:
        assert place is not None
        self.taken.append((place.text, dropped.photos))

    def rename(self, place: Place, text: str) -> None:
        self._set(_edited(self._places, place.key, lambda one: replace(one, text=text)))

    def remove(self, place: Place) -> None:
        self._set(_edited(self._places, place.key, lambda one: None))

    def _set(self, places: tuple[Place, ...]) -> None:
        self._places = places
        self.changed.emit()


def _edited(
    places: tuple[Place, ...], key: str, edit: Callable[[Place], Place | None]
) -> tuple[Place, ...]:
    kept = [edit(place) if place.key == key else place for place in places]
    return tuple(
        replace(place, children=_edited(place.children, key, edit)) for place in kept if place
    )


@pytest.fixture
def albums() -> Albums:
    return Albums()


@pytest.fixture
def library() -> LibrarySection:
    return LibrarySection()


@pytest.fixture
def watched() -> FoldersSection:
    return FoldersSection()


@pytest.fixture
def bar(
    qtbot: QtBot, theme: Theme, library: LibrarySection, watched: FoldersSection, albums: Albums
) -> Sidebar:
    bar = Sidebar(theme, [library, watched, albums])
    qtbot.addWidget(bar)
    bar.resize(240, 600)
    bar.show()
    qtbot.waitExposed(bar)
    return bar


def lines(bar: Sidebar) -> list[str]:
    """What is on screen, from the top."""
    found, index = [], bar.model.index(0, 0)
    while index.isValid():
        found.append(str(index.data()))
        index = bar.view.indexBelow(index)
    return found


def click(qtbot: QtBot, bar: Sidebar, index: QModelIndex, at: QPoint | None = None) -> None:
    where = at or bar.view.visualRect(index).center()
    qtbot.mouseClick(bar.view.viewport(), LEFT, pos=where)


def key(qtbot: QtBot, bar: Sidebar, *keys: Qt.Key) -> None:
    for one in keys:
        qtbot.keyClick(bar.view, one)


def many(folders: int, extra: int = 0) -> FolderRow:
    """A watched folder with so many folders in it, fifty in each."""
    counts = {"": folders + extra}
    for number in range(folders // 50):
        counts[f"{number}"] = 50 + extra
        counts |= {f"{number}/{inner}": 1 + extra for inner in range(49)}
    return folder_row(Root(RootId(1), _path("Pictures"), "", True), FolderState.WATCHED, counts)


def _path(name: str) -> Path:
    return Path("/home/me") / name


class Some(Section):
    """Whatever a test says."""

    def __init__(self) -> None:
        super().__init__("some", "Some")
        self.now: tuple[Place, ...] = ()

    def places(self) -> tuple[Place, ...]:
        return self.now
