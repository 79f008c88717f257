"""Searching and browsing in one folder and in an order of choice."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from photoclip.domain import FolderScope, Order, RootId
from photoclip.gui import wording

from .conftest import App, OpenApp, close, copy_samples, sample, with_photos

NORTH = ["two_parrots", "red_barn", "motocross"]
SOUTH = ["woman_in_a_red_hat", "mountain_stream"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five photos, each a day older than the one before, and an empty folder."""
    base = tmp_path / "Pictures"
    copy_samples(base / "north", NORTH)
    copy_samples(base / "south", SOUTH)
    (base / "empty").mkdir()
    files = [next(base.rglob(f"*{name}*")) for name in NORTH + SOUTH]
    for days, file in enumerate(files):
        seconds = (datetime(2024, 6, 1, 12) - timedelta(days=days)).timestamp()
        os.utime(file, (seconds, seconds))
    return base


@pytest.fixture
def app(open_app: OpenApp, folder: Path) -> App:
    return with_photos(open_app, folder, 5)


def scope(app: App, folder: str) -> FolderScope:
    return FolderScope(app.engine.library.roots()[0].id, folder)


def enter(app: App, folder: str) -> None:
    app.window.gallery.set_scope(scope(app, folder), folder)
    settle(app)


def settle(app: App) -> None:
    """Wait until what is shown answers what was asked last."""
    gallery = app.window.gallery
    app.wait(lambda: gallery.answer is not None and gallery.answer.query == gallery.searching.query)
    app.wait_for_names()


def short(app: App) -> list[str]:
    """The names as the fixture calls them."""
    names = app.names()
    return [next(n for n in NORTH + SOUTH if n in name) for name in names]


def choose(app: App, order: Order) -> None:
    """Choose from the box as a person does."""
    box = app.window.browser.line.order
    box.setFocus()
    for _ in range(box.count()):
        app.qtbot.keyClick(box, Qt.Key.Key_Up)
    for _ in range(box.findData(order)):
        app.qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == order
    settle(app)


def orders(app: App) -> list[Order]:
    box = app.window.browser.line.order
    return [Order(box.itemData(row)) for row in range(box.count())]


def test_a_folder_shows_its_photos_and_a_chip(app: App) -> None:
    told: list[object] = []
    app.window.gallery.scope_changed.connect(told.append)
    enter(app, "north")
    assert short(app) == NORTH
    chips = app.window.browser.search.chips
    assert chips.texts() == ["north"]
    assert wording.photos(3) in app.window.browser.result.text()
    assert "north" in app.window.browser.result.text()
    app.qtbot.mouseClick(chips.chips[0].findChild(QToolButton), Qt.MouseButton.LeftButton)
    settle(app)
    assert len(app.names()) == 5
    assert told == [scope(app, "north"), None]


def test_words_keep_to_the_folder_until_it_is_removed(app: App) -> None:
    enter(app, "south")
    app.search("parrots")
    assert sorted(short(app)) == sorted(SOUTH)
    assert "south" in app.window.browser.result.text()
    edit = app.window.browser.search.edit
    app.qtbot.keyClick(edit, Qt.Key.Key_Home)
    app.qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    app.qtbot.keyClick(app.window.focusWidget(), Qt.Key.Key_Delete)
    settle(app)
    assert short(app)[0] == "two_parrots"
    assert len(app.names()) == 5


def test_a_picture_is_compared_with_the_folder(app: App) -> None:
    enter(app, "south")
    app.window.gallery.search_pictures((sample("two_parrots"),))
    app.wait_for_similar()
    assert sorted(short(app)) == sorted(SOUTH)
    assert app.window.browser.search.chips.texts() == ["south", "two_parrots.jpg"]


def test_escape_goes_back_step_by_step(app: App) -> None:
    enter(app, "north")
    app.search("parrots")
    app.qtbot.keyClick(app.window.grid, Qt.Key.Key_Escape)
    settle(app)
    assert app.window.gallery.answer.query.scope == scope(app, "north")
    assert app.window.browser.search.edit.text() == ""
    app.qtbot.keyClick(app.window.grid, Qt.Key.Key_Escape)
    settle(app)
    assert app.window.gallery.answer.query.is_everything


def test_all_photos_leaves_the_folder(app: App) -> None:
    enter(app, "north")
    app.search("parrots")
    app.window.commands.action("photos").trigger()
    settle(app)
    assert len(app.names()) == 5
    assert not app.window.browser.search.chips.isVisible()


def test_an_empty_folder_says_so_and_leads_out(app: App) -> None:
    enter(app, "empty")
    browser = app.window.browser
    assert browser.page is browser.nothing
    assert "empty" in browser.nothing.title.text()
    assert not browser.nothing.widen.isVisible()
    app.search("parrots")
    app.wait(lambda: browser.nothing.widen.isVisible())
    assert "empty" in browser.nothing.title.text()
    app.qtbot.mouseClick(browser.nothing.widen, Qt.MouseButton.LeftButton)
    settle(app)
    assert browser.page is browser.grid
    assert short(app)[0] == "two_parrots"
    assert browser.search.edit.text() == "parrots"


