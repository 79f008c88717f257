"""The grid under headers of folders."""

from __future__ import annotations

import numpy as np
from pytestqt.qtbot import QtBot

from photoclip.gui.delegates.photo import PhotoDelegate
from photoclip.gui.views.grid.headers import GridHeaders
from photoclip.gui.views.grid.photo_grid import PhotoGrid
from photoclip.gui.views.grid.timeline import GridWithTimeline

from .conftest import COUNT, LENGTHS, days_of, ids, model_of

NAMES = tuple(f"Holidays › Day {number}" for number in range(len(LENGTHS)))
NUMBERS = np.repeat(np.arange(len(LENGTHS)), LENGTHS).astype(np.int32)


def titles(grid: PhotoGrid) -> list[str]:
    headers = GridHeaders(grid)
    return [headers.header(shown).title for shown in headers.shown()][::-1]


def test_headers_tell_folders_and_the_timeline_goes(pane: GridWithTimeline) -> None:
    grid = pane.grid
    assert pane.timeline.isVisible()
    model_of(grid).show(ids(), None, NUMBERS, NAMES)
    assert titles(grid)[:3] == list(NAMES[:3])
    assert GridHeaders(grid).header(next(iter(GridHeaders(grid).shown()))).count.endswith("photos")
    assert not pane.timeline.isVisible()
    # However small the cells, folders stay apart.
    grid.set_cell_size(80)
    assert len(grid.arrangement.sections) == len(LENGTHS)
    grid.refresh(ids(), {}, days_of(LENGTHS))
    assert pane.timeline.isVisible()


def test_what_is_chosen_and_seen_stays_while_folders_come_and_go(grid: PhotoGrid) -> None:
    grid.refresh(ids(), {}, NUMBERS, NAMES)
    grid.show_photo(60)
    chosen, at = grid.selected_photos(), grid.cell(60).top()
    # One more folder in front gives each of the others another number.
    more = [*ids(COUNT + 3)[COUNT:], *ids()]
    numbers = np.concatenate([np.zeros(3, np.int32), NUMBERS + 1]).astype(np.int32)
    grid.refresh(more, {}, numbers, ("Aaa", *NAMES))
    assert titles(grid)
    assert grid.selected_photos() == chosen
    assert grid.cell(63).top() == at
    kept = numbers >= 2
    grid.refresh(np.array(more)[kept].tolist(), {}, numbers[kept] - 2, NAMES[1:])
    assert grid.selected_photos() == chosen
    assert titles(grid)[0] in NAMES
    grid.refresh([], {}, np.zeros(0, np.int32), ())
    assert titles(grid) == []


def test_a_long_name_leaves_room_for_the_count(qtbot: QtBot, grid: PhotoGrid) -> None:
    del qtbot
    name = " › ".join(["A folder with a long name"] * 12)
    model_of(grid).show(ids(4), None, np.zeros(4, np.int32), (name,))
    delegate = grid.itemDelegate()
    assert isinstance(delegate, PhotoDelegate)
    shown = next(iter(GridHeaders(grid).shown()))
    mark = delegate.headers.mark(shown.rect, GridHeaders(grid).header(shown), 20)
    assert mark.right() <= shown.rect.right()
