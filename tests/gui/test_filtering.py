"""Filters from the menu beside the search box become chips that say them in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from photoclip.gui import filter_wording
from photoclip.gui.dialogs.date_range import DateRange
from photoclip.gui.views.search.filter_menu import FilterMenu
from photoclip.search.choosing import Choices, Season
from photoclip.search.parsing import parse
from photoclip.search.printing import term_text
from photoclip.search.query import FilterName

from .conftest import App, OpenApp, copy_samples, with_photos

# What the offscreen screen cannot do has nothing to do with us.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def app(open_app: OpenApp, tmp_path: Path) -> App:
    base = tmp_path / "Pictures"
    copy_samples(base / "north", ["two_parrots", "red_barn"])
    copy_samples(base / "south", ["woman_in_a_red_hat", "mountain_stream"])
    return with_photos(open_app, base, 4)


def opened(app: App) -> QMenu:
    def menu() -> QWidget | None:
        return QApplication.activePopupWidget()

    app.wait(lambda: menu() is not None and menu().objectName() == "filterMenu")
    found = menu()
    assert isinstance(found, QMenu)
    return found


def action(menu: QMenu, *path: str) -> QAction:
    found = next(one for one in menu.actions() if one.text() == path[0])
    inner = found.menu()
    return found if len(path) == 1 or not isinstance(inner, QMenu) else action(inner, *path[1:])


def settle(app: App) -> list[str]:
    gallery = app.window.gallery
    app.wait(lambda: gallery.answer is not None and gallery.answer.query == gallery.searching.query)
    return app.wait_for_names()


def choose(app: App, *path: str) -> list[str]:
    app.qtbot.mouseClick(app.window.browser.search.filters, Qt.MouseButton.LeftButton)
    menu = opened(app)
    action(menu, *path).trigger()
    menu.close()
    return settle(app)


def test_filters_are_chips_beside_words(app: App) -> None:
    app.search("parrots")
    names = choose(app, "Folder", "north")
    assert len(names) == 2
    assert app.window.browser.search.edit.text() == "parrots"
    chips = app.window.browser.search.chips
    assert chips.texts() == ["north"]
    # Another value of the same is one more possibility.
    assert len(choose(app, "Folder", "south")) == 4
    assert chips.texts() == ["north or south"]
    choose(app, "Orientation", "Portrait format")
    assert chips.texts() == ["north or south", "Portrait format"]
    app.qtbot.mouseClick(chips.chips[0].findChild(QToolButton), Qt.MouseButton.LeftButton)
    settle(app)
    assert chips.texts() == ["Portrait format"]
    assert len(choose(app, "Orientation", "Portrait format")) == 4
    assert not chips.isVisible()


def test_filters_alone_list_photos(app: App) -> None:
    assert len(choose(app, "Folder", "south")) == 2
    answer = app.window.gallery.answer
    assert answer is not None
    assert answer.listed
    assert app.window.windowTitle().startswith("Filtered photos")
    # A filter that nothing passes says so, and a chip is the way back.
    choose(app, "Place and date", "With a place")
    assert app.window.browser.page is app.window.browser.nothing
    bar = app.window.browser.search
    app.qtbot.keyClick(bar.edit, Qt.Key.Key_Backspace)
    app.qtbot.keyClick(app.window.focusWidget(), Qt.Key.Key_Delete)
    assert len(settle(app)) == 2


def test_by_keys_and_in_step_with_what_is_typed(app: App) -> None:
    app.type("parrots in:north type:jpeg")
    settle(app)
    app.window.commands.action("filter").trigger()
    menu = opened(app)
    typed = action(menu, "Kind of file", "JPEG")
    assert typed.isChecked()
    assert not typed.isEnabled()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        app.qtbot.keyClick(menu, key)
    inner = QApplication.activePopupWidget()
    assert isinstance(inner, QMenu)
    app.qtbot.keyClick(inner, Qt.Key.Key_Return)
    settle(app)
    assert len(app.window.gallery.searching.query.terms) == 1
    assert app.window.browser.search.edit.text() == "parrots in:north type:jpeg"


def full(**more: Any) -> Choices:
    """Something of every filter there is."""
    typed = (
        "in:north album:Summer label:dog date:2023 date:2023-06 camera:canon lens:50mm iso:..400"
        " rating:4.. orientation:portrait size:24mp.. type:raw has:gps near:48,16,5 is:duplicate"
    )
    terms = parse(typed).query.terms
    by_name = {name: [one for one in terms if one.name is name] for name in FilterName}
    summer = parse("date:2023-06..2023-08").query.terms[0]
    return Choices(**{"terms": by_name, "seasons": {Season.LAST_SUMMER: summer}, **more})


def groups(menu: FilterMenu) -> dict[str, list[str]]:
    """What the menu offers, group by group."""
    return {
        one.text(): [inner.text() for inner in one.menu().actions() if inner.text()]
        for one in menu.actions()
        if one.menu() is not None
    }


@pytest.fixture
def menu_of(qtbot: QtBot) -> Callable[..., FilterMenu]:
    parent = QWidget()
    qtbot.addWidget(parent)

    def make(choices: Choices, on: str = "", typed: str = "") -> FilterMenu:
        return FilterMenu(choices, parse(on).query.terms, parse(typed).query.terms, parent)

    return make


def test_every_filter_has_its_place_in_the_menu(menu_of: Callable[..., FilterMenu]) -> None:
    shown = groups(menu_of(full()))
    for name in FilterName:
        title = filter_wording.group(name)
        assert title != name, "say what it is about in filter_wording.group"
        assert shown[title], name
    assert shown["Date"][:2] == ["Last summer (June to August)", "From … to …"]
    assert shown["Camera"] == ["canon", "Type another…"]
    assert shown["Near a place"][0] == "Within 5 km of 48.000, 16.000"


def test_a_place_is_that_of_a_photo(menu_of: Callable[..., FilterMenu]) -> None:
    without = {**full().terms, FilterName.NEAR: []}
    menu = menu_of(full(terms=without, positioned=True))
    hint = action(menu, "Near a place", "Choose a photo that tells where it was taken")
    assert not hint.isEnabled()
    assert "Near a place" not in groups(menu_of(full(terms=without)))


def test_shift_leaves_out_what_is_chosen(menu_of: Callable[..., FilterMenu], qtbot: QtBot) -> None:
    menu = menu_of(full())
    camera = action(menu, "Camera").menu()
    assert isinstance(camera, QMenu)
    menu.popup(QPoint(0, 0))
    camera.popup(QPoint(50, 50))
    camera.setActiveAction(action(menu, "Camera", "canon"))
    with qtbot.waitSignal(menu.chosen) as chosen:
        qtbot.keyClick(camera, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    term, on = chosen.args
    assert (term_text(term), on) == ("-camera:canon", True)
    # Seen again it says so, and can go.
    again = action(menu_of(full(), on="-camera:canon"), "Camera", "Not: canon")
    assert again.isChecked()


def test_what_is_typed_begins_in_the_box(app: App) -> None:
    app.type("parrots")
    app.window.commands.action("filter").trigger()
    menu = opened(app)
    action(menu, "Size", "Type another…").trigger()
    menu.close()
    edit = app.window.browser.search.edit
    assert edit.text() == "parrots size:"
    assert edit.hasFocus()


def test_a_chip_turns_round(app: App) -> None:
    choose(app, "Folder", "north")
    chips = app.window.browser.search.chips
    middle = chips.chips[0].rect().center()
    shift = Qt.KeyboardModifier.ShiftModifier
    app.qtbot.mouseClick(chips.chips[0], Qt.MouseButton.LeftButton, shift, middle)
    names = settle(app)
    assert chips.texts() == ["Not: north"]
    assert len(names) == 2
    assert chips.chips[0].property("excluded") is True
    # By its menu, with the keys where they were.
    chips.focus_last()
    turn, remove = chips.chips[0].menu().actions()
    assert (turn.text(), remove.text()) == ("Only these photos", "Remove from the search")
    turn.trigger()
    assert sorted(settle(app)) != sorted(names)
    assert chips.texts() == ["north"]
    assert chips.chips[0].hasFocus()
    chips.chips[0].menu().actions()[1].trigger()
    assert len(settle(app)) == 4


def test_from_one_day_to_another(app: App) -> None:
    app.window.filtering.open()
    menu = opened(app)
    assert isinstance(menu, FilterMenu)
    menu.range_wanted.emit()
    menu.close()
    dialog = app.window.findChild(DateRange)
    assert dialog is not None
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    dialog.first.setDate(QDate(2020, 2, 1))
    dialog.last.setDate(QDate(2019, 1, 1))
    assert not ok.isEnabled()
    assert dialog.hint.text() == "It ends before it begins."
    dialog.from_on.setChecked(False)
    assert ok.isEnabled()
    dialog.to_on.setChecked(False)
    assert not ok.isEnabled()
    dialog.from_on.setChecked(True)
    ok.click()
    settle(app)
    [term] = app.window.gallery.searching.query.terms
    assert term_text(term) == "date:2020-02.."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("date:2023", "2023"),
        ("date:2023-06", "June 2023"),
        ("after:2019", "Since 1/1/20"),
        ("before:2020", "Until 12/31/19"),
        ("date:2023-06..2023-08", "6/1/23 to 8/31/23"),
        ("-has:gps", "Without a place"),
        ("-camera:canon,nikon", "Not: canon or nikon"),
        ("iso:1600..", "ISO from 1,600"),
        ("rating:4..", "Rating 4 to 5"),
        ("rating:rejected", "Rejected"),
        ("size:..12mp", "up to 12 megapixels"),
        ("type:raw,heic", "RAW or HEIC"),
        ("near:48,16,5", "Within 5 km of 48.000, 16.000"),
        ("album:Summer", "Summer"),
        ("-label:dog,cat", "Not: Label dog or Label cat"),
        ("is:untagged", "Without any label"),
        ("size:1920x1080", "size:1920x1080"),
    ],
)
def test_filters_in_words(typed: str, said: str) -> None:
    [term] = parse(typed).query.terms
    assert filter_wording.said(term) == said
