"""Runs that are cancelled, or whose callers fail."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from photoclip.domain import CancelToken
from photoclip.errors import Cancelled
from photoclip.library.pipeline import IndexingCancelled

from .conftest import Desk
from .test_pipeline import counts


def test_cancel_keeps_what_is_committed_and_the_next_run_goes_on(desk: Desk) -> None:
    for n in range(40):
        desk.write(f"{n:02}.jpg", n)
    cancel = CancelToken()

    def stop(ids: Any, vectors: Any) -> None:
        desk.embedded(ids, vectors)
        if len(desk.vectors) >= 8:
            cancel.cancel()

    before = set(threading.enumerate())
    with pytest.raises(IndexingCancelled) as caught:
        desk.index(cancel=cancel, on_batch=stop)
    assert set(threading.enumerate()) == before
    assert isinstance(caught.value, Cancelled)
    done = len(desk.visible())
    assert 8 <= done < 40
    assert caught.value.report.new == done
    assert caught.value.report.seconds > 0
    assert counts(desk.index()) == {"new": 40 - done, "unchanged": done}
    assert desk.catalog.check() == []


def test_cancel_before_anything_began(desk: Desk) -> None:
    desk.write("a.jpg", 1)
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        desk.index(cancel=cancel)
    assert desk.catalog.files.count() == 0


def test_cancel_during_a_move_hides_nothing(desk: Desk) -> None:
    for n in range(10):
        desk.write(f"a/{n}.jpg", n)
    desk.index()
    (desk.folder / "a").rename(desk.folder / "b")
    cancel = CancelToken()
    with pytest.raises(Cancelled):
        desk.index(cancel=cancel, progress=lambda told: cancel.cancel())
    assert len(desk.visible()) == 10
    assert counts(desk.index()) == {"moved": 10}


def test_failing_callback_leaves_no_threads(desk: Desk) -> None:
    for n in range(20):
        desk.write(f"{n}.jpg", n)

    def fail(ids: Any, vectors: Any) -> None:
        raise RuntimeError("the search is broken")

    before = set(threading.enumerate())
    with pytest.raises(RuntimeError):
        desk.index(on_batch=fail)
    assert set(threading.enumerate()) == before
