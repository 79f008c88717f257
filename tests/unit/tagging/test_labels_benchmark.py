"""The evaluation of labels: how it judges, and that it runs."""

from __future__ import annotations

import math

import numpy as np

from benchmarks.concepts import Judged, read_concepts
from benchmarks.cutoff import Trial
from benchmarks.label_sizes import sizes
from benchmarks.labels import (
    CLICKS,
    COLUMNS,
    at_the_edge,
    average_precision,
    best_first,
    by_text,
    compare,
    tune,
)
from benchmarks.reliability import calibration_error, rank_correlation, reliability
from benchmarks.report import Table

from .conftest import DIM, direction, unit


def test_average_precision_is_that_of_the_books() -> None:
    shown = np.array([True, False, True, False])
    assert average_precision(np.array([4.0, 3, 2, 1]), shown) == (1 + 2 / 3) / 2
    assert average_precision(np.array([1.0, 2, 3, 4]), shown) == (1 / 2 + 2 / 4) / 2
    assert math.isnan(average_precision(np.ones(4), np.zeros(4, np.bool_)))


def test_labels_are_tuned_and_compared() -> None:
    rng = np.random.default_rng(0)
    vectors = unit(rng.standard_normal((200, DIM)).astype(np.float32))
    vectors[:20] = unit(vectors[:20] + 0.3 * direction("dog"))
    shown = np.arange(200) < 20
    concept = Judged(read_concepts()[0], shown, np.zeros(200, np.bool_))
    trial = Trial([concept], direction("dog")[None], vectors, vectors[50:90])
    for order in (at_the_edge, best_first):
        _check_clicks(tune(trial, order))
    previews = by_text(trial)
    assert [str(row[0]).split()[0] for row in compare(trial, previews).rows] == [
        *["preset"] * 3,
        "one",
        "top",
    ]
    every = reliability(trial.judged, previews).rows
    assert [row[2] for row in every] == [1] * 4 + [0] * 8 + [1] * 4


def test_labels_are_judged_in_libraries_of_all_sizes() -> None:
    rng = np.random.default_rng(0)
    vectors = unit(rng.standard_normal((120, DIM)).astype(np.float32))
    rare = unit(rng.standard_normal((40, DIM)).astype(np.float32))
    shown = np.arange(120) < 20
    vectors[shown] = unit(vectors[shown] + 3 * direction("dog"))
    concept = Judged(read_concepts()[0], shown, np.zeros(120, np.bool_))
    rows = sizes(Trial([concept], direction("dog")[None], vectors, rare), by_text).rows
    assert [row[0] for row in rows] == [count for count in (24, 50, 100) for _ in range(3)]
    for row in rows[1::3]:
        assert 0.3 < float(str(row[2])) <= 1


def _check_clicks(table: Table) -> None:
    assert [row[0] for row in table.rows] == list(CLICKS)
    assert all(len(row) == len(COLUMNS) for row in table.rows)
    first, last = table.rows[0], table.rows[-1]
    assert isinstance(first[3], float)
    assert isinstance(last[3], float)
    assert last[3] > first[3]


def test_calibration_error_is_the_mean_distance_within_tenths() -> None:
    told, true = np.array([0.11, 0.19, 0.95, 1.0]), np.array([0.0, 0.3, 1.0, 0.5])
    # Errors within a tenth cancel each other out: all .0 in the second one, .45 in the last.
    assert calibration_error(told, true) == 0.112
    assert calibration_error(told[:0], true[:0]) == 0


def test_rank_correlation_is_that_of_the_books() -> None:
    one = np.array([1.0, 2, 3, 4])
    assert rank_correlation(one, one**3) == 1
    assert rank_correlation(one, -one) == -1
    assert rank_correlation(one, np.array([1.0, 1, 2, 2])) == 0.89
    assert rank_correlation(one, one * 0) == 0
