"""How far the precision that is told of labels can be trusted, label by label."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.concepts import RARE, Judged
from benchmarks.cutoff import mean
from benchmarks.report import Cell, Table
from photoclip.domain import Preset
from photoclip.tagging.preview import Preview

COLUMNS = (
    "labels shown by",
    "photos taken",
    "labels",
    "some %",
    "told",
    "right",
    "calibration error",
    "off by",
    "rank correlation",
)
NOTE = (
    "some: labels with suggestions, of which the rest tells. told: the estimated precision; right: "
    "as captions say. Calibration error: between both within tenths of what is told, by labels. "
    "Off by: for a label, in the mean. Rank correlation (Spearman's): whether what is told to be "
    "better is better."
)
_BEST = 20
_TENTHS = 10
Floats = NDArray[np.float64]


def reliability(judged: Sequence[Judged], previews: Sequence[Preview]) -> Table:
    """A row for each preset, and one for the best photos of each label, for some and all labels."""
    groups: dict[str, Callable[[Judged], bool]] = {
        f"more than {RARE} photos": lambda one: one.count > RARE,
        "fewer": lambda one: one.rare,
        "none": lambda one: one.absent,
        "any or none": lambda _: True,
    }
    rows: list[Sequence[Cell]] = []
    for group, belongs in groups.items():
        some = [pair for pair in zip(judged, previews, strict=True) if belongs(pair[0])]
        for preset in Preset:
            taken = [(one, preview, preview.presets[preset]) for one, preview in some]
            rows.append([group, preset.value, *_cells(taken)])
        best = [(one, preview, min(_BEST, len(preview.ids))) for one, preview in some]
        rows.append([group, f"best {_BEST}", *_cells(best)])
    return Table("Told and true precision of labels by text alone", COLUMNS, rows, NOTE)


def _cells(taken: Sequence[tuple[Judged, Preview, int]]) -> list[Cell]:
    pairs = []
    for one, preview, place in taken:
        known = ~one.doubtful[preview.ids[:place]]
        if known.any():
            right = one.shown[preview.ids[:place]][known]
            pairs.append((float(preview.precision[place]), float(right.mean())))
    share = round(100 * len(pairs) / max(1, len(taken)), 1)
    told, true = np.array(pairs, np.float64).reshape(-1, 2).T
    error, off = calibration_error(told, true), mean(np.abs(told - true))
    return [len(taken), share, mean(told), mean(true), error, off, rank_correlation(told, true)]


def calibration_error(told: Floats, true: Floats) -> float:
    """Mean distance of both means within each tenth of what is told, (n,) each."""
    tenths = np.minimum((told * _TENTHS).astype(np.intp), _TENTHS - 1)
    apart = np.bincount(tenths, told - true, _TENTHS)
    return round(float(np.abs(apart).sum()) / max(1, len(told)), 3)


def rank_correlation(one: Floats, other: Floats) -> float:
    """Spearman's, of (n,) values each; 0 where there is no order."""
    if len(one) < 2 or np.ptp(one) == 0 or np.ptp(other) == 0:
        return 0.0
    return round(float(np.corrcoef(_ranks(one), _ranks(other))[0, 1]), 2)


def _ranks(values: Floats) -> Floats:
    """Of equal ones, the middle rank."""
    _, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    middles: Floats = ends - (counts - 1) / 2
    return np.asarray(middles[places])
