"""Watches the roots and says which folders should be looked at again.

Events are hints only. What lies in a folder is for the scanner to find out.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from photoclip.domain import Root
from photoclip.library.debounce import Debounce, topmost
from photoclip.library.observing import EventSource
from photoclip.library.rootwatch import RootWatches, WatchStatus
from photoclip.library.rules import Rules

__all__ = ["WatchStatus", "Watcher"]

log = logging.getLogger(__name__)

# Long enough for a cancelled run to finish the batch that it is in.
JOIN_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Pace:
    """All in seconds. settle, longest: see Debounce. poll: between two looks at a root without
    events. check: between two looks for roots that went or came. rescan: between two full looks.
    """

    settle: float
    longest: float
    poll: float
    check: float
    rescan: float


class Watcher:
    """Calls on_change(folders) on a thread of its own, never twice at a time.

    Whoever starts a watcher should index once after start(), which makes up for what happened
    before. on_change may take as long as it likes; stop() cannot interrupt it, so cancel first.
    """

    def __init__(
        self,
        roots: Callable[[], list[Root]],
        on_change: Callable[[Sequence[Path]], None],
        *,
        settle: float = 0.5,
        longest: float = 1.5,
        ignore: Sequence[str] = (),
        rescan_minutes: float = 30,
        poll_seconds: float = 10.0,
        check_seconds: float = 3.0,
        events: Callable[[], EventSource] = EventSource,
    ) -> None:
        """ignore, rescan_minutes: as in the settings. The rest: see Pace."""
        self._roots = roots
        self._on_change = on_change
        self._rules = Rules.of(ignore)
        self._pace = Pace(settle, longest, poll_seconds, check_seconds, rescan_minutes * 60)
        self._events = events
        self._lock = threading.Lock()
        # Outlives a session, so that a restart waits for the last call of the one before.
        self._calling = threading.Lock()
        self._session: Session | None = None

    @property
    def status(self) -> WatchStatus:
        """How watching goes just now. May be read on any thread."""
        session = self._session
        return session.status if session is not None else WatchStatus()

    def start(self) -> None:
        """Begin to watch; returns once the roots are watched. Does nothing when it runs."""
        with self._lock:
            if self._session is not None and self._session.alive:
                return
            session = Session(self._roots, self._call, self._pace)
            self._session = session
            # Made on the thread that uses it.
            session.start(
                lambda: RootWatches(self._events(), self._rules, session.hint, self._pace.poll)
            )

    def stop(self) -> None:
        """Stop watching and join the threads. Does nothing when it does not run."""
        with self._lock:
            session, self._session = self._session, None
        if session is not None:
            session.stop()

    def refresh(self) -> None:
        """Have the list of roots read again, at once. Does nothing when it does not run."""
        session = self._session
        if session is not None:
            session.refresh()

    def _call(self, folders: Sequence[Path]) -> None:
        with self._calling:
            self._on_change(folders)


class Session:
    """One run of a watcher, from start to stop: its thread and what is pending."""

    def __init__(
        self,
        roots: Callable[[], list[Root]],
        call: Callable[[Sequence[Path]], None],
        pace: Pace,
    ) -> None:
        self._roots = roots
        self._call = call
        self._pace = pace
        self._pending = Debounce(pace.settle, pace.longest)
        self._wake = threading.Condition()
        self._stopping = False
        self._check_at = self._rescan_at = 0.0
        self._status = WatchStatus()
        self._thread: threading.Thread | None = None

    @property
    def alive(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    @property
    def status(self) -> WatchStatus:
        return self._status

    def start(self, make_watches: Callable[[], RootWatches]) -> None:
        ready = threading.Event()
        self._thread = threading.Thread(
            target=self._run, args=(make_watches, ready), name="photoclip-watcher", daemon=True
        )
        self._thread.start()
        ready.wait()

    def stop(self) -> None:
        with self._wake:
            self._stopping = True
            self._wake.notify_all()
        thread = self._thread
        if thread is None or thread is threading.current_thread():
            return
        thread.join(JOIN_SECONDS)
        if thread.is_alive():
            log.warning("watching ends as soon as its last call returns")

    def refresh(self) -> None:
        with self._wake:
            self._check_at = 0.0
            self._wake.notify_all()

    def hint(self, folder: Path) -> None:
        """A folder has news. Called on the observer's threads."""
        with self._wake:
            self._pending.add(folder, time.monotonic())
            self._wake.notify_all()

    def _run(self, make_watches: Callable[[], RootWatches], ready: threading.Event) -> None:
        try:
            watches = make_watches()
            try:
                self._rescan_at = time.monotonic() + self._pace.rescan
                self._guarded(self._check_roots, watches)
                ready.set()
                self._loop(watches)
            finally:
                watches.close()
        except Exception:
            log.exception("watching stopped")
        finally:
            self._status = WatchStatus()
            ready.set()

    def _loop(self, watches: RootWatches) -> None:
        while self._wait(watches):
            self._guarded(self._turn, watches)

    def _guarded(self, work: Callable[[RootWatches], object], watches: RootWatches) -> None:
        try:
            work(watches)
        except Exception:
            # Whatever went wrong with one change must not end the watching of all others.
            log.exception("a change could not be handled")

    def _wait(self, watches: RootWatches) -> bool:
        """Sleep until there is something to do. Returns False when it is time to stop."""
        with self._wake:
            while not self._stopping:
                left = self._next_due(watches) - time.monotonic()
                if left <= 0:
                    return True
                self._wake.wait(left)
        return False

    def _next_due(self, watches: RootWatches) -> float:
        times = (self._check_at, self._rescan_at, self._pending.next_due(), watches.next_poll())
        return min(time for time in times if time is not None)

    def _turn(self, watches: RootWatches) -> None:
        now = time.monotonic()
        with self._wake:
            folders = self._pending.take(now)
        watches.verify(folders)
        folders += watches.polls_due(now)
        if self._check_at <= now:
            folders += self._check_roots(watches)
        if self._rescan_at <= now:
            self._rescan_at = now + self._pace.rescan
            folders += [root.path for root in self._roots()]
        self._status = watches.status()
        if folders and not self._stopping:
            self._report(topmost(folders), watches)

    def _check_roots(self, watches: RootWatches) -> list[Path]:
        now = time.monotonic()
        # First, so that a catalog that cannot be read is not asked again at once.
        self._check_at = now + self._pace.check
        changed = watches.update(self._roots(), now)
        self._status = watches.status()
        return changed

    def _report(self, folders: list[Path], watches: RootWatches) -> None:
        began = time.monotonic()
        try:
            self._call(folders)
        finally:
            now = time.monotonic()
            watches.looked_at(folders, now, now - began)
