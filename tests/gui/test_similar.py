"""Pictures instead of words: dropped, pasted, or chosen in the grid."""

from __future__ import annotations

import base64
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from .conftest import App, OpenApp, copy_samples, sample, with_photos


@pytest.fixture
def app(open_app: OpenApp, pictures: Path) -> App:
    return with_photos(open_app, pictures)


def urls(*values: str | Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(v)) if isinstance(v, Path) else QUrl(v) for v in values])
    return mime


def test_a_dropped_file_finds_its_likes(app: App) -> None:
    app.drop(urls(sample("two_parrots")))
    assert "parrots" in app.wait_for_similar()[0]
    chips = app.window.browser.search.chips
    assert chips.isVisible()
    assert chips.texts() == ["two_parrots.jpg"]
    app.qtbot.mouseClick(chips.chips[0].findChild(QToolButton), Qt.MouseButton.LeftButton)
    app.wait(lambda: app.window.gallery.answer.query.is_everything)
    assert not chips.isVisible()


def test_a_picture_from_a_browser_counts_more_than_its_link(app: App) -> None:
    mime = urls("https://example.org/barn.jpg")
    mime.setImageData(QImage(str(sample("red_barn"))))
    app.drop(mime)
    assert "barn" in app.wait_for_similar()[0]


def test_encoded_pictures_are_taken_as_they_are(app: App) -> None:
    mime = QMimeData()
    mime.setData("image/jpeg", sample("motocross").read_bytes())
    app.drop(mime)
    assert "motocross" in app.wait_for_similar()[0]


def test_a_picture_inside_a_link_is_decoded(app: App) -> None:
    data = base64.b64encode(sample("two_parrots").read_bytes()).decode()
    app.drop(urls(f"data:image/jpeg;base64,{data}"))
    assert "parrots" in app.wait_for_similar()[0]


def test_a_link_alone_is_not_downloaded_and_says_so(app: App) -> None:
    before = app.window.gallery.answer
    app.drop(urls("https://example.org/barn.jpg"))
    assert "downloads nothing" in app.window.notice.text()
    assert app.window.gallery.answer is before


def test_what_cannot_be_dropped_is_explained(app: App) -> None:
    mime = QMimeData()
    mime.setText("a red barn")
    app.drop(mime)
    assert "search box" in app.window.notice.text()


