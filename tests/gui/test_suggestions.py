"""What is offered under the search box while somebody types."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from photoclip.domain import SavedSearch, SearchId
from photoclip.gui.theme import Theme
from photoclip.gui.views.search.search_bar import SearchBar
from photoclip.search.query import FilterName
from photoclip.search.vocabulary import Vocabulary, Word

from .conftest import App, OpenApp, copy_samples, with_photos

# What the offscreen screen cannot do has nothing to do with us.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

VOCABULARY = Vocabulary(
    (
        Word(FilterName.IN, "Italy", 40, "italy"),
        Word(FilterName.CAMERA, "Canon EOS 5D", 7, "canon eos 5d"),
        Word(FilterName.CAMERA, "Canon IXUS", 1, "canon ixus"),
    ),
    searches=(SavedSearch(SearchId(1), "Dogs outside", "dog -indoors"),),
)


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> Iterator[SearchBar]:
    window, made = QWidget(), SearchBar(theme)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addStretch(1)
    qtbot.addWidget(window)
    window.resize(700, 500)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.edit.setFocus()
    made.suggestions.know(VOCABULARY)
    yield made


def shown(bar: SearchBar) -> list[str]:
    model = bar.suggestions.model
    rows = range(model.rowCount()) if bar.suggestions.isVisible() else ()
    return [str(model.index(row).data()) for row in rows]


def spoken(bar: SearchBar, row: int) -> str:
    index = bar.suggestions.model.index(row)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_filter_and_its_value_by_keys_alone(bar: SearchBar, qtbot: QtBot) -> None:
    edited: list[str] = []
    bar.edited.connect(edited.append)
    qtbot.keyClicks(bar.edit, "a dog cam")
    assert shown(bar) == ["camera:"]
    qtbot.keyClick(bar.edit, Qt.Key.Key_Tab)
    assert bar.edit.text() == "a dog camera:"
    assert bar.edit.hasFocus()
    assert shown(bar) == ["Canon EOS 5D", "Canon IXUS"]
    assert spoken(bar, 0) == "Canon EOS 5D, Camera · 7 photos"
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        qtbot.keyClick(bar.edit, key)
    assert bar.edit.text() == 'a dog camera:"Canon EOS 5D" '
    assert edited[-1] == bar.edit.text()
    assert not bar.suggestions.isVisible()
    bar.edit.undo()
    assert bar.edit.text() == "a dog cam"


def test_enter_belongs_to_the_search_until_a_line_is_chosen(bar: SearchBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.edit, "ita")
    assert shown(bar) == ["Italy"]
    with qtbot.waitSignal(bar.entered_grid):
        qtbot.keyClick(bar.edit, Qt.Key.Key_Return)
    assert bar.edit.text() == "ita"
    assert not bar.suggestions.isVisible()
    # Beyond the last line, the box is chosen again.
    qtbot.keyClick(bar.edit, Qt.Key.Key_L)
    assert shown(bar) == ["Italy"]
    for _ in range(2):
        qtbot.keyClick(bar.edit, Qt.Key.Key_Down)
    assert not bar.suggestions.list.currentIndex().isValid()
    # Esc closes the list and leaves the text; the next one is the box's own.
    qtbot.keyClick(bar.edit, Qt.Key.Key_Escape)
    assert not bar.suggestions.isVisible()
    assert bar.edit.text() == "ital"
    qtbot.keyClick(bar.edit, Qt.Key.Key_Escape)
    assert bar.edit.text() == ""


def test_by_mouse_in_the_middle_of_a_query(bar: SearchBar, qtbot: QtBot) -> None:
    # Qt counts the dog twice.
    bar.edit.setText("\U0001f415 ca beach")
    bar.edit.setCursorPosition(5)
    qtbot.keyClick(bar.edit, Qt.Key.Key_N)
    assert shown(bar) == ["Canon EOS 5D", "Canon IXUS"]
    places = bar.suggestions.list
    at = places.visualRect(bar.suggestions.model.index(1)).center()
    qtbot.mouseClick(places.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert bar.edit.text() == '\U0001f415 camera:"Canon IXUS" beach'
    assert bar.edit.cursorPosition() == bar.edit.text().index(" beach") + 1
    assert bar.edit.hasFocus()


def test_the_list_follows_the_caret_and_goes_with_the_focus(bar: SearchBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.edit, "ita")
    qtbot.keyClick(bar.edit, Qt.Key.Key_Left)
    assert not bar.suggestions.isVisible()
    qtbot.keyClick(bar.edit, Qt.Key.Key_End)
    qtbot.keyClick(bar.edit, Qt.Key.Key_L)
    assert bar.suggestions.isVisible()
    bar.filters.setFocus()
    assert not bar.suggestions.isVisible()


def test_past_and_saved_searches(bar: SearchBar, qtbot: QtBot) -> None:
    bar.recent.remember("dog on a sofa")
    qtbot.keyClicks(bar.edit, "dog")
    assert [spoken(bar, row) for row in range(2)] == [
        "dog on a sofa, Recent search",
        "Dogs outside, Saved search",
    ]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Delete):
        qtbot.keyClick(bar.edit, key)
    assert shown(bar) == ["Dogs outside"]
    assert bar.recent.model.texts == ()
    with qtbot.waitSignal(bar.suggestions.search_wanted) as wanted:
        for key in (Qt.Key.Key_Up, Qt.Key.Key_Return):
            qtbot.keyClick(bar.edit, key)
    assert wanted.args == ["dog -indoors"]


def test_letters_that_are_put_together_have_a_list_of_their_own(
    bar: SearchBar, qtbot: QtBot
) -> None:
    qtbot.keyClicks(bar.edit, "ita")
    QApplication.sendEvent(bar.edit, QInputMethodEvent("に", []))
    assert not bar.suggestions.isVisible()
    committed = QInputMethodEvent("", [])
    committed.setCommitString("l")
    QApplication.sendEvent(bar.edit, committed)
    assert bar.edit.text() == "ital"
    assert shown(bar) == ["Italy"]


def test_the_list_has_a_name_and_tells_its_rows(bar: SearchBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.edit, "can")
    told = QAccessible.queryAccessibleInterface(bar.suggestions.list)
    assert told is not None
    assert told.text(QAccessible.Text.Name) == "Suggestions"
    assert told.role() == QAccessible.Role.List
    assert told.childCount() == 2


def test_names_come_from_the_library(open_app: OpenApp, tmp_path: Path) -> None:
    base = tmp_path / "Pictures"
    copy_samples(base / "northern lights", ["two_parrots", "red_barn"])
    app: App = with_photos(open_app, base, 2)
    search = app.window.browser.search
    app.window.activateWindow()
    app.wait(lambda: app.window.suggesting.known and app.window.suggesting.known.paths)
    search.focus()
    app.type("barn in:nor")
    assert shown(search) == ["northern lights"]
    assert spoken(search, 0) == "northern lights, Folder · 2 photos"
    app.qtbot.keyClick(search.edit, Qt.Key.Key_Tab)
    gallery = app.window.gallery
    app.wait(lambda: gallery.answer and gallery.answer.query.text == 'barn in:"northern lights"')
