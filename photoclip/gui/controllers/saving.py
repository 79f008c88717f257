"""Saved searches: which there are, which of them is asked for now, and changing them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from photoclip.domain import RootId, SavedSearch
from photoclip.engine import Engine
from photoclip.errors import PhotoclipError
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers.rereading import Rereading
from photoclip.gui.controllers.searching import Query
from photoclip.search import printing, query
from photoclip.search.query import FilterName, Part, PartKind, Term, Value
from photoclip.search.saved import Counted, SavedSearches, canonical

# What was, and what is.
_Change = tuple[SavedSearch | None, SavedSearch | None]
_Tell = Callable[[SavedSearch | None, SavedSearch | None], object]


class Saving(QObject):
    """told(list of Counted); failed(PhotoclipError). Each change tells what was and what is:

    saved(None, SavedSearch), changed(SavedSearch, SavedSearch), removed(SavedSearch, None).
    current_changed: another of them, or none, is asked for now.
    """

    told = Signal(object)
    saved = Signal(object, object)
    changed = Signal(object, object)
    removed = Signal(object, object)
    current_changed = Signal()
    failed = Signal(object)

    def __init__(self, engine: Engine, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        work = lambda: engine.searches.counted()  # noqa: E731
        self._reading = Rereading(bridge, Lane.FOLDERS, work, self._tell)
        self._known: list[SavedSearch] = []
        self._asked: str | None = None
        self._current: SavedSearch | None = None

    @property
    def names(self) -> Sequence[SavedSearch]:
        """Those there are, by name."""
        return self._known

    @property
    def current(self) -> SavedSearch | None:
        """The one that is asked for now."""
        return self._current

    @property
    def can_save(self) -> bool:
        """Whether what is asked for now can be kept."""
        return self._asked is not None

    @Slot()
    def read(self) -> None:
        """Read and count them; told when that is done."""
        self._reading.read()

    def note(self, text: str | None) -> None:
        """This is asked for now; None where it cannot be kept."""
        self._asked = text
        self._find_current()

    def save(self) -> None:
        """Keep what is asked for now."""
        if (text := self._asked) is not None:
            self._run(lambda kept: (None, kept.add_with_a_name(text)), self.saved.emit)

    def rename(self, search: SavedSearch, name: str) -> None:
        """Give one another name."""
        self._run(lambda kept: (search, kept.rename(search.id, name)), self.changed.emit)

    def replace(self, search: SavedSearch) -> None:
        """Have one search for what is asked for now."""
        if (text := self._asked) is not None:
            self._run(lambda kept: (search, kept.set_query(search.id, text)), self.changed.emit)

    def remove(self, search: SavedSearch) -> None:
        """Forget one."""
        self._run(lambda kept: (kept.remove(search.id), None), self.removed.emit)

    def put_back(self, search: SavedSearch) -> None:
        """One as it was, without a word."""
        self._run(lambda kept: (None, kept.put_back(search)), None)

    def _run(
        self,
        work: Callable[[SavedSearches], _Change],
        tell: _Tell | None,
    ) -> None:
        searches = self._engine.searches

        def done(change: _Change) -> None:
            before, now = change
            kept = [one for one in self._known if one.id not in _ids(before, now)]
            self._know([*kept, now] if now is not None else kept)
            if tell is not None:
                tell(before, now)
            self.read()

        self._bridge.run(Lane.FOLDERS, lambda: work(searches), done, self.failed.emit)

    def _tell(self, found: list[Counted]) -> None:
        self._know([one.search for one in found])
        self.told.emit(found)

    def _know(self, searches: list[SavedSearch]) -> None:
        self._known = searches
        self._find_current()

    def _find_current(self) -> None:
        query = _shortest(self._asked)
        found = next((one for one in self._known if one.query == query), None)
        if found != self._current:
            self._current = found
            self.current_changed.emit()


def as_text(asked: Query, roots: Mapping[RootId, Path]) -> str | None:
    """What is asked for in the window, as one text; None where there is none for it.

    roots: where the watched folders lie. Pictures that are no files have no text.
    """
    files = [one for one in asked.pictures if isinstance(one, Path)]
    gone = asked.scope is not None and asked.scope.root not in roots
    if asked.is_browsing or gone or len(files) < len(asked.pictures):
        return None
    # What was typed comes last: a quotation mark that is never closed takes all that follows it.
    parts = [Part(PartKind.SIMILAR, str(photo)) for photo in asked.photos]
    parts += [Part(PartKind.IMAGE, str(path)) for path in files]
    folder = []
    if asked.scope is not None:
        path = roots[asked.scope.root] / asked.scope.folder
        folder.append(printing.term_text(Term(FilterName.IN, (Value(str(path)),))))
    filters = map(printing.term_text, asked.terms)
    pictures = printing.text(query.Query(tuple(parts)))
    return " ".join(filter(None, [*folder, *filters, pictures, asked.text]))


def _ids(*searches: SavedSearch | None) -> set[int]:
    return {search.id for search in searches if search is not None}


def _shortest(text: str | None) -> str | None:
    try:
        return canonical(text) if text is not None else None
    except PhotoclipError:
        return None
