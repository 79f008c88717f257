"""What a label would do to the library, while somebody writes and tunes it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from photoclip.domain import CancelToken, Label
from photoclip.engine import Engine
from photoclip.errors import Cancelled, PhotoclipError
from photoclip.gui.bridge import Bridge, Lane
from photoclip.tagging.preview import Preview

# A keystroke that follows the one before within this time replaces it.
TYPING_MS = 150


class Tuning(QObject):
    """Looks at the newest draft only. previewed(Label, Preview); failed(Label, PhotoclipError).

    busy(bool): somebody is waiting for one.
    """

    previewed = Signal(object, object)
    failed = Signal(object, object)
    busy = Signal(bool)

    def __init__(self, engine: Engine, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._wanted: Label | None = None
        self._running: CancelToken | None = None
        self._timer = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._timer.timeout.connect(self._start)

    @Slot(object)
    def type(self, draft: Label) -> None:
        """Look at it soon, unless another follows."""
        self._wanted = draft
        self._timer.start()
        self.busy.emit(True)

    @Slot(object)
    def ask(self, draft: Label) -> None:
        """Look at it now."""
        self._wanted = draft
        self._timer.stop()
        self.busy.emit(True)
        self._start()

    @Slot()
    def drop(self) -> None:
        """Nobody waits any more."""
        self._wanted = None
        self._timer.stop()
        if self._running is not None:
            self._running.cancel()
        self.busy.emit(False)

    @Slot()
    def _start(self) -> None:
        draft = self._wanted
        if draft is None:
            return
        if self._running is not None:
            # It looks again when it ends, which is soon.
            self._running.cancel()
            return
        self._wanted = None
        token = self._running = CancelToken()
        tagging = self._engine.tagging

        def work() -> Preview:
            return tagging.preview(draft, token)

        # Without the token: the end is told even when it is cancelled.
        self._bridge.run(
            Lane.TUNING,
            work,
            lambda preview: self._done(draft, preview),
            lambda error: self._fail(draft, error),
        )

    def _done(self, draft: Label, preview: Preview) -> None:
        if self._ended():
            self.previewed.emit(draft, preview)

    def _fail(self, draft: Label, error: PhotoclipError) -> None:
        if self._ended() and not isinstance(error, Cancelled):
            self.failed.emit(draft, error)

    def _ended(self) -> bool:
        """Start what came meanwhile; returns whether this was the newest."""
        token, self._running = self._running, None
        dropped = token is not None and token.cancelled and self._wanted is None
        newest = self._wanted is None and not dropped
        if self._wanted is None:
            self.busy.emit(False)
        elif not self._timer.isActive():
            self._start()
        return newest
