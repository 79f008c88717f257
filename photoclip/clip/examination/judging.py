"""What vectors tell of the tower that gave them. Nothing here runs a graph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoclip.clip.manifest import FILE_NAME
from photoclip.clip.placement import LEAST_COSINE
from photoclip.clip.report import Check, Measurement, Part, Verdict
from photoclip.clip.selfcheck import REBUILD, UNIT_TOLERANCE
from photoclip.clip.spec import Precision
from photoclip.clip.towers import Rows
from photoclip.errors import PhotoclipError

# Rounding of float32 stays above this.
_VERY_SAME = 0.9999
# Graphs that round to few bits while they run do so by what else is in the batch.
_ROUNDED = frozenset({"int8", "q4"})
# Above these the least alike of eight inputs are alike: what remains is rounding, or nearly so.
_COLLAPSED = 1 - 1e-5
_ALIKE = 0.99
_MUCH_CONSTANT = 0.5
_SUM_TOLERANCE = 1e-3
_WRONG_OUTPUT = "Export the output that holds the embedding, as it is compared with others."
_INSENSITIVE = "The weights may be missing, or the output that was exported is not the embedding."


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges what a tower gives. graph: where it lies. what: "picture" or "text"."""

    part: Part
    graph: Path
    what: str
    precision: Precision = "fp32"
    unit_promised: bool = False

    def finite(self, rows: Rows, names: Sequence[str]) -> Measurement:
        """Whether there are neither NaN nor infinity, nor vectors of zeros."""
        bad = np.array([not np.isfinite(row).all() for row in rows])
        zero = np.array([not row.any() for row in rows])
        if bad.any():
            which = _named(names, bad)
            found = self._refused(Check.FINITE, f"gives numbers that are not finite for {which}")
        elif zero.any():
            which = _named(names, zero)
            found = self._refused(Check.FINITE, f"gives a vector of zeros for {which}")
        else:
            found = self._row(Check.FINITE)
        return replace(found, value=float(bad.sum() + zero.sum()), limit=0.0)

    def length(self, rows: Rows) -> Measurement:
        """Whether vectors are of unit length, where that is promised."""
        lengths = np.linalg.norm(rows.astype(np.float64), axis=1)
        worst = float(lengths[np.abs(lengths - 1).argmax()])
        if not self.unit_promised:
            return self._row(Check.LENGTH, worst, verdict=Verdict.NOTE)
        limit = 1 + UNIT_TOLERANCE
        if abs(worst - 1) <= UNIT_TOLERANCE:
            return self._row(Check.LENGTH, worst, limit)
        finding = f"gives vectors of length {worst:.3f}, but {FILE_NAME} promises unit vectors"
        return self._refused(Check.LENGTH, finding, worst, limit)

    def determinism(self, once: Rows, again: Rows) -> Measurement:
        """Whether the same inputs gave the same vectors a second time."""
        if np.array_equal(once, again):
            return self._row(Check.DETERMINISM, 1.0, _VERY_SAME)
        cosine = lowest(once, again)
        finding = f"gives the same {self.what} another vector the next time (cosine {cosine:.4f})"
        return self._same(Check.DETERMINISM, cosine, finding, LEAST_COSINE["fp32"])

    def batch(self, together: Rows, alone: Rows) -> Measurement:
        """Whether a vector depends on what is embedded along with it."""
        cosine = lowest(together, alone)
        finding = (
            f"gives a {self.what} another vector when others are embedded with it"
            f" (cosine {cosine:.4f})"
        )
        limit = LEAST_COSINE[self.precision]
        return self._same(Check.BATCH, cosine, finding, limit)

    def padding(self, padded: Rows, alone: Rows) -> Measurement:
        """Whether a text's vector depends on its padding, where it is said not to."""
        cosine = lowest(padded, alone)
        finding = (
            f"gives a padded text another vector (cosine {cosine:.4f}), but {FILE_NAME} promises"
            " that padding does not matter"
        )
        limit = LEAST_COSINE[self.precision]
        return self._same(Check.PADDING, cosine, finding, limit)

    def distinct(self, rows: Rows) -> Measurement:
        """Whether different inputs are told apart. rows: of inputs that all differ."""
        cosine = least_alike(rows)
        if cosine > _COLLAPSED:
            finding = f"gives all {self.what}s the same vector"
            return self._refused(Check.DISTINCT, finding, cosine, _COLLAPSED, _INSENSITIVE)
        if cosine > _ALIKE:
            finding = f"hardly tells {self.what}s apart: all cosines are above {cosine:.4f}"
            return self._warning(Check.DISTINCT, finding, cosine, _ALIKE, _INSENSITIVE)
        return self._row(Check.DISTINCT, cosine, _ALIKE)

    def numbers(self, rows: Rows) -> Measurement:
        """Whether the numbers look like an embedding's, not like those of some other output."""
        constant = float((np.ptp(rows, axis=0) == 0).mean())
        if rows.shape[1] < 2:
            return self._row(Check.NUMBERS, constant, verdict=Verdict.NOTE)
        if (rows >= 0).all():
            sums = rows.astype(np.float64).sum(axis=1)
            finding = "gives no number below zero, as an activation does, not an embedding"
            if np.abs(sums - 1).max() < _SUM_TOLERANCE:
                finding = "gives numbers that add up to 1, as probabilities do, not an embedding"
            return self._warning(Check.NUMBERS, finding, constant, hint=_WRONG_OUTPUT)
        if constant > _MUCH_CONSTANT:
            finding = f"gives the same number for every {self.what} in {constant:.0%} of its places"
            return self._warning(Check.NUMBERS, finding, constant, _MUCH_CONSTANT, _INSENSITIVE)
        return self._row(Check.NUMBERS, constant, _MUCH_CONSTANT)

    def golden(self, rows: Rows, expected: Rows, limit: float) -> Measurement:
        """Whether the vectors are those that the directory expects."""
        if not usable(rows):
            return self.finite(rows, [f"golden {self.what} {at}" for at in range(len(rows))])
        cosines = _cosines(rows, expected)
        worst = float(cosines.min())
        if worst >= limit:
            return self._row(Check.GOLDEN, worst, limit)
        finding = (
            f"gives golden {self.what} {int(cosines.argmin())} a vector with cosine {worst:.4f} to"
            f" the expected one, below {limit}"
        )
        return self._refused(Check.GOLDEN, finding, worst, limit)

    def device(self, device: str, here: Rows, on_cpu: Rows) -> Measurement:
        """Whether a device computes what the CPU does."""
        cosine = lowest(here, on_cpu)
        limit = LEAST_COSINE[self.precision]
        if cosine >= limit:
            return self._row(Check.DEVICE, cosine, limit)
        finding = f"gives other vectors on {device} than on the CPU (cosine {cosine:.4f})"
        return self._refused(Check.DEVICE, finding, cosine, limit)

    def refusal(self, check: Check, error: PhotoclipError) -> Measurement:
        """What was raised."""
        return Measurement(
            self.part,
            check,
            verdict=Verdict.REFUSED,
            finding=error.finding,
            hint=error.hint or REBUILD,
            path=error.path or self.graph,
        )

    def _same(self, check: Check, cosine: float, finding: str, limit: float) -> Measurement:
        if cosine < limit:
            return self._refused(check, finding, cosine, limit)
        if cosine < _VERY_SAME:
            verdict = Verdict.NOTE if self.precision in _ROUNDED else Verdict.WARNING
            return self._row(check, cosine, limit, verdict, finding)
        return self._row(check, cosine, limit)

    def _refused(
        self,
        check: Check,
        finding: str,
        value: float | None = None,
        limit: float | None = None,
        hint: str = REBUILD,
    ) -> Measurement:
        return self._row(check, value, limit, Verdict.REFUSED, finding, hint)

    def _warning(
        self,
        check: Check,
        finding: str,
        value: float | None = None,
        limit: float | None = None,
        hint: str = "",
    ) -> Measurement:
        return self._row(check, value, limit, Verdict.WARNING, finding, hint)

    def _row(
        self,
        check: Check,
        value: float | None = None,
        limit: float | None = None,
        verdict: Verdict = Verdict.OK,
        finding: str = "",
        hint: str = "",
    ) -> Measurement:
        path = self.graph if finding else None
        return Measurement(self.part, check, value, "", limit, verdict, finding, hint, path)


