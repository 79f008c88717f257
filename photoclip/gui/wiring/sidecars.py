"""Tags to sidecars and back: the page, its tasks, and the command."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.domain import PhotoId
from photoclip.gui import sidecar_wording
from photoclip.gui.commands import Command, Menu
from photoclip.gui.controllers.paging import Place
from photoclip.gui.controllers.sidecar_writing import SidecarWriting
from photoclip.library.sidecars import SidecarReport

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow
    from photoclip.gui.views.sidecars.page import SidecarsPage


class SidecarWiring(QObject):
    """Between the page and the work."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._chosen: Sequence[PhotoId] = ()
        self.work = SidecarWriting(window.engine, window.bridge, window.tasks, self)
        window.gallery.add_place(Place.SIDECARS, window.pages.sidecars.get)
        self._add_command()
        self._connect()
        window.pages.sidecars.once_made(self._connect_page)

    @property
    def page(self) -> SidecarsPage:
        """Where tags go to sidecars; made when it is first asked for."""
        return self._window.pages.sidecars.get()

    def _add_command(self) -> None:
        text = self.tr("Write tags to sidecars (XMP)…")
        about = self.tr("export, keywords, digiKam, Lightroom, undo sidecars")
        command = Command("sidecars", text, Menu.FILE, "label", group=1, about=about)
        self._window.commands.add(command, self.show_page)

    def _connect(self) -> None:
        window, work = self._window, self.work
        window.closing.connect(work.stop)
        work.written.connect(self._tell)
        window.elsewhere.changed.connect(self._count)
        work.failed.connect(window.complain)

    def _connect_page(self, page: SidecarsPage) -> None:
        window, work = self._window, self.work
        window.notice.keep_above(page.write)
        page.plan_wanted.connect(self._plan)
        page.write_wanted.connect(self._write)
        page.stop_wanted.connect(work.stop)
        page.escaped.connect(window.back_to_photos)
        work.begun.connect(page.show_begun)
        work.progressed.connect(page.show_progress)
        work.planned.connect(page.show_plan)
        work.written.connect(page.show_written)
        work.counted.connect(page.show_count)
        work.ended.connect(page.show_ended)

    @Slot()
    def show_page(self) -> None:
        """What writing tags would change; nothing is written yet."""
        window = self._window
        if window.gallery.place is not Place.SIDECARS:
            self._chosen = window.chosen()
            self.page.offer_chosen(len(self._chosen))
        window.looking.close()
        window.gallery.go(Place.SIDECARS)
        self._plan(False)
        self.page.focus()

    @Slot()
    def _count(self) -> None:
        """Another process may have written, or taken back."""
        if self._window.gallery.place is Place.SIDECARS:
            self.work.count()

    @Slot(bool)
    def _plan(self, undo: bool) -> None:
        self.work.plan(self._photos(undo), undo=undo)

    @Slot(bool)
    def _write(self, undo: bool) -> None:
        self.work.write(self._photos(undo), undo=undo)

    def _photos(self, undo: bool) -> Sequence[PhotoId] | None:
        """None for all: what was written is taken back wherever it is."""
        return self._chosen if self.page.only_chosen and not undo else None

    @Slot(object, bool)
    def _tell(self, report: SidecarReport, undone: bool) -> None:
        text = sidecar_wording.done(report, undone=undone)
        self._window.notice.tell(text, warning=bool(report.problems))
