"""Searches that answer while a person types: only the newest is ever run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from photoclip.domain import CancelToken, Days, Folders, FolderScope, Order, PhotoId, RootId
from photoclip.engine import Engine
from photoclip.errors import PhotoclipError, QueryPartError
from photoclip.gui import locations
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.models.scores import NO_SCORES, Scores
from photoclip.search.parsing import parse
from photoclip.search.printing import part_text
from photoclip.search.query import Beside, FilterName, Term, Unusable
from photoclip.search.results import SearchResult
from photoclip.search.scripts import Unfamiliar

# A keystroke that follows the one before within this time replaces it.
TYPING_MS = 60
# Put in order of date, all photos would be no answer to a query any more.
MOST_SORTED = 300


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for: words, pictures and photos of the library; none of them: all photos.

    text: as it was typed, which may hold more of all these. terms: filters that were chosen.
    scope: only photos in this folder. everything: also photos that do not clearly match.
    """

    text: str = ""
    pictures: tuple[Path | bytes, ...] = ()
    photos: tuple[PhotoId, ...] = ()
    scope: FolderScope | None = None
    order: Order = Order.RELEVANCE
    terms: tuple[Term, ...] = ()
    everything: bool = False

    @property
    def is_browsing(self) -> bool:
        """Whether nothing is asked for, so that all photos are shown."""
        return not (self.text or self.beside)

    @property
    def may_be_filtered(self) -> bool:
        """Whether filters were chosen or may be typed, so that tags and albums decide."""
        return bool(self.terms) or ":" in self.text

    @property
    def has_pictures(self) -> bool:
        """Whether photos are compared with pictures."""
        return bool(self.pictures or self.photos)

    @property
    def beside(self) -> Beside:
        """What is asked for beside the text."""
        return Beside(self.pictures, self.photos, self.terms)

    @property
    def album(self) -> str:
        """The name of the one album that photos are asked for from; empty for none."""
        return self._only(FilterName.ALBUM)

    @property
    def label(self) -> str:
        """The name of the one label that photos are asked for with; empty for none."""
        return self._only(FilterName.LABEL)

    @property
    def is_album(self) -> bool:
        """Whether photos of an album are shown as they lie there, compared with nothing."""
        return bool(self.album) and not (self.has_pictures or parse(self.text).query.parts)

    @property
    def is_label(self) -> bool:
        """Whether the photos with one label are asked for, and nothing else."""
        parsed = parse(self.text).query
        others = self.has_pictures or parsed.parts or self.scope is not None
        return bool(self.label) and len(self.terms) + len(parsed.terms) == 1 and not others

    @property
    def is_everything(self) -> bool:
        """Whether all photos of all folders are asked for."""
        return self.is_browsing and self.scope is None

    def _only(self, name: FilterName) -> str:
        terms = (*self.terms, *parse(self.text).query.terms)
        named = [one for one in terms if one.name is name and not one.excluded]
        values = [value.of for one in named for value in one.values]
        return values[0] if len(values) == 1 and isinstance(values[0], str) else ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Photos in order. searched: how many were compared. days: as in Listing.

    names: of folders; days are then places in these.
    unfamiliar: as in SearchResult.
    listed: the words were filters only, so that nothing was compared. problems: what of them could
    not be understood. filtered: there were filters among them. unusable: pictures that could not
    be compared with. more: how many photos match less clearly, and are not among these.
    """

    query: Query
    ids: list[PhotoId]
    scores: Scores = field(default_factory=lambda: NO_SCORES)
    searched: int = 0
    days: Days | None = None
    names: tuple[str, ...] = ()
    unfamiliar: Unfamiliar | None = None
    listed: bool = False
    filtered: bool = False
    problems: tuple[QueryPartError, ...] = ()
    unusable: tuple[Unusable, ...] = ()
    more: int = 0


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

    def type(self, query: Query) -> None:
        """Ask for words as they are typed."""
        self._query = query
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
    if query.is_browsing:
        listing = engine.search.browse(query.order, query.scope)
        days, names = _headings(engine, listing.days, listing.folders)
        return Answer(query, listing.ids, searched=len(listing.ids), days=days, names=names)
    result = _compare(engine, query)
    ids = cast("list[PhotoId]", result.ids.tolist())
    asked = result.asked
    shown = len(ids) if query.everything else min(result.matches, len(ids))
    days, names = _headings(engine, result.days, result.folders)
    # Photos that are compared with are no answers.
    others = max(0, result.searched - len(query.photos) - shown)
    return Answer(
        query,
        ids[:shown],
        _scores(result),
        result.searched,
        days,
        names,
        result.unfamiliar,
        listed=result.is_listing,
        filtered=asked is not None and bool(asked.terms),
        problems=result.problems,
        unusable=result.unusable,
        more=0 if query.everything or not result.compared else others,
    )


def _headings(
    engine: Engine, days: Days | None, folders: Folders | None
) -> tuple[Days | None, tuple[str, ...]]:
    """What photos go under: their days, or places in the names of their folders."""
    if folders is None:
        return days, ()
    roots = {root.id: root.path for root in engine.catalog.roots.all()}
    several = len({scope.root for scope in folders.scopes}) > 1
    return folders.of, tuple(_folder_name(scope, roots, several) for scope in folders.scopes)


def _folder_name(scope: FolderScope, roots: Mapping[RootId, Path], several: bool) -> str:
    """The names along a folder, from below its root on where that is the only one."""
    root = roots.get(scope.root)
    top = [root.name or str(root)] if root is not None and (several or not scope.folder) else []
    return " › ".join(map(locations.shown, [*top, *filter(None, scope.folder.split("/"))]))


def _scores(result: SearchResult) -> Scores:
    """Those of the photos that were asked for."""
    if not result.compared:
        return NO_SCORES
    several = result.parts if len(result.parts) > 1 else ()
    parts = [(part_text(one.part), one.scores) for one in several]
    return Scores(result.ids, result.scores, parts)


def _compare(engine: Engine, query: Query) -> SearchResult:
    # Of photos that are only listed all are shown, in whatever order.
    compared = query.has_pictures or parse(query.text).query.parts
    in_other_order = bool(compared) and query.order is not Order.RELEVANCE
    return engine.search.query(
        query.text,
        beside=query.beside,
        limit=MOST_SORTED if in_other_order and query.everything else None,
        within=query.scope,
        order=query.order,
        matching=not query.everything,
    )
