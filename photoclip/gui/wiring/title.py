"""The title of the window, by which task switchers and screen readers tell what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.gui.controllers.paging import Place

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow


class TitleWiring(QObject):
    """Follows what is on screen. The system adds the name of the application."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.stack.currentChanged.connect(self._show)
        window.looking.changed.connect(self._show)
        window.pages.viewer.once_made(lambda viewer: viewer.photo_wanted.connect(self._show))
        window.photo_model.dataChanged.connect(self._show)
        window.gallery.place_changed.connect(self._show)
        window.gallery.searching.answered.connect(self._show)
        window.browser.pages.currentChanged.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        self._window.setWindowTitle(self._title())

    def _title(self) -> str:
        window = self._window
        if window.preferring.shown:
            return self.tr("Preferences")
        if window.looking.open_now and window.viewer.photo is not None:
            row = window.photo_model.row(window.viewer.photo)
            return row.name if row is not None else self.tr("Photo")
        if window.browser.page is window.browser.welcome:
            return self.tr("Welcome")
        beside_photos = {
            Place.PROBLEMS: self.tr("Problems"),
            Place.DUPLICATES: self.tr("Duplicates"),
            Place.LABELS: self.tr("Labels"),
            Place.REVIEW: self.tr("Review"),
            Place.SIDECARS: self.tr("Tags in sidecars"),
        }
        return beside_photos.get(window.gallery.place, window.gallery.title)
