"""The details panel: what it is about, and what can be done from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.domain import PhotoId
from photoclip.gui.controllers.details import Details
from photoclip.gui.views.panels import DETAILS

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
        self._connect_panel()
        self._connect_changes()
        # Whether it is shown is remembered, and restored later than this.
        self.details.set_active(window.panels.is_shown(DETAILS))

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

    def _connect_changes(self) -> None:
        window, look = self._window, self.details.look
        for signal in (
            window.grid.selection_changed,
            window.looking.changed,
            window.viewer.photo_wanted,
            window.gallery.searching.answered,
            window.indexing.ended,
            window.indexing.photos_changed,
            window.folders.states_changed,
            window.tags.changed,
            window.albums.changed,
        ):
            signal.connect(look)

    @Slot(object)
    def _open(self, photo: PhotoId) -> None:
        window = self._window
        row = window.photo_model.position(photo)
        if row is not None and not window.looking.open_now:
            window.looking.look_at(row)

    @Slot()
    def _close(self) -> None:
        self._window.panels.show_details(False)
