"""Pauses and cancels runs that begin by themselves."""

from __future__ import annotations

import threading

from photoclip.domain import CancelToken


class RunControl:
    """Whoever watches has this; runs take their token from it, one at a time. Thread-safe.

    A pause holds for the runs that begin meanwhile, too.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._token = CancelToken()
        self._paused = False
        self._closed = False

    def token(self) -> CancelToken:
        """For the run that begins now."""
        with self._lock:
            self._token = CancelToken()
            if self._paused:
                self._token.pause()
            if self._closed:
                self._token.cancel()
            return self._token

    def pause(self) -> None:
        """Have the present run wait, and those that begin later."""
        with self._lock:
            self._paused = True
            self._token.pause()

    def resume(self) -> None:
        """Let them go on."""
        with self._lock:
            self._paused = False
            self._token.resume()

    def cancel(self) -> None:
        """End the present run only."""
        with self._lock:
            self._token.cancel()

    def open(self) -> None:
        """Let runs begin again after close()."""
        with self._lock:
            self._closed = False

    def close(self) -> None:
        """End the present run, and each that begins later at once."""
        with self._lock:
            self._closed = True
            self._token.cancel()

    @property
    def paused(self) -> bool:
        """Whether runs wait."""
        return self._paused

    @property
    def closed(self) -> bool:
        """Whether close() was called."""
        return self._closed
