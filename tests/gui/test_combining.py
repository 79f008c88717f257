"""Pictures and words in one search: each picture is a chip that can be removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from photoclip.gui.dropping import MOST_PICTURES

from .conftest import App, OpenApp, sample, with_photos


@pytest.fixture
def app(open_app: OpenApp, pictures: Path) -> App:
    return with_photos(open_app, pictures)


def settle(app: App) -> list[str]:
    """Wait until what is shown answers what was asked last."""
    gallery = app.window.gallery
    app.wait(lambda: gallery.answer is not None and gallery.answer.query == gallery.searching.query)
    return app.wait_for_names()


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop_on_box(app: App, mime: QMimeData) -> str:
    """Let go over the search box. Returns what was said beforehand."""
    window, box = app.window, app.window.browser.search
    at = QPointF(box.mapTo(window, box.rect().center()))
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    rest = (action, mime, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(), *rest))
    QApplication.sendEvent(window, QDragMoveEvent(at.toPoint(), *rest))
    said = window.drops.overlay.text()
    QApplication.sendEvent(window, QDropEvent(at, *rest))
    return said


def chips(app: App) -> list[str]:
    return app.window.browser.search.chips.texts()


def test_words_and_pictures_are_searched_for_together(app: App) -> None:
    app.search("barn")
    assert "add this" in drop_on_box(app, files(sample("two_parrots")))
    names = settle(app)
    assert app.window.browser.search.edit.text() == "barn"
    assert {name[:8] for name in names[:2]} == {"two_parr", "red_barn"}
    match = app.window.gallery.why(app.window.photo_model.ids[0])
    assert match is not None
    assert [name for name, _ in match.parts] == ["two_parrots.jpg", "barn"]
    assert match.what == "two_parrots.jpg + barn"
    # Words that are typed on change nothing about the picture.
    app.qtbot.keyClicks(app.window.browser.search.edit, " -bird in:Pictures")
    settle(app)
    assert chips(app) == ["two_parrots.jpg"]
    chip = app.window.browser.search.chips.chips[0]
    app.qtbot.mouseClick(chip.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert "red_barn" in settle(app)[0]
    assert chips(app) == []


def test_what_is_dropped_on_the_box_is_added_and_elsewhere_begins_anew(app: App) -> None:
    drop_on_box(app, files(sample("two_parrots")))
    QGuiApplication.clipboard().setImage(QImage(str(sample("motocross"))))
    edit = app.window.browser.search.edit
    app.qtbot.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    grid = app.window.grid
    settle(app)
    grid.show_photo(app.names().index("red_barn_by_a_pond.jpg"))
    drag = grid.make_drag()
    assert drag is not None
    drop_on_box(app, drag.mimeData())
    drag.deleteLater()
    assert chips(app) == ["red_barn_by_a_pond.jpg", "two_parrots.jpg", "Picture"]
    # The same once more is no more than it was.
    drop_on_box(app, files(sample("two_parrots")))
    assert len(chips(app)) == 3
    # A photo that others are to be like is no answer.
    assert "red_barn_by_a_pond.jpg" not in settle(app)
    app.drop(files(sample("woman_in_a_red_hat")))
    settle(app)
    assert chips(app) == [sample("woman_in_a_red_hat").name]


def test_one_broken_picture_among_others_is_told_and_left_out(app: App, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"\xff\xd8\xff and no more")
    app.search("parrots")
    drop_on_box(app, files(broken, sample("motocross")))
    app.wait(lambda: "broken.jpg" in app.window.notice.text())
    settle(app)
    assert chips(app) == [sample("motocross").name]
    assert app.window.browser.search.edit.text() == "parrots"


def test_more_pictures_than_a_search_takes(app: App, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.png" for number in range(MOST_PICTURES + 2)]
    for number, path in enumerate(paths):
        QImage(8, 8 + number, QImage.Format.Format_RGB32).save(str(path))
    drop_on_box(app, files(*paths[:10]))
    drop_on_box(app, files(*paths[8:]))
    assert str(MOST_PICTURES) in app.window.notice.text()
    assert app.window.gallery.searching.query.pictures == tuple(paths[:MOST_PICTURES])
    settle(app)
    assert len(chips(app)) == MOST_PICTURES


def test_pictures_that_come_at_once_are_chips_that_each_count(app: App) -> None:
    names = ["two_parrots", "red_barn", "motocross", "mountain_stream", "hibiscus", "red_wooden"]
    paths = [sample(name) for name in names]
    drop_on_box(app, files(*paths, paths[0]))
    settle(app)
    row = app.window.browser.search.chips
    assert chips(app) == [path.name for path in paths]
    match = app.window.gallery.why(app.window.photo_model.ids[0])
    assert match is not None
    assert len(match.parts) == len(paths)
    # So many have no room for words; screen readers tell them still.
    words = [chip.findChildren(QLabel)[1] for chip in row.chips]
    assert not any(word.isVisible() for word in words)
    assert row.chips[0].accessibleName().startswith("two_parrots")
    app.wait(lambda: not row.chips[3].findChildren(QLabel)[0].pixmap().isNull())
    for left in (5, 4):
        app.qtbot.mouseClick(row.chips[0].findChild(QToolButton), Qt.MouseButton.LeftButton)
        settle(app)
        assert chips(app) == [path.name for path in paths[-left:]]
    assert all(word.isVisible() for word in words[2:])
    # What was drawn stays.
    assert row.chips[0].findChildren(QLabel)[0].pixmap().width() > 0
