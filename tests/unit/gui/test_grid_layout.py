"""Cells lie where the layout says, whichever way it is asked."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from photoclip.gui.grid_layout import NO_SECTIONS, GridLayout, Sections, sections

SIDE, HEADER = 10, 7

lengths = st.lists(st.integers(1, 12), min_size=1, max_size=8)
columns = st.integers(1, 5)


def layout(section_lengths: list[int], column_count: int, header: int = HEADER) -> GridLayout:
    starts = np.cumsum([0, *section_lengths[:-1]], dtype=np.int64)
    days = np.arange(len(starts), dtype=np.int32)
    return GridLayout(sum(section_lengths), column_count, SIDE, Sections(starts, days), header)


@given(lengths, columns)
def test_each_row_is_found_where_it_lies(section_lengths: list[int], column_count: int) -> None:
    made = layout(section_lengths, column_count)
    seen = set()
    for row in range(made.count):
        x, y = made.position(row)
        seen.add((x, y))
        assert made.row_at(x, y) == made.row_at(x + SIDE - 1, y + SIDE - 1) == row
        assert row in made.rows_of(made.section_of(row))
        assert made.section_at(y) == made.section_of(row)
        assert row in made.line_of(row)
        assert x == made.column_of(row) * SIDE
        assert 0 < y <= made.height - SIDE
    for rows in (range(made.count), range(made.count // 3, made.count // 2)):
        assert list(made.positions(rows)) == [made.position(row) for row in rows]
    assert len(seen) == made.count


@given(lengths, columns, st.integers(-20, 300), st.integers(-20, 300))
def test_rows_between_are_those_that_touch(
    section_lengths: list[int], column_count: int, top: int, bottom: int
) -> None:
    made = layout(section_lengths, column_count)
    touching = [
        row
        for row in range(made.count)
        if top < bottom and made.position(row)[1] < bottom and made.position(row)[1] + SIDE > top
    ]
    assert list(made.rows_between(top, bottom)) == touching


@given(lengths, columns, st.tuples(*[st.integers(-20, 150)] * 4))
def test_rows_in_a_rectangle_are_those_that_touch(
    section_lengths: list[int], column_count: int, edges: tuple[int, int, int, int]
) -> None:
    made = layout(section_lengths, column_count)
    (left, right), (top, bottom) = sorted(edges[:2]), sorted(edges[2:])
    found = made.rows_in(left, top, right, bottom)
    touching = []
    for row in range(made.count):
        x, y = made.position(row)
        overlaps = left < x + SIDE and x < right and top < y + SIDE and y < bottom
        if overlaps and left < right and top < bottom:
            touching.append(row)
    assert [row for part in found for row in part] == touching
    assert all(before.stop <= after.start for before, after in pairwise(found))


@given(lengths, columns)
def test_headers_lie_between_their_sections(section_lengths: list[int], column_count: int) -> None:
    made = layout(section_lengths, column_count)
    assert made.section_count == len(section_lengths)
    for section, length in enumerate(section_lengths):
        top = made.top_of_section(section)
        assert made.section_at(top) == section
        assert made.section_at(top - 1) == max(0, section - 1)
        assert made.row_at(0, top) is None
        rows = made.rows_of(section)
        assert len(rows) == length
        assert made.position(rows.start) == (0, top + HEADER)


@given(lengths, columns, st.data())
def test_up_and_down_go_one_line_and_come_back(
    section_lengths: list[int], column_count: int, data: st.DataObject
) -> None:
    made = layout(section_lengths, column_count)
    row = data.draw(st.integers(0, made.count - 1))
    column = made.column_of(row)
    below = made.below(row, column)
    if below == row:
        assert made.line_of(row).stop == made.count
    else:
        assert made.line_of(below).start == made.line_of(row).stop
        assert made.column_of(below) == min(column, len(made.line_of(below)) - 1)
        assert made.above(below, column) == row
    assert made.above(0, column) == 0


@given(lengths, columns, st.integers(-50, 500), st.integers(0, 4))
def test_there_is_a_row_near_every_height(
    section_lengths: list[int], column_count: int, y: int, column: int
) -> None:
    made = layout(section_lengths, column_count)
    row = made.near(min(column, column_count - 1), y)
    top = made.position(row)[1]
    inside = min(max(0, y), made.height - 1)
    assert top - HEADER <= inside < top + SIDE


def test_without_sections_there_are_only_cells() -> None:
    made = GridLayout(10, 4, SIDE, NO_SECTIONS, HEADER)
    assert made.height == 3 * SIDE
    assert made.position(9) == (SIDE, 2 * SIDE)
    empty = GridLayout(0, 4, SIDE, NO_SECTIONS, HEADER)
    assert empty.height == 0
    assert empty.rows_between(0, 100) == range(0)
    assert empty.row_at(0, 0) is None
    assert empty.rows_in(0, 0, 50, 50) == []


def ordinals(*days: date | None) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    return np.array([day.toordinal() if day else 0 for day in days], np.int32)


def test_days_and_months_are_sections() -> None:
    june, june_too, may = date(2024, 6, 30), date(2024, 6, 1), date(2024, 5, 31)
    days = ordinals(june, june, june_too, may, None, None)
    by_day = sections(days, by_month=False)
    assert by_day.starts.tolist() == [0, 2, 3, 4]
    assert by_day.days.tolist() == ordinals(june, june_too, may, None).tolist()
    by_month = sections(days, by_month=True)
    assert by_month.starts.tolist() == [0, 3, 4]
    assert by_month.days.tolist() == ordinals(june_too, date(2024, 5, 1), None).tolist()
    assert len(sections(ordinals(), by_month=True)) == 0


@given(st.lists(st.dates(), max_size=40))
def test_no_two_sections_beside_each_other_are_the_same(days: list[date]) -> None:
    for by_month in (False, True):
        made = sections(ordinals(*days), by_month=by_month)
        assert all(a != b for a, b in pairwise(made.days.tolist()))
        for row, day in enumerate(days):
            section = int(np.searchsorted(made.starts, row, "right")) - 1
            name = date.fromordinal(int(made.days[section]))
            assert name == (day.replace(day=1) if by_month else day)


def many() -> tuple[Sections, int]:
    count = 500_000
    days = np.sort(np.random.default_rng(0).integers(720_000, 730_000, count))[::-1]
    return sections(days.astype(np.int32), by_month=False), count


def test_half_a_million_photos_are_laid_out_at_once() -> None:
    made, count = many()
    assert len(made) == 10_000
    began = time.thread_time()
    big = GridLayout(count, 6, 190, made, 50)
    for row in range(0, count, 50):
        big.position(row)
    for y in range(0, big.height, big.height // 10_000):
        big.rows_between(y, y + 1000)
    assert time.thread_time() - began < 0.5


@given(lengths, columns, st.integers(-50, 400), st.integers(-50, 4000))
def test_a_gap_lies_beside_the_cell_that_is_nearest(
    section_lengths: list[int], column_count: int, x: int, y: int
) -> None:
    grid = layout(section_lengths, column_count)
    gap = grid.gap_at(x, y)
    if not grid.count:
        assert gap is None
        return
    assert gap is not None
    line = grid.line_of(grid.near(0, y))
    assert line.start <= gap.row <= line.stop
    assert gap.top == grid.position(line.start)[1]
    assert gap.left == (gap.row - line.start) * SIDE
    if y >= grid.height:
        assert gap.row == grid.count
    else:
        assert abs(gap.left - min(max(0, x), len(line) * SIDE)) <= SIDE // 2
