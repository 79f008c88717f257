"""What a label's photos are compared with: its text, corrected by what a person clicked.

Ridge regression around the text. With x the vectors of the clicked photos less the library's
mean, scaled to length 1 on average, and w0 the text in spreads of its scores, w minimises

    sum over clicks (w.x - t)^2  +  r * |w - w0|^2

where t is a fixed height: one for photos that a person gave the label, a lower one for those
refused. It is solved in the span of these photos, a system as large as there are of them. With
fewer than four clicks the text alone counts. The numbers were chosen as those of precision.py were.
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
# In the text's own spreads above the middle: right and wrong.
_HEIGHT, _DEPTH = 10.0, 2.0
_RIDGE = 3.0


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


def fit(text: Vectors, clicks: Clicks, mean: Vectors, spread: float) -> Fitted:
    """Correct a text's unit vector (dim,).

    mean: (dim,) of the library. spread: of the text's cosines there.
    """
    if not len(clicks):
        return Fitted(text, np.empty(0, np.float32))
    alone = Fitted(text, np.asarray(clicks.vectors @ text, np.float32))
    if len(clicks) < FEWEST_CLICKS or spread <= 0:
        return alone
    centred = clicks.vectors.astype(np.float64) - mean
    size = float(np.mean(np.einsum("ij,ij->i", centred, centred)))
    if size <= 0:
        return alone
    # In spreads of the text, so that no number here belongs to a model.
    target = np.where(clicks.right, _HEIGHT, _DEPTH)
    inverse = np.linalg.inv(centred @ centred.T / size + _RIDGE * np.eye(len(clicks)))
    pull = inverse @ (target - centred @ text / spread)
    vector = text + spread * (pull @ centred) / size
    length = float(np.linalg.norm(vector))
    if not np.isfinite(length) or length <= 0:
        return alone
    # What each click had no part in: Rasmussen and Williams, Gaussian Processes for Machine
    # Learning, 2006, equation 5.12.
    others = target - pull / np.diag(inverse)
    held_out = (others * spread + float(mean @ vector)) / length
    return Fitted(np.asarray(vector / length, np.float32), np.asarray(held_out, np.float32))
