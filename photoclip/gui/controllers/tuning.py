"""What a label would do to the library, while somebody writes and tunes it."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from photoclip.domain import CancelToken, Label
from photoclip.engine import Engine
from photoclip.errors import Cancelled, PhotoclipError
from photoclip.gui.bridge import Bridge, Lane
from photoclip.tagging.preview import Preview

# A keystroke that follows the one before within this time replaces it.
TYPING_MS = 150
# Where photos come and go, at least so long between two looks, and so many times as long as one.
FOLLOW_MS = 1000
FOLLOW_SHARE = 10


class Tuning(QObject):
    """Looks at the newest draft only. previewed(Label, Preview); failed(Label, PhotoclipError).

    followed(Label, Preview): the same draft once more, over the photos that there are by now.
    busy(bool): somebody is waiting for one.
    """

    previewed = Signal(object, object)
    followed = Signal(object, object)
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
        # What is on screen, for when photos come or go; and how long it took to look at it.
        self._shown: Label | None = None
        self._seconds = 0.0
        self._following = False
        self._follow = QTimer(self, singleShot=True)
        self._follow.timeout.connect(self._look_once_more)

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
        """Nobody waits any more, nor looks at what was shown."""
        self._wanted = self._shown = None
        self._timer.stop()
        self._follow.stop()
        if self._running is not None:
            self._running.cancel()
        self.busy.emit(False)

    @Slot()
    def follow(self) -> None:
        """Photos came or went: look once more at what is shown, in a while, however many they are.

        Most of the time is left to those who bring them.
        """
        if self._shown is not None and not self._follow.isActive():
            self._follow.start(max(FOLLOW_MS, round(self._seconds * 1000 * FOLLOW_SHARE)))

    def hold(self) -> None:
        """What is shown is about to change: whatever was seen before it would be wrong."""
        self._follow.stop()
        if self._following and self._running is not None:
            self._running.cancel()

    @Slot()
    def _look_once_more(self) -> None:
        if self._running is not None or self._wanted is not None:
            # What goes on may have begun before they came.
            self.follow()
        elif self._shown is not None:
            self._run(self._shown, following=True)

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
        self._run(draft, following=False)

    def _run(self, draft: Label, *, following: bool) -> None:
        self._following = following
        token = self._running = CancelToken()
        tagging = self._engine.tagging

        def work() -> tuple[Preview, float]:
            begun = time.monotonic()
            return tagging.preview(draft, token), time.monotonic() - begun

        # Without the token: the end is told even when it is cancelled.
        self._bridge.run(
            Lane.TUNING,
            work,
            lambda found: self._done(draft, *found),
            lambda error: self._fail(draft, error),
        )

    def _done(self, draft: Label, preview: Preview, seconds: float) -> None:
        following, self._seconds = self._following, seconds
        if self._ended():
            self._shown = draft
            (self.followed if following else self.previewed).emit(draft, preview)

    def _fail(self, draft: Label, error: PhotoclipError) -> None:
        following = self._following
        # What is shown stays true of the photos that there were.
        if self._ended() and not following and not isinstance(error, Cancelled):
            self._shown = None
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
