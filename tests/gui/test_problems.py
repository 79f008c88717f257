"""Files that could not be read are listed with the reason, and can be tried again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from photoclip.gui.sections import Place

from .conftest import SLOW, App, OpenApp, sample, with_photos


@pytest.fixture
def app(open_app: OpenApp, pictures: Path) -> App:
    (pictures / "broken.jpg").write_bytes(sample("two_parrots").read_bytes()[:3000])
    (pictures / "empty.png").touch()
    app = with_photos(open_app, pictures)
    app.wait(lambda: app.window.problem_model.rowCount() == 2)
    return app


def shown(app: App, key: str) -> Place:
    place = app.window.sidebar.model.place(app.window.sidebar.index("library", key))
    assert place is not None
    return place


def click(app: App, key: str) -> None:
    view = app.window.sidebar.view
    at = view.visualRect(app.window.sidebar.index("library", key)).center()
    app.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_problems_are_counted_and_explained(app: App) -> None:
    assert shown(app, "problems").count == 2
    assert shown(app, "problems").alert
    click(app, "problems")
    page = app.window.problems_page
    assert app.window.browser.page is page
    assert page.title.text().startswith("2 file")
    assert page.title.text().endswith("could not be read")
    model = app.window.problem_model
    assert [model.index(row).data() for row in range(2)] == ["broken.jpg", "empty.png"]
    for row in range(2):
        assert model.problem(model.index(row)).reason
    click(app, "photos")
    assert app.window.browser.page is app.window.grid


def test_escape_leads_back_to_the_photos(app: App) -> None:
    app.window.commands.action("problems").trigger()
    app.qtbot.keyClick(app.window.problems_page.list, Qt.Key.Key_Escape)
    assert app.window.browser.page is app.window.grid
    app.wait(app.window.browser.search.edit.hasFocus)


# The offscreen platform says so about every menu.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_problem(app: App, pictures: Path) -> None:
    app.window.commands.action("problems").trigger()
    listed = app.window.problems_page.list
    at = listed.visualRect(app.window.problem_model.index(0)).center()
    listed.customContextMenuRequested.emit(at)
    menu = next(menu for menu in app.window.findChildren(QMenu) if menu.isVisible())
    show, copy, _ = menu.actions()
    show.trigger()
    app.wait(lambda: app.desktop.revealed == [pictures / "broken.jpg"])
    copy.trigger()
    assert QGuiApplication.clipboard().text() == str(pictures / "broken.jpg")
    menu.close()


def test_trying_again_reads_them_again(app: App, pictures: Path) -> None:
    app.window.commands.action("problems").trigger()
    with app.qtbot.waitSignal(app.window.indexing.ended, timeout=SLOW) as ended:
        app.qtbot.mouseClick(app.window.problems_page.retry, Qt.MouseButton.LeftButton)
    assert ended.args[0].unreadable == 2
    app.wait(lambda: app.window.problem_model.rowCount() == 2)
    assert app.window.photo_model.rowCount() == 4


def test_a_mended_file_leaves_the_list(app: App, pictures: Path) -> None:
    app.window.commands.action("problems").trigger()
    (pictures / "empty.png").unlink()
    (pictures / "broken.jpg").write_bytes(sample("mountain_stream").read_bytes())
    app.wait(lambda: app.window.problem_model.rowCount() == 0)
    assert app.window.problems_page.fine.isVisible()
    app.wait(lambda: shown(app, "problems").count is None)
    assert not shown(app, "problems").alert
    app.window.commands.action("photos").trigger()
    app.wait_for_photos(5)
