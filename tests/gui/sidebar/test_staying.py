"""What the side panel says, what stays as it was, and its size."""

from __future__ import annotations

import json
import time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photoclip.domain import Root, RootId
from photoclip.gui import wording
from photoclip.gui.sections.folder_tree import FolderState, folder_row
from photoclip.gui.sections.folders import FoldersSection
from photoclip.gui.sections.library import LibrarySection
from photoclip.gui.theme import Theme
from photoclip.gui.views.sidebar.sidebar import Sidebar

from .conftest import _path, lines, many

# The offscreen platform says so of every panel that is a window, and of every menu.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_what_is_said_of_places(
    bar: Sidebar, library: LibrarySection, watched: FoldersSection
) -> None:
    library.show_counts(1234, 2)
    away = Root(RootId(1), _path("Old"), "", False)
    watched.show([folder_row(away, FolderState.OFFLINE, {"": 5, "a": 2})])

    def said(section: str, key: str) -> str:
        return str(bar.index(section, key).data(Qt.ItemDataRole.AccessibleTextRole))

    assert said("library", "photos") == f"All photos, {wording.photos(1234)}"
    assert said("library", "problems") == f"Problems, {wording.files(2)}"
    assert said("folders", "1/") == f"Old, {wording.photos(5)}, not connected"
    tooltip = bar.index("folders", "1/a").data(Qt.ItemDataRole.ToolTipRole)
    assert str(_path("Old") / "a") in tooltip
    assert "not connected" in tooltip


def test_folders_tell_while_photos_come_in(bar: Sidebar, watched: FoldersSection) -> None:
    first = Root(RootId(1), _path("A"), "", True)
    second = Root(RootId(2), _path("B"), "", True)

    def show(one: int, two: int) -> list[str]:
        counts = ((first, one), (second, two))
        watched.show([folder_row(root, FolderState.POLLED, {"": n}) for root, n in counts])
        return [place.badge for place in watched.places()]

    assert show(3, 5) == ["clock", "clock"]
    watched.set_indexing(True)
    assert show(3, 9) == ["clock", "sync"]
    assert show(3, 9) == ["clock", "sync"]
    assert show(4, 9) == ["sync", "clock"]
    watched.set_indexing(False)
    assert [place.badge for place in watched.places()] == ["clock", "clock"]


def test_where_one_is_stays_marked_while_it_comes_and_goes(
    bar: Sidebar, watched: FoldersSection
) -> None:
    def marked() -> list[str]:
        return [index.data() for index in bar.view.selectionModel().selectedIndexes()]

    bar.show_place("folders", "1/0/3")
    assert marked() == []
    watched.show([many(100)])
    assert marked() == ["3"]
    watched.show([])
    assert marked() == []
    watched.show([many(100, 1)])
    assert marked() == ["3"]
    bar.show_place("library", "photos")
    assert marked() == ["All photos"]


def test_what_is_open_is_remembered_also_for_what_comes_later(
    bar: Sidebar, watched: FoldersSection, theme: Theme, qtbot: QtBot
) -> None:
    watched.show([many(200)])
    bar.view.expand(bar.index("folders", "1/"))
    bar.view.expand(bar.index("folders", "1/2"))
    bar.view.collapse(bar.model.index(0, 0))
    state = json.loads(json.dumps(bar.state()))
    folders = FoldersSection()
    other = Sidebar(theme, [LibrarySection(), folders])
    qtbot.addWidget(other)
    other.restore(state)
    folders.show([many(200)])
    assert other.view.isExpanded(other.index("folders", "1/2"))
    assert not other.view.isExpanded(other.index("folders", "1/1"))
    assert not other.view.isExpanded(other.model.index(0, 0))
    assert other.state() == state


@pytest.mark.parametrize(
    "state", [None, 3, {"open": 1, "closed": []}, {"open": [[1, 2], ["a"]], "closed": [4]}]
)
def test_a_state_that_makes_no_sense_is_left_out(bar: Sidebar, state: object) -> None:
    bar.restore(state)
    assert "All photos" in lines(bar)


# Twenty thousand folders.


def test_twenty_thousand_folders(bar: Sidebar, watched: FoldersSection) -> None:
    row = many(20_000)
    began = time.thread_time()
    watched.show([row])
    bar.view.expand(bar.index("folders", "1/"))
    bar.grab()
    assert time.thread_time() - began < 0.5
    grown = many(20_000, 1)
    began = time.thread_time()
    watched.show([grown])
    assert time.thread_time() - began < 0.1
    assert bar.index("folders", "1/399/48").isValid()


def test_twenty_thousand_folders_that_are_all_open(bar: Sidebar, watched: FoldersSection) -> None:
    watched.show([many(20_000)])
    bar.view.expandAll()
    bar.grab()
    grown = many(20_000, 1)
    began = time.thread_time()
    watched.show([grown])
    bar.grab()
    assert time.thread_time() - began < 0.15


def test_a_folder_can_be_opened_once_there_are_others_in_it(
    bar: Sidebar, qtbot: QtBot, watched: FoldersSection
) -> None:
    root = Root(RootId(1), _path("Photos"), "", True)
    counts = {"": 3, "a": 1, "b": 1, "c": 1}
    watched.show([folder_row(root, FolderState.WATCHED, counts)])
    bar.view.expand(bar.index("folders", "1/"))
    grown = {"": 6, "a": 2, "b": 2, "b/new": 1, "c": 2}
    watched.show([folder_row(root, FolderState.WATCHED, grown)])
    index = bar.index("folders", "1/b")
    bar.view.setCurrentIndex(index)
    qtbot.keyClick(bar.view, Qt.Key.Key_Right)
    assert bar.view.isExpanded(index)


def test_what_is_on_screen_stays_there_while_folders_come(
    bar: Sidebar, watched: FoldersSection
) -> None:
    watched.show([many(20_000)])
    view = bar.view
    view.expand(bar.index("folders", "1/"))
    shown = bar.index("folders", "1/200")
    view.scrollTo(shown, view.ScrollHint.PositionAtTop)
    before = view.visualRect(shown).top()
    other = folder_row(Root(RootId(2), _path("A first one"), "", True), FolderState.WATCHED, {})
    watched.show([many(20_000, 1), other])
    assert view.visualRect(bar.index("folders", "1/200")).top() == before
    assert view.isExpanded(bar.index("folders", "1/"))
