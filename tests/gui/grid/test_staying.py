"""What stays in the grid through changes, and the timeline beside it."""

from __future__ import annotations

import time
from itertools import product
from pathlib import Path

import numpy as np
from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photoclip.domain import Label, LabelId, PhotoId
from photoclip.gui.controllers.jumping import Jumping
from photoclip.gui.models.photo_row import PhotoRow
from photoclip.gui.models.photos import PhotoGridModel
from photoclip.gui.theme import Theme
from photoclip.gui.views.grid.photo_grid import LARGEST, SMALLEST, PhotoGrid
from photoclip.gui.views.grid.timeline import GridWithTimeline

from ..conftest import OpenApp, with_photos
from .conftest import COUNT, LENGTHS, NEWEST, days_of, ids, model_of


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
    cats = (Label(LabelId(1), "Cats"),)
    row = PhotoRow(Path("/photos/a.gif"), offline=True, animated=True, labels=cats)
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
