"""How photos lie in the grid: their size, their order, and going by their names."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.domain import Order
from photoclip.gui.commands import Command, Menu, Needs
from photoclip.gui.controllers.jumping import Jumping

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow


class ArrangingWiring(QObject):
    """Between the grid and what arranges it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._jumping = Jumping(window.engine, window.bridge, window.grid, self)
        window.gallery.searching.answered.connect(self._note_order)
        self._add_sizes()
        self._add_orders()
        self._add_day()

    def _add_sizes(self) -> None:
        add, grid = self._window.commands.add, self._window.grid
        for name, text, icon, key, act in (
            ("larger", self.tr("Larger photos"), "zoom-in", "Ctrl++", grid.zoom_in),
            ("smaller", self.tr("Smaller photos"), "zoom-out", "Ctrl+-", grid.zoom_out),
        ):
            # With its shift key on some keyboards, and without on others.
            keys = (key, "Ctrl+=") if name == "larger" else (key,)
            add(Command(name, text, Menu.VIEW, icon, keys, Needs.GRID, group=2), act)

    def _add_orders(self) -> None:
        add, gallery = self._window.commands.add, self._window.gallery
        for order, text in (
            (Order.RELEVANCE, self.tr("Best match first")),
            (Order.NEWEST, self.tr("Newest first")),
            (Order.OLDEST, self.tr("Oldest first")),
            (Order.NAME, self.tr("In the order of names")),
            (Order.FOLDER, self.tr("In folders")),
        ):
            command = Command(
                f"order_{order.value}",
                text,
                Menu.VIEW,
                needs=Needs.HITS if order is Order.RELEVANCE else Needs.GRID,
                group=3,
                about=self.tr("sort order, group"),
            )
            add(command, partial(gallery.set_order, order))

    def _add_day(self) -> None:
        add, window = self._window.commands.add, self._window
        day = Command(
            "select_day",
            self.tr("Select all of this day or folder"),
            Menu.EDIT,
            keys=("Ctrl+D",),
            needs=Needs.GRID,
            group=1,
        )
        add(day, window.grid.select_section)
        forget = Command("forget_searches", self.tr("Forget recent searches"), Menu.EDIT, group=2)
        add(forget, window.browser.search.recent.clear)

    @Slot()
    def _note_order(self) -> None:
        """Typing on photos in the order of names goes by names, else it searches."""
        answer = self._window.gallery.answer
        query = answer.query if answer is not None else None
        by_name = query is not None and query.is_browsing and query.order is Order.NAME
        self._window.grid.jump_when_typing = by_name
