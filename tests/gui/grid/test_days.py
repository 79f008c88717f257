"""The grid under headers of days: keys, mouse and selection."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from photoclip.gui.delegates.photo import PhotoDelegate, mark_rect, tile_rect
from photoclip.gui.views.grid.photo_grid import SMALLEST, PhotoGrid

from .conftest import COUNT, LENGTHS, click, days_of, ids, model_of


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
