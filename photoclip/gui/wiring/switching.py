"""Changing over to another model, and going back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.errors import PhotoclipError
from photoclip.gui import wording
from photoclip.gui.error_wording import message
from photoclip.library.switching import Switched

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow


class SwitchWiring(QObject):
    """Between the way to another model, the indexing, and what the person is told of it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        switching = window.switching
        # Photos that came in are embedded for the next model, too.
        window.indexing.ended.connect(switching.start)
        window.preferring.applying.applied.connect(switching.settle)
        window.preferring.applying.failed.connect(switching.give_up)
        switching.over.connect(self._over)
        switching.failed.connect(self._fail)
        switching.refused.connect(window.complain)
        window.browser.note.models_wanted.connect(window.preferring.open_models)

    @Slot(object, str)
    def _over(self, report: Switched, before: str) -> None:
        self._window.notice.tell(
            wording.switched(report),
            self.tr("Go back"),
            partial(self._window.switching.use, before),
        )

    @Slot(object)
    def _fail(self, error: PhotoclipError) -> None:
        self._window.notice.tell(
            self.tr("The model before stays in use: {error}").format(error=message(error)),
            alarm=True,
        )
