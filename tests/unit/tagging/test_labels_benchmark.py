"""The evaluation of labels: how it judges, and that it runs."""

from __future__ import annotations

import math

import numpy as np

from benchmarks.concepts import Judged, read_concepts
from benchmarks.cutoff import Trial
from benchmarks.labels import CLICKS, COLUMNS, average_precision, compare, tune

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
    table = tune(trial)
    assert [row[0] for row in table.rows] == list(CLICKS)
    assert all(len(row) == len(COLUMNS) for row in table.rows)
    first, last = table.rows[0], table.rows[-1]
    assert isinstance(first[3], float)
    assert isinstance(last[3], float)
    assert last[3] > first[3]
    assert [str(row[0]).split()[0] for row in compare(trial).rows] == [
        *["preset"] * 3,
        "one",
        "top",
    ]
