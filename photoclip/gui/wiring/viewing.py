"""The viewer's commands, which count only while it is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from photoclip.gui.commands import Command, Menu, Needs

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow

# Name, text, icon, keys, and what it does.
Row = tuple[str, str, str, tuple[str, ...], Callable[[], object]]


class ViewWiring(QObject):
    """Between the registry of commands and the viewer."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        for group, rows in enumerate((self._going(), self._zooming(), self._showing())):
            for row in rows:
                self._add(group, row)

    def _add(self, group: int, row: Row) -> None:
        name, text, icon, keys, act = row
        needs = Needs.VIEWER
        command = Command(f"viewer_{name}", text, Menu.VIEWER, icon, keys, needs, group=group)
        self._window.commands.add(command, act, self._window.viewer)

    def _going(self) -> list[Row]:
        viewer = self._window.viewer
        return [
            ("next", self.tr("Next photo"), "next", ("PgDown",), viewer.next),
            ("previous", self.tr("Previous photo"), "previous", ("PgUp",), viewer.previous),
            ("first", self.tr("First photo"), "", ("Home",), viewer.first),
            ("last", self.tr("Last photo"), "", ("End",), viewer.last),
            ("leave", self.tr("Back to the grid"), "back", ("Esc",), viewer.leave),
        ]

    def _zooming(self) -> list[Row]:
        viewer, canvas = self._window.viewer, self._window.viewer.canvas
        right, left = self.tr("Turn to the right"), self.tr("Turn to the left")
        return [
            ("zoom_in", self.tr("Larger"), "zoom-in", ("+", "="), canvas.zoom_in),
            ("zoom_out", self.tr("Smaller"), "zoom-out", ("-",), canvas.zoom_out),
            ("fit", self.tr("Show the whole photo"), "fit", ("0",), canvas.fit),
            ("actual_size", self.tr("Actual size"), "actual-size", ("1",), canvas.actual_size),
            ("fill", self.tr("Fill the window"), "fill", ("2",), canvas.fill),
            ("turn_right", right, "rotate-right", ("R",), viewer.rotate_right),
            ("turn_left", left, "rotate-left", ("Shift+R",), viewer.rotate_left),
        ]

    def _showing(self) -> list[Row]:
        viewer, show = self._window.viewer, self._window.viewer.slideshow
        slideshow, full_screen = self.tr("Slideshow"), viewer.toggle_full_screen
        part = self.tr("Find photos like a part of this one")
        longer, shorter = self.tr("Show photos longer"), self.tr("Show photos shorter")
        return [
            ("slideshow", slideshow, "slideshow", ("Space", "S"), viewer.toggle_slideshow),
            ("slower", longer, "minus", (",",), show.slower),
            ("faster", shorter, "plus", (".",), show.faster),
            ("play", self.tr("Play or pause"), "play", ("P",), viewer.toggle_play),
            ("information", self.tr("Information"), "info", ("I",), viewer.toggle_information),
            ("filmstrip", self.tr("Filmstrip"), "filmstrip", ("T",), viewer.toggle_filmstrip),
            ("full_screen", self.tr("Only the photo"), "full-screen", ("F",), full_screen),
            ("region", part, "region", ("A",), viewer.toggle_region),
        ]
