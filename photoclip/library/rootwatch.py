"""Which roots give events, which have to be polled, and which are not there."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from photoclip.domain import Root
from photoclip.library.hints import Hints
from photoclip.library.observing import EventSource, NoEvents
from photoclip.library.relink import identity_of
from photoclip.library.rules import Rules

log = logging.getLogger(__name__)

# A root whose scan takes long is polled less often, so that polling takes a twentieth of the time.
REST = 20.0


@dataclass(frozen=True, slots=True)
class WatchStatus:
    """How changes are noticed: "polling" as soon as one root has to be polled, with the reason.

    polled and offline: the roots that are looked at now and then, and those not there at all.
    """

    mode: Literal["events", "polling"] = "events"
    reason: str = ""
    running: bool = False
    polled: tuple[Path, ...] = ()
    offline: tuple[Path, ...] = ()


@dataclass(slots=True)
class _State:
    """identity: of the folder, None while it is not there. no_events: why it is polled."""

    identity: tuple[int, int] | None = None
    no_events: str = ""
    poll_at: float = 0.0


class RootWatches:
    """Keeps the event source in step with the roots. Used from one thread."""

    def __init__(
        self, events: EventSource, rules: Rules, tell: Callable[[Path], None], poll_seconds: float
    ) -> None:
        self._events = events
        self._rules = rules
        self._tell = tell
        self._poll = poll_seconds
        self._states: dict[Path, _State] = {}

    def update(self, roots: Sequence[Root], now: float) -> list[Path]:
        """Watch these roots and no others. Returns those that are another folder than before.

        That is: went offline, came back, or were replaced. New roots are not among them.
        """
        paths = {root.path for root in roots}
        for path in self._states.keys() - paths:
            self._events.detach(path)
            del self._states[path]
        return [path for path in sorted(paths) if self._look(path, now)]

    def _look(self, path: Path, now: float) -> bool:
        """Attach or detach a root as its folder comes and goes. Returns whether it did either."""
        state, identity = self._states.get(path), identity_of(path)
        if state is not None and state.identity == identity:
            return False
        self._events.detach(path)
        self._states[path] = _State(identity, poll_at=now + self._poll)
        if identity is not None:
            self._attach(path)
        return state is not None

    def _attach(self, path: Path) -> None:
        try:
            self._events.attach(path, Hints(path, self._rules, self._tell))
        except NoEvents as error:
            self._poll_instead(path, error)

    def verify(self, folders: Sequence[Path]) -> None:
        """After news from folders: make sure that the system could watch what is new in them."""
        for path, state in self._states.items():
            if state.no_events or not any(folder.is_relative_to(path) for folder in folders):
                continue
            try:
                self._events.check(path)
            except NoEvents as error:
                self._poll_instead(path, error)

    def _poll_instead(self, path: Path, error: NoEvents) -> None:
        self._states[path].no_events = str(error)
        log.warning("%s is polled for changes: %s", path, error)

    def polls_due(self, now: float) -> list[Path]:
        """The roots without events that should be looked at now."""
        return [path for path, state in self._polled() if state.poll_at <= now]

    def next_poll(self) -> float | None:
        """When polls_due() will next give something."""
        return min((state.poll_at for _, state in self._polled()), default=None)

    def looked_at(self, folders: Sequence[Path], now: float, seconds: float) -> None:
        """The folders were scanned just now, which took so long."""
        for path, state in self._polled():
            if path in folders:
                state.poll_at = now + max(self._poll, REST * seconds)

    def status(self) -> WatchStatus:
        polled = tuple(path for path, _ in self._polled())
        offline = tuple(path for path, state in self._states.items() if state.identity is None)
        reasons = {state.no_events: None for _, state in self._polled()}
        mode: Literal["events", "polling"] = "polling" if polled else "events"
        return WatchStatus(mode, "; ".join(reasons), True, polled, offline)

    def close(self) -> None:
        self._states.clear()
        self._events.close()

    def _polled(self) -> list[tuple[Path, _State]]:
        return [(path, state) for path, state in self._states.items() if state.no_events]
