"""Filters from the menu beside the search box become chips that say them in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget

from photoclip.gui import filter_wording
from photoclip.search.parsing import parse

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
        ("near:48,16,5", "near:48,16,5"),
        ("size:1920x1080", "size:1920x1080"),
    ],
)
def test_filters_in_words(typed: str, said: str) -> None:
    [term] = parse(typed).query.terms
    assert filter_wording.said(term) == said
