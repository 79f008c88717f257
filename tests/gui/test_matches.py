"""A search that ends where the matches end, and the way to the rest."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from photoclip.domain import Order

from .conftest import SAMPLES, App, OpenApp, with_photos

COUNT = 24


@pytest.fixture
def app(open_app: OpenApp, tmp_path: Path) -> App:
    folder = tmp_path / "Pictures"
    shutil.copytree(SAMPLES, folder, ignore=shutil.ignore_patterns("*.md"))
    return with_photos(open_app, folder, COUNT)


def settle(app: App) -> None:
    """Wait until what is shown answers what was asked last."""
    gallery = app.window.gallery
    app.wait(lambda: gallery.answer is not None and gallery.answer.query == gallery.searching.query)
    app.wait_for_names()


def test_only_matches_are_shown_until_more_is_wanted(app: App) -> None:
    browser, gallery = app.window.browser, app.window.gallery
    assert not browser.more.isVisible()
    matches = app.search("a boat")
    assert 2 <= len(matches) <= 8
    assert browser.more.isVisible()
    assert str(COUNT - len(matches)) in browser.more.label.text()
    assert str(len(matches)) in browser.result.text()
    gallery.set_order(Order.NAME)
    settle(app)
    assert app.names() == sorted(matches)
    gallery.set_order(Order.RELEVANCE)
    settle(app)
    app.qtbot.mouseClick(browser.more.show_them, Qt.MouseButton.LeftButton)
    settle(app)
    assert len(app.names()) == COUNT
    assert app.names()[: len(matches)] == matches
    assert not browser.more.isVisible()
    # Another search begins anew; so does the same one later.
    assert len(app.search("a lighthouse")) < COUNT
    assert app.search("a boat") == matches


def test_what_matches_nothing_says_so_and_shows_the_closest_anyway(app: App) -> None:
    browser = app.window.browser
    app.search("a plate of pizza")
    app.wait(lambda: browser.page is browser.nothing)
    assert browser.nothing.title.text() == "Nothing clearly matches"
    assert "pizza" in browser.nothing.body.text()
    assert not browser.more.isVisible()
    app.qtbot.mouseClick(browser.nothing.closest, Qt.MouseButton.LeftButton)
    settle(app)
    assert browser.page is browser.grid
    assert len(app.names()) == COUNT
    app.window.gallery.show_everything()
    settle(app)
    app.search("a plate of pizza")
    app.wait(lambda: browser.page is browser.nothing)


def test_similar_photos_end_as_well(app: App) -> None:
    gallery = app.window.gallery
    yacht = app.names().index("racing_yacht.jpg")
    gallery.search_photos([app.window.photo_model.ids[yacht]])
    names = app.wait_for_similar()
    settle(app)
    assert 1 <= len(names) < COUNT - 1
    assert gallery.answer is not None
    assert gallery.answer.more == COUNT - 1 - len(app.names())
