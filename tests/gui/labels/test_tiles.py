"""Tiles: how they lie, and how they show that something may be let go on them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QListView

from photoclip.gui.views.labels.tiles import Tiles

from ..conftest import App
from .conftest import made, tuned

LEFT = Qt.MouseButton.LeftButton


def across(tiles: Tiles) -> int:
    """How many lie in the first line."""
    tops = [tiles.visualRect(tiles.photos.index(row)).top() for row in range(len(tiles.photos.ids))]
    return tops.count(tops[0])


@pytest.mark.parametrize("width", [290, 311, 350, 415, 502])
def test_a_line_of_tiles_is_full_with_a_scroll_bar_and_without(app: App, width: int) -> None:
    tiles = tuned(app, made(app, "parrot")).one.sides.rejected
    tiles.setParent(None)
    tiles.show()
    for count in (8, 300):
        tiles.show_photos(range(1, count + 1))
        tiles.resize(width, 400)
        app.wait(lambda many=count == 300: tiles.verticalScrollBar().isVisible() is many)
        app.wait(lambda: across(tiles) == tiles.viewport().width() // tiles.gridSize().width())
        # As wide as was wished for, nearly.
        assert abs(tiles.gridSize().width() - 116) <= 30
    tiles.close()
    tiles.deleteLater()


def test_a_drop_target_lights_up_while_it_would_take_what_comes(app: App) -> None:
    one = tuned(app, made(app, "parrot")).one
    accent = QColor(one.editor.right._delegate.theme.colors.accent)
    action, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier

    def enter(tiles: Tiles, mime: QMimeData) -> None:
        tiles.dragEnterEvent(QDragEnterEvent(QPoint(9, 9), action, mime, LEFT, keys))

    def is_lit(tiles: QListView) -> bool:
        picture = tiles.viewport().grab().toImage()
        return picture.pixelColor(picture.width() // 2, 1) == accent

    words, pictures, link, bitmap = QMimeData(), QMimeData(), QMimeData(), QMimeData()
    words.setText("words")
    pictures.setUrls([QUrl.fromLocalFile("/pictures/one.jpg")])
    target = one.editor.refused
    one.sides.focus()
    link.setUrls([QUrl("http://example.com/one.jpg")])
    bitmap.setData("image/png", b"as a browser sends it")
    for nothing in (QMimeData(), link):
        enter(target, nothing)
        assert not is_lit(target)
    enter(target, bitmap)
    assert is_lit(target)
    target.dragLeaveEvent(QDragLeaveEvent())
    enter(target, pictures)
    assert is_lit(target)
    target.dragLeaveEvent(QDragLeaveEvent())
    assert not is_lit(target)
    # These show what there is, and take nothing.
    enter(one.sides.rejected, pictures)
    assert not is_lit(one.sides.rejected)
