"""The viewer's commands, which count only while it is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from photoclip.gui.commands import Command, Menu, Needs

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow
    from photoclip.gui.views.viewer.viewer import Viewer

# The viewer takes a tenth of a second to make, which the first photo should not wait for.
READY_MS = 1000

# What a command does with the viewer.
Act = Callable[["Viewer"], object]
# Name, text, icon, keys, and what it does.
Row = tuple[str, str, str, tuple[str, ...], Act]


class ViewWiring(QObject):
    """Between the registry of commands and the viewer."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        for group, rows in enumerate((self._going(), self._zooming(), self._showing())):
            for row in rows:
                self._add(group, row)
        ready = QTimer(self, singleShot=True, interval=READY_MS)
        ready.timeout.connect(self._make)
        window.gallery.first_answered.connect(ready.start)

    @Slot()
    def _make(self) -> None:
        self._window.pages.viewer.get()

    def _add(self, group: int, row: Row) -> None:
        name, text, icon, keys, act = row
        needs = Needs.VIEWER
        command = Command(f"viewer_{name}", text, Menu.VIEWER, icon, keys, needs, group=group)
        window = self._window
        window.commands.add(command, lambda: act(window.viewer), window.pages.viewer)

    def _going(self) -> list[Row]:
        previous = self.tr("Previous photo")
        return [
            ("next", self.tr("Next photo"), "next", ("PgDown",), lambda it: it.next()),
            ("previous", previous, "previous", ("PgUp",), lambda it: it.previous()),
            ("first", self.tr("First photo"), "", ("Home",), lambda it: it.first()),
            ("last", self.tr("Last photo"), "", ("End",), lambda it: it.last()),
            ("leave", self.tr("Back to the grid"), "back", ("Esc",), lambda it: it.leave()),
        ]

    def _zooming(self) -> list[Row]:
        actual = self.tr("Actual size")
        right, left = self.tr("Turn to the right"), self.tr("Turn to the left")
        return [
            ("zoom_in", self.tr("Larger"), "zoom-in", ("+", "="), lambda it: it.zoom_in()),
            ("zoom_out", self.tr("Smaller"), "zoom-out", ("-",), lambda it: it.zoom_out()),
            ("fit", self.tr("Show the whole photo"), "fit", ("0",), lambda it: it.fit()),
            ("actual_size", actual, "actual-size", ("1",), lambda it: it.actual_size()),
            ("fill", self.tr("Fill the window"), "fill", ("2",), lambda it: it.fill()),
            ("turn_right", right, "rotate-right", ("R",), lambda it: it.rotate_right()),
            ("turn_left", left, "rotate-left", ("Shift+R",), lambda it: it.rotate_left()),
        ]

    def _showing(self) -> list[Row]:
        information, filmstrip = self.tr("Information"), self.tr("Filmstrip")
        slideshow, full_screen = self.tr("Slideshow"), self.tr("Only the photo")
        part = self.tr("Find photos like a part of this one")
        longer, shorter = self.tr("Show photos longer"), self.tr("Show photos shorter")
        return [
            ("slideshow", slideshow, "slideshow", ("Space", "S"), lambda it: it.toggle_slideshow()),
            ("slower", longer, "minus", (",",), lambda it: it.slideshow.slower()),
            ("faster", shorter, "plus", (".",), lambda it: it.slideshow.faster()),
            ("play", self.tr("Play or pause"), "play", ("P",), lambda it: it.toggle_play()),
            ("information", information, "info", ("I",), lambda it: it.toggle_information()),
            ("filmstrip", filmstrip, "filmstrip", ("T",), lambda it: it.toggle_filmstrip()),
            ("full_screen", full_screen, "full-screen", ("F",), lambda it: it.toggle_full_screen()),
            ("region", part, "region", ("A",), lambda it: it.toggle_region()),
        ]
