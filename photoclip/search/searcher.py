"""Search by text, by pictures and by photos of the library."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from photoclip.catalog.store import Catalog
from photoclip.clip.current import CurrentModel
from photoclip.clip.prompts import encode_query, load_queries
from photoclip.domain import (
    CancelToken,
    FolderScope,
    Listing,
    Order,
    PhotoId,
    PhotoIds,
    ProgressCallback,
    QueryKind,
    Vectors,
    no_progress,
)
from photoclip.errors import QueryError
from photoclip.images.decode import Decoder
from photoclip.index.tuning import Recall
from photoclip.index.vectors import cosines, cosines_of_each
from photoclip.search.comparing import Compared, Comparing, photos_of
from photoclip.search.describer import Describer
from photoclip.search.judging import Among, Judge, Wish
from photoclip.search.parsing import parse
from photoclip.search.passing import Passing, arranged
from photoclip.search.query import NOTHING_BESIDE, Beside, PartKind, Query, Term, in_order
from photoclip.search.ranking import rank, rows_among, scale_of
from photoclip.search.resolving import Collections, NoCollections, Resolver, Understood
from photoclip.search.results import PartScores, SearchResult, nothing
from photoclip.search.scripts import Unfamiliar, unfamiliar
from photoclip.search.space import VectorSpace

DEFAULT_LIMIT = 100


@dataclass(frozen=True, slots=True)
class _Wanted:
    """How many photos (None: all), from which folder, in which order. passing: of these only.

    matching: only those that clearly match. arranged: the order of photos that are only listed.
    """

    limit: int | None
    within: FolderScope | None
    order: Order
    matching: bool = False
    passing: PhotoIds | None = None
    arranged: PhotoIds | None = None

    def most(self, matches: int) -> int | None:
        """How many photos to give at most where so many match; None for all."""
        if not self.matching:
            return self.limit
        return matches if self.limit is None else min(self.limit, matches)


class Search:
    """All ways to ask for photos. Thread-safe; opens model and vectors when first needed."""

    def __init__(
        self,
        catalog: Catalog,
        model: CurrentModel,
        decoder: Decoder,
        cache: Path,
        *,
        exact_limit: int,
        collections: Collections | None = None,
        labels: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        """cache: folder of the saved graph. collections: the albums and labels there are.

        labels: gives words beside the bundled ones that photos are described by.
        """
        self._catalog = catalog
        self.model = model
        self._comparing = Comparing(catalog, model, decoder)
        self.collections = collections or NoCollections()
        self._resolver = Resolver(catalog, self.collections)
        self._passing = Passing(catalog)
        self._cache = cache
        self._exact_limit = exact_limit
        self._lock = threading.Lock()
        self._space: VectorSpace | None = None
        self._judge = Judge(model, cache)
        self.describer = Describer(
            model, self._comparing, cache, self._judge.rare, self._sample, labels
        )

    def query(
        self,
        text: str,
        *,
        beside: Beside = NOTHING_BESIDE,
        limit: int | None = DEFAULT_LIMIT,
        within: FolderScope | None = None,
        order: Order = Order.RELEVANCE,
        matching: bool = False,
    ) -> SearchResult:
        """What a person typed, in the language of docs/query-language.md.

        limit, within, order, matching: as in text(). With filters only, photos are listed; where
        the order is by relevance, in that of the album among the filters, else newest first.
        What cannot be understood or found is among the result's problems; the rest is searched
        for. beside: what else is asked for; the text may then be empty.
        Raises QueryError for an empty query, ModelError where the model cannot be used.
        """
        text = text.strip() if beside else require_text(text)
        understood = self._understood(text, beside.terms)
        given, unusable = self._comparing.sources(beside.sources)
        typed, problems = self._comparing.parts(understood.query.parts, self._resolver)
        compared = [*given, *typed]
        asked = Query(tuple(one.part for one in compared), understood.query.terms)
        passing = self._passing.of(understood.filters)
        wanted = _Wanted(limit, within, order, matching, passing, understood.arranged)
        found = self._answer(text, compared, wanted) if asked else nothing(text)
        words = " ".join(part.value for part in asked.parts if part.kind is PartKind.TEXT)
        return replace(
            found,
            asked=asked,
            problems=in_order(*understood.problems, *problems),
            unusable=tuple(unusable),
            unfamiliar=self._unfamiliar(words) if words else None,
        )

    def understand(self, text: str) -> Understood:
        """What a query means here, without searching. Raises QueryError for an empty one."""
        return self._understood(require_text(text))

    def _understood(self, text: str, terms: Sequence[Term] = ()) -> Understood:
        parsed = parse(text)
        resolved = self._resolver.filters((*parsed.query.terms, *terms))
        query = Query(parsed.query.parts, resolved.terms)
        problems = in_order(*parsed.problems, *resolved.problems)
        return Understood(query, resolved.filters, problems)

    def passing(self, understood: Understood, within: FolderScope | None = None) -> int:
        """How many visible photos the filters of a query leave."""
        return self._passing.count(understood.filters, within)

    def text(
        self,
        query: str,
        *,
        limit: int | None = DEFAULT_LIMIT,
        within: FolderScope | None = None,
        order: Order = Order.RELEVANCE,
        matching: bool = False,
    ) -> SearchResult:
        """Photos that words describe, whatever signs are among them.

        The limit best ones (None: all), of those with a file in a folder where one is given;
        another order than by relevance puts those in order. matching: only what clearly matches.
        Raises QueryError for an empty query, ModelError where the model cannot be used.
        """
        query = require_text(query)
        vector = self._comparing.text(query)
        found = self._find(query, vector, QueryKind.TEXT, _Wanted(limit, within, order, matching))
        return replace(found, unfamiliar=self._unfamiliar(query))

    def images(
        self,
        sources: Sequence[Path | bytes],
        *,
        limit: int | None = DEFAULT_LIMIT,
        within: FolderScope | None = None,
        order: Order = Order.RELEVANCE,
        matching: bool = False,
    ) -> SearchResult:
        """Photos that look like the given pictures: files, or encoded images in memory.

        limit, within, order, matching: as in text().
        Raises ImageError where a picture gives no pixels, QueryError where there is none.
        """
        if not sources:
            raise QueryError("there is no picture to compare with")
        vector = self._comparing.pictures(sources)
        name = ", ".join(str(s) if isinstance(s, Path) else "picture" for s in sources)
        wanted = _Wanted(limit, within, order, matching)
        return self._find(name, vector, QueryKind.IMAGE, wanted)

    def similar(
        self,
        photos: Sequence[PhotoId],
        *,
        limit: int | None = DEFAULT_LIMIT,
        within: FolderScope | None = None,
        order: Order = Order.RELEVANCE,
        matching: bool = False,
    ) -> SearchResult:
        """Photos that look like photos of the library, which are left out of the hits.

        limit, within, order, matching: as in text(). Raises QueryError where none of them has been
        embedded yet.
        """
        vector = self._comparing.photos(photos)
        wanted = _Wanted(limit, within, order, matching)
        return self._find("similar photos", vector, QueryKind.IMAGE, wanted, photos)

    def browse(self, order: Order, within: FolderScope | None = None) -> Listing:
        """All visible photos, of those with a file in a folder where one is given, in order."""
        return self._catalog.photos.dated(order, within)

    def added(self, ids: Sequence[PhotoId], vectors: Vectors) -> None:
        """Take in a batch that was just committed, where the vectors are loaded."""
        del vectors  # read back as they were stored
        with self._lock:
            if self._space is not None:
                self._space.add(ids)

    def warm_up(self) -> None:
        """Load the vectors and the text tower, and measure both, ahead of the first query."""
        encode_query(self.model.get(), "a photo")
        if (space := self._ready()) is not None:
            self._judge.prepare(space.library())

    def refresh_graph(
        self, cancel: CancelToken | None = None, progress: ProgressCallback = no_progress
    ) -> None:
        """Make or complete the HNSW graph of a large library; nothing to do for a small one.

        Searches go on meanwhile. Raises Cancelled.
        """
        model = self._comparing.model_id
        if model is None or self._catalog.embeddings.count(model) <= self._exact_limit:
            return
        if (space := self._ready()) is not None:
            cancel = cancel or CancelToken()
            space.refresh_graph(cancel, progress)
            space.tune(self._trial_texts, cancel)
            # Of what came since; else the next query would wait for it.
            self._judge.prepare(space.library())

    def vectors(self) -> tuple[PhotoIds, Vectors]:
        """Photos that may be shown, ids (n,), with their vectors (n, dim); read-only."""
        space = self._ready()
        if space is None:
            return np.empty(0, np.int64), np.empty((0, 1), np.float32)
        return space.shown()

    def picture(self, path: Path) -> Vectors:
        """The unit vector (dim,) of a picture that need not be in the library.

        Raises ImageError, ModelError.
        """
        return self._comparing.pictures([path])

    def recalls(self) -> list[Recall]:
        """What the HNSW graph was measured to find, for pictures and for texts.

        Empty where every photo is compared, or as long as there is no graph.
        """
        return [] if self._space is None else self._space.nearest.recalls

    def plan(self, limit: int = DEFAULT_LIMIT) -> str:
        """How a search would be answered now, for people who ask why."""
        space = self._ready()
        if space is None:
            return "nothing is indexed"
        return space.nearest.plan(limit, allowed=space.allowed()).value

    def _sample(self) -> Vectors | None:
        return None if (space := self._ready()) is None else space.sample()

    def _trial_texts(self) -> Vectors:
        model = self.model.get()
        return np.stack([encode_query(model, query) for query in load_queries()])

    def _unfamiliar(self, words: str) -> Unfamiliar | None:
        return unfamiliar(words, self.model.get().spec.languages)

    def _answer(self, text: str, compared: Sequence[Compared], wanted: _Wanted) -> SearchResult:
        if not compared:
            return self._listed(text, wanted)
        if len(compared) > 1 or compared[0].part.excluded:
            return self._ranked(text, compared, wanted)
        [one] = compared
        found = self._find(text, one.vector, one.kind, wanted, photos_of(compared))
        space = self._ready()
        if space is None:
            return found
        scale = scale_of(cosines(space.sample(), one.vector))
        part = PartScores(one.part, found.scores, scale.standard(found.scores))
        return replace(found, parts=(part,))

    def _find(
        self,
        query: str,
        vector: Vectors,
        kind: QueryKind,
        wanted: _Wanted,
        but: Sequence[PhotoId] = (),
    ) -> SearchResult:
        """The photos nearest to a vector, without those of but, as wanted."""
        name = self.model.get().spec.name
        space = self._ready()
        if space is None:
            return nothing(query, name)
        allowed, searched = space.narrowed(wanted.within, wanted.passing)
        enough = wanted.limit
        if enough is None and not wanted.matching:
            enough = searched
        narrower = wanted.within is not None or wanted.passing is not None
        among = Among(space.nearest, but, allowed if narrower else None, space.library())
        best = self._judge.best(Wish(vector, kind), among, enough)
        limit = wanted.most(best.matches)
        found = SearchResult(
            query,
            name,
            searched,
            best.ids[:limit],
            best.scores[:limit],
            matches=best.matches,
            matches_estimated=best.estimated,
            cut_off=best.cut,
        )
        return self._in_order(found, wanted)

    def _ranked(self, text: str, compared: Sequence[Compared], wanted: _Wanted) -> SearchResult:
        """The photos that come closest to several parts together."""
        name = self.model.get().spec.name
        space = self._ready()
        if space is None:
            return nothing(text, name)
        allowed, searched = space.narrowed(wanted.within, wanted.passing)
        library, but = space.library(), photos_of(compared)
        photos = library.photos
        scores = cosines_of_each(photos.vectors, np.stack([one.vector for one in compared]))
        wishes = [
            Wish(one.vector, one.kind, one.part.weight, one.part.excluded) for one in compared
        ]
        cut, clear = self._judge.judge(wishes, library, list(scores), but)
        among = rows_among(photos.ids, allowed, but)
        matching = np.isin(photos.ids[among], clear)
        found = rank(
            photos.ids,
            [one.part for one in compared],
            scores,
            [scale_of(cosines(space.sample(), one.vector)) for one in compared],
            among[matching] if wanted.matching else among,
            wanted.limit,
        )
        result = SearchResult(
            text,
            name,
            searched,
            found.ids,
            found.scores,
            parts=found.parts,
            matches=int(matching.sum()),
            cut_off=cut,
        )
        return self._in_order(result, wanted)

    def _listed(self, text: str, wanted: _Wanted) -> SearchResult:
        """All photos that pass the filters: there is nothing to compare them with."""
        passing = wanted.passing.tolist() if wanted.passing is not None else None
        listing = self._catalog.photos.dated(wanted.order, wanted.within, passing)
        if wanted.arranged is not None and wanted.order is Order.RELEVANCE:
            listing = arranged(listing, wanted.arranged)
        count, shown = len(listing.ids), listing.first(wanted.limit)
        found = SearchResult(
            text, "", count, np.asarray(shown.ids, np.int64), np.empty(0, np.float32), matches=count
        )
        return replace(found, days=shown.days, folders=shown.folders)

    def _in_order(self, found: SearchResult, wanted: _Wanted) -> SearchResult:
        if wanted.order is Order.RELEVANCE:
            return found
        listing = self._catalog.photos.dated(wanted.order, wanted.within, found.ids.tolist())
        return found.ordered(listing)

    def _ready(self) -> VectorSpace | None:
        """The vectors, loaded; None as long as nothing was embedded with this model."""
        with self._lock:
            if self._space is None and (model := self._comparing.model_id) is not None:
                self._space = VectorSpace(
                    self._catalog, model, self.model.fingerprint, self._cache, self._exact_limit
                )
            return self._space


def require_text(query: str) -> str:
    """The query without space around it. Raises QueryError where nothing is left."""
    query = query.strip()
    if not query:
        raise QueryError("the search is empty", hint="Type what the photo shows.")
    return query
