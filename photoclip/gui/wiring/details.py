"""The details panel: what it is about, and what can be done from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.domain import PhotoId
from photoclip.gui.controllers.details import Details
from photoclip.gui.views.panels import DETAILS
from photoclip.search.parsing import parse
from photoclip.search.printing import part_text
from photoclip.search.query import Part, PartKind

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow


class DetailsWiring(QObject):
    """Between the panel, the chosen photos, and what may change of them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.details = Details(
            window.engine, window.bridge, window.chosen, window.gallery.why, self
        )
        self._describing = window.describing
        self._connect_panel()
        self._connect_changes()
        # Whether it is shown is remembered, and restored later than this.
        self.details.set_active(window.panels.is_shown(DETAILS))
        self._show_words()

    def _connect_panel(self) -> None:
        window, details, panel = self._window, self.details, self._window.details_panel
        details.told.connect(panel.tell)
        details.pictured.connect(panel.show_picture)
        panel.picture_wanted.connect(details.draw)
        panel.open_wanted.connect(self._open)
        panel.reveal_wanted.connect(window.photo_actions.reveal_path)
        panel.copy_wanted.connect(window.photo_actions.copy_path)
        panel.page_wanted.connect(window.photo_actions.open_page)
        panel.told.connect(window.notice.tell)
        panel.close_wanted.connect(self._close)
        window.panels.details_shown.connect(details.set_active)
        self._connect_words()

    def _connect_words(self) -> None:
        window, panel, describing = self._window, self._window.details_panel, self._describing
        self.details.told.connect(describing.take)
        describing.seen.connect(panel.seen.show_seen)
        panel.seen.again_wanted.connect(describing.again)
        panel.fold(panel.seen.name).toggled.connect(self._show_words)
        panel.word_wanted.connect(self._search_for)
        panel.word_added.connect(self._add_to_search)
        window.panels.details_shown.connect(self._show_words)

    def _connect_changes(self) -> None:
        window, look = self._window, self.details.look
        for signal in (
            window.grid.selection_changed,
            window.looking.changed,
            window.gallery.searching.answered,
            window.indexing.ended,
            window.indexing.photos_changed,
            window.folders.states_changed,
            window.tags.changed,
            window.albums.changed,
            window.gallery.place_changed,
        ):
            signal.connect(look)
        window.pages.viewer.once_made(lambda viewer: viewer.photo_wanted.connect(look))
        window.pages.review.once_made(lambda page: page.chosen_changed.connect(look))

    @Slot(object)
    def _open(self, photo: PhotoId) -> None:
        window = self._window
        row = window.photo_model.position(photo)
        if row is not None and not window.looking.open_now:
            window.looking.look_at(row)

    @Slot()
    def _show_words(self) -> None:
        """Have photos described while the words can be seen."""
        panel = self._window.details_panel
        shown = self._window.panels.is_shown(DETAILS)
        self._describing.set_active(shown and panel.fold(panel.seen.name).open)

    @Slot(str)
    def _search_for(self, word: str) -> None:
        self._leave_words()
        self._window.gallery.search_saved(as_typed(word))

    @Slot(str)
    def _add_to_search(self, word: str) -> None:
        window = self._window
        self._leave_words()
        text = with_word(window.gallery.asked.text, word)
        window.browser.search.show_text(text)
        window.gallery.search_text(text)

    def _leave_words(self) -> None:
        """Other photos come: the words go, and the focus must not go anywhere."""
        self._window.looking.close()
        self._window.grid.setFocus()

    @Slot()
    def _close(self) -> None:
        self._window.panels.show_details(False)


def as_typed(word: str) -> str:
    """A word as it has to be typed to be searched for as it is."""
    return part_text(Part(PartKind.TEXT, word))


def with_word(text: str, word: str) -> str:
    """A query that asks for a word beside what it asks for already."""
    parts = parse(text).query.parts
    if any(part.value == word and not part.excluded for part in parts):
        return text
    if not text.strip():
        return as_typed(word)
    return f"{text.strip()}{' + ' if parts else ' '}{as_typed(word)}"
