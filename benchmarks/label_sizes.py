"""How well labels by text alone do in libraries of all sizes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from benchmarks.concepts import RARE
from benchmarks.cutoff import Trial, mean, outcome, subset
from benchmarks.reliability import calibration_error
from benchmarks.report import Cell, Table
from photoclip.domain import Preset
from photoclip.tagging.preview import Preview

# So many libraries of so many photos.
LIBRARIES = {24: 60, 50: 20, 100: 10, 300: 4, 502: 3, 1000: 1}
COLUMNS = (
    "photos",
    "preset",
    "F1",
    f"F1 of more than {RARE}",
    "nothing %",
    "absent, some %",
    "told",
    "right",
    "calibration error",
)
NOTE = (
    "Photos drawn from all, many times where they are few; means over the concepts that any of "
    "them show. Absent, some: concepts that none shows and that get suggestions. Told, right: as "
    "in the other table, of all that get suggestions."
)


def sizes(trial: Trial, judge: Callable[[Trial], Sequence[Preview]]) -> Table:
    """A row for each preset in libraries of each size. judge: gives a preview for each concept."""
    every = len(trial.vectors)
    rows: list[Sequence[Cell]] = []
    for count, repeats in LIBRARIES.items():
        if count > every:
            continue
        drawn = [np.random.default_rng([count, one]).permutation(every) for one in range(repeats)]
        some = [subset(trial, np.sort(photos[:count])) for photos in drawn]
        previews = [judge(one) for one in some]
        rows += [_row(count, preset, some, previews) for preset in Preset]
    title = f"Labels by text alone in libraries of all sizes: {len(trial.judged)} concepts"
    return Table(title, COLUMNS, rows, NOTE)


def _row(
    count: int, preset: Preset, trials: Sequence[Trial], previews: Sequence[Sequence[Preview]]
) -> list[Cell]:
    f1, common, nothing, absent = [], [], [], []
    told, right = [], []
    for trial, judged in zip(trials, previews, strict=True):
        for one, preview in zip(trial.judged, judged, strict=True):
            place = preview.presets[preset]
            kept = np.zeros(count, np.bool_)
            kept[preview.ids[:place]] = True
            found = outcome(kept, one)
            if (kept & ~one.doubtful).any():
                told.append(float(preview.precision[place]))
                right.append(found.precision)
            if one.absent:
                absent.append(place > 0)
                continue
            f1.append(found.f1)
            nothing.append(not place)
            if one.count > RARE:
                common.append(found.f1)
    error = calibration_error(np.array(told), np.array(right))
    shares = [round(100 * mean(some), 1) for some in (nothing, absent)]
    return [count, preset.value, mean(f1), mean(common), *shares, mean(told), mean(right), error]
