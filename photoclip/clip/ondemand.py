"""Values that are made when they are first needed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from photoclip.errors import ModelError

T = TypeVar("T")


class OnDemand(Generic[T]):
    """A value made at its first use, by one thread while others wait; a failure is not kept."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._value: T | None = None
        self._closed = False

    def get(self) -> T:
        """The value. Raises ModelError after close(), and whatever making it raises."""
        value = self._value
        if value is not None:
            return value
        with self._lock:
            if self._closed:
                raise ModelError("the model was closed")
            if self._value is None:
                self._value = self._make()
            return self._value

    def peek(self) -> T | None:
        """The value where it is made already."""
        return self._value

    def drop(self, only: T | None = None) -> None:
        """Let the value go; whoever still needs one has it made anew.

        only: not where it is another one than this, because somebody was faster.
        """
        with self._lock:
            if only is None or self._value is only:
                self._value = None

    def close(self) -> None:
        """Let the value go; those who still use it finish undisturbed."""
        with self._lock:
            self._closed, self._value = True, None
