"""Names and values that searches can be completed with, read while nobody waits for them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from photoclip.engine import Engine
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers.rereading import Rereading
from photoclip.gui.views.search.suggestions import Suggestions
from photoclip.search import vocabulary
from photoclip.search.vocabulary import Vocabulary


class Suggesting(QObject):
    """Reads what there is when somebody goes to the box; what was known before counts so long."""

    def __init__(
        self, engine: Engine, bridge: Bridge, suggestions: Suggestions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._suggestions = suggestions
        self._reading = Rereading(bridge, Lane.FOLDERS, self._read, self._tell)
        self.known: Vocabulary | None = None
        suggestions.names_wanted.connect(self.read)

    @Slot()
    def read(self) -> None:
        """Look what there is, once at a time."""
        self._reading.read()

    def _read(self) -> Vocabulary:
        engine = self._engine
        return vocabulary.read(engine.catalog, engine.search.collections, self.known)

    def _tell(self, found: Vocabulary) -> None:
        self.known = found
        self._suggestions.know(found)
