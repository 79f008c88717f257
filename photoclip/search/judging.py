"""Judges which photos clearly match a query, by backgrounds that are measured when needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoclip.clip.calibration import Calibration
from photoclip.clip.current import CurrentModel
from photoclip.domain import PhotoId, PhotoIds, QueryKind, Vectors
from photoclip.index.chance import FEWEST
from photoclip.index.nearest import Nearest, Plan, best
from photoclip.index.vectors import cosines
from photoclip.search.background import Backgrounds
from photoclip.search.cutoff import CutOff, PartCut, Verdict, cut_pictures, cut_text
from photoclip.search.shown import Shown

# With several parts, a photo may have less of one where it has more of another, but not nothing.
_LEAST_OF_EACH = 0.5
# So many photos tell of most queries where their matches end; a graph gives them in no time.
_FIRST = 200
# Of the matches that are estimated, so many more are asked for.
_AMPLE = 1.5


@dataclass(frozen=True, slots=True)
class Wish:
    """A part of a query: its vector (dim,), what that was made of, and how it counts."""

    vector: Vectors
    kind: QueryKind
    weight: float = 1.0
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Best:
    """The photos that come closest to a query of one part, and how many of the library match it.

    ids (k,), scores (k,): best first; all that match, or as many as were said to be enough.
    matches: how many there are. estimated: not all photos were looked at to count them.
    """

    cut: CutOff
    ids: PhotoIds
    scores: Vectors
    matches: int
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Among:
    """Photos of a library that may be found: those allowed (None: all), without some (but).

    shown: the library; None where that is all of nearest.
    """

    nearest: Nearest
    but: Sequence[PhotoId] = ()
    allowed: PhotoIds | None = None
    shown: Shown | None = None

    @property
    def library(self) -> Shown:
        """All photos by which is judged."""
        # Not "or": a library of no photos is one as well.
        return Shown(self.nearest.matrix.snapshot()) if self.shown is None else self.shown


class Judge:
    """Knows what chance makes of scores in one library and model. Thread-safe."""

    def __init__(self, model: CurrentModel, folder: Path) -> None:
        """folder: where the model's calibration is kept."""
        self._model = model
        self._calibration = Calibration(folder)
        self._backgrounds = Backgrounds()

    def prepare(self, library: Shown) -> None:
        """Measure model and library ahead of the first query. Raises ModelError."""
        if len(library) >= FEWEST:
            self._backgrounds.text(library, self.rare)
            self._backgrounds.pictures(library)

    def best(self, wish: Wish, among: Among, enough: int | None = None) -> Best:
        """The best photos for a query of one part.

        enough: how many are wanted at least; None for all that match. What matches is judged by
        the whole library, as a folder of it alone would not tell what is usual. Where a graph gives
        the best photos fast, the others are not looked at: what they score is told by a sample.
        Raises ModelError.
        """
        count = _FIRST if enough is None else max(_FIRST, enough)
        while among.nearest.plan(count, allowed=among.library.allowed) is Plan.HNSW:
            found, at_least = self._among_best(wish, among, count)
            if not found.estimated:
                return _narrowed(found, wish, among, enough)
            if among.allowed is None and enough is not None and at_least >= enough:
                return found
            count = max(2 * count, int(_AMPLE * found.matches))
        return self._among_all(wish, among, enough)

    def judge(
        self,
        wishes: Sequence[Wish],
        library: Shown,
        cosines: Sequence[Vectors],
        but: Sequence[PhotoId] = (),
    ) -> tuple[CutOff, PhotoIds]:
        """What clearly matches all parts of a query among all photos of the library, without some.

        cosines: those of each wish with all photos of the matrix (n,).
        Gives the ids of the matches (n,), in no order. The whole library is looked at: a folder
        of it alone would not tell what is usual. Raises ModelError.
        """
        others = library.but(but)
        ids = library.photos.ids[others]
        if len(ids) < FEWEST:
            return CutOff(Verdict.UNKNOWN), ids
        scores = [mine[others] for mine in cosines]
        pairs = zip(wishes, scores, strict=True)
        cuts = [self._cut(wish, mine, len(ids), library) for wish, mine in pairs]
        evidence, matching = _together(wishes, scores, cuts)
        clear = ids[matching] if evidence >= 1 else ids[:0]
        return CutOff(Verdict.MATCHES if len(clear) else Verdict.NOTHING, evidence), clear

    def _among_best(self, wish: Wish, among: Among, count: int) -> tuple[Best, int]:
        """So many of the best photos by the graph, allowed or not, and how many match at least."""
        library = among.library
        ids, scores = _ranked(wish, replace(among, allowed=None), count)
        cut = self._cut(wish, scores, len(library) - len(among.but), library)
        matches = cut.matches(scores)
        if not cut.clear or (cut.sure and matches < len(ids)):
            return Best(_told(cut), ids, scores, matches), matches
        return Best(_told(cut), ids, scores, max(matches, cut.photos), estimated=True), cut.least

    def _among_all(self, wish: Wish, among: Among, enough: int | None) -> Best:
        """As best(), from all photos."""
        library = among.library
        scores = cosines(library.photos.vectors, wish.vector)
        others = library.but(among.but)
        ids, scores = library.photos.ids[others], scores[others]
        allowed = slice(None) if among.allowed is None else np.isin(ids, among.allowed)
        ids, own = ids[allowed], scores[allowed]
        if len(scores) < FEWEST:
            return Best(CutOff(Verdict.UNKNOWN), *best(ids, own, len(ids)), len(ids))
        cut = self._cut(wish, scores, len(scores), library)
        matches = cut.matches(own)
        wanted = matches if enough is None else enough
        return Best(_told(cut), *best(ids, own, wanted), matches)

    def _cut(self, wish: Wish, scores: Vectors, count: int, library: Shown) -> PartCut:
        if wish.kind is QueryKind.TEXT:
            return cut_text(wish.vector, scores, count, self._backgrounds.text(library, self.rare))
        return cut_pictures(wish.vector, scores, count, self._backgrounds.pictures(library))

    def rare(self) -> Vectors:
        """(texts, dim) unit vectors of the rare texts. Raises ModelError."""
        return self._calibration.rare(self._model.get())


