"""Has the engine go by changed settings, with the indexing stopped meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from photoclip.engine import IN_USE, RUNNING, Engine
from photoclip.errors import ModelError, PhotoclipError
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers.indexing import Indexing
from photoclip.gui.controllers.preferences import Preferences
from photoclip.library.outlook import Outlook
from photoclip.settings import Settings, changed_names

MODEL = RUNNING | {"model"}


class Applying(QObject):
    """begun(frozenset of names), then applied(the same) or failed(PhotoclipError).

    told(Outlook): what a new model has to do now, and how long that takes.
    """

    begun = Signal(object)
    applied = Signal(object)
    told = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        engine: Engine,
        bridge: Bridge,
        indexing: Indexing,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._indexing = indexing
        self._preferences = preferences
        self._busy = False
        self._pending: frozenset[str] = frozenset()
        self._names: frozenset[str] = frozenset()
        preferences.changed.connect(self._take)

    @Slot(object, object)
    def _take(self, settings: Settings, names: frozenset[str]) -> None:
        del settings
        self._pending |= names & IN_USE
        if self._pending and not self._busy:
            self._begin()

    def _begin(self) -> None:
        self._busy = True
        self._pending = frozenset()
        settings, engine = self._preferences.settings, self._engine
        if self._indexing.running:
            self._indexing.cancel()

        def work() -> tuple[frozenset[str], Outlook | None]:
            # The window's own may be others by now.
            changed = engine.apply(settings, IN_USE)
            return changed, engine.outlook() if changed & MODEL else None

        self.begun.emit(changed_names(engine.settings, settings) & IN_USE)
        # On the lane of the indexing: it waits for the run that ends, and no other comes between.
        self._bridge.run(Lane.INDEX, work, self._done, self._fail)

    def _done(self, found: tuple[frozenset[str], Outlook | None]) -> None:
        names, outlook = found
        self._busy = False
        self._names |= names
        if self._pending:
            self._begin()
            return
        # What was too large may be small enough now, though the files are as they were.
        self._indexing.go_on(retry="pixel_limit" in names)
        names, self._names = self._names, frozenset()
        if names:
            self.applied.emit(names)
        if outlook is not None:
            self.told.emit(outlook)

    def _fail(self, error: PhotoclipError) -> None:
        self._busy = False
        self.failed.emit(error)
        if isinstance(error, ModelError):
            # Which begins once more, as something else may have been changed with it.
            self._preferences.take_back(*MODEL, "next_model")
        if not self._busy:
            self._indexing.go_on()
