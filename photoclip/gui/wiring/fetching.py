"""Links that were dropped: nothing is fetched before a person says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.errors import PhotoclipError
from photoclip.gui.error_wording import message

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow


class FetchWiring(QObject):
    """Between the intake and the message that asks and tells."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._said = ""
        intake = window.intake
        intake.offered.connect(self._offer)
        intake.fetching.connect(self._tell)
        intake.arrived.connect(self._arrived)
        intake.failed.connect(self._failed)

    @Slot(str, str)
    def _offer(self, url: str, host: str) -> None:
        self._window.notice.tell(
            self.tr(
                "This is a link, and photoclip downloads nothing by itself. The picture lies on"
                " {host}, which will see your address if you fetch it."
            ).format(host=host),
            self.tr("Fetch the picture from {host}").format(host=host),
            partial(self._window.intake.fetch, url),
        )

    @Slot(str)
    def _tell(self, host: str) -> None:
        self._said = self.tr("Fetching the picture from {host}…").format(host=host)
        self._window.notice.tell(
            self._said, self.tr("Stop"), self._window.intake.stop_fetching, stays=True
        )

    @Slot()
    def _arrived(self) -> None:
        if self._window.notice.text() == self._said:
            self._window.notice.hide()

    @Slot(object)
    def _failed(self, error: PhotoclipError) -> None:
        self._window.notice.tell(message(error), warning=True)
