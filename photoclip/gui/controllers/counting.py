"""Counts the photos of saved searches with words, in the background and not more than is needed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from photoclip.cores import give_way
from photoclip.domain import CancelToken, SearchId
from photoclip.engine import Engine
from photoclip.errors import PhotoclipError
from photoclip.gui.bridge import Bridge, Lane
from photoclip.search.saved import Counted

# Several changes in a row are one; while photos come in all the time, it is one now and then.
SOON_MS = 500
BUSY_MS = 30_000


@dataclass(frozen=True, slots=True)
class _Known:
    """What a search came to, when the library was in this state."""

    counted: Counted
    state: Hashable


class Counting(QObject):
    """told(list of Counted): what the saved searches find, as far as that is known by now."""

    told = Signal(object)

    def __init__(
        self,
        engine: Engine,
        bridge: Bridge,
        busy: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """busy: whether photos come in."""
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._busy = busy
        self._rows: Sequence[Counted] = ()
        self._known: dict[SearchId, _Known] = {}
        self._waiting: list[Counted] = []
        self._running: CancelToken | None = None
        self._ready = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._begin)

    @Slot(object)
    def take(self, rows: Sequence[Counted]) -> None:
        """These there are, some of which only searching can count. They were read anew."""
        self._rows = rows
        self._tell()
        self._want()

    @Slot()
    def start(self) -> None:
        """The model is open: nothing is to wait for it, and least of all the person."""
        self._ready = True
        self._want()

    def stop(self) -> None:
        """Count no more."""
        self._ready = False
        self._timer.stop()
        self._waiting = []
        if self._running is not None:
            self._running.cancel()

    def _want(self) -> None:
        wanted = self._uncounted()
        if not self._ready or not wanted:
            return
        new = any(self._known_of(row) is None for row in wanted)
        wait = BUSY_MS if self._busy() and not new else SOON_MS
        if not self._timer.isActive() or self._timer.remainingTime() > wait:
            self._timer.start(wait)

    @Slot()
    def _begin(self) -> None:
        self._waiting = self._uncounted()
        if self._running is None:
            self._next()

    def _next(self) -> None:
        """One after the other, so that closing the window waits for one of them at most."""
        if not self._waiting:
            return
        row, searches = self._waiting.pop(0), self._engine.searches
        known = self._known_of(row)

        def work() -> _Known:
            give_way()
            # Before, so that what changes meanwhile is counted the next time.
            state = searches.state()
            if known is not None and known.state == state:
                return known
            return _Known(searches.count(row.search), state)

        self._running = self._bridge.run(Lane.COUNTING, work, self._note, self._fail)

    def _note(self, found: _Known) -> None:
        self._running = None
        number = found.counted.search.id
        changed = found.counted != getattr(self._known.get(number), "counted", None)
        self._known[number] = found
        if changed:
            self._tell()
        self._next()

    def _fail(self, error: PhotoclipError) -> None:
        """Nobody asked for it, and search tells what is wrong with the model."""
        del error
        self._running = None
        self._waiting = []

    def _tell(self) -> None:
        self.told.emit([self._with_count(row) for row in self._rows])

    def _with_count(self, row: Counted) -> Counted:
        known = self._known_of(row) if _is_uncounted(row) else None
        if known is None:
            return row
        return replace(row, photos=known.counted.photos, finding=known.counted.finding)

    def _known_of(self, row: Counted) -> _Known | None:
        known = self._known.get(row.search.id)
        same = known is not None and known.counted.search.query == row.search.query
        return known if same else None

    def _uncounted(self) -> list[Counted]:
        return [row for row in self._rows if _is_uncounted(row)]


def _is_uncounted(row: Counted) -> bool:
    return row.photos is None and not row.finding
