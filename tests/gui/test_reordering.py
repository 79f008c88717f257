"""An album by hand is put in order: by dragging its photos, by keys, and back again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from photoclip.domain import Order, PhotoId
from photoclip.gui.views.grid.photo_grid import PhotoGrid
from photoclip.gui.views.grid.reorder import moved, next_to

from .conftest import App, OpenApp, copy_samples, with_photos

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ALT, COPY = Qt.KeyboardModifier.AltModifier, Qt.DropAction.CopyAction
NAMES = ["two_parrots", "red_barn", "woman_in_a_red_hat", "motocross"]


@pytest.fixture
def app(open_app: OpenApp, tmp_path: Path) -> App:
    copy_samples(tmp_path / "Pictures", NAMES)
    return with_photos(open_app, tmp_path / "Pictures", 4)


def opened(app: App) -> list[PhotoId]:
    """An album of all photos, shown in its order."""
    window = app.window
    photos = list(window.photo_model.ids)
    album = app.engine.albums.create("Trip", photos)
    window.albums.read()
    app.wait(lambda: album.name in [one.name for one in window.albums.all])
    window.albums_section.album_wanted.emit(album)
    app.wait(lambda: window.gallery.in_own_order and window.albums.current is not None)
    assert window.photo_model.ids == photos
    return photos


def select(app: App, *rows: int) -> QMimeData:
    """Select rows. Returns what dragging them carries."""
    grid = app.window.grid
    grid.setFocus()
    grid.show_photo(rows[0])
    grid.rows.select([range(row, row + 1) for row in rows])
    model = app.window.photo_model
    return model.mimeData([model.index(row) for row in sorted(rows)])


def over(grid: PhotoGrid, row: int, *, behind: bool = False) -> QPoint:
    """A place on the left or right part of a cell."""
    cell = grid.cell(row)
    return cell.center() + QPoint(cell.width() // 3 * (1 if behind else -1), 0)


def drag(grid: PhotoGrid, mime: QMimeData, at: QPoint) -> bool:
    """Drag something over the grid. Returns whether that is the grid's own business."""
    enter = QDragEnterEvent(at, COPY, mime, LEFT, NONE)
    QApplication.sendEvent(grid.viewport(), enter)
    if not grid.viewport().acceptDrops() or grid.reorder.gap is None:
        return False
    QApplication.sendEvent(grid.viewport(), QDragMoveEvent(at, COPY, mime, LEFT, NONE))
    return True


def let_go(grid: PhotoGrid, mime: QMimeData, at: QPoint) -> None:
    event = QDropEvent(QPointF(at), COPY, mime, LEFT, NONE, QEvent.Type.Drop)
    QApplication.sendEvent(grid.viewport(), event)


def in_album(app: App) -> list[PhotoId]:
    return app.engine.albums.photos(app.engine.albums.named("Trip"))


def test_photos_land_where_the_line_shows_and_go_back(app: App) -> None:
    window, grid = app.window, app.window.grid
    a, b, c, d = opened(app)
    mime = select(app, 0, 2)
    at = over(grid, 3, behind=True)
    assert drag(grid, mime, at)
    assert grid.reorder.gap is not None
    assert grid.reorder.gap.row == 4
    assert grid.reorder.gap.left == grid.arrangement.position(3)[0] + grid.cell_side
    let_go(grid, mime, at)
    assert grid.reorder.gap is None
    assert list(window.photo_model.ids) == [b, d, a, c]
    assert grid.selected_photos() == [a, c]
    app.wait(lambda: in_album(app) == [b, d, a, c])
    app.wait(lambda: window.notice.text() == "2 photos moved in “Trip”.")
    window.commands.action("undo").trigger()
    app.wait(lambda: in_album(app) == [a, b, c, d])
    app.wait(lambda: list(window.photo_model.ids) == [a, b, c, d])


def test_nothing_happens_where_they_lie_already_or_the_drag_ends_elsewhere(app: App) -> None:
    window, grid = app.window, app.window.grid
    photos = opened(app)
    told = QSignalSpy(window.albums.moved)
    mime = select(app, 1)
    let_go(grid, mime, over(grid, 1, behind=True))
    assert drag(grid, mime, over(grid, 3))
    QApplication.sendEvent(grid.viewport(), QDragLeaveEvent())
    assert grid.reorder.gap is None
    assert list(window.photo_model.ids) == photos
    window.albums.read()
    app.qtbot.waitSignal(window.albums.told).wait()
    assert (in_album(app), told.count()) == (photos, 0)


def test_only_an_album_by_hand_in_its_own_order_takes_them(app: App) -> None:
    window, grid = app.window, app.window.grid
    mime = select(app, 0)
    later = window.commands.action("album_later")
    assert not drag(grid, mime, over(grid, 2)) and not later.isEnabled()
    opened(app)
    mime = select(app, 0)
    app.wait(later.isEnabled)
    foreign = QMimeData()
    foreign.setText("parrots")
    assert not drag(grid, foreign, over(grid, 2))
    # Of other photos than those selected nobody knows where they come from.
    model = window.photo_model
    assert not drag(grid, model.mimeData([model.index(1)]), over(grid, 3))
    window.gallery.set_order(Order.NAME)
    app.wait(lambda: window.gallery.answer.query.order is Order.NAME)
    select(app, 0)
    assert not later.isEnabled()
    assert not drag(grid, mime, over(grid, 2))
    app.engine.searches.add("All", "size:>1kb")
    window.gallery.search_saved("size:>1kb")
    app.wait(lambda: window.gallery.answer.query.text == "size:>1kb")
    select(app, 0)
    assert not later.isEnabled()


def test_keys_move_the_selection(app: App) -> None:
    window, grid = app.window, app.window.grid
    a, b, c, d = opened(app)
    select(app, 0)
    app.wait(window.commands.action("album_later").isEnabled)
    for key, expected in (
        (Qt.Key.Key_Right, [b, a, c, d]),
        (Qt.Key.Key_Right, [b, c, a, d]),
        (Qt.Key.Key_Left, [b, a, c, d]),
        (Qt.Key.Key_End, [b, c, d, a]),
        (Qt.Key.Key_Right, [b, c, d, a]),
        (Qt.Key.Key_Home, [a, b, c, d]),
    ):
        # Without waiting: keys come quicker than the catalog answers.
        app.qtbot.keyClick(grid, key, ALT)
        assert list(window.photo_model.ids) == expected
        assert grid.selected_photos() == [a]
    app.wait(lambda: in_album(app) == [a, b, c, d])
    select(app, 0, 2)
    app.qtbot.keyClick(grid, Qt.Key.Key_Right, ALT)
    app.wait(lambda: in_album(app) == [b, d, a, c])


def test_blocks_are_made_of_what_was_chosen() -> None:
    photos = [PhotoId(number) for number in range(6)]
    for row in range(7):
        order = moved(photos, {PhotoId(1), PhotoId(4)}, row)
        assert sorted(order) == photos
        at = order.index(PhotoId(1))
        assert order[at : at + 2] == [1, 4]
        behind = next_to(photos, {PhotoId(1), PhotoId(4)}, row)
        assert order[at + 2 : at + 3] == ([behind] if behind is not None else [])
