"""The order of an album by hand, made by dragging its photos and by keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.gui.commands import Command, Menu, Needs
from photoclip.gui.views.grid.reorder import moved, next_to

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow


class ReorderWiring(QObject):
    """Between the grid and the shelf of albums."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._add_commands()
        window.grid.reorder.dropped.connect(self.put)
        for changed in (
            window.albums.current_changed,
            window.gallery.asked_changed,
            window.gallery.searching.answered,
        ):
            changed.connect(self._offer)

    def _add_commands(self) -> None:
        add, about = self._window.commands.add, self.tr("albums, order, arrange, sort")
        for name, text, icon, key, act in (
            (
                "album_earlier",
                self.tr("Move earlier in the album"),
                "arrow-left",
                "Alt+Left",
                partial(self.step, -1),
            ),
            (
                "album_later",
                self.tr("Move later in the album"),
                "arrow-right",
                "Alt+Right",
                partial(self.step, 1),
            ),
            (
                "album_first",
                self.tr("Move to the beginning of the album"),
                "",
                "Alt+Home",
                partial(self.put, 0),
            ),
            ("album_last", self.tr("Move to the end of the album"), "", "Alt+End", self.put_last),
        ):
            command = Command(
                name, text, Menu.PHOTO, icon, (key,), Needs.OWN_ORDER, group=3, about=about
            )
            add(command, act, self._window.grid)

    @property
    def _possible(self) -> bool:
        return self._window.albums.current is not None and self._window.gallery.in_own_order

    @Slot()
    def _offer(self) -> None:
        self._window.grid.reorder.offer(self._possible)

    def step(self, by: int) -> None:
        """Move the selected photos, as one block, past the one before or behind them."""
        rows = [row for part in self._window.grid.rows.all() for row in part]
        if rows:
            self.put(max(0, rows[0] - 1) if by < 0 else rows[-1] + 2)
            self._window.grid.scrollTo(self._window.grid.currentIndex())

    def put_last(self) -> None:
        """Move the selected photos to the end."""
        self.put(len(self._window.photo_model.ids))

    @Slot(int)
    def put(self, row: int) -> None:
        """Move the selected photos before what is at a row now."""
        window, album = self._window, self._window.albums.current
        chosen, ids = window.grid.selected_photos(), list(window.photo_model.ids)
        order = moved(ids, frozenset(chosen), row)
        if album is None or not self._possible or order == ids:
            return
        # At once, for keys come quicker than the catalog answers.
        window.grid.show_order(order)
        window.albums.move(album, chosen, next_to(ids, frozenset(chosen), row))
