"""Where cells and headers of the grid lie: sections of equal days in lines of cells. Without Qt.

Positions are those of the content, in logical pixels, whatever part of it is on screen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from photoclip.domain import Days

_EPOCH = 719_163  # 1970-01-01 as date.toordinal()


@dataclass(frozen=True, slots=True)
class Sections:
    """Runs of rows that share a header. starts: their first rows, (n,) int64, ascending.

    days: for each the day that names it, date.toordinal() or 0: the day of all its rows, or
    the first of their month where by_month. names: where there are any, days are places in them.
    """

    starts: NDArray[np.int64]
    days: Days
    by_month: bool = False
    names: Sequence[str] = ()

    def __len__(self) -> int:
        return len(self.days)


@dataclass(frozen=True, slots=True)
class Gap:
    """A place between cells: before which row, or behind the last; and where it is to be seen."""

    row: int
    left: int
    top: int


NO_SECTIONS = Sections(np.zeros(0, np.int64), np.zeros(0, np.int32))


def sections(days: Days, *, by_month: bool) -> Sections:
    """Put runs of equal days, or of days of one month, under one header each."""
    if not len(days):
        return NO_SECTIONS
    names = first_of_month(days) if by_month else days
    changes = np.flatnonzero(names[1:] != names[:-1]) + 1
    starts = np.concatenate([[0], changes]).astype(np.int64)
    return Sections(starts, names[starts], by_month)


def named_sections(numbers: Days, names: Sequence[str]) -> Sections:
    """Put runs of equal numbers under one header each, which says what has that place in names."""
    return replace(sections(numbers, by_month=False), names=names)


def first_of_month(days: Days) -> Days:
    """The first day of the month of each; 0 stays 0."""
    dates = (days.astype(np.int64) - _EPOCH).astype("datetime64[D]")
    firsts = dates.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64) + _EPOCH
    return np.where(days == 0, 0, firsts).astype(np.int32)


class GridLayout:
    """Cells in lines, lines in sections, each section under a header.

    Making one takes time by the number of sections, asking it by that number's logarithm.
    """

    def __init__(
        self, count: int, columns: int, side: int, sections: Sections, header: int
    ) -> None:
        """count: of rows. header: height of one; 0 where there are no sections."""
        starts = sections.starts
        if not len(starts):
            starts, header = np.zeros(min(count, 1), np.int64), 0
        self.count = count
        self.columns = columns
        self.side = side
        self.sections = sections
        self.header = header
        lines = -(-np.diff(starts, append=count) // columns)
        self._starts: list[int] = [*starts.tolist(), count]
        self._tops: list[int] = [0, *np.cumsum(header + lines * side).tolist()]

    @property
    def height(self) -> int:
        """Of all of it."""
        return self._tops[-1]

    @property
    def section_count(self) -> int:
        """How many sections there are; one without a header where nothing is divided."""
        return len(self._tops) - 1

    def section_of(self, row: int) -> int:
        """The section in which a row lies."""
        return bisect_right(self._starts, row, hi=self.section_count) - 1

    def section_at(self, y: int) -> int:
        """The section at a height, the first above all and the last below."""
        return max(0, bisect_right(self._tops, y, hi=self.section_count) - 1)

    def rows_of(self, section: int) -> range:
        """The rows of a section."""
        return range(self._starts[section], self._starts[section + 1])

    def top_of_section(self, section: int) -> int:
        """Where its header begins."""
        return self._tops[section]

    def position(self, row: int) -> tuple[int, int]:
        """Left and top of a row's cell."""
        section = self.section_of(row)
        line, column = divmod(row - self._starts[section], self.columns)
        return column * self.side, self._top_of_line(section, line)

    def positions(self, rows: range) -> Iterator[tuple[int, int]]:
        """Left and top of the cells of rows, quicker than one by one."""
        row = rows.start
        while row < rows.stop:
            (x, y), line = self.position(row), self.line_of(row)
            for _ in range(row, min(line.stop, rows.stop)):
                yield x, y
                x += self.side
            row = line.stop

    def column_of(self, row: int) -> int:
        """In which column a row lies."""
        return (row - self._starts[self.section_of(row)]) % self.columns

    def line_of(self, row: int) -> range:
        """The rows beside a row, with itself."""
        first = row - self.column_of(row)
        return range(first, min(first + self.columns, self._starts[self.section_of(row) + 1]))

    def row_at(self, x: int, y: int) -> int | None:
        """The row whose cell holds a point."""
        if not 0 <= y < self.height or not 0 <= x < self.columns * self.side:
            return None
        section = self.section_at(y)
        below_header = y - self._tops[section] - self.header
        row = self._starts[section] + below_header // self.side * self.columns + x // self.side
        return row if below_header >= 0 and row < self._starts[section + 1] else None

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows whose cells show between two heights, the lower one not included."""
        if not self.count or bottom <= max(0, top) or top >= self.height:
            return range(0)
        first = self._first_from(top)
        return range(first, max(first, self._end_before(bottom)))

    def rows_in(self, left: int, top: int, right: int, bottom: int) -> list[range]:
        """The rows whose cells touch a rectangle, as ranges in order, none beside the next."""
        first = max(0, left // self.side)
        last = min(self.columns - 1, (right - 1) // self.side)
        rows = self.rows_between(top, bottom)
        if first > last or right <= left or not rows:
            return []
        if first == 0 and last == self.columns - 1:
            return [rows]
        found, start = [], rows.start
        while start < rows.stop:
            line = self.line_of(start)
            part = range(line.start + first, min(line.start + last + 1, line.stop))
            if part:
                found.append(part)
            start = line.stop
        return found

    def below(self, row: int, column: int) -> int:
        """The row one line further down at a column, or as far right as that line goes."""
        line = self.line_of(row)
        return self._in_line(line.stop, column) if line.stop < self.count else row

    def above(self, row: int, column: int) -> int:
        """The row one line further up at a column, or as far right as that line goes."""
        line = self.line_of(row)
        return self._in_line(line.start - 1, column) if line.start > 0 else row

    def near(self, column: int, y: int) -> int:
        """The row at a column in the line at a height, or in the one under a header there."""
        row = self._first_from(min(max(0, y), self.height - 1))
        return self._in_line(min(row, self.count - 1), column)

    def gap_at(self, x: int, y: int) -> Gap | None:
        """The place between cells that is nearest to a point, below all of them the last."""
        if not self.count:
            return None
        line = self.line_of(self.near(0, y))
        column = min(max(0, (x + self.side // 2) // self.side), len(line))
        if y >= self.height:
            column = len(line)
        return Gap(line.start + column, column * self.side, self.position(line.start)[1])

    def _in_line(self, row: int, column: int) -> int:
        line = self.line_of(row)
        return min(line.start + column, line.stop - 1)

    def _top_of_line(self, section: int, line: int) -> int:
        return self._tops[section] + self.header + line * self.side

    def _first_from(self, y: int) -> int:
        section = self.section_at(y)
        line = max(0, y - self._tops[section] - self.header) // self.side
        return self._starts[section] + line * self.columns

    def _end_before(self, y: int) -> int:
        section = self.section_at(y - 1)
        lines = -(-max(0, y - self._tops[section] - self.header) // self.side)
        return min(self._starts[section] + lines * self.columns, self._starts[section + 1])
