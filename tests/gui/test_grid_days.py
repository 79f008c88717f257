"""The grid under headers of days: keys, mouse, selection, and what stays through changes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photoclip.domain import Days, PhotoId
from photoclip.gui.bridge import Bridge
from photoclip.gui.controllers.jumping import Jumping
from photoclip.gui.delegates.photo import PhotoDelegate, mark_rect, tile_rect
from photoclip.gui.models.photo_row import PhotoRow
from photoclip.gui.models.photos import PhotoGridModel
from photoclip.gui.theme import Theme
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.views.grid import LARGEST, SMALLEST, PhotoGrid
from photoclip.gui.views.timeline import GridWithTimeline

from .conftest import OpenApp, with_photos

NEWEST = date(2024, 6, 3)
# Photos on each day, newest first, three times over.
LENGTHS = [7, 1, 12, 3, 20, 5] * 3
COUNT = sum(LENGTHS)


def days_of(lengths: list[int], apart: int = 9) -> Days:
    days = [NEWEST - timedelta(days=apart * number) for number in range(len(lengths))]
    return np.repeat([day.toordinal() for day in days], lengths).astype(np.int32)


def ids(count: int = COUNT) -> list[PhotoId]:
    return [PhotoId(number) for number in range(count)]


def draw(photo: PhotoId, side: int, ratio: float) -> QImage:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    return image


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme) -> Iterator[GridWithTimeline]:
    bridge, model = Bridge(), PhotoGridModel()
    loader = ThumbnailLoader(bridge, draw)
    grid = PhotoGrid(model, loader)
    grid.setItemDelegate(PhotoDelegate(theme, loader, grid))
    pane = GridWithTimeline(theme, grid)
    for part in (model, loader):
        part.setParent(pane)
    pane.setMinimumSize(400, 300)
    pane.resize(1000, 700)
    qtbot.addWidget(pane)
    model.show(ids(), None, days_of(LENGTHS))
    pane.show()
    qtbot.waitExposed(pane)
    grid.setFocus()
    yield pane
    assert bridge.close(10)


@pytest.fixture
def grid(pane: GridWithTimeline) -> PhotoGrid:
    return pane.grid


def model_of(grid: PhotoGrid) -> PhotoGridModel:
    model = grid.model()
    assert isinstance(model, PhotoGridModel)
    return model


def click(qtbot: QtBot, grid: PhotoGrid, row: int, keys: Qt.KeyboardModifier | None = None) -> None:
    grid.scrollTo(grid.model().index(row, 0))
    keys = keys or Qt.KeyboardModifier.NoModifier
    place = grid.cell(row).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, keys, place)


def test_each_day_begins_a_line_of_its_own(grid: PhotoGrid) -> None:
    starts = np.cumsum([0, *LENGTHS[:-1]]).tolist()
    tops = [grid.cell(row).top() for row in range(COUNT)]
    left = grid.cell(0).left()
    for section, row in enumerate(starts):
        assert grid.cell(row).left() == left
        if section:
            assert tops[row] - tops[row - 1] == grid.cell_side + grid.arrangement.header
    assert grid.indexAt(grid.cell(5).center()).row() == 5
    assert not grid.indexAt(QPoint(50, 5)).isValid()
    assert not grid.visualRect(model_of(grid).index(COUNT - 1)).isEmpty()


def test_tiny_cells_and_sparse_days_go_under_months(grid: PhotoGrid) -> None:
    assert not grid.arrangement.sections.by_month
    grid.set_cell_size(SMALLEST)
    assert grid.arrangement.sections.by_month
    grid.set_cell_size(200)
    model_of(grid).show(ids(60), None, days_of([1] * 60, apart=2))
    assert grid.arrangement.sections.by_month


def test_keys_walk_through_lines_of_all_days(qtbot: QtBot, grid: PhotoGrid) -> None:
    columns = grid.columns()
    assert columns == 5
    grid.show_photo(3)
    keys = Qt.Key

    def press(key: Qt.Key) -> int:
        qtbot.keyClick(grid, key)
        row: int = grid.currentIndex().row()
        assert grid.viewport().rect().intersects(grid.cell(row))
        return row

    # Seven photos, one, twelve: the column is remembered through the short lines.
    assert press(keys.Key_Down) == 6
    assert press(keys.Key_Down) == 7
    assert press(keys.Key_Down) == 8 + 3
    assert press(keys.Key_Up) == 7
    assert press(keys.Key_Left) == 6
    assert press(keys.Key_Right) == 7
    assert press(keys.Key_Right) == 8
    assert press(keys.Key_End) == COUNT - 1
    assert press(keys.Key_Down) == COUNT - 1
    assert press(keys.Key_Home) == 0
    page = press(keys.Key_PageDown)
    assert page >= columns
    assert press(keys.Key_PageUp) == 0


def test_shift_selects_all_between_across_days(qtbot: QtBot, grid: PhotoGrid) -> None:
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    click(qtbot, grid, 6)
    click(qtbot, grid, 9, shift)
    assert grid.selected_photos() == [6, 7, 8, 9]
    click(qtbot, grid, 2, shift)
    assert grid.selected_photos() == [2, 3, 4, 5, 6]
    click(qtbot, grid, 4, control)
    assert grid.selected_photos() == [2, 3, 5, 6]
    qtbot.keyClick(grid, Qt.Key.Key_End, shift)
    assert grid.count_selected() >= COUNT - 7
    click(qtbot, grid, 0)
    qtbot.keyClick(grid, Qt.Key.Key_Down, shift)
    assert grid.selected_photos() == [0, 1, 2, 3, 4, 5]
    qtbot.keyClick(grid, Qt.Key.Key_A, control)
    assert grid.count_selected() == COUNT


def test_the_keyboard_moves_without_selecting(qtbot: QtBot, grid: PhotoGrid) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    grid.show_photo(1)
    qtbot.keyClick(grid, Qt.Key.Key_Right, control)
    qtbot.keyClick(grid, Qt.Key.Key_Right, control)
    assert grid.currentIndex().row() == 3
    assert grid.selected_photos() == [1]
    qtbot.keyClick(grid, Qt.Key.Key_Space, control)
    assert grid.selected_photos() == [1, 3]


def test_a_rectangle_selects_what_it_touches(qtbot: QtBot, grid: PhotoGrid) -> None:
    button, viewport = Qt.MouseButton.LeftButton, grid.viewport()
    # From beside the last photo of the first day to the first of its columns.
    begin = grid.cell(6).center() + QPoint(grid.cell_side, 0)
    qtbot.mousePress(viewport, button, pos=begin)
    qtbot.mouseMove(viewport, grid.cell(6).center())
    assert grid.selected_photos() == [6]
    qtbot.mouseMove(viewport, grid.cell(1).center())
    assert grid.selected_photos() == [1, 2, 6]
    qtbot.mouseMove(viewport, grid.cell(7).center())
    assert grid.selected_photos() == [5, 6, 7]
    qtbot.mouseRelease(viewport, button, pos=grid.cell(7).center())
    qtbot.mouseMove(viewport, grid.cell(0).center())
    assert grid.selected_photos() == [5, 6, 7]
    qtbot.mouseClick(viewport, button, pos=begin)
    assert grid.selected_photos() == []


def test_check_marks_select_without_the_rest(qtbot: QtBot, grid: PhotoGrid) -> None:
    button, viewport = Qt.MouseButton.LeftButton, grid.viewport()
    grid.show_photo(0)
    tile = tile_rect(grid.cell(2))
    mark = mark_rect(tile.toRectF()).center().toPoint()
    qtbot.mouseClick(viewport, button, pos=mark)
    assert grid.selected_photos() == [0, 2]
    qtbot.mouseClick(viewport, button, pos=mark)
    assert grid.selected_photos() == [0]


def header_mark(grid: PhotoGrid, section: int) -> QPoint:
    delegate = grid.itemDelegate()
    assert isinstance(delegate, PhotoDelegate)
    headers = grid._headers
    shown = next(one for one in headers.shown() if one.section == section)
    mark = delegate.headers.mark(shown.rect, headers.header(shown), grid.cell(0).left() + 4)
    return mark.center().toPoint()


def test_a_click_on_a_header_selects_its_day(qtbot: QtBot, grid: PhotoGrid) -> None:
    button, viewport = Qt.MouseButton.LeftButton, grid.viewport()
    grid.rows.select([range(20, 21)])
    qtbot.mouseClick(viewport, button, pos=header_mark(grid, 1))
    assert grid.selected_photos() == [7, 20]
    qtbot.mouseClick(viewport, button, pos=header_mark(grid, 0))
    assert grid.selected_photos() == [*range(8), 20]
    qtbot.mouseClick(viewport, button, pos=header_mark(grid, 0))
    assert grid.selected_photos() == [7, 20]
    grid.show_photo(10)
    grid.select_section()
    assert grid.selected_photos() == list(range(8, 20))


def test_the_header_of_what_is_seen_stays_on_top(grid: PhotoGrid) -> None:
    bar, layout = grid.verticalScrollBar(), grid.arrangement
    for value in range(0, bar.maximum(), 37):
        bar.setValue(value)
        shown = list(grid._headers.shown())
        first = shown[-1]
        assert first.section == layout.section_at(value)
        assert first.rect.top() <= 0 or value < layout.header
        assert not any(
            one.rect.intersects(other.rect) for one in shown for other in shown if one != other
        )
        grid.scrollTo(model_of(grid).index(grid.visible_rows().start))
        assert grid.cell(grid.visible_rows().start).bottom() >= layout.header - 1


def test_ctrl_and_wheel_zoom_around_the_mouse(qtbot: QtBot, grid: PhotoGrid) -> None:
    grid.verticalScrollBar().setValue(900)
    told: list[int] = []
    grid.cell_size_changed.connect(told.append)
    place = QPoint(300, 400)

    def turn(angle: int) -> None:
        at = QPointF(place)
        everywhere = grid.viewport().mapToGlobal(at)
        event = QWheelEvent(
            at,
            everywhere,
            QPoint(),
            QPoint(0, angle),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(grid.viewport(), event)

    row = grid.arrangement.near(1, place.y() + 900)
    columns = grid.columns()
    turn(-120)
    assert grid.columns() == columns + 1
    cell = grid.cell(row)
    assert cell.top() - grid.cell_side <= place.y() <= cell.bottom() + grid.cell_side
    turn(60)
    assert grid.columns() == columns + 1
    turn(60)
    assert grid.columns() == columns
    qtbot.keyClick(grid, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert grid.columns() == columns + 1
    grid.zoom_in()
    assert grid.columns() == columns
    for _ in range(30):
        grid.zoom_out()
    assert grid.cell_size == SMALLEST
    for _ in range(30):
        grid.zoom_in()
    assert grid.cell_size == LARGEST
    assert told[-1] == LARGEST


def test_new_photos_leave_everything_where_it_is(qtbot: QtBot, grid: PhotoGrid) -> None:
    grid.show_photo(60)
    grid.rows.select([range(58, 63), range(70, 75)])
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().value() + 40)
    chosen, at = grid.selected_photos(), grid.cell(60).top()
    changes: list[object] = []
    grid.current_changed.connect(changes.append)
    more = [PhotoId(1000 + number) for number in range(30)]
    today = np.full(30, NEWEST.toordinal() + 1, np.int32)
    grid.refresh([*more, *ids()], {}, np.concatenate([today, days_of(LENGTHS)]))
    assert grid.selected_photos() == chosen
    assert grid.currentIndex().row() == 90
    assert grid.cell(90).top() == at
    gone = [photo for photo in model_of(grid).ids if photo % 2 == 0]
    grid.refresh(gone, {}, model_of(grid).days[[photo % 2 == 0 for photo in model_of(grid).ids]])
    assert grid.selected_photos() == [photo for photo in chosen if photo % 2 == 0]
    assert grid.currentIndex().data() is not None
    assert not changes


def test_another_order_leaves_selection_and_current_photo(grid: PhotoGrid) -> None:
    grid.show_photo(60)
    grid.rows.select([range(58, 63)])
    at = grid.cell(60).top()
    told: list[object] = []
    grid.current_changed.connect(told.append)
    grid.refresh(ids()[::-1], {}, days_of(LENGTHS)[::-1])
    assert sorted(grid.selected_photos()) == [58, 59, 60, 61, 62]
    row = model_of(grid).position(PhotoId(60))
    assert row is not None
    assert grid.currentIndex().row() == row
    assert grid.cell(row).top() == at
    grid.refresh(sorted(ids(), key=lambda photo: photo * 7 % COUNT), {})
    assert sorted(grid.selected_photos()) == [58, 59, 60, 61, 62]
    assert not len(grid.arrangement.sections)
    assert not told


def test_at_the_top_new_photos_come_into_sight(grid: PhotoGrid) -> None:
    grid.show_photo(0)
    grid.refresh(
        [PhotoId(999), *ids()], {}, np.concatenate([[NEWEST.toordinal()], days_of(LENGTHS)])
    )
    assert grid.verticalScrollBar().value() == 0
    assert grid.selected_photos() == [0]


def test_other_days_alone_move_the_headers(grid: PhotoGrid) -> None:
    grid.show_photo(3)
    grid.refresh(ids(), {}, days_of([COUNT]))
    assert grid.arrangement.section_count == 1
    assert grid.selected_photos() == [3]


def test_half_of_a_hundred_thousand_stay_selected_quickly(grid: PhotoGrid) -> None:
    count = 100_000
    days = days_of([20] * (count // 20), apart=1)
    model_of(grid).show(ids(count), None, days)
    grid.show_photo(count // 3)
    grid.rows.select([range(0, count // 2)])
    began = time.thread_time()
    grid.refresh(ids(count)[::-1], {}, days[::-1])
    assert grid.count_selected() == count // 2
    grid.refresh(sorted(ids(count), key=lambda photo: photo * 7919 % count), {})
    assert grid.count_selected() == count // 2
    assert grid.currentIndex().data(Qt.ItemDataRole.UserRole + 1) == count // 3
    assert time.thread_time() - began < 2


def test_the_grid_tells_what_is_current_and_selected(grid: PhotoGrid) -> None:
    current: list[object] = []
    times: list[int] = []
    grid.current_changed.connect(current.append)
    grid.selection_changed.connect(lambda: times.append(grid.count_selected()))
    grid.show_photo(4)
    assert current == [4]
    assert times[-1] == 1
    model_of(grid).show(ids(5))
    assert current == [4, None]
    assert times[-1] == 0


def test_typing_searches_or_jumps_to_a_name(qtbot: QtBot, grid: PhotoGrid) -> None:
    typed: list[str] = []
    names: list[str] = []
    grid.typed.connect(typed.append)
    grid.name_wanted.connect(names.append)
    qtbot.keyClicks(grid, "be")
    assert typed == ["b", "e"]
    grid.jump_when_typing = True
    qtbot.keyClicks(grid, "be")
    assert names == ["b", "be"]
    grid.show_photo(10)
    grid.show_first_of({PhotoId(5), PhotoId(40)})
    assert grid.currentIndex().row() == 40
    assert grid.cell(40).top() >= 0
    grid.show_first_of({PhotoId(5)})
    assert grid.currentIndex().row() == 5


def test_cells_say_what_their_badges_show() -> None:
    model = PhotoGridModel()
    model.show(ids(1))
    row = PhotoRow(Path("/photos/a.gif"), offline=True, animated=True, labels=("Cats",))
    model.set_rows({PhotoId(0): row})
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for word in ("a.gif", "Animated", "Cats", "not connected"):
        assert word in spoken


def test_the_timeline_follows_and_leads(qtbot: QtBot, pane: GridWithTimeline) -> None:
    timeline, bar = pane.timeline, pane.grid.verticalScrollBar()
    assert timeline.isVisible()
    assert not bar.isVisible()
    bar.setValue(700)
    assert timeline.value() == 700
    bottom = QPoint(10, timeline.height() - 3)
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=bottom)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(timeline, Qt.Key.Key_Home)
    assert bar.value() == 0
    seen = [timeline.month_at(bar.value())]
    qtbot.keyClick(timeline, Qt.Key.Key_Down)
    seen.append(timeline.month_at(bar.value()))
    assert seen[0] is not None
    assert seen[1] is not None
    assert seen[0].day > seen[1].day
    assert timeline.accessibleDescription()
    qtbot.keyClick(timeline, Qt.Key.Key_Up)
    assert bar.value() == 0
    qtbot.keyClick(timeline, Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum()


def test_photos_that_come_in_keep_the_months(grid: PhotoGrid) -> None:
    model_of(grid).show(ids(60), None, days_of([2] * 29 + [1, 1], apart=2))
    assert grid.arrangement.sections.by_month
    model_of(grid).refresh(ids(66), None, days_of([2] * 33, apart=2))
    assert grid.arrangement.sections.by_month
    model_of(grid).refresh(ids(150), None, days_of([5] * 30, apart=2))
    assert not grid.arrangement.sections.by_month


def test_the_handle_leaves_the_year_below_it_readable(pane: GridWithTimeline, theme: Theme) -> None:
    timeline, bar = pane.timeline, pane.grid.verticalScrollBar()
    first = QRect(4, 2, timeline.width() - 8, 24)

    def ink() -> int:
        image = timeline.grab(first).toImage()
        places = product(range(image.width()), range(image.height()))
        return sum(image.pixelColor(*place).lightness() < 90 for place in places)

    theme.choose(Qt.ColorScheme.Light)
    bar.setValue(bar.maximum())
    bare = ink()
    assert bare
    bar.setValue(0)
    assert ink() >= bare // 2
    theme.choose(None)


def test_the_timeline_says_where_a_click_leads(qtbot: QtBot, pane: GridWithTimeline) -> None:
    qtbot.mouseMove(pane.timeline, QPoint(10, 200))
    bubble = pane.timeline._bubble
    qtbot.waitUntil(bubble.isVisible)
    assert "2024" in bubble.text()
    assert pane.grid.rect().contains(bubble.geometry())


def test_without_days_there_is_a_scroll_bar_instead(pane: GridWithTimeline) -> None:
    grid = pane.grid
    model_of(grid).show(ids(2000))
    grid.executeDelayedItemsLayout()
    assert pane.timeline.isHidden()
    assert grid.verticalScrollBar().isVisible()
    model_of(grid).show(ids(), None, days_of(LENGTHS))
    grid.executeDelayedItemsLayout()
    assert pane.timeline.isVisible()


def test_memory_for_tiles_can_be_limited_later(qtbot: QtBot, grid: PhotoGrid) -> None:
    loader = grid._thumbnails
    qtbot.waitUntil(lambda: loader.tile(PhotoId(0)) is not None)
    loader.set_limit(0)
    # A full screen stays.
    assert loader.tile(PhotoId(0)) is not None
    assert loader.bytes > 0


def test_selected_twice_is_selected_once(grid: PhotoGrid) -> None:
    flag = QItemSelectionModel.SelectionFlag
    grid.rows.select([range(0, 10)])
    grid.rows.select([range(5, 15)], flag.Select)
    assert grid.selected_photos() == list(range(15))
    grid.rows.select([range(3, 6)], flag.Deselect)
    assert grid.rows.all() == [range(0, 3), range(6, 15)]


def test_a_typed_name_is_found_in_the_library(open_app: OpenApp, pictures: Path) -> None:
    app = with_photos(open_app, pictures)
    grid = app.window.grid
    Jumping(app.engine, app.bridge, grid, app.window)
    grid.jump_to_name("RED_b")
    app.wait(lambda: grid.currentIndex().data() == "red_barn_by_a_pond.jpg")
