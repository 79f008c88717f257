"""The side panel by itself: sections that are plugged in, keys, mouse, drags, and its size."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from photoclip.domain import PhotoId, Root, RootId
from photoclip.gui import wording
from photoclip.gui.dropping import Dropped
from photoclip.gui.models.photos import MIME_PHOTOS
from photoclip.gui.models.places import PlacesModel
from photoclip.gui.sections import MenuItem, Place, Section
from photoclip.gui.sections.folder_tree import FolderRow, FolderState, folder_row, natural
from photoclip.gui.sections.folders import FoldersSection
from photoclip.gui.sections.library import LibrarySection
from photoclip.gui.theme import Theme
from photoclip.gui.views.sidebar import Sidebar

from .conftest import OpenApp

# The offscreen platform says so of every panel that is a window, and of every menu.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

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


# The model.


def test_names_are_sorted_as_people_count() -> None:
    ordered = ["2024", "Pictures", "Pictures2", "Pictures2b", "Pictures 2", "pictures 10", "Trip"]
    assert sorted(set(ordered), key=natural) == ordered


def test_places_follow_the_rules_of_models(qtmodeltester: ModelTester, albums: Albums) -> None:
    model, watched = PlacesModel(), FoldersSection()
    for section in (LibrarySection(), watched, albums):
        model.add(section)
    qtmodeltester.check(model)
    watched.show([many(200)])
    model.update()
    qtmodeltester.check(model)
    watched.show([many(100, 3)])
    albums.remove(albums.places()[1])
    model.update()
    qtmodeltester.check(model)


class Some(Section):
    """Whatever a test says."""

    def __init__(self) -> None:
        super().__init__("some", "Some")
        self.now: tuple[Place, ...] = ()

    def places(self) -> tuple[Place, ...]:
        return self.now


_trees = st.recursive(
    st.just(()),
    lambda below: st.lists(
        st.tuples(st.integers(0, 9), below), max_size=6, unique_by=lambda one: one[0]
    ).map(tuple),
    max_leaves=20,
)


def _places(tree: tuple[tuple[int, object], ...], above: str = "") -> tuple[Place, ...]:
    return tuple(
        Place(f"{above}/{number}", str(number), children=_places(below, f"{above}/{number}"))  # type: ignore[arg-type]
        for number, below in tree
    )


def _read(model: PlacesModel, parent: QModelIndex) -> tuple[Place, ...]:
    rows = (model.index(row, 0, parent) for row in range(model.rowCount(parent)))
    return tuple(
        replace(place, children=_read(model, index))
        for index in rows
        if (place := model.place(index))
    )


@settings(max_examples=60, deadline=None)
@given(_trees, _trees)
def test_an_update_always_ends_at_what_the_section_tells(old: object, new: object) -> None:
    section, model = Some(), PlacesModel()
    model.add(section)
    section.now = _places(old)  # type: ignore[arg-type]
    assert _read(model, model.index(0, 0)) == section.now
    section.now = _places(new)  # type: ignore[arg-type]
    model.update()
    assert _read(model, model.index(0, 0)) == section.now


def test_names_with_numbers_are_sorted_as_people_do() -> None:
    names = ["trip 10", "Trip 2", "a", "2024", "Zoo", "trip", "100", "20"]
    ordered = ["20", "100", "2024", "a", "trip", "Trip 2", "trip 10", "Zoo"]
    assert sorted(names, key=natural) == ordered


def test_folders_lie_in_each_other() -> None:
    row = folder_row(
        Root(RootId(3), _path("P"), "", True),
        FolderState.WATCHED,
        {"": 9, "a": 5, "a/b": 4, "a-b": 1, "a/b/c": 2},
    )
    assert [(one.key, one.count) for one in row.folders] == [("3/a", 5), ("3/a-b", 1)]
    inner = row.folders[0].children[0]
    assert (inner.key, inner.text, inner.children[0].key) == ("3/a/b", "b", "3/a/b/c")


# A section that is plugged in.


def test_a_section_is_shown_with_its_places(bar: Sidebar) -> None:
    assert lines(bar) == [
        "Library",
        "All photos",
        "Problems",
        "Watched folders",
        "No folder yet",
        "Albums",
        "Holidays",
        "Family",
    ]


def test_a_section_that_comes_later_is_shown_below(bar: Sidebar) -> None:
    later = Some()
    bar.add_section(later)
    # With nothing to show and nothing to add.
    assert bar.view.isRowHidden(3, QModelIndex())
    later.now = (Place("1", "Portraits"),)
    later.changed.emit()
    assert lines(bar)[-2:] == ["Some", "Portraits"]


def test_keys_go_through_the_tree_and_open(bar: Sidebar, qtbot: QtBot, albums: Albums) -> None:
    bar.view.setFocus()
    bar.view.setCurrentIndex(bar.index("albums", "1"))
    key(qtbot, bar, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert albums.opened == ["Summer"]
    key(qtbot, bar, Qt.Key.Key_Left, Qt.Key.Key_Enter)
    assert albums.opened == ["Summer", "Holidays"]
    key(qtbot, bar, Qt.Key.Key_Left)
    assert "Summer" not in lines(bar)
    # Nothing but the window says where the person is.
    assert not bar.view.selectionModel().hasSelection()


def test_headings_open_and_close(bar: Sidebar, qtbot: QtBot) -> None:
    heading = bar.model.index(2, 0)
    click(qtbot, bar, heading)
    assert lines(bar)[-1] == "Albums"
    bar.view.setFocus()
    bar.view.setCurrentIndex(heading)
    key(qtbot, bar, Qt.Key.Key_Return)
    assert lines(bar)[-1] == "Family"


def test_the_mouse_opens_places_and_what_is_below_them(
    bar: Sidebar, qtbot: QtBot, albums: Albums
) -> None:
    holidays = bar.index("albums", "1")
    click(qtbot, bar, holidays, bar.view.parts(holidays).arrow.center())
    assert albums.opened == []
    assert "Summer" in lines(bar)
    click(qtbot, bar, bar.index("albums", "2"))
    assert albums.opened == ["Summer"]
    click(qtbot, bar, bar.index("folders", "none"))
    assert albums.opened == ["Summer"]


def test_renaming_with_the_keys(bar: Sidebar, qtbot: QtBot, albums: Albums) -> None:
    bar.view.expand(bar.index("albums", "1"))
    bar.view.setFocus()
    bar.view.setCurrentIndex(bar.index("albums", "2"))
    key(qtbot, bar, Qt.Key.Key_F2)
    edit = bar.view.findChild(QLineEdit)
    assert edit is not None
    assert edit.text() == "Summer"
    edit.selectAll()
    qtbot.keyClicks(edit, "Winter")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bar.index("albums", "2").data() == "Winter")
    assert bar.view.isExpanded(bar.index("albums", "1"))
    bar.view.setCurrentIndex(bar.index("albums", "3"))
    key(qtbot, bar, Qt.Key.Key_F2)
    assert bar.view.state() is not bar.view.State.EditingState


def test_a_name_that_is_empty_or_the_same_changes_nothing(bar: Sidebar, albums: Albums) -> None:
    told = QSignalSpy(albums.changed)
    for text in ("", "  ", "Family", " Family "):
        assert not bar.model.setData(bar.index("albums", "4"), text)
    assert told.count() == 0


def test_removing_with_the_keys(bar: Sidebar, qtbot: QtBot) -> None:
    bar.view.expand(bar.index("albums", "1"))
    bar.view.setFocus()
    bar.view.setCurrentIndex(bar.index("albums", "3"))
    key(qtbot, bar, Qt.Key.Key_Delete)
    assert "Found by itself" in lines(bar)
    bar.view.setCurrentIndex(bar.index("albums", "2"))
    key(qtbot, bar, Qt.Key.Key_Delete)
    assert "Summer" not in lines(bar)
    assert "Found by itself" in lines(bar)


def test_the_menu_of_a_place(bar: Sidebar, albums: Albums) -> None:
    bar.view.setCurrentIndex(bar.index("albums", "4"))
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(bar.view.viewport(), event)
    menu = next(menu for menu in bar.findChildren(QMenu) if menu.isVisible())
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Delete album",
        "Rename",
    ]
    menu.actions()[0].trigger()
    menu.close()
    assert [place.text for place in albums.places()] == ["Holidays"]


def test_the_button_of_a_heading(bar: Sidebar, qtbot: QtBot) -> None:
    button = bar.buttons["albums"]
    assert button.accessibleName() == "New album"
    assert bar.rect().contains(button.geometry())
    qtbot.mouseClick(button, LEFT)
    assert lines(bar)[-1] == "New"


# Drags.


def photos(*numbers: int) -> QMimeData:
    mime = QMimeData()
    mime.setData(MIME_PHOTOS, ",".join(map(str, numbers)).encode())
    return mime


def folders(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drag(
    bar: Sidebar, mime: QMimeData, index: QModelIndex, *, drop: bool = True
) -> tuple[bool, str]:
    """Drag over a line: whether the panel takes part, and what it says of the drop."""
    at = bar.view.visualRect(index).center() if index.isValid() else QPoint(50, 580)
    action, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    target = bar.view.viewport()
    enter = QDragEnterEvent(at, action, mime, LEFT, keys)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False, ""
    QApplication.sendEvent(target, QDragMoveEvent(at, action, mime, LEFT, keys))
    marked = bar.view.drops.marked
    if drop:
        QApplication.sendEvent(target, QDropEvent(QPointF(at), action, mime, LEFT, keys))
    else:
        QApplication.sendEvent(target, QDragLeaveEvent())
    assert not bar.view.drops.marked
    return True, marked


def test_photos_are_dropped_on_a_place(bar: Sidebar, albums: Albums) -> None:
    assert drag(bar, photos(7, 8), bar.index("albums", "4")) == (True, "Add to Family")
    assert albums.taken == [("Family", (7, 8))]
    drag(bar, photos(7, 8), bar.index("albums", "1"), drop=False)
    assert len(albums.taken) == 1


def test_it_is_told_where_photos_cannot_be_dropped(bar: Sidebar, albums: Albums) -> None:
    refused = QSignalSpy(bar.refused)
    bar.view.expand(bar.index("albums", "1"))
    assert drag(bar, photos(7), bar.index("albums", "3")) == (True, "")
    assert "Found by itself" in refused.at(0)[0]
    assert drag(bar, photos(7), QModelIndex()) == (True, "")
    assert refused.count() == 2
    assert albums.taken == []


def test_resting_on_a_place_opens_what_is_below_it(bar: Sidebar, qtbot: QtBot) -> None:
    holidays = bar.index("albums", "1")
    at, mime = bar.view.visualRect(holidays).center(), photos(1)
    enter = QDragEnterEvent(
        at, Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(bar.view.viewport(), enter)
    qtbot.waitUntil(lambda: bar.view.isExpanded(holidays))
    QApplication.sendEvent(bar.view.viewport(), QDragLeaveEvent())


def test_folders_dropped_among_the_watched_are_watched(
    bar: Sidebar, watched: FoldersSection, tmp_path: Path
) -> None:
    wanted = QSignalSpy(watched.watch_wanted)
    watched.show([many(0)])
    for index in (bar.model.index(1, 0), bar.index("folders", "1/"), QModelIndex()):
        took_part, text = drag(bar, folders(tmp_path), index)
        assert took_part
        assert tmp_path.name in text
    assert [wanted.at(number)[0] for number in range(3)] == [(tmp_path,)] * 3
    drag(bar, folders(tmp_path), bar.index("library", "photos"))
    assert wanted.count() == 3


def test_what_no_section_wants_is_left_to_the_window(bar: Sidebar) -> None:
    text = QMimeData()
    text.setText("parrots")
    assert drag(bar, text, bar.index("albums", "4")) == (False, "")


def test_drags_over_the_panel_go_to_it_or_to_the_window(open_app: OpenApp) -> None:
    app = open_app()
    mime, at = photos(1), QPoint(30, 40)
    action, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier

    def enter() -> bool:
        """Whether the window shows what it would do."""
        event = QDragEnterEvent(at, action, mime, LEFT, keys)
        QApplication.sendEvent(app.window.sidebar.view.viewport(), event)
        shown = app.window.drops.overlay.isVisible()
        QApplication.sendEvent(app.window.sidebar.view.viewport(), QDragLeaveEvent())
        return shown

    assert enter()
    app.window.sidebar.add_section(Albums())
    app.window.drops.overlay.hide()
    assert not enter()


# What a screen reader, and what a person sees.


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
