"""The grid with ten thousand photos: what is seen comes first, and scrolling never waits."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from pytestqt.qtbot import QtBot

from photoclip.domain import PhotoId
from photoclip.errors import FileUnavailable
from photoclip.gui.bridge import Bridge
from photoclip.gui.delegates.photo import PhotoDelegate
from photoclip.gui.models.photos import PHOTO_ROLE, PhotoGridModel
from photoclip.gui.theme import Theme
from photoclip.gui.thumbnails import ThumbnailLoader, TileCache, Wanted
from photoclip.gui.views.grid.photo_grid import PhotoGrid

COUNT = 10_000


class Drawer:
    """Draws coloured tiles and notes for which photos."""

    def __init__(self) -> None:
        self.drawn: list[PhotoId] = []
        self.lock = threading.Lock()
        self.gate = threading.Event()
        self.gate.set()

    def __call__(self, photo: PhotoId, side: int, ratio: float) -> QImage:
        self.gate.wait(30)
        with self.lock:
            self.drawn.append(photo)
        if photo % 100 == 99:
            raise FileUnavailable("is gone")
        image = QImage(side, side, QImage.Format.Format_RGB32)
        image.fill(QColor.fromHsv(photo % 360, 200, 200))
        return image


@pytest.fixture
def bridge(qapp: object) -> Iterator[Bridge]:
    made = Bridge()
    yield made
    assert made.close(10)


@pytest.fixture
def drawer() -> Drawer:
    return Drawer()


@pytest.fixture
def grid(qtbot: QtBot, bridge: Bridge, theme: Theme, drawer: Drawer) -> PhotoGrid:
    model = PhotoGridModel()
    loader = ThumbnailLoader(bridge, drawer)
    grid = PhotoGrid(model, loader)
    # The grid must not outlive what it shows.
    model.setParent(grid)
    loader.setParent(grid)
    grid.setItemDelegate(PhotoDelegate(theme, loader, grid))
    grid.resize(1000, 700)
    qtbot.addWidget(grid)
    model.show([PhotoId(number) for number in range(COUNT)])
    grid.show()
    return grid


def seen(grid: PhotoGrid) -> list[PhotoId]:
    model = grid.model()
    assert isinstance(model, PhotoGridModel)
    rows = grid.visible_rows()
    return list(model.ids[rows.start : rows.stop])


def is_laid_out(grid: PhotoGrid) -> bool:
    return not grid.visualRect(grid.model().index(COUNT - 1)).isEmpty()


def loader_of(grid: PhotoGrid) -> ThumbnailLoader:
    return grid.findChild(ThumbnailLoader)


def is_settled(grid: PhotoGrid, photo: PhotoId) -> bool:
    loader = loader_of(grid)
    return loader.tile(photo) is not None or loader.is_broken(photo)


def test_what_is_seen_is_loaded_first(qtbot: QtBot, grid: PhotoGrid, drawer: Drawer) -> None:
    qtbot.waitUntil(lambda: all(is_settled(grid, photo) for photo in seen(grid)))
    assert set(drawer.drawn[: len(seen(grid)) - 4]) <= set(seen(grid))
    # One screen more is made ahead, not ten thousand tiles.
    assert len(drawer.drawn) <= 3 * len(seen(grid))


def test_scrolling_forgets_what_went_by(qtbot: QtBot, grid: PhotoGrid, drawer: Drawer) -> None:
    qtbot.waitUntil(lambda: all(is_settled(grid, photo) for photo in seen(grid)))
    drawer.gate.clear()
    bar = grid.verticalScrollBar()
    longest = 0.0
    for step in range(60):
        began = time.monotonic()
        bar.setValue(bar.maximum() * (step + 1) // 60)
        qtbot.wait(1)
        longest = max(longest, time.monotonic() - began)
    drawer.gate.set()
    qtbot.waitUntil(lambda: all(is_settled(grid, photo) for photo in seen(grid)))
    assert COUNT - 1 in seen(grid)
    # Sixty places were passed; only the last was worth drawing, and a few that were begun.
    assert len(drawer.drawn) < 400
    print(f"longest step of scrolling: {longest * 1000:.0f} ms")
    assert longest < 0.25


def test_visible_rows_are_those_that_qt_shows(qtbot: QtBot, grid: PhotoGrid) -> None:
    for position in (0, 333, 5000, grid.verticalScrollBar().maximum()):
        qtbot.waitUntil(lambda: is_laid_out(grid))
        grid.verticalScrollBar().setValue(position)
        shown = grid.viewport().rect()
        rows = grid.visible_rows()
        model = grid.model()
        for row in (rows.start, rows.stop - 1):
            assert grid.visualRect(model.index(row)).intersects(shown)
        for row in (rows.start - 1, rows.stop):
            if 0 <= row < COUNT:
                assert not grid.visualRect(model.index(row)).intersects(shown)


@pytest.mark.parametrize("width", [500, 733, 1000, 1601])
def test_cells_fill_the_width(qtbot: QtBot, grid: PhotoGrid, width: int) -> None:
    grid.resize(width, 700)

    def rects() -> list[QRect]:
        return [grid.visualRect(grid.model().index(row)) for row in range(grid.columns() + 1)]

    # Qt waits a moment before it lays out anew.
    qtbot.waitUntil(lambda: rects()[-1].top() > rects()[0].top() == rects()[-2].top())
    assert rects()[-2].right() > grid.viewport().width() - rects()[0].width() // 2


def test_another_size_keeps_the_place(qtbot: QtBot, grid: PhotoGrid) -> None:
    grid.verticalScrollBar().setValue(20_000)
    first = seen(grid)[0]
    grid.set_cell_size(300)
    assert first in seen(grid)[: grid.columns()]
    grid.set_cell_size(120)
    assert first in seen(grid)[: grid.columns()]
    side = round((grid.cell_side - 8) * grid.devicePixelRatioF())
    qtbot.waitUntil(
        lambda: (
            all(
                loader_of(grid).is_broken(photo) or loader_of(grid).tile(photo).width() == side
                for photo in seen(grid)
                if is_settled(grid, photo)
            )
            and all(is_settled(grid, photo) for photo in seen(grid))
        )
    )


def test_refresh_keeps_place_and_selection(qtbot: QtBot, grid: PhotoGrid) -> None:
    grid.verticalScrollBar().setValue(20_000)
    first = seen(grid)[0]
    grid.show_photo(first)
    grid.verticalScrollBar().setValue(20_000)
    new = [PhotoId(number) for number in range(COUNT, COUNT + 37)]
    grid.refresh([*new, *range(COUNT)], {})
    assert first in seen(grid)[: 2 * grid.columns()]
    assert grid.selected_photos() == [first]


def test_the_chosen_photo_stays_where_it_is_while_many_come(grid: PhotoGrid) -> None:
    for top in (0, 20_000):
        grid.verticalScrollBar().setValue(top)
        row = seen(grid)[2 * grid.columns() + 1]
        photo = grid.model().index(row, 0).data(PHOTO_ROLE)
        grid.show_photo(row)
        place = grid.cell(row).top()
        ids = list(grid.model().ids)
        middle = ids.index(photo) - 1
        new = [PhotoId(max(ids) + 1 + number) for number in range(300)]
        grid.refresh([*ids[:middle], *new, *ids[middle:]], {})
        assert grid.selected_photos() == [photo]
        assert grid.cell(grid.currentIndex().row()).top() == place


def test_whoever_is_in_the_grid_has_a_current_photo(qtbot: QtBot, grid: PhotoGrid) -> None:
    grid.setFocus()
    qtbot.waitUntil(grid.hasFocus)
    grid.show_photo(99)
    model = grid.model()
    assert isinstance(model, PhotoGridModel)
    model.show([PhotoId(number) for number in range(50)])
    grid.show_from_top()
    assert (grid.currentIndex().row(), grid.selected_photos()) == (0, [])


def test_broken_tiles_are_tried_again_when_asked(
    qtbot: QtBot, grid: PhotoGrid, drawer: Drawer
) -> None:
    grid.scrollTo(grid.model().index(99))
    qtbot.waitUntil(lambda: loader_of(grid).is_broken(PhotoId(99)))
    tries = drawer.drawn.count(PhotoId(99))
    loader_of(grid).retry_broken()
    grid.look_again()
    qtbot.waitUntil(lambda: drawer.drawn.count(PhotoId(99)) > tries)


def test_arrow_keys_move_through_the_grid(qtbot: QtBot, grid: PhotoGrid) -> None:
    qtbot.waitUntil(lambda: is_laid_out(grid))
    grid.show_photo(0)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.currentIndex().row() == 1
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.currentIndex().row() == 1 + grid.columns()
    qtbot.keyClick(grid, Qt.Key.Key_End)
    assert grid.currentIndex().row() == COUNT - 1


def test_the_cache_is_bounded(qapp: object) -> None:
    cache = TileCache(limit_bytes=10 * 100 * 100 * 4)
    for number in range(50):
        cache.put(PhotoId(number), QPixmap(100, 100))
        cache.get(PhotoId(0))
    assert len(cache) == 10
    assert cache.bytes <= 10 * 100 * 100 * 4
    assert cache.get(PhotoId(0)) is not None
    assert cache.get(PhotoId(1)) is None


def test_wishes_replace_each_other() -> None:
    wanted = Wanted()
    wanted.replace([(PhotoId(1), 10), (PhotoId(2), 10)])
    taken = wanted.take()
    assert taken == (PhotoId(1), 10)
    wanted.replace([(PhotoId(1), 10), (PhotoId(3), 10)])
    # What is being made is not made twice.
    assert wanted.take() == (PhotoId(3), 10)
    assert wanted.take() is None
    wanted.give_back(taken)
    wanted.replace([taken])
    assert wanted.take() == taken