def test_a_folder_that_is_not_watched_any_more_is_left(app: App) -> None:
    enter(app, "north")
    app.window.gallery.forget_folder(RootId(999))
    assert app.window.gallery.scope is not None
    root = app.engine.library.roots()[0]
    app.window.folders.remove(root)
    app.wait(lambda: app.window.gallery.scope is None)
    app.wait(lambda: app.window.browser.page is app.window.browser.welcome)


def test_photos_are_browsed_in_an_order_of_choice(app: App) -> None:
    assert orders(app) == [Order.NEWEST, Order.OLDEST, Order.NAME, Order.FOLDER]
    assert short(app) == NORTH + SOUTH
    choose(app, Order.OLDEST)
    assert short(app) == (NORTH + SOUTH)[::-1]
    assert app.window.photo_model.days is not None
    choose(app, Order.NAME)
    assert app.names() == sorted(app.names())
    assert app.window.photo_model.days is None


def test_photos_lie_under_their_folders(app: App, open_app: OpenApp) -> None:
    window = app.window
    window.grid.show_photo(1)
    chosen = window.grid.selected_photos()
    choose(app, Order.FOLDER)
    model = window.photo_model
    assert list(model.names) == ["north", "south"]
    assert short(app) == sorted(NORTH) + sorted(SOUTH)
    assert window.grid.selected_photos() == chosen
    # Hits go under their folders as well, and a day is no folder.
    app.search("parrots")
    choose(app, Order.FOLDER)
    assert set(model.names) <= {"north", "south"}
    choose(app, Order.NEWEST)
    assert model.names == ()
    close(app)
    again = open_app()
    again.wait_for_photos(5)
    settle(again)
    assert list(again.window.photo_model.names) == ["north", "south"]


def test_the_order_of_browsing_is_remembered(app: App, open_app: OpenApp) -> None:
    choose(app, Order.OLDEST)
    close(app)
    again = open_app()
    again.wait_for_photos(5)
    settle(again)
    assert short(again) == (NORTH + SOUTH)[::-1]
    assert again.window.browser.line.order.currentData() == Order.OLDEST


def test_hits_come_by_relevance_unless_asked_otherwise(app: App) -> None:
    choose(app, Order.OLDEST)
    app.search("parrots")
    assert orders(app)[0] is Order.RELEVANCE
    assert app.window.browser.line.order.currentData() == Order.RELEVANCE
    assert short(app)[0] == "two_parrots"
    choose(app, Order.NEWEST)
    assert short(app) == NORTH + SOUTH
    # The same search goes on while words are added; another one begins with the best again.
    app.qtbot.keyClicks(app.window.browser.search.edit, " in a tree")
    settle(app)
    assert app.window.gallery.answer.query.order is Order.NEWEST
    app.window.gallery.search_photos([app.window.photo_model.ids[0]])
    settle(app)
    assert app.window.gallery.answer.query.order is Order.RELEVANCE
    app.window.gallery.show_everything()
    settle(app)
    assert app.window.gallery.answer.query.order is Order.OLDEST


def test_what_is_selected_survives_another_order(app: App) -> None:
    app.window.grid.show_photo(1)
    chosen = app.window.grid.selected_photos()
    choose(app, Order.OLDEST)
    assert app.window.grid.selected_photos() == chosen


def test_why_a_photo_was_found(app: App) -> None:
    gallery, ids = app.window.gallery, app.window.photo_model.ids
    assert gallery.why(ids[0]) is None
    app.search("parrots")
    ids = app.window.photo_model.ids
    best, last = gallery.why(ids[0]), gallery.why(ids[-1])
    assert best is not None
    assert last is not None
    assert (best.what, best.by_text, best.rank, best.of) == ("parrots", True, 1, 5)
    assert (last.rank, last.score < best.score) == (5, True)
    gallery.search_pictures((sample("red_barn"),))
    settle(app)
    found = gallery.why(app.window.photo_model.ids[0])
    assert found is not None
    assert not found.by_text
    assert found.what.startswith("red_barn")


def test_recent_searches_go_where_they_are_not_to_be_remembered(
    app: App, open_app: OpenApp
) -> None:
    recent = app.window.browser.search.recent
    recent.remember("parrots")
    page = app.window.preferring.page
    page.privacy.remember.click()
    assert recent.model.texts == ()
    recent.remember("boats")
    close(app)
    again = open_app()
    assert again.window.browser.search.recent.model.texts == ()
    again.window.preferring.page.privacy.remember.click()
    again.window.browser.search.recent.remember("boats")
    again.window.preferring.page.privacy.forget.click()
    assert again.window.browser.search.recent.model.texts == ()


def test_recent_searches_outlive_the_window(app: App, open_app: OpenApp) -> None:
    app.search("parrots")
    app.qtbot.keyClick(app.window.browser.search.edit, Qt.Key.Key_Return)
    close(app)
    again = open_app()
    assert again.window.browser.search.recent.model.texts == ("parrots",)
