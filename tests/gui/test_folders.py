"""Watched folders: added, removed, offline, and changing while the window is open."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QStandardPaths, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QPushButton

from photoclip.domain import FolderScope
from photoclip.gui.dialogs.chooser import where_to_begin
from photoclip.gui.sections.folder_tree import FolderState, key_of

from .conftest import App, OpenApp, close, copy_samples, sample, with_photos


@pytest.fixture
def app(open_app: OpenApp, pictures: Path) -> App:
    return with_photos(open_app, pictures)


def folders(app: App) -> list[tuple[str, int]]:
    return [(row.name, row.count) for row in app.window.folders_section.rows]


def line(app: App, row: int = 0, folder: str = "") -> QModelIndex:
    """The line of a watched folder, or of one below it."""
    root = app.window.folders_section.rows[row].root
    return app.window.sidebar.index("folders", key_of(FolderScope(root.id, folder)))


def shown_count(app: App, key: str) -> int | None:
    place = app.window.sidebar.model.place(app.window.sidebar.index("library", key))
    assert place is not None
    return place.count


def open_menu(app: App) -> QMenu:
    return next(menu for menu in app.window.findChildren(QMenu) if menu.isVisible())


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def act(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def test_the_panel_lists_folders_with_counts(app: App, tmp_path: Path) -> None:
    app.wait(lambda: folders(app) == [("Pictures", 4)])
    app.chosen.append(copy_samples(tmp_path / "Another", ["mountain_stream", "two_parrots"]))
    app.qtbot.mouseClick(app.window.sidebar.buttons["folders"], Qt.MouseButton.LeftButton)
    # The parrots lie in both folders: two files, one photo.
    app.wait_for_photos(5)
    app.wait(lambda: folders(app) == [("Another", 2), ("Pictures", 4)])
    app.wait(lambda: shown_count(app, "photos") == 5)
    assert [line(app, row).data() for row in range(2)] == ["Another", "Pictures"]


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
    view = app.window.sidebar.view
    view.setFocus()
    view.setCurrentIndex(line(app))
    app.qtbot.keyClick(view, Qt.Key.Key_Delete)
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
    app.wait(lambda: folders(app) == [("Pictures", 4)])
    view = app.window.sidebar.view
    menu_at(view, view.visualRect(line(app)).center())
    menu = open_menu(app)
    assert texts(menu) == [
        "Show in the file manager",
        "Copy path",
        "Look for new photos in it",
        "Suggest tags for its photos",
        "Stop watching",
    ]
    act(menu, "Show in the file manager")
    app.wait(lambda: app.desktop.revealed == [pictures])


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
    rows = app.window.folders_section
    app.wait(lambda: rows.rows[0].state is FolderState.OFFLINE)
    app.wait(lambda: app.window.photo_model.row(app.window.photo_model.ids[0]) is not None)
    app.wait(lambda: app.window.photo_model.row(app.window.photo_model.ids[0]).offline)
    assert app.window.photo_model.rowCount() == 4
    app.window.looking.look_at(0)
    app.wait(lambda: "not connected" in app.window.viewer.error.text())
    app.window.looking.close()
    tooltip = app.window.photo_model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "not connected" in tooltip
    app.window.looking.look_at(0)
    shutil.move(away, pictures)
    app.wait(lambda: rows.rows[0].state is not FolderState.OFFLINE)
    app.wait(lambda: app.window.viewer.error.isHidden() and app.window.viewer.canvas.has_pixels)
    app.window.looking.close()
    app.wait(lambda: not app.window.photo_model.row(app.window.photo_model.ids[0]).offline)


def test_a_disk_that_goes_and_comes_while_a_photo_is_looked_at(app: App, pictures: Path) -> None:
    viewer, away = app.window.viewer, pictures.with_name("unplugged")
    app.window.looking.look_at(0)
    app.wait(lambda: viewer.canvas.has_pixels)
    pictures.rename(away)
    app.window.looking.close()
    app.window.looking.look_at(1)
    # At first nobody knows that it is the disk.
    app.wait(lambda: "not connected" in viewer.error.text())
    shutil.move(away, pictures)
    app.wait(lambda: viewer.error.isHidden())
    app.wait(lambda: app.window.pictures.is_ready(app.window.photo_model.ids[1]))


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_folder_offers_its_menu_under_the_mouse(app: App) -> None:
    app.wait(lambda: folders(app) == [("Pictures", 4)])
    view = app.window.sidebar.view
    press = Qt.MouseButton.LeftButton
    app.qtbot.mouseClick(view.viewport(), press, pos=view.visualRect(line(app)).center())
    assert not any(menu.isVisible() for menu in app.window.findChildren(QMenu))
    app.qtbot.mouseClick(view.viewport(), press, pos=view.parts(line(app)).menu.center())
    menu = open_menu(app)
    assert texts(menu)[-1] == "Stop watching"
    menu.close()


@pytest.fixture
def nested(open_app: OpenApp, tmp_path: Path) -> App:
    """Three photos in folders below each other, and one beside them."""
    folder = copy_samples(tmp_path / "Pictures", ["red_barn"])
    copy_samples(folder / "Trip 10", ["two_parrots", "motocross"])
    copy_samples(folder / "Trip 2" / "Day 1", ["woman_in_a_red_hat"])
    app = with_photos(open_app, folder)
    app.wait(lambda: folders(app) == [("Pictures", 4)])
    return app


def test_folders_below_are_counted_with_all_in_them(nested: App) -> None:
    model = nested.window.sidebar.model
    below = [model.index(row, 0, line(nested)) for row in range(model.rowCount(line(nested)))]
    told = [(index.data(), model.place(index)) for index in below]
    assert [(name, place.count) for name, place in told if place] == [("Trip 2", 1), ("Trip 10", 2)]
    inner = model.place(line(nested, folder="Trip 2/Day 1"))
    assert inner is not None
    assert (inner.text, inner.count) == ("Day 1", 1)


def test_opening_a_folder_shows_its_photos_only(nested: App) -> None:
    view = nested.window.sidebar.view
    view.setFocus()
    view.setCurrentIndex(line(nested))
    nested.qtbot.keyClick(view, Qt.Key.Key_Right)
    nested.qtbot.keyClick(view, Qt.Key.Key_Down)
    nested.qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().data() == "Trip 10"
    nested.qtbot.keyClick(view, Qt.Key.Key_Return)
    names = sorted(sample(name).name for name in ("motocross", "two_parrots"))
    nested.wait(lambda: sorted(nested.names()) == names)
    assert view.selectionModel().selectedIndexes() == [line(nested, folder="Trip 10")]
    photos = nested.window.sidebar.index("library", "photos")
    press = Qt.MouseButton.LeftButton
    nested.qtbot.mouseClick(view.viewport(), press, pos=view.visualRect(photos).center())
    nested.wait_for_photos(4)
    assert view.selectionModel().selectedIndexes() == [photos]


def test_what_is_open_and_where_one_is_survive_new_photos(nested: App) -> None:
    view, folder = nested.window.sidebar.view, nested.window.folders_section.rows[0].root.path
    view.expand(line(nested))
    nested.window.folders_section.open(
        nested.window.sidebar.model.place(line(nested, 0, "Trip 10"))
    )
    nested.wait(lambda: nested.window.photo_model.rowCount() == 2)
    copy_samples(folder / "A new one", ["mountain_stream"])
    copy_samples(folder / "Trip 10", ["racing_yacht"])
    nested.wait(lambda: line(nested, folder="A new one").isValid())
    nested.wait(lambda: nested.window.photo_model.rowCount() == 3)
    assert view.isExpanded(line(nested))
    assert view.selectionModel().selectedIndexes() == [line(nested, folder="Trip 10")]
    assert line(nested, folder="A new one").row() == 0


def test_the_window_remembers_what_is_open(nested: App, open_app: OpenApp) -> None:
    nested.window.sidebar.view.expand(line(nested))
    nested.window.sidebar.view.expand(line(nested, folder="Trip 2"))
    close(nested)
    again = open_app()
    again.wait(lambda: folders(again) == [("Pictures", 4)])
    view = again.window.sidebar.view
    assert view.isExpanded(line(again, folder="Trip 2"))
    assert not view.isExpanded(line(again, folder="Trip 10"))


def test_looking_for_new_photos_in_one_folder(nested: App) -> None:
    nested.engine.library.stop_watching()
    folder = nested.window.folders_section.rows[0].root.path
    copy_samples(folder / "Trip 2", ["mountain_stream"])
    copy_samples(folder / "Trip 10", ["racing_yacht"])
    nested.window.folders_section.look_wanted.emit(folder / "Trip 2")
    nested.wait_for_photos(5)
    assert "mountain_stream.jpg" in nested.names()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_moved_folder_is_located_and_can_be_put_back(nested: App, tmp_path: Path) -> None:
    section, view = nested.window.folders_section, nested.window.sidebar.view
    old = section.rows[0].root.path
    new = tmp_path / "Moved"
    old.rename(new)
    nested.wait(lambda: section.rows[0].state is FolderState.OFFLINE)
    nested.chosen.append(copy_samples(tmp_path / "Other", ["racing_yacht"]))
    menu_at(view, view.visualRect(line(nested)).center())
    act(open_menu(nested), "Locate folder…")
    nested.wait(lambda: "holds none of the photos" in nested.window.notice.text())
    assert nested.titles == [f"Where is “{old.name}” now?"]
    nested.chosen.append(new)
    section.locate_wanted.emit(section.rows[0].root)
    nested.wait(lambda: section.rows[0].root.path == new)
    nested.wait(lambda: section.rows[0].state is not FolderState.OFFLINE)
    nested.wait_for_photos(4)
    undo = nested.window.notice.action
    assert isinstance(undo, QPushButton)
    nested.qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    nested.wait(lambda: section.rows[0].root.path == old)
    nested.wait(lambda: section.rows[0].state is FolderState.OFFLINE)


def menu_at(view: QAbstractItemView, at: QPoint) -> None:
    """Ask for the menu with the mouse."""
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)


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
