"""Labels suggested for all photos of an album, a folder, or of what is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.domain import AlbumId, FolderScope, Order, PhotoId
from photoclip.gui.commands import Command, Menu, Needs
from photoclip.gui.controllers.suggest_work import Suggested

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow


class SuggestWiring(QObject):
    """Between the places in the side panel and the work."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._work = window.suggest_work
        text = self.tr("Suggest tags for the photos that are shown")
        about = self.tr("labels, tag this album, search, folder")
        command = Command("suggest_tags", text, Menu.EDIT, "label", needs=Needs.GRID, about=about)
        window.commands.add(command, self.suggest_for_shown)
        window.albums_section.suggest_wanted.connect(self._suggest_for_album)
        window.searches_section.suggest_wanted.connect(self._suggest_for_album)
        window.folders_section.suggest_wanted.connect(self._suggest_for_folder)
        self._work.suggested.connect(self._tell)
        self._work.failed.connect(window.complain)
        # Where it failed, some suggestions may be there.
        self._work.ended.connect(window.tags.look)
        self._work.taken_back.connect(window.tags.look)

    @Slot()
    def suggest_for_shown(self) -> None:
        """Suggest labels for all photos that are shown."""
        gallery, answer = self._window.gallery, self._window.gallery.answer
        if answer is None or not answer.ids:
            self._window.notice.tell(self.tr("No photos are shown."), warning=True)
            return
        ids = tuple(answer.ids)
        self._suggest(gallery.title, lambda: ids)

    @Slot(object, str)
    def _suggest_for_album(self, number: AlbumId, name: str) -> None:
        albums = self._window.engine.albums
        self._suggest(name, lambda: albums.photos(albums.get(number)))

    @Slot(object, str)
    def _suggest_for_folder(self, scope: FolderScope, name: str) -> None:
        search = self._window.engine.search
        self._suggest(name, lambda: search.browse(Order.NEWEST, scope).ids)

    def _suggest(self, name: str, among: Callable[[], Iterable[PhotoId]]) -> None:
        if self._work.running:
            text = self.tr("Tags are being suggested already. Wait for that, or stop it.")
            self._window.notice.tell(text, warning=True)
        else:
            self._work.suggest(name, among)

    @Slot(object)
    def _tell(self, done: Suggested) -> None:
        window, notice = self._window, self._window.notice
        if not done.outcomes:
            notice.tell(self.tr("There are no labels yet that could be suggested."), warning=True)
        elif not done.count and not done.stopped:
            text = self.tr("No label has a new suggestion for the photos of “{name}”.")
            notice.tell(text.format(name=done.name))
        else:
            text = self.tr("%Ln suggestion(s) for the photos of “{name}”.", "", done.count)
            if done.stopped:
                text = " ".join([self.tr("Stopped halfway."), text])
            undo = window.undoing.add(partial(self._work.take_back, done.outcomes))
            notice.tell(text.format(name=done.name), self.tr("Undo"), undo)
