"""Searches that answer while a person types: only the newest is ever run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from photoclip.domain import CancelToken, PhotoId
from photoclip.engine import Engine
from photoclip.errors import PhotoclipError
from photoclip.gui.bridge import Bridge, Lane

# A keystroke that follows the one before within this time replaces it.
TYPING_MS = 60
LIMIT = 300


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for: words, pictures, or photos of the library. All empty: all photos."""

    text: str = ""
    pictures: tuple[Path | bytes, ...] = ()
    photos: tuple[PhotoId, ...] = ()

    @property
    def is_everything(self) -> bool:
        """Whether all photos are asked for, newest first."""
        return not (self.text or self.pictures or self.photos)


@dataclass(frozen=True, slots=True)
class Answer:
    """Photos, best or newest first. searched: how many were compared."""

    query: Query
    ids: list[PhotoId]
    scores: Mapping[PhotoId, float] = field(default_factory=dict)
    searched: int = 0


class Searching(QObject):
    """Runs the newest query. answered(Answer); failed(Query, PhotoclipError)."""

    answered = Signal(object)
    failed = Signal(object, object)
    busy = Signal(bool)

    def __init__(self, engine: Engine, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._query = Query()
        self._waiting = False
        self._running: CancelToken | None = None
        self._timer = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._timer.timeout.connect(self._start)

    @property
    def query(self) -> Query:
        """What was asked for last."""
        return self._query

    def type(self, text: str) -> None:
        """Ask for words as they are typed."""
        self._query = Query(text=text.strip())
        self._waiting = True
        self._timer.start()

    def ask(self, query: Query) -> None:
        """Ask now."""
        self._query = query
        self._waiting = True
        self._start()

    @Slot()
    def again(self) -> None:
        """Ask the same once more."""
        self.ask(self._query)

    @Slot()
    def _start(self) -> None:
        if self._running is not None or not self._waiting:
            return  # what runs will look again when it ends
        self._timer.stop()
        self._waiting = False
        query, engine = self._query, self._engine
        self.busy.emit(True)
        self._running = self._bridge.run(
            Lane.SEARCH,
            lambda: find(engine, query),
            self._done,
            lambda error: self._fail(query, error),
        )

    def _done(self, answer: Answer) -> None:
        if self._ended(answer.query):
            self.answered.emit(answer)

    def _fail(self, query: Query, error: PhotoclipError) -> None:
        if self._ended(query):
            self.failed.emit(query, error)

    def _ended(self, query: Query) -> bool:
        """Start what came meanwhile; returns whether the query is still the newest."""
        self._running = None
        self.busy.emit(False)
        newest = query == self._query
        if self._waiting and not self._timer.isActive():
            self._start()
        return newest


def find(engine: Engine, query: Query) -> Answer:
    """Put a query to the engine. Runs on a worker; raises PhotoclipError."""
    if query.is_everything:
        ids = engine.catalog.photos.ids_by_date()
        return Answer(query, ids, searched=len(ids))
    if query.photos:
        result = engine.search.similar(query.photos, limit=LIMIT)
    elif query.pictures:
        result = engine.search.images(query.pictures, limit=LIMIT)
    else:
        result = engine.search.text(query.text, limit=LIMIT)
    scores = {hit.photo: hit.score for hit in result.hits}
    return Answer(query, list(scores), scores, result.searched)
