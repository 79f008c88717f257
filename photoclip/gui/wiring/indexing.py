"""Indexing and the model as the status tells of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.domain import IndexReport, Progress
from photoclip.errors import PhotoclipError
from photoclip.gui import wording

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow


class IndexWiring(QObject):
    """Between the indexing controller, the status and the gallery."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        indexing = window.indexing
        window.status.cancel_wanted.connect(indexing.cancel)
        indexing.progressed.connect(self._show_progress)
        indexing.ended.connect(self._ended)
        indexing.failed.connect(self._failed)
        indexing.photos_changed.connect(window.photos_changed)
        window.readiness.told.connect(window.status.show_device)
        window.readiness.failed.connect(window.complain)

    @Slot(object)
    def _show_progress(self, progress: Progress) -> None:
        self._window.status.show_progress(progress)
        self._window.gallery.set_indexing(True)

    @Slot(object)
    def _ended(self, report: IndexReport | None) -> None:
        window = self._window
        if report is None:
            window.status.show_idle(self.tr("Indexing was stopped · F5 goes on with it"))
        else:
            done = self.tr("Up to date") if window.folder_model.rows else ""
            window.status.show_idle(wording.report(report) or done)
        window.gallery.set_indexing(False)
        window.look_again()

    @Slot(object)
    def _failed(self, error: PhotoclipError) -> None:
        if not self._window.indexing.running:
            self._window.status.show_idle(self.tr("Indexing does not work now"))
        self._window.complain(error)
