"""Watched folders: added, removed, offline, and changing while the window is open."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QMenu, QPushButton

from photoclip.gui.delegates.folder import more_button
from photoclip.gui.dialogs.chooser import where_to_begin
from photoclip.gui.models.folders import FolderState

from .conftest import App, OpenApp, copy_samples, with_photos


@pytest.fixture
def app(open_app: OpenApp, pictures: Path) -> App:
    return with_photos(open_app, pictures)


def folders(app: App) -> list[tuple[str, int]]:
    return [(row.name, row.count) for row in app.window.folder_model.rows]


def test_the_panel_lists_folders_with_counts(app: App, tmp_path: Path) -> None:
    app.wait(lambda: folders(app) == [("Pictures", 4)])
    app.chosen.append(copy_samples(tmp_path / "Another", ["mountain_stream", "two_parrots"]))
    app.qtbot.mouseClick(app.window.sidebar.add, Qt.MouseButton.LeftButton)
    # The parrots lie in both folders: two files, one photo.
    app.wait_for_photos(5)
    app.wait(lambda: folders(app) == [("Another", 2), ("Pictures", 4)])
    app.wait(lambda: app.window.sidebar.photos.badge.text() == "5")


def test_a_folder_that_cannot_be_added_says_why(app: App, pictures: Path) -> None:
    for wrong in (pictures, pictures / "nothing here", pictures.parent):
        app.window.notice.hide()
        app.chosen.append(wrong)
        app.window.commands.action("add_folder").trigger()
        app.wait(lambda wrong=wrong: str(wrong) in app.window.notice.text())
    assert len(app.engine.library.roots()) == 1


def test_choosing_nothing_changes_nothing(app: App) -> None:
    app.window.commands.action("add_folder").trigger()
    assert app.window.notice.text() == "" or "Watching" in app.window.notice.text()
    assert len(app.engine.library.roots()) == 1


def test_removing_can_be_undone(app: App, pictures: Path) -> None:
    app.wait(lambda: folders(app) == [("Pictures", 4)])
    app.window.sidebar.folders.setCurrentIndex(app.window.folder_model.index(0))
    app.window.sidebar.folders.setFocus()
    app.qtbot.keyClick(app.window.sidebar.folders, Qt.Key.Key_Delete)
    app.wait(lambda: app.window.browser.page is app.window.browser.welcome)
    assert len(list(pictures.iterdir())) == 4
    undo = app.window.notice.action
    assert isinstance(undo, QPushButton)
    app.qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    app.wait_for_photos(4)
    assert "parrots" in app.search("parrots")[0]


# The offscreen platform says so about every menu.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_folder(app: App, pictures: Path) -> None:
    app.wait(lambda: app.window.folder_model.rowCount() == 1)
    folders_view = app.window.sidebar.folders
    at = folders_view.visualRect(app.window.folder_model.index(0)).center()
    folders_view.customContextMenuRequested.emit(at)
    menu = next(menu for menu in app.window.findChildren(QMenu) if menu.isVisible())
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["Show in the file manager", "Copy path", "Stop watching"]
    menu.actions()[0].trigger()
    app.wait(lambda: app.desktop.revealed == [pictures])
    menu.close()


def test_new_files_show_up_and_are_found(app: App, pictures: Path) -> None:
    app.wait(lambda: app.engine.library.watch_status is not None)
    copy_samples(pictures, ["mountain_stream", "racing_yacht"])
    app.wait_for_photos(6)
    assert "stream" in app.search("a mountain stream")[0]
    app.wait(lambda: folders(app) == [("Pictures", 6)])


def test_a_search_on_screen_takes_new_files_in(app: App, pictures: Path) -> None:
    app.search("a mountain stream")
    copy_samples(pictures, ["mountain_stream"])
    app.wait(lambda: app.names()[:1] == ["mountain_stream.jpg"])
    assert app.window.browser.search.edit.text() == "a mountain stream"


def test_deleted_files_leave_the_grid(app: App, pictures: Path) -> None:
    app.window.grid.show_photo(app.names().index("two_parrots.jpg"))
    chosen = app.window.grid.selected_photos()
    (pictures / "red_barn_by_a_pond.jpg").unlink()
    app.wait_for_photos(3)
    assert app.window.grid.selected_photos() == chosen


def test_a_folder_that_is_gone_is_offline_not_lost(app: App, pictures: Path) -> None:
    away = pictures.with_name("unplugged")
    pictures.rename(away)
    rows = app.window.folder_model
    app.wait(lambda: rows.rows[0].state is FolderState.OFFLINE)
    app.wait(lambda: app.window.photo_model.row(app.window.photo_model.ids[0]) is not None)
    app.wait(lambda: app.window.photo_model.row(app.window.photo_model.ids[0]).offline)
    assert app.window.photo_model.rowCount() == 4
    app.window.looking.look_at(0)
    app.wait(lambda: "not connected" in app.window.viewer.error.text())
    app.window.looking.close()
    tooltip = app.window.photo_model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "not connected" in tooltip
    shutil.move(away, pictures)
    app.wait(lambda: rows.rows[0].state is not FolderState.OFFLINE)
    app.wait(lambda: not app.window.photo_model.row(app.window.photo_model.ids[0]).offline)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_folder_offers_its_menu_under_the_mouse(app: App) -> None:
    app.wait(lambda: folders(app) == [("Pictures", 4)])
    view = app.window.sidebar.folders
    line = view.visualRect(app.window.folder_model.index(0))
    press = Qt.MouseButton.LeftButton
    app.qtbot.mouseClick(view.viewport(), press, pos=line.center())
    assert not app.window.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    app.qtbot.mouseClick(view.viewport(), press, pos=more_button(line).center())
    menus = app.window.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert [action.text() for menu in menus for action in menu.actions()][-1] == "Stop watching"
    for menu in menus:
        menu.close()


def test_the_dialog_begins_in_a_folder_that_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Path(where_to_begin()).is_dir()
    pictures = Path(where_to_begin()) / "Photos here"
    pictures.mkdir()
    monkeypatch.setattr(
        QStandardPaths,
        "writableLocation",
        lambda place: str(pictures if place.name == "PicturesLocation" else pictures / "no"),
    )
    assert where_to_begin() == str(pictures)
