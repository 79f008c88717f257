"""What a label's photos are compared with: its text, corrected by what a person clicked.

Ridge regression around the text. With x the vectors less the library's mean, over the spread of the
text's scores, and w0 the text, w minimises

    sum over clicks (w.x - t)^2  +  c * sum over the best photos (w.x - t)^2  +  r * |w - w0|^2

where t is a fixed height above or below the middle for what a person gave or refused the label, and
the best photos by the text, those not clicked, count a little as if they were right (pseudo
relevance). It is solved in the span of these photos, a system as large as there are of them. With
fewer than four clicks the text alone counts.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoclip.domain import Vectors

# Fewer clicks say less than the text.
FEWEST_CLICKS = 4
# More than anybody clicks in one sitting; the newest count.
MOST_CLICKS = 400
# In the text's own spreads above the middle.
_HEIGHT = 4.0
_RIDGE = 8.0
_BEST = 5
_BEST_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Clicks:
    """Photos that a person gave or refused a label: vectors (n, dim), right (n,)."""

    vectors: Vectors
    right: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.right)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A unit vector (dim,) to compare photos with.

    held_out: (clicks,) cosines of the clicked photos, each with what its click had no part in.
    """

    vector: Vectors
    held_out: Vectors


def fit(text: Vectors, clicks: Clicks, best: Vectors, mean: Vectors, spread: float) -> Fitted:
    """Correct a text's unit vector (dim,).

    best: (m, dim) photos that score highest by the text and were not clicked. mean: (dim,) of the
    library. spread: of the text's cosines.
    """
    if len(clicks) < FEWEST_CLICKS or spread <= 0:
        return Fitted(text, clicks.vectors @ text)
    best = best[:_BEST]
    rows = np.concatenate([clicks.vectors, best]).astype(np.float64)
    centred = rows - mean
    size = float(np.mean(np.einsum("ij,ij->i", centred, centred)))
    if size <= 0:
        return Fitted(text, clicks.vectors @ text)
    # In spreads of the text, so that no number here belongs to a model.
    before = centred @ text / spread
    target = np.concatenate([np.where(clicks.right, _HEIGHT, 0.0), np.full(len(best), _HEIGHT)])
    weights = np.concatenate([np.ones(len(clicks)), np.full(len(best), _BEST_WEIGHT)])
    gram = centred @ centred.T / size + np.diag(_RIDGE / weights)
    inverse = np.linalg.inv(gram)
    missing = target - before
    pull = inverse @ missing
    # Leaving one out: https://en.wikipedia.org/wiki/Projection_matrix, for kernels.
    alone = target - pull / np.diag(inverse)
    vector = text + spread * (pull @ centred) / size
    length = float(np.linalg.norm(vector))
    if not np.isfinite(length) or length <= 0:
        return Fitted(text, clicks.vectors @ text)
    held_out = (alone[: len(clicks)] * spread + float(mean @ vector)) / length
    return Fitted(np.asarray(vector / length, np.float32), np.asarray(held_out, np.float32))
