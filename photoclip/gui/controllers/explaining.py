"""Finds out why a photo has a label, or has not; the newest question only."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from photoclip.domain import CancelToken, LabelId, PhotoId
from photoclip.engine import Engine
from photoclip.gui.bridge import Bridge, Lane


class Explaining(QObject):
    """begun; told(Why); failed(PhotoclipError). ended: nobody asks any more."""

    begun = Signal()
    told = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, engine: Engine, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._token = CancelToken()
        self.asked: tuple[PhotoId, LabelId] | None = None

    @Slot(object, object)
    def ask(self, photo: PhotoId, label: LabelId) -> None:
        """Why this label is on this photo, or is not."""
        if self.asked == (photo, label):
            return
        self.asked = (photo, label)
        self.begun.emit()
        self.again()

    @Slot()
    def again(self) -> None:
        """Ask the same once more: tags may be others."""
        if self.asked is None:
            return
        self._token.cancel()
        self._token = token = CancelToken()
        tagging, (photo, label) = self._engine.tagging, self.asked
        self._bridge.run(
            Lane.WHY,
            lambda: tagging.why(photo, label, token),
            self.told.emit,
            self.failed.emit,
            token,
        )

    @Slot()
    def forget(self) -> None:
        """Nobody asks any more."""
        if self.asked is not None:
            self.asked = None
            self._token.cancel()
            self.ended.emit()
