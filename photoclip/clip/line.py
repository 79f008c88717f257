"""Connections that end as soon as nobody wants them any more, whatever waits for them."""

from __future__ import annotations

import socket
import threading
from typing import Any

from photoclip.domain import CancelToken

# How often a wait looks whether it is still wanted.
TICK_SECONDS = 0.05


class Line:
    """Follows the connections of an HTTP client, and breaks them off once the work is cancelled.

    A pause holds nothing up here: the reader waits, and the server may lose patience meanwhile.
    """

    def __init__(self, cancel: CancelToken) -> None:
        self._cancel = cancel
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._done = threading.Event()
        self._guard = threading.Thread(target=self._watch, name="download-guard", daemon=True)
        self._guard.start()

    def follow(self, request: Any) -> None:
        """An event hook of httpx for each request."""
        request.extensions = {**request.extensions, "trace": self._note}

    def check(self) -> None:
        """Raises Cancelled where it is; waits while it is paused."""
        self._cancel.check()

    def close(self) -> None:
        """Follow nothing more."""
        self._done.set()
        self._guard.join()

    def _note(self, event: str, facts: dict[str, Any]) -> None:
        """Keep the socket of a connection that stands, and what TLS made of it."""
        del event
        ask = getattr(facts.get("return_value"), "get_extra_info", None)
        wire = ask("socket") if ask is not None else None
        if isinstance(wire, socket.socket):
            with self._lock:
                self._sockets = [old for old in self._sockets if old.fileno() >= 0]
                self._sockets.append(wire)

    def _watch(self) -> None:
        # Until the end: a new connection may be made in the moment of the cancellation.
        while not self._done.wait(TICK_SECONDS):
            if self._cancel.cancelled:
                self._break_off()

    def _break_off(self) -> None:
        with self._lock:
            sockets, self._sockets = self._sockets, []
        for wire in sockets:
            try:
                # Not TLS's own: that one may not be called while another thread reads.
                socket.socket.shutdown(wire, socket.SHUT_RDWR)
            except OSError:
                continue  # it has ended by itself
