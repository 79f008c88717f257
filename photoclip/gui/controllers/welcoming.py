"""Looks for folders with photos while the welcome is on screen, and shows them as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Slot

from photoclip.domain import CancelToken
from photoclip.engine import Engine
from photoclip.errors import PhotoclipError
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.views.welcome import WelcomePage
from photoclip.library.suggestions import Suggestion, suggest

Look = Callable[[CancelToken], Iterator[Suggestion]]


class Welcoming(QObject):
    """Proposes what is not watched yet each time that the page comes up."""

    def __init__(
        self, engine: Engine, bridge: Bridge, page: WelcomePage, look: Look | None = None
    ) -> None:
        """look: in place of looking at this machine."""
        super().__init__(page)
        self._bridge = bridge
        self._page = page
        self._look = look or partial(suggestions, engine)
        self._cancel = CancelToken()
        page.appeared.connect(self.look)
        page.left.connect(self.stop)

    @Slot()
    def look(self) -> None:
        """Look for folders anew."""
        self.stop()
        self._cancel = cancel = CancelToken()
        self._page.clear_suggestions()
        self._page.show_looking(True)
        self._bridge.run(
            Lane.OUTSIDE, lambda: self._tell(cancel), self._end, self._fail, cancel=cancel
        )

    @Slot()
    def stop(self) -> None:
        """Nobody waits for folders any more."""
        self._cancel.cancel()

    def _tell(self, cancel: CancelToken) -> None:
        """Runs on a worker."""
        for found in self._look(cancel):
            self._bridge.post(partial(self._show, found, cancel))

    def _show(self, found: Suggestion, cancel: CancelToken) -> None:
        if not cancel.cancelled:
            self._page.add_suggestion(found)

    def _end(self, nothing: None) -> None:
        del nothing
        self._page.show_looking(False)

    def _fail(self, error: PhotoclipError) -> None:
        # Whatever is wrong with the catalog others tell; folders can be chosen by hand.
        del error
        self._page.show_looking(False)


def suggestions(engine: Engine, cancel: CancelToken) -> Iterator[Suggestion]:
    """Folders with photos that are not watched. Runs on a worker."""
    watched = [root.path for root in engine.library.roots()]
    return suggest(watched, engine.settings.ignore, cancel)
