"""Saved searches: the star in the search box, their section in the side panel, and undoing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.domain import SavedSearch
from photoclip.gui.commands import Command, Menu, Needs
from photoclip.gui.controllers.saving import as_text
from photoclip.gui.sections.searches import SEARCHES, key_of

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow


class SavingWiring(QObject):
    """Between the controller of saved searches and what shows them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        save = Command(
            "save_search",
            self.tr("Save this search, or forget it"),
            Menu.EDIT,
            "star",
            ("Ctrl+S",),
            Needs.HITS,
            about=self.tr("saved searches, smart album, star, favourite"),
        )
        window.commands.add(save, self.toggle)
        self._connect_section()
        self._connect_saving()

    def _connect_section(self) -> None:
        window, section = self._window, self._window.searches_section
        section.search_wanted.connect(self._search)
        section.rename_wanted.connect(window.saving.rename)
        section.remove_wanted.connect(window.saving.remove)
        section.replace_wanted.connect(self._replace)

    def _connect_saving(self) -> None:
        window, saving = self._window, self._window.saving
        window.browser.search.star_pressed.connect(self.toggle)
        window.gallery.asked_changed.connect(self._note)
        # Photos came or went, and so may folders have.
        window.folders.told.connect(saving.read)
        window.elsewhere.changed.connect(saving.read)
        window.folders.told.connect(self._note)
        # Labels decide what some of them find.
        window.tags.changed.connect(saving.read)
        saving.told.connect(window.counting.take)
        window.readiness.told.connect(self._count)
        window.counting.told.connect(window.searches_section.show)
        saving.current_changed.connect(self._show_star)
        saving.saved.connect(self._tell_saved)
        saving.changed.connect(self._tell_changed)
        saving.removed.connect(self._tell_removed)
        saving.failed.connect(window.complain)
        window.albums_section.add_smart_wanted.connect(self.save)

    @Slot()
    def _count(self) -> None:
        if self._window.readiness.ready:
            self._window.counting.start()

    @Slot()
    def toggle(self) -> None:
        """Keep what is asked for now, or forget it where it is kept."""
        saving = self._window.saving
        if saving.current is not None:
            saving.remove(saving.current)
        else:
            self.save()

    @Slot()
    def save(self) -> None:
        """Keep what is asked for now, as a smart album."""
        saving = self._window.saving
        if saving.current is not None:
            self._tell_saved(None, saving.current)
        elif saving.can_save:
            saving.save()
        else:
            self._refuse()

    @Slot(object)
    def _search(self, search: SavedSearch) -> None:
        self._window.looking.close()
        self._window.gallery.search_saved(search.query)

    @Slot(object)
    def _replace(self, search: SavedSearch) -> None:
        if self._window.saving.can_save:
            self._window.saving.replace(search)
        else:
            self._refuse()

    def _refuse(self) -> None:
        window = self._window
        asked = window.gallery.asked
        text = (
            self.tr("Search for something first.")
            if asked.is_browsing
            else self.tr("A picture that is no file cannot be kept with a search.")
        )
        window.notice.tell(text, warning=True)

    @Slot()
    def _note(self) -> None:
        window = self._window
        roots = {row.root.id: row.root.path for row in window.folders_section.rows}
        window.saving.note(as_text(window.gallery.asked, roots))
        self._show_star()

    @Slot()
    def _show_star(self) -> None:
        window = self._window
        window.browser.search.show_star(
            shown=not window.gallery.asked.is_browsing, on=window.saving.current is not None
        )

    @Slot(object, object)
    def _tell_saved(self, before: None, now: SavedSearch) -> None:
        del before
        text = self.tr("The search is kept as “{name}”.").format(name=now.name)
        self._window.notice.tell(text, self.tr("Rename"), partial(self._edit_name, now))

    @Slot(object, object)
    def _tell_changed(self, before: SavedSearch, now: SavedSearch) -> None:
        if before == now:
            return
        text = (
            self.tr("“{before}” is now called “{name}”.")
            if before.name != now.name
            else self.tr("“{name}” now searches for something else.")
        ).format(before=before.name, name=now.name)
        self._offer_undo(text, before)

    @Slot(object, object)
    def _tell_removed(self, before: SavedSearch, now: None) -> None:
        del now
        text = self.tr("The saved search “{name}” was removed. No photo was touched.")
        self._offer_undo(text.format(name=before.name), before)

    def _offer_undo(self, text: str, before: SavedSearch) -> None:
        window = self._window
        undo = window.undoing.add(partial(window.saving.put_back, before))
        window.notice.tell(text, self.tr("Undo"), undo)

    def _edit_name(self, search: SavedSearch) -> None:
        self._window.panels.show_sidebar(True)
        self._window.sidebar.edit_name(SEARCHES, key_of(search))
