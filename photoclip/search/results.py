"""What a search comes to."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from photoclip.domain import Days, Folders, Hit, Listing, PartScore, PhotoId, PhotoIds, Vectors
from photoclip.errors import QueryPartError
from photoclip.index.vectors import Rows, rows_of
from photoclip.search.cutoff import CutOff, Verdict
from photoclip.search.printing import part_text
from photoclip.search.query import Part, Query, Unusable
from photoclip.search.scripts import Unfamiliar

_UNKNOWN = CutOff(Verdict.UNKNOWN)


@dataclass(frozen=True, slots=True)
class PartScores:
    """What one part of a query makes of the photos of a result, in their order.

    scores: cosines (n,). standard: (n,), see domain.PartScore.
    """

    part: Part
    scores: Vectors
    standard: Vectors

    def take(self, rows: Rows) -> PartScores:
        """The same for some of the photos."""
        return replace(self, scores=self.scores[rows], standard=self.standard[rows])


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Photos that answer a query: ids (n,) int64 and their scores (n,).

    The scores are cosines where the query has one part; with several they are what the parts
    come to together, on the scale of their standard scores (see search/ranking.py). They are
    empty, (0,), where nothing was compared: all that pass the filters, as they are listed.

    searched: how many photos were compared, or passed. model: its name; empty where nothing was
    compared. days, folders: as in Listing. parts: what was compared. problems: what could not be
    understood or found; the others were searched for. asked: what was; None: not by a text.
    unfamiliar: what of the query the model does not understand. matches: how many of those that
    were searched match clearly, and cut_off why; in order of relevance they are the first ones.
    matches_estimated: there are many more than were asked for, and matches is about how many.
    unusable: what beside the text could not be compared with.
    """

    query: str
    model: str
    searched: int
    ids: PhotoIds
    scores: Vectors
    days: Days | None = None
    folders: Folders | None = None
    parts: tuple[PartScores, ...] = ()
    problems: tuple[QueryPartError, ...] = ()
    asked: Query | None = None
    unfamiliar: Unfamiliar | None = None
    matches: int = 0
    matches_estimated: bool = False
    cut_off: CutOff = _UNKNOWN
    unusable: tuple[Unusable, ...] = ()

    @property
    def hits(self) -> list[Hit]:
        """The photos with their scores, in order."""
        scores = self.scores.tolist() if self.compared else [None] * len(self.ids)
        pairs = zip(self.ids.tolist(), scores, strict=True)
        return [
            Hit(PhotoId(photo), score, self._parts_of(row))
            for row, (photo, score) in enumerate(pairs)
        ]

    @property
    def compared(self) -> bool:
        """Whether the photos have scores."""
        return len(self.scores) == len(self.ids) and not self.is_listing

    @property
    def is_listing(self) -> bool:
        """Whether there were filters only, so that the photos are listed."""
        return self.asked is not None and bool(self.asked.terms) and not self.asked.parts

    @property
    def understood(self) -> bool:
        """Whether anything of the query could be searched for."""
        return self.asked is None or bool(self.asked)

    def ordered(self, listing: Listing) -> SearchResult:
        """The same photos, or some of them, in another order."""
        taken = np.asarray(listing.ids, np.int64)
        rows = rows_of(self.ids, taken)
        parts = tuple(part.take(rows) for part in self.parts)
        return replace(
            self,
            ids=taken,
            scores=self.scores[rows],
            days=listing.days,
            folders=listing.folders,
            parts=parts,
        )

    def _parts_of(self, row: int) -> tuple[PartScore, ...]:
        return tuple(
            PartScore(part_text(one.part), float(one.scores[row]), float(one.standard[row]))
            for one in self.parts
        )


def nothing(query: str, model: str = "") -> SearchResult:
    """No photos."""
    return SearchResult(query, model, 0, np.empty(0, np.int64), np.empty(0, np.float32))
