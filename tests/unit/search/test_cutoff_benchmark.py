"""The evaluation of the cut-off: who is judged how, and that it runs."""

from __future__ import annotations

import numpy as np

from benchmarks.concepts import judge, read_concepts
from benchmarks.cutoff import COLUMNS, Outcome, Trial, compare, outcome

CAPTIONS = {
    "a": ["A dog runs.", "Two dogs play with a Frisbee.", "Grass."],
    "b": ["A puppy sleeps.", "Something on grass.", "A lawn."],
    "c": ["A man stands.", "A hot  dog stand.", "A person."],
}


def test_photos_are_judged_by_what_captions_agree_on() -> None:
    judged = {one.concept.query: one for one in judge(read_concepts(), CAPTIONS, list("abc"))}
    dogs = judged["dog"]
    assert dogs.shown.tolist() == [True, False, False]
    assert dogs.doubtful.tolist() == [False, True, True]
    assert dogs.rare
    assert not dogs.absent
    assert judged["piano"].absent
    # Named by one caption only: neither present nor absent.
    assert "frisbee" not in judged


def test_there_are_enough_concepts_in_both_halves() -> None:
    concepts = read_concepts()
    assert len({one.query for one in concepts}) == len(concepts)
    reported = [one.reported for one in concepts]
    assert min(sum(reported), len(reported) - sum(reported)) > 150


def test_doubtful_photos_count_neither_way() -> None:
    [dogs] = [one for one in judge(read_concepts(), CAPTIONS, list("abc")) if one.count == 1][:1]
    everything = np.ones(3, np.bool_)
    assert outcome(everything, dogs) == Outcome(1.0, 1.0, 1.0, 3)
    assert outcome(~everything, dogs) == Outcome(0.0, 0.0, 0.0, 0)


def test_the_cut_offs_are_compared() -> None:
    rng = np.random.default_rng(0)

    def unit(count: int) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
        rows = rng.normal(size=(count, 16)).astype(np.float32)
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)

    captions = {str(row): [*CAPTIONS["a"]] if row < 5 else ["Nothing."] for row in range(40)}
    judged = judge(read_concepts(), captions, list(captions))
    judged = [one for one in judged if one.count][:1] + [one for one in judged if one.absent][:3]
    rows = compare(Trial(judged, unit(4), unit(40), unit(20)))
    assert [str(row[0]).split(",")[0] for row in rows][:3] == ["photoclip", *["one threshold"] * 2]
    assert all(len(row) == len(COLUMNS) for row in rows)
