"""Upkeep runs in the background, one round at a time, and ends when it is told to."""

from __future__ import annotations

import logging
import threading

import pytest

from photoclip.domain import CancelToken
from photoclip.errors import LibraryError
from photoclip.library.upkeep import Upkeep


def test_tasks_run_in_order_and_again_when_asked_again() -> None:
    done: list[str] = []
    rounds = [threading.Event(), threading.Event()]

    def second(_cancel: CancelToken) -> None:
        done.append("second")
        rounds[len(done) // 2 - 1].set()

    upkeep = Upkeep([lambda _cancel: done.append("first"), second])
    for finished in rounds:
        upkeep.start()
        assert finished.wait(10)
    upkeep.close()
    assert done == ["first", "second"] * 2


def test_asking_during_a_round_makes_one_more_and_not_many() -> None:
    rounds: list[int] = []
    inside, go_on, second = threading.Event(), threading.Event(), threading.Event()

    def task(_cancel: CancelToken) -> None:
        rounds.append(1)
        inside.set()
        assert go_on.wait(10)
        if len(rounds) == 2:
            second.set()

    upkeep = Upkeep([task])
    upkeep.start()
    assert inside.wait(10)
    for _ in range(5):
        upkeep.start()
    go_on.set()
    assert second.wait(10)
    upkeep.close()
    assert len(rounds) == 2


def test_closing_cancels_what_runs_and_starts_nothing_more() -> None:
    begun, rounds = threading.Event(), []

    def task(cancel: CancelToken) -> None:
        rounds.append(1)
        begun.set()
        while True:
            cancel.check()

    upkeep = Upkeep([task, lambda _cancel: pytest.fail("started after close")])
    upkeep.start()
    assert begun.wait(10)
    upkeep.close()
    upkeep.start()
    upkeep.close()
    assert len(rounds) == 1


def test_a_task_that_fails_is_logged_and_the_next_one_runs(
    caplog: pytest.LogCaptureFixture,
) -> None:
    done = threading.Event()

    def fail(_cancel: CancelToken) -> None:
        raise LibraryError("the disk is full")

    upkeep = Upkeep([fail, lambda _cancel: done.set()])
    with caplog.at_level(logging.WARNING):
        upkeep.start()
        assert done.wait(10)
        upkeep.close()
    assert "the disk is full" in caplog.text
