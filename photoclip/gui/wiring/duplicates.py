"""Duplicates: looking for them, and moving those that a person does not want."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.gui import duplicate_wording
from photoclip.gui.commands import Command, Menu
from photoclip.gui.controllers.duplicates import Moved
from photoclip.gui.controllers.paging import Place
from photoclip.gui.error_wording import message
from photoclip.search.duplicate_finder import Finds
from photoclip.search.duplicates import DuplicateGroup

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow
    from photoclip.gui.views.duplicates.page import DuplicatesPage


class DuplicatesWiring(QObject):
    """Between the page, the side panel, and the work."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        text, about = self.tr("Duplicates"), self.tr("copies same twice clean up")
        command = Command("duplicates", text, Menu.GO, "copy", ("Ctrl+3",), about=about)
        window.commands.add(command, self.show_page)
        window.gallery.add_place(Place.DUPLICATES, window.pages.duplicates.get)
        window.library_section.duplicates_wanted.connect(self.show_page)
        window.duplicates.failed.connect(window.complain)
        window.pages.duplicates.once_made(self._connect_page)

    def _connect_page(self, page: DuplicatesPage) -> None:
        window, work = self._window, self._window.duplicates
        page.look_wanted.connect(work.look)
        page.stop_wanted.connect(work.stop)
        page.move_wanted.connect(work.discard)
        page.open_wanted.connect(self._open)
        page.escaped.connect(window.back_to_photos)
        work.begun.connect(page.show_begun)
        work.progressed.connect(page.show_progress)
        work.told.connect(self._show)
        work.moved.connect(self._moved)
        work.ended.connect(page.show_ended)

    @Slot()
    def show_page(self) -> None:
        """The groups that were found, or the way to look for them."""
        self._window.looking.close()
        self._window.gallery.show_duplicates()
        self._window.duplicates_page.focus()

    @Slot(object)
    def _show(self, found: Finds) -> None:
        self._window.duplicates_page.show_finds(found)
        self._count()

    @Slot(object)
    def _moved(self, done: Moved) -> None:
        window = self._window
        window.duplicates_page.forget_files(done.moved)
        self._count()
        if done.moved:
            window.photos_changed()
        text = duplicate_wording.moved(len(done.moved), done.size)
        if done.problems:
            left = self.tr("%Ln file(s) stayed: {reason}", "", len(done.problems))
            text = f"{text} · {left.format(reason=message(done.problems[0]))}"
        window.notice.tell(text, alarm=bool(done.problems))

    def _count(self) -> None:
        window = self._window
        window.library_section.show_duplicates(len(window.duplicates_page.groups))

    @Slot(object, int)
    def _open(self, group: DuplicateGroup, row: int) -> None:
        window, photo = self._window, group.members[row].photo.id
        ids = list(dict.fromkeys(one.photo.id for one in group.members))
        window.looking.look_among(ids, ids.index(photo))
