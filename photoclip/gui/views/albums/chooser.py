"""Which album the chosen photos go to: type a few letters of its name, or a new one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from photoclip.domain import Album, AlbumId
from photoclip.domain.names import key_of
from photoclip.gui import wording
from photoclip.gui.models.choices import Choice
from photoclip.gui.theme import Theme
from photoclip.gui.views.chooser import Chooser

NEW = "new"


class AlbumChooser(Chooser):
    """chosen(Album); new_wanted(str): a new one of this name, which may be empty."""

    chosen = Signal(object)
    new_wanted = Signal(str)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, "albumChooser")
        self._albums: Sequence[Album] = ()
        self._last: AlbumId | None = None
        title = self.tr("Add to an album")
        self.say(title, self.tr("Type the name of an album"), self.tr("No album is called so."))

    def show_albums(self, albums: Sequence[Album]) -> None:
        """Offer these from the next time on."""
        self._albums = albums

    def choices(self) -> tuple[Sequence[Choice], Sequence[str]]:
        return [*map(self._choice, self._albums), self._new("")], [str(self._last)]

    @Slot(str)
    def _filter(self, typed: str) -> None:
        name = typed.strip()
        known = any(key_of(album.name) == key_of(name) for album in self._albums)
        albums = [*map(self._choice, self._albums)]
        self.model.set_choices(albums if known else [*albums, self._new(name)], [str(self._last)])
        super()._filter(typed)

    def _choice(self, album: Album) -> Choice:
        count = wording.photos(album.count or 0)
        act = partial(self._choose, album)
        return Choice(str(album.id), album.name, act, trail=count, icon="album")

    def _new(self, name: str) -> Choice:
        text = self.tr("New album “{name}”").format(name=name) if name else self.tr("New album")
        act = partial(self.new_wanted.emit, name)
        return Choice(NEW, text, act, icon="plus", last=True)

    def _choose(self, album: Album) -> None:
        self._last = album.id
        self.chosen.emit(album)
