"""Names and values that searches can be completed with, read while nobody waits for them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from photoclip.engine import Engine
from photoclip.errors import PhotoclipError
from photoclip.gui.bridge import Bridge, Lane
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
        self._bridge = bridge
        self._suggestions = suggestions
        self._reading = self._again = False
        self.known: Vocabulary | None = None
        suggestions.names_wanted.connect(self.read)

    @Slot()
    def read(self) -> None:
        """Look what there is, once at a time."""
        self._again = self._reading
        if not self._reading:
            self._reading = True
            self._bridge.run(Lane.FOLDERS, self._read, self._tell, self._fail)

    def _read(self) -> Vocabulary:
        engine = self._engine
        return vocabulary.read(engine.catalog, engine.search.collections, self.known)

    def _tell(self, found: Vocabulary) -> None:
        self.known = found
        self._suggestions.know(found)
        self._ended()

    def _fail(self, error: PhotoclipError) -> None:
        # A catalog that cannot be read is told by those who read photos from it.
        del error
        self._ended()

    def _ended(self) -> None:
        self._reading = False
        if self._again:
            self.read()
