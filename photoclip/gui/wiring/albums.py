"""Albums: the section in the side panel, the commands, and what is dropped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.domain import Album, PhotoId
from photoclip.gui.commands import Command, Menu, Needs
from photoclip.gui.dropping import Dropped
from photoclip.gui.sections.albums import ALBUMS, filter_of, key_of
from photoclip.gui.views.albums.chooser import AlbumChooser
from photoclip.gui.views.albums.split import SplitDialog
from photoclip.gui.wiring.album_notices import AlbumNotices
from photoclip.search.splitting import Split

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow


class AlbumWiring(QObject):
    """Between the shelf of albums and what shows them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shelf = window.albums
        self.chooser = AlbumChooser(window.theme, window)
        # Whether the next album that is made still needs a name, and whose name is to be edited
        # as soon as the panel shows it.
        self._naming = False
        self._unnamed: Album | None = None
        self._add_commands()
        self._connect_section()
        self._connect_shelf()
        self._notices = AlbumNotices(window)

    def _add_commands(self) -> None:
        add, about = self._window.commands.add, self.tr("albums, collection, put together")
        add(
            Command(
                "add_to_album",
                self.tr("Add to an album…"),
                Menu.PHOTO,
                "album",
                ("Ctrl+B",),
                Needs.PHOTOS,
                on_photos=True,
                about=about,
            ),
            self.chooser.open,
        )
        add(
            Command(
                "remove_from_album",
                self.tr("Take out of the album"),
                Menu.PHOTO,
                "remove",
                ("Del",),
                Needs.ALBUM_PHOTOS,
                on_photos=True,
                about=about,
            ),
            self.take_out,
            self._window.grid,
        )
        new = self.tr("New album of the chosen photos")
        add(
            Command("new_album", new, Menu.FILE, "album", ("Ctrl+N",), group=2, about=about),
            self.make_of_chosen,
        )
        keep = self.tr("Keep the order that is shown in the album")
        add(
            Command("arrange_album", keep, Menu.EDIT, "album", needs=Needs.ALBUM, about=about),
            self.arrange,
        )
        divide = self.tr("Divide the album by labels…")
        add(
            Command("split_album", divide, Menu.EDIT, "album", needs=Needs.ALBUM, about=about),
            self.split_shown,
        )

    def _connect_section(self) -> None:
        window, section = self._window, self._window.albums_section
        section.album_wanted.connect(self.show)
        section.add_wanted.connect(self.make_empty)
        section.add_chosen_wanted.connect(self.make_of_chosen)
        section.rename_wanted.connect(self._shelf.rename)
        section.remove_wanted.connect(self._shelf.remove)
        section.split_wanted.connect(self._shelf.propose)
        section.put_wanted.connect(self._put)
        window.library_section.take_out_wanted.connect(self._take_out_dropped)
        window.details_panel.albums.album_wanted.connect(self._show_named)
        self.chooser.chosen.connect(self._put_chosen)
        self.chooser.new_wanted.connect(self._make_named)

    def _connect_shelf(self) -> None:
        window, shelf = self._window, self._shelf
        window.folders.told.connect(shelf.read)
        window.elsewhere.changed.connect(shelf.read)
        # An album on screen may hold others now.
        window.elsewhere.changed.connect(window.gallery.refresh)
        window.gallery.asked_changed.connect(self._note)
        shelf.told.connect(self._show_all)
        shelf.current_changed.connect(self._offer_way_out)
        shelf.changed.connect(self._refresh)
        shelf.made.connect(self._name)
        shelf.proposed.connect(self._ask_split)

    # What the person wants.

    @Slot(object)
    def show(self, album: Album) -> None:
        """Show the photos of an album."""
        self._show_named(album.name)

    @Slot(str)
    def _show_named(self, name: str) -> None:
        self._window.looking.close()
        self._window.gallery.search_saved("", filter_of(name))

    @Slot()
    def make_empty(self) -> None:
        """A new album; its name is edited where it stands."""
        self._make(())

    @Slot()
    def make_of_chosen(self) -> None:
        """A new album with the chosen photos, where there are any."""
        self._make(self._window.chosen())

    @Slot()
    def take_out(self) -> None:
        """Take the chosen photos out of the album that is shown."""
        album, chosen = self._shelf.current, self._window.chosen()
        if album is not None and chosen:
            self._shelf.take_out(album, chosen)

    @Slot(object)
    def _take_out_dropped(self, dropped: Dropped) -> None:
        photos = [one for one in dropped.everything if not isinstance(one, Path)]
        if self._shelf.current is not None:
            self._shelf.take_out(self._shelf.current, photos)

    @Slot()
    def arrange(self) -> None:
        """Make the order in which the album is shown its own."""
        if self._shelf.current is None:
            return
        if self._window.gallery.in_own_order:
            text = self.tr("Put the photos in another order first: by date or by name.")
            self._window.notice.tell(text, warning=True)
        else:
            self._shelf.arrange(self._shelf.current, list(self._window.photo_model.ids))

    @Slot()
    def split_shown(self) -> None:
        """Propose how to divide the album that is shown."""
        if self._shelf.current is not None:
            self._shelf.propose(self._shelf.current)

    @Slot(str)
    def _make_named(self, name: str) -> None:
        if name:
            self._shelf.make(name, self._window.chosen())
        else:
            self.make_of_chosen()

    def _make(self, contents: Sequence[PhotoId | Path]) -> None:
        self._naming = True
        self._shelf.make(self.tr("New album"), contents)

    @Slot(object)
    def _put_chosen(self, album: Album) -> None:
        self._shelf.put_in(album, self._window.chosen())

    @Slot(object, object)
    def _put(self, album: Album | None, dropped: Dropped) -> None:
        if album is None:
            self._make(dropped.everything)
        else:
            self._shelf.put_in(album, dropped.everything)

    # What happened.

    @Slot()
    def _note(self) -> None:
        self._shelf.note(self._window.gallery.asked.album)

    @Slot()
    def _offer_way_out(self) -> None:
        current = self._shelf.current
        self._window.library_section.show_album(current.name if current is not None else "")

    @Slot(object)
    def _show_all(self, albums: Sequence[Album]) -> None:
        self._window.albums_section.show(albums)
        self.chooser.show_albums(albums)
        if self._unnamed is not None:
            unnamed, self._unnamed = self._unnamed, None
            self._edit_name(unnamed)

    @Slot()
    def _refresh(self) -> None:
        """What is shown may be made of an album that changed."""
        if self._window.gallery.asked.may_be_filtered:
            self._window.gallery.refresh()
        self._window.saving.read()

    @Slot(object)
    def _name(self, album: Album) -> None:
        self._unnamed, self._naming = album if self._naming else None, False

    @Slot(object)
    def _ask_split(self, split: Split) -> None:
        window = self._window
        if split.groups:
            dialog = SplitDialog(split, window)
            dialog.divide_wanted.connect(self._shelf.divide)
            dialog.open()
            return
        text = self.tr("No label has two photos of “{name}”. Tag its photos first.")
        window.notice.tell(text.format(name=split.album.name), warning=True)

    def _edit_name(self, album: Album) -> None:
        self._window.panels.show_sidebar(True)
        self._window.sidebar.edit_name(ALBUMS, key_of(album))