def test_a_file_that_is_no_picture_is_explained(app: App, tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("not a picture")
    app.drop(urls(text))
    app.wait(lambda: "notes.txt" in app.window.notice.text())
    app.wait(lambda: app.window.gallery.answer.query.is_everything)
    assert not app.window.browser.search.chips.isVisible()
    assert app.names()


def test_dropped_folders_are_watched(app: App, tmp_path: Path) -> None:
    more = copy_samples(tmp_path / "More", ["mountain_stream"])
    app.drop(urls(more))
    app.wait_for_photos(5)
    assert [row.name for row in app.window.folders_section.rows] == ["More", "Pictures"]


def test_a_tile_dropped_on_the_window_finds_its_likes(app: App) -> None:
    grid = app.window.grid
    app.window.grid.show_photo(app.names().index("red_barn_by_a_pond.jpg"))
    drag = grid.make_drag()
    assert drag is not None
    app.drop(drag.mimeData())
    names = app.wait_for_similar()
    assert len(names) == 3
    assert "red_barn_by_a_pond.jpg" not in names
    assert app.window.browser.search.chips.texts() == ["red_barn_by_a_pond.jpg"]
    drag.deleteLater()


def test_dragging_out_gives_files_to_copy(app: App) -> None:
    app.window.grid.selectAll()
    drag = app.window.grid.make_drag()
    assert drag is not None
    paths = [Path(url.toLocalFile()) for url in drag.mimeData().urls()]
    assert [path.name for path in paths] == app.names()
    assert all(path.is_file() for path in paths)
    assert app.window.photo_model.supportedDragActions() == Qt.DropAction.CopyAction
    drag.deleteLater()


def test_the_overlay_says_what_a_drop_would_do(app: App, pictures: Path) -> None:
    overlay = app.window.drops.overlay
    for mime, words in ((urls(sample("two_parrots")), "similar"), (urls(pictures), "Pictures")):
        event = QDragEnterEvent(
            app.window.rect().center(),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(app.window, event)
        assert event.isAccepted()
        assert words in overlay.text()
        overlay.hide()


def test_paste_works_like_a_drop(app: App) -> None:
    QGuiApplication.clipboard().setMimeData(urls(sample("motocross")))
    app.window.commands.action("paste").trigger()
    assert "motocross" in app.wait_for_similar()[0]


def test_a_picture_pasted_into_the_search_box_is_searched_for(app: App) -> None:
    QGuiApplication.clipboard().setImage(QImage(str(sample("two_parrots"))))
    app.qtbot.keyClick(
        app.window.browser.search.edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier
    )
    assert "parrots" in app.wait_for_similar()[0]
    assert app.window.browser.search.edit.text() == ""


def test_text_is_still_pasted_as_text(app: App) -> None:
    QGuiApplication.clipboard().setText("parrots")
    edit = app.window.browser.search.edit
    app.qtbot.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == "parrots"
    app.wait(lambda: app.window.gallery.answer.query.text == "parrots")


def test_find_similar_from_the_menu(app: App) -> None:
    app.window.grid.show_photo(0)
    first = app.names()[0]
    menu = QMenu(app.window)
    app.window.commands.fill_photo_menu(menu)
    similar = app.window.commands.action("similar")
    assert similar in menu.actions()
    similar.trigger()
    assert first not in app.wait_for_similar()
    # Words are added to the picture.
    app.search("parrots")
    assert app.window.browser.search.chips.texts() == [first]


def test_several_photos_together(app: App) -> None:
    grid = app.window.grid
    for row in (0, 1):
        grid.selectionModel().select(
            app.window.photo_model.index(row), QItemSelectionModel.SelectionFlag.Select
        )
    app.window.commands.action("similar").trigger()
    assert len(app.wait_for_similar()) == 2
    chips = app.window.browser.search.chips
    assert len(chips.texts()) == 2
    app.qtbot.mouseClick(chips.chips[0].findChild(QToolButton), Qt.MouseButton.LeftButton)
    app.wait(lambda: len(app.window.gallery.answer.query.photos) == 1)
    app.wait(lambda: app.window.photo_model.rowCount() == 3)
    assert len(chips.texts()) == 1


def test_other_programs(app: App) -> None:
    app.window.grid.show_photo(0)
    path = app.window.photo_model.row(app.window.photo_model.ids[0]).path
    app.window.commands.action("open").trigger()
    app.wait(lambda: app.desktop.opened == [path])
    app.window.commands.action("reveal").trigger()
    app.wait(lambda: app.desktop.revealed == [path])
    app.window.commands.action("copy_path").trigger()
    app.wait(lambda: QGuiApplication.clipboard().text() == str(path))


def test_a_photo_that_vanished_is_not_opened(app: App, pictures: Path) -> None:
    app.engine.library.stop_watching()
    app.window.grid.show_photo(0)
    shutil.move(pictures, pictures.with_name("elsewhere"))
    app.window.commands.action("open").trigger()
    app.wait(lambda: "cannot be reached" in app.window.notice.text())
    assert app.desktop.opened == []


def test_a_slip_of_the_hand_is_no_search(app: App) -> None:
    grid = app.window.grid
    grid.show_photo(0)
    drag = grid.make_drag()
    assert drag is not None
    drops = app.window.drops
    at = app.window.rect().center()
    action, button, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    # What Qt would send while the tile is still over itself.
    QApplication.sendEvent(app.window, QDragEnterEvent(at, action, drag.mimeData(), button, keys))
    drops.began_inside(at)
    QApplication.sendEvent(app.window, QDragMoveEvent(at, action, drag.mimeData(), button, keys))
    assert drops.overlay.text() == ""
    QApplication.sendEvent(
        app.window, QDropEvent(QPointF(at), action, drag.mimeData(), button, keys)
    )
    assert app.window.gallery.searching.query.is_everything
    drag.deleteLater()
