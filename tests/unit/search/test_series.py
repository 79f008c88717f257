"""What is more alike than usual, whatever a library is full of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

import numpy as np

from photoclip.domain import Metadata, Photo, PhotoId, PhotoStatus
from photoclip.search.series import SERIES_SECONDS, pairs_in_a_row, related, usual_likeness

BEGAN = datetime(2024, 1, 1, 10)


def photo(number: int, seconds: float | None, camera: str = "Camera") -> Photo:
    taken = None if seconds is None else BEGAN + timedelta(seconds=seconds)
    metadata = Metadata(taken_at=taken, camera=camera)
    return Photo(PhotoId(number), bytes([number]), 1, PhotoStatus.OK, "", metadata)


def ids(pairs: Iterable[tuple[Photo, Photo]]) -> list[tuple[int, int]]:
    return [(one.id, other.id) for one, other in pairs]


def test_only_one_camera_soon_after_counts_as_in_a_row() -> None:
    photos = [
        photo(1, SERIES_SECONDS),
        photo(2, 0),
        photo(3, 5, "Another"),
        photo(4, None),
        photo(5, 2 * SERIES_SECONDS + 1),
        photo(6, 3 * SERIES_SECONDS),
    ]
    assert ids(pairs_in_a_row(photos)) == [(2, 1), (5, 6)]


def test_copies_and_what_was_taken_beside_them_are_related() -> None:
    rows = {PhotoId(10 + row): row for row in range(6)}
    copied = {PhotoId(10): 0, PhotoId(12): 0, PhotoId(99): 0, PhotoId(14): 1}
    numbers = related(rows, copied, [(photo(12, 0), photo(13, 1))])
    assert numbers.tolist() == [0, 1, 0, 0, 4, 5]


def test_what_is_usual_is_not_decided_by_copies() -> None:
    random = np.random.default_rng(3)
    vectors = random.normal(size=(24, 64)).astype(np.float32)
    # Half of a small library are copies of the other half.
    vectors = np.concatenate([vectors, vectors + 0.001])
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    twins = np.tile(np.arange(24), 2)
    assert usual_likeness(vectors, np.arange(48)) > 0.99
    assert usual_likeness(vectors, twins) < 0.6


def test_a_library_of_one_series_is_judged_by_itself() -> None:
    vectors = np.eye(3, dtype=np.float32)
    assert usual_likeness(vectors, np.zeros(3, dtype=np.int64)) == 0.0
    assert usual_likeness(vectors[:1], np.zeros(1, dtype=np.int64)) == 1.0
