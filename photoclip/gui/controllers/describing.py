"""Has the chosen photo described once it rests: the newest only, and only where anybody looks."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from photoclip.domain import CancelToken, PhotoId, Progress
from photoclip.engine import Engine
from photoclip.errors import PhotoclipError, QueryError
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.models.seen import Seen, SeenState
from photoclip.gui.models.subject import Subject
from photoclip.gui.relay import Relay
from photoclip.search.describe import Description
from photoclip.search.describer import Describer

# Whoever looks through photos one by one wants to see them, not to read.
REST_MS = 250


class Describing(QObject):
    """seen(Seen)."""

    seen = Signal(object)

    def __init__(self, engine: Engine, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._photo: PhotoId | None = None
        self._active = False
        self._told: tuple[Seen, Describer] | None = None
        self._running: CancelToken | None = None
        self._again = False
        self._relay: Relay | None = None
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_waiting(self) -> bool:
        """Whether a photo has been chosen too lately."""
        return self._timer.isActive()

    @property
    def at_work(self) -> bool:
        """Whether words are on their way, or soon will be."""
        return self.is_waiting or self._running is not None

    @Slot(bool)
    def set_active(self, on: bool) -> None:
        """Whether anybody sees the words; nothing is done otherwise."""
        if on == self._active:
            return
        self._active = on
        if on:
            self._rest()
        else:
            self.stop()

    @Slot(object)
    def take(self, subject: Subject) -> None:
        """Other photos are chosen, or other things known of them."""
        details = subject.details
        there = details is not None and not details.unreadable
        self._photo = details.photo.id if details is not None and there else None
        if self._active:
            self._rest()

    @Slot()
    def again(self) -> None:
        """Describe the same photo once more."""
        self._look()

    @Slot()
    def stop(self) -> None:
        """Give up what goes on."""
        self._timer.stop()
        if self._running is not None:
            self._running.cancel()
        self._again = False
        self._settle()

    def _rest(self) -> None:
        if self._photo is None:
            # What runs goes on: it prepares for the next photo, too.
            self._timer.stop()
        else:
            self._timer.start()

    @Slot()
    def _look(self) -> None:
        photo = self._photo
        if photo is None or not self._active:
            return
        if self._running is not None:
            self._again = True
            return
        self._again = False
        describer, cancel = self._engine.search.describer, CancelToken()
        if self._told is not None and self._told[1] is describer and self._told[0].photo == photo:
            self.seen.emit(self._told[0])
            return
        state = SeenState.LOOKING if describer.is_ready else SeenState.PREPARING
        self.seen.emit(Seen(photo, state))
        self._relay = relay = Relay(self._bridge, self._tell_progress)
        self._running = self._bridge.run(
            Lane.DESCRIBE,
            lambda: describe(describer, photo, cancel, relay),
            lambda found: self._succeed(photo, describer, found),
            lambda error: self._fail(photo, error),
            cancel,
        )

    def _tell(self, seen: Seen) -> None:
        self._settle()
        if seen.photo == self._photo:
            self.seen.emit(seen)
        if self._again:
            self._look()

    def _succeed(self, photo: PhotoId, describer: Describer, found: Description) -> None:
        # What is told of a photo stays as it is while others are indexed.
        seen = Seen(photo, SeenState.TOLD, found.words)
        self._told = seen, describer
        self._tell(seen)

    def _fail(self, photo: PhotoId, error: PhotoclipError) -> None:
        unindexed = isinstance(error, QueryError)
        state = SeenState.UNINDEXED if unindexed else SeenState.FAILED
        self._tell(Seen(photo, state, error=error))

    def _tell_progress(self, progress: Progress) -> None:
        if self._running is not None and self._photo is not None:
            self.seen.emit(Seen(self._photo, SeenState.PREPARING, progress=progress))

    def _settle(self) -> None:
        if self._relay is not None:
            self._relay.drop()
        self._running = self._relay = None


# What is below runs on a worker.


def describe(
    describer: Describer, photo: PhotoId, cancel: CancelToken, relay: Relay
) -> Description:
    """The words for a photo, after what is to be done for them once."""
    describer.prepare(cancel, relay)
    return describer.photo(photo)
