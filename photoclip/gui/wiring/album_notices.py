"""What became of albums, in words, and what undoes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.catalog.albums import Held, RemovedAlbum
from photoclip.domain import Album, PhotoId
from photoclip.domain.names import key_of
from photoclip.gui import wording
from photoclip.gui.controllers.albums import Put
from photoclip.gui.sections.albums import filter_of

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow


class AlbumNotices(QObject):
    """Between the shelf of albums and the messages; what is shown follows, too."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shelf = shelf = window.albums
        shelf.made.connect(self._tell_made)
        shelf.renamed.connect(self._tell_renamed)
        shelf.removed.connect(self._tell_removed)
        shelf.put.connect(self._tell_put)
        shelf.taken.connect(self._tell_taken)
        shelf.arranged.connect(self._tell_arranged)
        shelf.moved.connect(self._tell_moved)
        shelf.divided.connect(self._tell_divided)
        shelf.failed.connect(window.complain)

    @Slot(object)
    def _tell_made(self, album: Album) -> None:
        photos = wording.photos(album.count or 0)
        text = self.tr("“{name}” is a new album with {photos}.")
        self._tell(text.format(name=album.name, photos=photos), partial(self._forget, album))

    @Slot(object, object, bool)
    def _tell_renamed(self, before: Album, now: Album, undone: bool) -> None:
        gallery = self._window.gallery
        if filter_of(before.name) in gallery.asked.terms:
            gallery.set_filter(filter_of(before.name), False)
            gallery.set_filter(filter_of(now.name), True)
        text = self.tr("“{before}” is now called “{name}”.")
        text = text.format(before=before.name, name=now.name)
        if undone:
            self._window.notice.tell(text)
        else:
            self._tell(text, partial(self._shelf.rename, now, before.name, undoing=True))

    @Slot(object)
    def _tell_removed(self, removed: RemovedAlbum) -> None:
        self._leave(removed.album)
        text = self.tr("The album “{name}” was deleted. No photo was touched.")
        undo = partial(self._shelf.put_back, removed)
        self._tell(text.format(name=removed.album.name), undo)

    @Slot(object)
    def _tell_put(self, put: Put) -> None:
        told = self._what_was_put(put)
        if put.new:
            undo = partial(self._shelf.take_out, put.album, put.new, quiet=True)
            self._tell(told, undo)
        else:
            self._window.notice.tell(told, warning=bool(put.unknown))

    def _what_was_put(self, put: Put) -> str:
        name, told = put.album.name, []
        if put.new:
            text = self.tr("%Ln photo(s) added to “{name}”.", "", len(put.new))
            told.append(text.format(name=name))
        elif put.there:
            text = self.tr("All of them are in “{name}” already.")
            told.append(text.format(name=name))
        if put.unknown:
            told.append(
                self.tr(
                    "%Ln file(s) or folder(s) are not in the library: watch their folder first.",
                    "",
                    put.unknown,
                )
            )
        return " ".join(told)

    @Slot(object, object)
    def _tell_taken(self, album: Album, held: Held) -> None:
        text = self.tr("%Ln photo(s) taken out of “{name}”. No file was touched.", "", len(held))
        undo = partial(self._shelf.put_photos_back, album, held)
        self._tell(text.format(name=album.name), undo)

    @Slot(object, object)
    def _tell_arranged(self, album: Album, before: Sequence[PhotoId]) -> None:
        text = self.tr("“{name}” keeps this order.").format(name=album.name)
        self._tell(text, partial(self._shelf.arrange, album, before, quiet=True))

    @Slot(object, int, object)
    def _tell_moved(self, album: Album, count: int, before: Sequence[PhotoId]) -> None:
        text = self.tr("%Ln photo(s) moved in “{name}”.", "", count).format(name=album.name)
        self._tell(text, partial(self._shelf.arrange, album, before, quiet=True))

    @Slot(object)
    def _tell_divided(self, albums: Sequence[Album]) -> None:
        text = self.tr("%Ln new album(s): {names}", "", len(albums))
        names = ", ".join(album.name for album in albums)
        self._tell(text.format(names=names), partial(self._shelf.undo_divide, albums))

    def _forget(self, album: Album) -> None:
        self._leave(album)
        self._shelf.undo_divide([album])

    def _leave(self, album: Album) -> None:
        """What is not there any more cannot be looked at."""
        if key_of(self._window.gallery.asked.album) == key_of(album.name):
            self._window.gallery.show_everything()

    def _tell(self, text: str, undo: Callable[[], None]) -> None:
        window = self._window
        window.notice.tell(text, self.tr("Undo"), window.undoing.add(undo))
