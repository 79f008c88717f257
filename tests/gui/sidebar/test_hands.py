"""The side panel by keys and mouse, with a section that is plugged in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
)
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from photoclip.gui.sections import Place
from photoclip.gui.views.sidebar.sidebar import Sidebar

from .conftest import LEFT, Albums, Some, click, key, lines

# The offscreen platform says so of every panel that is a window, and of every menu.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_section_is_shown_with_its_places(bar: Sidebar) -> None:
    assert lines(bar) == [
        "Library",
        "All photos",
        "Review",
        "Duplicates",
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
