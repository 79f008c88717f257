"""What a person did of late and can take back, whatever it was about."""

from __future__ import annotations

from collections.abc import Callable

# Nobody remembers what they did longer ago.
MOST = 50


class Undoing:
    """The latest is taken back first, each thing once: by its message, or by the key."""

    def __init__(self) -> None:
        self._steps: list[Callable[[], None]] = []

    def add(self, take_back: Callable[[], object]) -> Callable[[], None]:
        """Something was done. Gives what takes it back where that was not done already."""

        def step() -> None:
            if step in self._steps:
                self._steps.remove(step)
                take_back()

        self._steps.append(step)
        del self._steps[:-MOST]
        return step

    def undo(self) -> bool:
        """Take the latest back. Returns whether there was anything."""
        if not self._steps:
            return False
        self._steps[-1]()
        return True
