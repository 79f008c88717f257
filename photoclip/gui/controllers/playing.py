"""Plays moving pictures: a few frames are decoded ahead by a worker, never all of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from PySide6.QtCore import QElapsedTimer, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from photoclip.domain import CancelToken, PhotoId
from photoclip.engine import Engine
from photoclip.errors import PhotoclipError
from photoclip.gui import pixels
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers.pictures import best_file
from photoclip.images.animation import MOVING_FORMATS, Frame, frames

# So many frames wait to be shown; one as large as a common screen takes 8 MB.
AHEAD = 4


@dataclass(frozen=True, slots=True)
class Batch:
    """The next frames of a round. ended: the round is over."""

    frames: list[tuple[QImage, float]]
    ended: bool


class Player(QObject):
    """frame(PhotoId, QImage): show this now. changed: whether the photo moves, and moves now."""

    frame = Signal(object, QImage)
    changed = Signal(bool, bool)

    def __init__(self, engine: Engine, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._photo: PhotoId | None = None
        self._fits = QSize()
        self._cancel = CancelToken()
        self._source: Iterator[Frame] | None = None
        self._ready: deque[tuple[QImage, float]] = deque()
        self._busy = False
        self._moves = False
        self._playing = False
        self._due = 0.0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._show_next)

    def load(self, photo: PhotoId, screen: QSize, *, play: bool) -> None:
        """Find out whether a photo moves, and play it where that is wanted."""
        self.stop()
        self._photo, self._fits = photo, screen
        self._playing = play
        self._fetch()

    @Slot()
    def toggle(self) -> None:
        """Play or pause."""
        if not self._moves:
            return
        self._playing = not self._playing
        self._timer.stop()
        if self._playing:
            self._clock.invalidate()
            self._show_next()
        self.changed.emit(True, self._playing)

    @Slot()
    def stop(self) -> None:
        """Forget the picture."""
        self._cancel.cancel()
        self._cancel = CancelToken()
        self._timer.stop()
        self._ready.clear()
        self._source = None
        self._clock.invalidate()
        self._photo = None
        self._busy = self._moves = self._playing = False

    def _fetch(self) -> None:
        if self._busy or self._photo is None:
            return
        self._busy = True
        screen = self._fits.width(), self._fits.height()
        if self._source is None:
            work = partial(begin, self._engine, self._photo, screen, self._cancel)
        else:
            work = partial(go_on, self._source)
        self._bridge.run(Lane.FRAMES, work, self._take, self._give_up, cancel=self._cancel)

    def _take(self, given: tuple[Iterator[Frame] | None, Batch]) -> None:
        self._busy = False
        source, batch = given
        self._source = None if batch.ended else source
        if not batch.frames:
            if self._moves:
                # The round ended just where the last batch did.
                self._fetch()
            return
        self._ready.extend(batch.frames)
        if not self._moves:
            self._moves = True
            self.changed.emit(True, self._playing)
        if self._playing and not self._timer.isActive():
            self._show_next()

    def _give_up(self, error: PhotoclipError) -> None:
        # The still picture stays, or tells what is wrong with the file.
        del error
        self._busy = False
        if self._moves:
            self._playing = False
            self.changed.emit(True, False)

    @Slot()
    def _show_next(self) -> None:
        if self._ready and self._playing:
            image, seconds = self._ready.popleft()
            self._timer.start(self._wait(seconds))
            self.frame.emit(self._photo, image)
        if len(self._ready) <= AHEAD // 2:
            self._fetch()

    def _wait(self, seconds: float) -> int:
        """Milliseconds until the next frame, making up for what the last timer was late."""
        if not self._clock.isValid():
            self._clock.start()
            self._due = 0.0
        now = float(self._clock.elapsed())
        self._due = max(self._due, now - 1000 * seconds) + 1000 * seconds
        return max(0, round(self._due - now))


# All below runs on workers.


def begin(
    engine: Engine, photo: PhotoId, screen: tuple[int, int], cancel: CancelToken
) -> tuple[Iterator[Frame] | None, Batch]:
    """The first frames of a round; none where the photo does not move. Raises ImageError."""
    known = engine.catalog.photos.get(photo)
    if known is None or known.metadata.format not in MOVING_FORMATS:
        return None, Batch([], ended=True)
    path = best_file(engine, photo).path
    limit = engine.settings.pixel_limit
    return go_on(frames(path, longest=screen, pixel_limit=limit, cancel=cancel))


def go_on(source: Iterator[Frame]) -> tuple[Iterator[Frame] | None, Batch]:
    """The next frames of a round. Raises ImageError."""
    taken = [(pixels.to_qimage(one.image), one.seconds) for one in islice(source, AHEAD)]
    return source, Batch(taken, ended=len(taken) < AHEAD)
