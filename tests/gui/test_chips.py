"""Chips in the search box, by mouse and by keys; and the searches of late."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from photoclip.gui.models.recent import MOST, RecentModel
from photoclip.gui.theme import Theme
from photoclip.gui.views.search.chips import ChipData
from photoclip.gui.views.search.search_bar import SearchBar

# What the offscreen screen cannot do has nothing to do with us.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

HOLIDAYS = ChipData("folder", "Holidays", "folder", name="Folder Holidays")
BARN = ChipData("photo 1", "red_barn.jpg")
BOAT = ChipData("photo 2", "a_boat_with_a_very_long_name_on_the_wide_blue_sea.jpg")


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> Iterator[SearchBar]:
    window, made = QWidget(), SearchBar(theme)
    QVBoxLayout(window).addWidget(made)
    qtbot.addWidget(window)
    window.resize(700, 200)
    window.show()
    qtbot.waitExposed(window)
    made.edit.setFocus()
    # As the gallery does.
    made.chip_removed.connect(
        lambda key: made.show_chips([c.data for c in made.chips.chips if c.data.key != key])
    )
    made.chips_cleared.connect(lambda: made.show_chips([]))
    yield made


def keys(bar: SearchBar) -> list[str]:
    return [chip.data.key for chip in bar.chips.chips]


def press(qtbot: QtBot, bar: SearchBar, *pressed: Qt.Key) -> None:
    for key in pressed:
        qtbot.keyClick(bar.focusWidget(), key)


def test_a_cross_removes_its_chip_and_a_click_beside_it_does_not(
    bar: SearchBar, qtbot: QtBot
) -> None:
    bar.show_chips([HOLIDAYS, BARN])
    chip = bar.chips.chips[0]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(8, chip.height() // 2))
    assert keys(bar) == ["folder", "photo 1"]
    assert bar.focusWidget() is chip
    qtbot.mouseClick(chip.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert keys(bar) == ["photo 1"]


def test_backspace_at_the_start_chooses_the_last_chip_then_removes_it(
    bar: SearchBar, qtbot: QtBot
) -> None:
    bar.show_chips([HOLIDAYS, BARN])
    qtbot.keyClicks(bar.edit, "ab")
    press(qtbot, bar, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert keys(bar) == ["folder", "photo 1"]
    press(qtbot, bar, Qt.Key.Key_Backspace)
    assert bar.focusWidget() is bar.chips.chips[1]
    assert keys(bar) == ["folder", "photo 1"]
    press(qtbot, bar, Qt.Key.Key_Backspace)
    assert keys(bar) == ["folder"]
    assert bar.focusWidget() is bar.chips.chips[0]
    press(qtbot, bar, Qt.Key.Key_Delete)
    assert keys(bar) == []
    assert bar.focusWidget() is bar.edit
    assert not bar.chips.isVisible()


def test_arrows_lead_over_the_chips_and_back_to_the_words(bar: SearchBar, qtbot: QtBot) -> None:
    bar.show_chips([HOLIDAYS, BARN, BOAT])
    first, second, third = bar.chips.chips
    for expected in (third, second, first, first):
        press(qtbot, bar, Qt.Key.Key_Left)
        assert bar.focusWidget() is expected
    for after in (second, third, bar.edit):
        press(qtbot, bar, Qt.Key.Key_Right)
        assert bar.focusWidget() is after
    bar.show_text("words")
    press(qtbot, bar, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert bar.focusWidget() is bar.edit


def test_typing_on_a_chip_goes_to_the_words(bar: SearchBar, qtbot: QtBot) -> None:
    bar.show_chips([HOLIDAYS])
    press(qtbot, bar, Qt.Key.Key_Left)
    with qtbot.waitSignal(bar.edited):
        qtbot.keyClicks(bar.focusWidget(), "c")
    assert (bar.edit.text(), bar.focusWidget()) == ("c", bar.edit)


def test_escape_clears_the_words_first_and_then_the_chips(bar: SearchBar, qtbot: QtBot) -> None:
    bar.show_chips([HOLIDAYS, BARN])
    bar.show_text("a boat")
    with qtbot.waitSignal(bar.edited, check_params_cb=lambda text: text == ""):
        press(qtbot, bar, Qt.Key.Key_Escape)
    assert keys(bar) == ["folder", "photo 1"]
    press(qtbot, bar, Qt.Key.Key_Left, Qt.Key.Key_Escape)
    assert keys(bar) == []
    assert bar.focusWidget() is bar.edit


def test_chips_say_what_they_are_to_screen_readers(bar: SearchBar, qtbot: QtBot) -> None:
    bar.show_chips([HOLIDAYS, BOAT])
    folder, boat = (QAccessible.queryAccessibleInterface(chip) for chip in bar.chips.chips)
    assert folder.text(QAccessible.Text.Name) == "Folder Holidays, remove"
    assert boat.text(QAccessible.Text.Name) == f"{BOAT.text}, remove"
    assert folder.role() is QAccessible.Role.Button
    assert "…" in bar.chips.texts()[1]
    assert bar.chips.chips[1].toolTip() == BOAT.text


def test_many_chips_are_scrolled_and_leave_room_for_words(bar: SearchBar, qtbot: QtBot) -> None:
    bar.show_chips([HOLIDAYS, *(ChipData(f"photo {n}", f"a photo {n}.jpg") for n in range(20))])
    qtbot.waitUntil(lambda: bar.chips.width() > 300)
    assert bar.edit.width() > 150
    assert bar.edit.geometry().left() >= bar.chips.geometry().right()
    scroll = bar.chips.horizontalScrollBar()
    press(qtbot, bar, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: scroll.value() == scroll.maximum() > 0)


def test_chips_that_stay_keep_their_pictures(bar: SearchBar) -> None:
    bar.show_chips([HOLIDAYS, BARN])
    barn = bar.chips.chips[1]
    bar.show_chips([BARN, BOAT])
    assert bar.chips.chips[0] is barn


def test_right_to_left_turns_the_arrows(bar: SearchBar, qtbot: QtBot) -> None:
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bar.show_chips([HOLIDAYS, BARN])
    press(qtbot, bar, Qt.Key.Key_Right)
    assert bar.focusWidget() is bar.chips.chips[1]
    press(qtbot, bar, Qt.Key.Key_Right)
    assert bar.focusWidget() is bar.chips.chips[0]
    press(qtbot, bar, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert bar.focusWidget() is bar.edit


# Recent searches.


def test_the_box_looks_focused_with_its_list_open(bar: SearchBar, qtbot: QtBot) -> None:
    bar.edit.setFocus()
    qtbot.waitUntil(lambda: bar.property("focused") is True)
    bar.recent.remember("a boat")
    bar.edit.clear()
    qtbot.keyClick(bar.edit, Qt.Key.Key_Down)
    qtbot.waitUntil(bar.recent.popup.isVisible)
    assert bar.property("focused") is True
    qtbot.keyClick(bar.recent.popup, Qt.Key.Key_Down)
    qtbot.keyClick(bar.recent.popup, Qt.Key.Key_Return)
    assert bar.edit.text() == "a boat"
    assert bar.property("focused") is True


def test_recent_searches_are_each_kept_once_newest_first() -> None:
    model = RecentModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    for text in ("a boat", " red   door ", "a boat", "a boat", "", "  "):
        model.add(text)
    assert model.texts == ("a boat", "red door")
    for number in range(30):
        model.add(f"search {number}")
    assert len(model.texts) == MOST
    assert model.texts[0] == "search 29"
    assert model.clears(model.index(model.rowCount() - 1))
    assert shown(model)[:1] == ["search 29"]
    model.set_texts([])
    assert model.rowCount() == 0
    del tester


def shown(model: QAbstractItemModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_rows_of_recent_searches_behave(qtmodeltester: object) -> None:
    model = RecentModel()
    model.set_texts(["a boat", "red door"])
    qtmodeltester.check(model)  # type: ignore[attr-defined]


def test_words_are_remembered_once_they_are_used(bar: SearchBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.edit, "a boat")
    assert bar.recent.model.texts == ()
    with qtbot.waitSignal(bar.entered_grid):
        press(qtbot, bar, Qt.Key.Key_Return)
    assert bar.recent.model.texts == ("a boat",)
    bar.show_text("red door")
    press(qtbot, bar, Qt.Key.Key_Escape)
    assert bar.recent.model.texts == ("red door", "a boat")
    state = bar.recent.state()
    bar.recent.clear()
    assert bar.recent.state() == []
    bar.recent.restore(state)
    assert bar.recent.model.texts == ("red door", "a boat")
    bar.recent.restore({"not": "a list"})
    assert bar.recent.model.texts == ("red door", "a boat")


def test_recent_searches_are_offered_under_the_empty_box(bar: SearchBar, qtbot: QtBot) -> None:
    bar.recent.restore(["a boat", "red door"])
    popup = bar.recent.popup
    qtbot.mouseClick(bar.edit, Qt.MouseButton.LeftButton)
    assert popup.isVisible()
    qtbot.keyClicks(popup, "s")
    assert not popup.isVisible()
    assert bar.edit.text() == "s"
    press(qtbot, bar, Qt.Key.Key_Backspace, Qt.Key.Key_Down)
    assert popup.isVisible()
    with qtbot.waitSignal(bar.edited, check_params_cb=lambda text: text == "red door"):
        qtbot.keyClick(popup, Qt.Key.Key_Down)
        qtbot.keyClick(popup, Qt.Key.Key_Down)
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert bar.edit.text() == "red door"
    assert not popup.isVisible()


def test_one_recent_search_can_be_forgotten(bar: SearchBar, qtbot: QtBot) -> None:
    bar.recent.restore(["a boat", "red door", "snow"])
    press(qtbot, bar, Qt.Key.Key_Down)
    popup = bar.recent.popup
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Delete)
    assert bar.recent.model.texts == ("red door", "snow")
    # The list is still open, with the next one chosen.
    assert popup.isVisible()
    assert popup.currentIndex().data() == "red door"
    qtbot.keyClick(popup, Qt.Key.Key_Delete)
    qtbot.keyClick(popup, Qt.Key.Key_Delete)
    assert bar.recent.model.texts == ()


def test_nothing_is_remembered_where_that_is_switched_off(bar: SearchBar) -> None:
    bar.recent.restore(["a boat"])
    bar.recent.keep(False)
    bar.recent.remember("snow")
    bar.recent.restore(["red door"])
    assert bar.recent.state() == []
    bar.recent.keep(True)
    bar.recent.remember("snow")
    assert bar.recent.state() == ["snow"]


def test_recent_searches_can_be_forgotten(bar: SearchBar, qtbot: QtBot) -> None:
    bar.recent.restore(["a boat", "red door"])
    press(qtbot, bar, Qt.Key.Key_Down)
    popup = bar.recent.popup
    last = popup.visualRect(popup.model().index(2, 0)).center()
    with qtbot.waitSignal(bar.recent.changed):
        qtbot.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=last)
    assert bar.recent.model.texts == ()
    assert bar.edit.text() == ""
    with qtbot.waitSignal(bar.entered_grid):
        press(qtbot, bar, Qt.Key.Key_Down)