def unit(rows: Rows) -> Rows:
    """Rows of finite numbers, scaled to unit length; float64, as cosines near 1 are compared."""
    wide = rows.astype(np.float64)
    wide /= np.abs(wide).max(axis=1, keepdims=True)
    scaled: Rows = wide / np.linalg.norm(wide, axis=1, keepdims=True)
    return scaled


def usable(rows: Rows) -> bool:
    """Whether all rows are vectors: finite, and not zeros."""
    return bool(np.isfinite(rows).all() and rows.any(axis=1).all())


def lowest(one: Rows, other: Rows) -> float:
    """The lowest cosine between rows of the same place; -1 where some are no vectors."""
    if not (usable(one) and usable(other)):
        return -1.0
    return float(_cosines(one, other).min())


def least_alike(rows: Rows) -> float:
    """The lowest cosine between any two rows."""
    scaled = unit(rows)
    return float((scaled @ scaled.T).min())


def _cosines(one: Rows, other: Rows) -> Rows:
    cosines: Rows = np.einsum("nd,nd->n", unit(one), unit(other))
    return cosines


def _named(names: Sequence[str], which: NDArray[np.bool_]) -> str:
    first = names[int(which.argmax())]
    return first if which.sum() == 1 else f"{first} and {int(which.sum()) - 1} more"
