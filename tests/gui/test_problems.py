"""Files that could not be read are listed with the reason, and can be tried again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from .conftest import SLOW, App, OpenApp, sample, with_photos


@pytest.fixture
def app(open_app: OpenApp, pictures: Path) -> App:
    (pictures / "broken.jpg").write_bytes(sample("two_parrots").read_bytes()[:3000])
    (pictures / "empty.png").touch()
    app = with_photos(open_app, pictures)
    app.wait(lambda: app.window.problem_model.rowCount() == 2)
    return app


def test_problems_are_counted_and_explained(app: App) -> None:
    badge = app.window.sidebar.problems.badge
    assert (badge.text(), badge.isVisible()) == ("2", True)
    app.qtbot.mouseClick(app.window.sidebar.problems, Qt.MouseButton.LeftButton)
    page = app.window.problems_page
    assert app.window.browser.page is page
    assert page.title.text() == "2 files could not be read"
    model = app.window.problem_model
    assert [model.index(row).data() for row in range(2)] == ["broken.jpg", "empty.png"]
    for row in range(2):
        assert model.problem(model.index(row)).reason
    app.qtbot.mouseClick(app.window.sidebar.photos, Qt.MouseButton.LeftButton)
    assert app.window.browser.page is app.window.grid


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
    assert not app.window.sidebar.problems.badge.isVisible()
    app.window.commands.action("photos").trigger()
    app.wait_for_photos(5)
