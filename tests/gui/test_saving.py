"""Saved searches in the window: the star, the section, undoing, and staying live."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from photoclip.cli.main import parse as parse_arguments
from photoclip.cli.main import run
from photoclip.domain import FolderScope, PhotoId, RootId
from photoclip.gui.controllers.saving import as_text
from photoclip.gui.controllers.searching import Query
from photoclip.gui.sections.base import Place
from photoclip.search.parsing import parse

from .conftest import App, OpenApp, copy_samples, with_photos


@pytest.fixture
def app(open_app: OpenApp, tmp_path: Path) -> App:
    base = tmp_path / "Pictures"
    copy_samples(base / "north", ["two_parrots", "red_barn"])
    copy_samples(base / "south", ["woman_in_a_red_hat"])
    return with_photos(open_app, base, 3)


def places(app: App) -> list[Place]:
    return list(app.window.searches_section.places())


def press_star(app: App) -> None:
    star = app.window.browser.search.star
    assert star.isVisible()
    app.qtbot.mouseClick(star, Qt.MouseButton.LeftButton)


def saved(app: App, text: str) -> Place:
    before = len(places(app))
    app.search(text)
    press_star(app)
    app.wait(lambda: len(places(app)) == before + 1)
    return next(place for place in places(app) if place.text == text)


def press_undo(app: App) -> None:
    app.qtbot.mouseClick(app.window.notice.action, Qt.MouseButton.LeftButton)


def shown_here(app: App) -> object:
    [index] = app.window.sidebar.view.selectionModel().selectedIndexes()
    return index.data()


def test_what_the_command_line_keeps_beside_the_window_shows_up(app: App) -> None:
    library = str(app.engine.paths.data)
    assert run(parse_arguments(["--library", library, "saved", "add", "Up north", "in:north"])) == 0
    app.wait(lambda: [place.text for place in places(app)] == ["Up north"])
    assert run(parse_arguments(["--library", library, "saved", "remove", "up north"])) == 0
    app.wait(lambda: not places(app))


def test_the_star_keeps_a_search_and_the_panel_runs_it(app: App) -> None:
    window = app.window
    assert not window.browser.search.star.isVisible()
    place = saved(app, "in:north")
    assert place.count == 2
    assert shown_here(app) == "in:north"
    window.gallery.show_everything()
    app.wait_for_photos(3)
    assert shown_here(app) == "All photos"
    window.searches_section.open(place)
    app.wait_for_photos(2)
    assert window.browser.search.edit.text() == "in:north"
    assert window.browser.search.star.accessibleName() == "Forget this saved search"


def test_results_and_count_follow_the_photos_that_come_in(app: App, tmp_path: Path) -> None:
    saved(app, "in:north")
    copy_samples(tmp_path / "Pictures" / "north", ["motocross"])
    app.window.indexing.start()
    app.wait_for_photos(3)
    app.wait(lambda: places(app)[0].count == 3)


def test_searches_with_words_are_counted_in_the_background(app: App, tmp_path: Path) -> None:
    window = app.window
    for name, query in (
        ("Barns", "red barn in:north"),
        ("Same", "album:barns"),
        ("No", "dog in:x"),
    ):
        app.engine.searches.add(name, query)
    window.saving.read()
    app.wait(lambda: [place.count for place in places(app)][:1] not in ([], [None]))
    app.wait(lambda: places(app)[1].badge and places(app)[2].count is not None)
    assert "x" in window.searches_section.tooltip(places(app)[1])
    before = places(app)[0].count
    window.searches_section.open(places(app)[0])
    app.wait(lambda: window.gallery.answer.query.text == "red barn in:north")
    assert (len(window.photo_model.ids), places(app)[2].count) == (before, before)
    copy_samples(tmp_path / "Pictures" / "north", ["motocross", "woman_in_a_red_hat"])
    window.indexing.start()
    app.wait(lambda: window.photo_model.rowCount() != before)
    app.wait(lambda: places(app)[0].count == len(window.photo_model.ids))


def test_pressing_the_star_again_forgets_it_and_that_can_be_undone(app: App) -> None:
    place = saved(app, "red barn")
    press_star(app)
    app.wait(lambda: not places(app))
    press_undo(app)
    app.wait(lambda: places(app))
    assert places(app)[0].data.search == place.data.search


def test_a_name_is_edited_in_the_panel_and_one_that_is_taken_is_refused(app: App) -> None:
    first, second = saved(app, "barn"), saved(app, "parrot")
    sidebar = app.window.sidebar
    assert sidebar.model.setData(sidebar.index("searches", first.key), "Farms")
    app.wait(lambda: [place.text for place in places(app)] == ["Farms", "parrot"])
    press_undo(app)
    app.wait(lambda: [place.text for place in places(app)] == ["barn", "parrot"])
    sidebar.model.setData(sidebar.index("searches", second.key), "BARN")
    app.wait(lambda: "already" in app.window.notice.text())
    assert [place.text for place in places(app)] == ["barn", "parrot"]


def test_one_can_search_for_what_is_asked_now(app: App) -> None:
    place = saved(app, "barn")
    app.search("parrot")
    [replace, *_] = app.window.searches_section.menu(place)
    replace.act()
    app.wait(lambda: app.window.saving.current is not None)
    assert (places(app)[0].text, app.engine.searches.named("barn").query) == ("barn", "parrot")


def test_what_is_not_understood_is_told_and_not_kept(app: App) -> None:
    window = app.window
    window.browser.search.type_on("date:20x3")
    app.wait(lambda: window.browser.search.star.isVisible())
    press_star(app)
    app.wait(lambda: "20x3" in window.notice.text())
    assert app.engine.searches.all() == []


ROOTS = {RootId(1): Path("/my photos")}


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (Query("dog -cat"), "dog -cat"),
        (Query('"red', scope=FolderScope(RootId(1), "a")), 'in:"/my photos/a" "red'),
        (
            Query(photos=(PhotoId(3), PhotoId(4)), scope=FolderScope(RootId(1))),
            'in:"/my photos" similar:3 + similar:4',
        ),
        (Query("red", pictures=(Path("/x y.jpg"),)), 'image:"/x y.jpg" red'),
        (Query("red", terms=parse("type:raw,heic").query.terms), "type:raw,heic red"),
        (Query(pictures=(b"bytes",)), None),
        (Query("dog", scope=FolderScope(RootId(2))), None),
        (Query(scope=FolderScope(RootId(1))), None),
    ],
)
def test_whatever_is_asked_is_one_text(asked: Query, text: str | None) -> None:
    assert as_text(asked, ROOTS) == text
