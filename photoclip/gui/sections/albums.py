"""Albums that people put photos in, as places. Smart ones are the saved searches."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from photoclip.domain import Album
from photoclip.gui.dropping import Dropped
from photoclip.gui.sections.base import MenuItem, Place, Section
from photoclip.search.query import FilterName, Term, Value

ALBUMS = "albums"


class AlbumsSection(Section):
    """Signals tell what the person wants to do with an Album.

    album_wanted: show it. add_wanted, add_chosen_wanted: a new one, empty or with the chosen
    photos; add_smart_wanted: of what is searched for. rename_wanted(Album, str). remove_wanted,
    split_wanted(Album). put_wanted(Album or None, Dropped): put this in, or into a new one.
    suggest_wanted(AlbumId, its name): suggest tags for its photos.
    """

    album_wanted = Signal(object)
    add_wanted = Signal()
    add_chosen_wanted = Signal()
    add_smart_wanted = Signal()
    rename_wanted = Signal(object, str)
    remove_wanted = Signal(object)
    split_wanted = Signal(object)
    put_wanted = Signal(object, object)
    suggest_wanted = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(ALBUMS, "", parent)
        self.title = self.tr("Albums")
        self.add_text = self.tr("New album")
        self.show(())

    def show(self, albums: Sequence[Album]) -> None:
        """Show these, in their order."""
        self._show(tuple(map(_place, albums)), self.tr("Drop photos here"))

    def open(self, place: Place) -> None:
        self.album_wanted.emit(place.data)

    def add(self) -> None:
        self.add_wanted.emit()

    def menu(self, place: Place | None) -> Sequence[MenuItem]:
        if place is None or place.hint:
            chosen, smart = self.add_chosen_wanted.emit, self.add_smart_wanted.emit
            return [
                *super().menu(None),
                MenuItem(self.tr("New album of the chosen photos"), chosen, "album"),
                MenuItem(self.tr("New smart album of this search"), smart, "star"),
            ]
        split = partial(self.split_wanted.emit, place.data)
        suggest = partial(self._suggest, place)
        return [
            MenuItem(self.tr("Suggest tags for its photos"), suggest, "label"),
            MenuItem(self.tr("Divide by labels…"), split, "album"),
            MenuItem(self.tr("Delete album"), partial(self.remove, place), "remove", 1),
        ]

    def wants(self, dropped: Dropped) -> bool:
        # Without an album there is only the heading, which takes photos of the grid.
        return bool(dropped.everything if self._has_places else dropped.photos)

    def accepts(self, place: Place | None, dropped: Dropped) -> str:
        if place is None or place.hint:
            # Files and folders may be meant for other things.
            return self.tr("Drop to make an album of this") if dropped.photos else ""
        if not dropped.everything:
            return ""
        return self.tr("Drop to put this into “{name}”").format(name=place.text)

    def take(self, place: Place | None, dropped: Dropped) -> None:
        album = place.data if place is not None and not place.hint else None
        self.put_wanted.emit(album, dropped)

    def rename(self, place: Place, text: str) -> None:
        self.rename_wanted.emit(place.data, text)

    def remove(self, place: Place) -> None:
        self.remove_wanted.emit(place.data)

    def _suggest(self, place: Place) -> None:
        assert isinstance(place.data, Album)
        self.suggest_wanted.emit(place.data.id, place.data.name)


def key_of(album: Album) -> str:
    """The key of an album's place."""
    return str(album.id)


def filter_of(name: str) -> Term:
    """What shows the photos of an album of this name."""
    return Term(FilterName.ALBUM, (Value(name),))


def _place(album: Album) -> Place:
    return Place(
        key_of(album),
        album.name,
        "album",
        album.count,
        renamable=True,
        removable=True,
        data=album,
    )
