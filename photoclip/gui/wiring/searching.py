"""Ways into a search, and to the places that the window can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence

from photoclip.gui.commands import Command, Menu, Needs
from photoclip.gui.controllers.paging import Place
from photoclip.gui.sections import albums, label_tree, labels, library, searches
from photoclip.gui.sections.folder_tree import key_of

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow


class SearchWiring(QObject):
    """Between the search box, drops, the clipboard and the gallery."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._add_commands()
        self._connect()

    def _add_commands(self) -> None:
        add = self._window.commands.add
        paste = QKeySequence.StandardKey.Paste
        example = self.tr("Take the clipboard as an example of the label")
        add(
            Command("find", self.tr("Search"), Menu.EDIT, "search", ("Ctrl+F", "/")),
            self.focus_search,
        )
        add(
            Command(
                "paste",
                self.tr("Find photos similar to the clipboard"),
                Menu.EDIT,
                keys=(paste,),
                instead=(Needs.LABEL, example),
            ),
            self.paste,
        )
        add(
            Command("filter", self.tr("Filter photos"), Menu.EDIT, "filter", ("Ctrl+Shift+F",)),
            self.open_filters,
        )
        add(
            Command("photos", self.tr("All photos"), Menu.GO, "photos", ("Ctrl+1",)),
            self.show_all,
        )
        add(
            Command("problems", self.tr("Problems"), Menu.GO, "problem", ("Ctrl+2",)),
            self.show_problems,
        )

    def _connect(self) -> None:
        window = self._window
        window.browser.search.pasted.connect(window.intake.add_mime)
        window.browser.search.suggestions.search_wanted.connect(window.gallery.search_saved)
        # Photos came or went, or searches were saved.
        window.folders.told.connect(window.suggesting.read)
        window.saving.told.connect(window.suggesting.read)
        window.browser.search.entered_grid.connect(self._enter_grid)
        window.grid.typed.connect(window.browser.search.type_on)
        window.library_section.photos_wanted.connect(self.show_all)
        window.library_section.problems_wanted.connect(self.show_problems)
        window.problems_page.escaped.connect(self.focus_search)
        window.sidebar.refused.connect(self._refuse)
        window.drops.dropped.connect(window.intake.take)
        window.drops.added.connect(window.intake.add)
        wanted = window.regions.want
        window.pages.viewer.once_made(lambda viewer: viewer.region_wanted.connect(wanted))
        window.regions.cut.connect(window.intake.take_part)
        window.filtering.failed.connect(window.complain)
        window.regions.failed.connect(window.complain)
        window.intake.refused.connect(self._refuse)
        window.intake.text_pasted.connect(window.browser.search.type_on)
        window.gallery.failed.connect(window.complain)
        window.gallery.place_changed.connect(self._show_place)
        window.gallery.scope_changed.connect(self._show_place)
        window.saving.current_changed.connect(self._show_place)
        window.albums.current_changed.connect(self._show_place)
        window.pages.labels.once_made(lambda page: page.place_changed.connect(self._show_place))
        window.labelling.told.connect(self._show_place)
        window.gallery.asked_changed.connect(self._show_place)
        self._show_place()
        window.gallery.first_answered.connect(window.readiness.warm_up)

    @Slot()
    def focus_search(self) -> None:
        """Have the next key type into the search box."""
        window = self._window
        window.looking.close()
        if window.browser.page is window.browser.problems:
            window.gallery.show_everything()
        window.browser.search.focus()

    @Slot()
    def paste(self) -> None:
        """Search by what is on the clipboard; where a label is open, that is an example of it."""
        window = self._window
        tuning = window.gallery.place is Place.LABELS and window.labels_page.label is not None
        if tuning and not window.looking.open_now:
            window.labels_page.one.editor.paste()
        else:
            window.intake.paste()

    @Slot()
    def open_filters(self) -> None:
        """Offer filters for what is searched for."""
        self.focus_search()
        self._window.filtering.open()

    @Slot()
    def show_all(self) -> None:
        """All photos, whatever is open."""
        self._window.looking.close()
        self._window.gallery.show_everything()

    @Slot()
    def show_problems(self) -> None:
        """The files that could not be read."""
        self._window.looking.close()
        self._window.gallery.show_problems()

    @Slot()
    def _enter_grid(self) -> None:
        grid = self._window.grid
        if self._window.photo_model.ids:
            grid.setFocus()
            if not grid.currentIndex().isValid():
                grid.show_photo(0)

    @Slot(str)
    def _refuse(self, why: str) -> None:
        self._window.notice.tell(why, warning=True)

    @Slot()
    def _show_place(self) -> None:
        """Mark in the side panel what is on screen."""
        gallery, sidebar = self._window.gallery, self._window.sidebar
        label = self._window.labelling.named(gallery.asked.label)
        if gallery.place is Place.LABELS:
            tuned = self._window.labels_page.label
            key = label_tree.key_of(tuned) if tuned is not None and tuned.id else ""
            sidebar.show_place(labels.LABELS, key)
        elif gallery.at_problems:
            sidebar.show_place("library", library.PROBLEMS)
        elif gallery.place is Place.SIDECARS:
            sidebar.show_place("", "")
        elif gallery.place is Place.REVIEW:
            sidebar.show_place("library", library.REVIEW)
        elif (saved := self._window.saving.current) is not None:
            sidebar.show_place(searches.SEARCHES, searches.key_of(saved))
        elif (album := self._window.albums.current) is not None:
            sidebar.show_place(albums.ALBUMS, albums.key_of(album))
        elif label is not None and not gallery.at_duplicates:
            sidebar.show_place(labels.LABELS, label_tree.key_of(label))
        elif gallery.at_duplicates:
            sidebar.show_place("library", library.DUPLICATES)
        elif gallery.scope is None:
            sidebar.show_place("library", library.PHOTOS)
        else:
            sidebar.show_place("folders", key_of(gallery.scope))