def _narrowed(found: Best, wish: Wish, among: Among, enough: int | None) -> Best:
    """Of the best photos of a library those that are allowed, and as many more as are wanted."""
    if among.allowed is None:
        return found
    may = np.isin(found.ids, among.allowed)
    matches = int(may[: found.matches].sum())
    ids, scores = found.ids[may], found.scores[may]
    wanted = matches if enough is None else enough
    if len(ids) < wanted:
        ids, scores = _ranked(wish, among, wanted)
    return Best(found.cut, ids, scores, matches)


def _ranked(wish: Wish, among: Among, count: int) -> tuple[PhotoIds, Vectors]:
    """The best count photos, with a few more where some are left out."""
    allowed = among.library.allowed if among.allowed is None else among.allowed
    ids, scores = among.nearest.ranked(
        wish.vector, count + len(among.but), kind=wish.kind, allowed=allowed
    )
    others = ~np.isin(ids, np.asarray(among.but, np.int64))
    return ids[others], scores[others]


def _told(cut: PartCut) -> CutOff:
    found = cut.clear and cut.photos > 0
    verdict = Verdict.MATCHES if found else Verdict.NOTHING
    return CutOff(verdict, cut.evidence, cut.end if found else None)


def _together(
    wishes: Sequence[Wish], scores: Sequence[Vectors], cuts: Sequence[PartCut]
) -> tuple[float, NDArray[np.bool_]]:
    """The evidence that anything matches, and which photos (n,) would.

    Wanted parts count by their weights. A photo that clearly shows what is excluded is no match.
    """
    parts = list(zip(wishes, scores, cuts, strict=True))
    matching = np.ones(len(scores[0]), np.bool_)
    for wish, mine, cut in parts:
        if wish.excluded and cut.clear:
            matching &= cut.margins(mine) < 1
    wanted = [part for part in parts if not part[0].excluded]
    if not wanted:
        return 1.0, matching
    weights = np.array([wish.weight for wish, _, _ in wanted], np.float32)
    margins = np.stack([cut.margins(mine) for _, mine, cut in wanted])
    matching &= np.average(margins, axis=0, weights=weights) >= 1
    matching &= margins.min(axis=0) >= _LEAST_OF_EACH
    evidence = np.average([cut.evidence for _, _, cut in wanted], weights=weights)
    return float(evidence), matching
