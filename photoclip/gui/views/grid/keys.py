"""Where arrow and page keys lead in the grid."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView

from photoclip.gui.grid_layout import GridLayout

Action = QAbstractItemView.CursorAction


class Steps:
    """Remembers the column: going down through a short line leads back to where one came from."""

    def __init__(self) -> None:
        self._went_to = -1
        self._column = 0

    def take(self, layout: GridLayout, row: int, action: Action, page: int) -> int:
        """The row that a key leads to from a row. page: height of what is seen at once."""
        last = layout.count - 1
        if action in (Action.MoveLeft, Action.MovePrevious):
            return max(0, row - 1)
        if action in (Action.MoveRight, Action.MoveNext):
            return min(last, row + 1)
        if action == Action.MoveHome:
            return 0
        if action == Action.MoveEnd:
            return last
        if self._went_to != row:
            self._column = layout.column_of(row)
        if action in (Action.MovePageUp, Action.MovePageDown):
            self._went_to = self._paged(layout, row, page, up=action == Action.MovePageUp)
        else:
            self._went_to = self._stepped(layout, row, up=action == Action.MoveUp)
        return self._went_to

    def _stepped(self, layout: GridLayout, row: int, *, up: bool) -> int:
        return (layout.above if up else layout.below)(row, self._column)

    def _paged(self, layout: GridLayout, row: int, page: int, *, up: bool) -> int:
        # A line less than a page, so that one sees where one came from.
        way = max(layout.side, page - layout.side)
        to = layout.near(self._column, layout.position(row)[1] + (-way if up else way))
        return self._stepped(layout, row, up=up) if to in layout.line_of(row) else to
