"""Judges which photos clearly match a query, by backgrounds that are measured when needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoclip.clip.current import CurrentModel
from photoclip.domain import PhotoId, PhotoIds, QueryKind, Vectors
from photoclip.index.vectors import Snapshot
from photoclip.search.background import FEWEST, Backgrounds
from photoclip.search.calibration import Calibration
from photoclip.search.cutoff import CutOff, PartCut, Verdict, cut_pictures, cut_text

# With several parts, a photo may have less of one where it has more of another, but not nothing.
_LEAST_OF_EACH = 0.5


@dataclass(frozen=True, slots=True)
class Wish:
    """A part of a query: its vector (dim,), what that was made of, and how it counts."""

    vector: Vectors
    kind: QueryKind
    weight: float = 1.0
    excluded: bool = False


class Judge:
    """Knows what chance makes of scores in one library and model. Thread-safe."""

    def __init__(self, model: CurrentModel, folder: Path) -> None:
        """folder: where the model's calibration is kept."""
        self._model = model
        self._calibration = Calibration(folder)
        self._backgrounds = Backgrounds()

    def prepare(self, photos: Snapshot) -> None:
        """Measure model and library ahead of the first query. Raises ModelError."""
        if len(photos.ids) >= FEWEST:
            self._backgrounds.text(photos, self.rare)
            self._backgrounds.pictures(photos)

    def judge(
        self,
        wishes: Sequence[Wish],
        photos: Snapshot,
        but: Sequence[PhotoId] = (),
        cosines: Sequence[Vectors] | None = None,
    ) -> tuple[CutOff, PhotoIds]:
        """What clearly matches a query among all photos of the library, without some.

        cosines: those of each wish with all photos (n,), where they are known already.
        Gives the ids of the matches (n,), in no order. The whole library is looked at: a folder
        of it alone would not tell what is usual. Raises ModelError.
        """
        others = ~np.isin(photos.ids, np.asarray(but, np.int64)) if but else slice(None)
        ids = photos.ids[others]
        if len(ids) < FEWEST:
            return CutOff(Verdict.UNKNOWN), ids
        if cosines is None:
            cosines = [photos.vectors @ wish.vector for wish in wishes]
        scores = [mine[others] for mine in cosines]
        pairs = zip(wishes, scores, strict=True)
        cuts = [self._cut(wish, mine, photos) for wish, mine in pairs]
        evidence, matching = _together(wishes, scores, cuts)
        clear = ids[matching] if evidence >= 1 else ids[:0]
        threshold = cuts[0].end if len(cuts) == 1 and len(clear) else None
        verdict = Verdict.MATCHES if len(clear) else Verdict.NOTHING
        return CutOff(verdict, evidence, threshold), clear

    def _cut(self, wish: Wish, scores: Vectors, photos: Snapshot) -> PartCut:
        if wish.kind is QueryKind.TEXT:
            return cut_text(wish.vector, scores, self._backgrounds.text(photos, self.rare))
        return cut_pictures(wish.vector, scores, self._backgrounds.pictures(photos))

    def rare(self) -> Vectors:
        """(texts, dim) unit vectors of the rare texts. Raises ModelError."""
        return self._calibration.rare(self._model.get())


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
