"""Hints become few and settled lists of folders."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from photoclip.library.debounce import Debounce, topmost

A, B = Path("/photos/a"), Path("/photos/b")


def test_a_folder_comes_when_it_was_quiet_for_a_while() -> None:
    pending = Debounce(settle=0.5, longest=1.5)
    assert pending.next_due() is None and pending.take(0) == []
    pending.add(A, 0.0)
    pending.add(A, 0.3)
    assert pending.next_due() == 0.8
    assert pending.take(0.79) == []
    assert pending.take(0.8) == [A]
    assert pending.take(99) == []


def test_a_constant_stream_is_cut_into_pieces() -> None:
    pending = Debounce(settle=0.5, longest=1.5)
    taken = []
    for step in range(40):
        now = step / 10
        pending.add(A, now)
        if pending.take(now):
            taken.append(now)
    assert taken == [1.5, 3.1]


def test_both_ends_of_a_move_come_together() -> None:
    pending = Debounce(settle=0.5, longest=1.5)
    pending.add(A, 0.0)
    pending.add(B, 0.05)
    assert pending.take(0.5) == [A, B]


def test_a_folder_that_is_still_busy_waits() -> None:
    pending = Debounce(settle=0.5, longest=1.5)
    pending.add(A, 0.0)
    pending.add(B, 0.4)
    assert pending.take(0.5) == [A]
    assert pending.next_due() == 0.9
    pending.clear()
    assert pending.next_due() is None


def test_children_are_dropped_beside_their_parent() -> None:
    assert topmost([A / "x" / "y", A, A / "x", B, A]) == [A, B]
    assert topmost([Path("/photos"), Path("/photos2"), A]) == [Path("/photos"), Path("/photos2")]


paths = st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map(lambda p: Path("/", *p))


@given(st.lists(paths))
def test_topmost_covers_all_and_repeats_nothing(folders: list[Path]) -> None:
    kept = topmost(folders)
    assert all(any(f == k or f.is_relative_to(k) for k in kept) for f in folders)
    assert not any(one.is_relative_to(other) for one in kept for other in kept if one != other)
    assert set(kept) <= set(folders) and len(kept) == len(set(kept))
