"""Upkeep runs in the background, one round at a time, and ends when it is told to."""

from __future__ import annotations

import logging
import threading

import pytest

from photoclip.domain import CancelToken, Progress, ProgressCallback, Stage
from photoclip.errors import LibraryError, PhotoclipError
from photoclip.library.upkeep import Upkeep


def test_tasks_run_in_order_and_again_when_asked_again() -> None:
    done: list[str] = []
    rounds = [threading.Event(), threading.Event()]

    def second(*_: object) -> None:
        done.append("second")
        rounds[len(done) // 2 - 1].set()

    upkeep = Upkeep([lambda *_: done.append("first"), second])
    for finished in rounds:
        upkeep.start()
        assert finished.wait(10)
    upkeep.close()
    assert done == ["first", "second"] * 2


def test_asking_during_a_round_makes_one_more_and_not_many() -> None:
    rounds: list[int] = []
    inside, go_on, second = threading.Event(), threading.Event(), threading.Event()

    def task(*_: object) -> None:
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

    def task(cancel: CancelToken, _: object) -> None:
        rounds.append(1)
        begun.set()
        while True:
            cancel.check()

    upkeep = Upkeep([task, lambda *_: pytest.fail("started after close")])
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

    def fail(*_: object) -> None:
        raise LibraryError("the disk is full")

    upkeep = Upkeep([fail, lambda *_: done.set()])
    with caplog.at_level(logging.WARNING):
        upkeep.start()
        assert done.wait(10)
        upkeep.close()
    assert "the disk is full" in caplog.text


def test_one_who_listens_is_told_of_progress_and_of_each_end() -> None:
    told: list[object] = []
    ended = threading.Event()

    def work(_cancel: CancelToken, progress: ProgressCallback) -> None:
        progress(Progress(Stage.BUILDING, 1, 2))

    def fail(*_: object) -> None:
        raise LibraryError("the disk is full")

    def on_end(error: PhotoclipError | None) -> None:
        told.append(error and error.finding)
        if len(told) == 3:
            ended.set()

    upkeep = Upkeep([work, fail])
    upkeep.listen(lambda progress: told.append(progress.done), on_end)
    upkeep.start()
    assert ended.wait(10)
    upkeep.close()
    assert told == [1, None, "the disk is full"]


def test_paused_it_waits_and_cancelling_skips_the_present_job_only() -> None:
    done: list[str] = []
    begun, ended = threading.Event(), threading.Event()

    def endless(cancel: CancelToken, _: object) -> None:
        while True:
            begun.set()
            cancel.check()

    def last(*_: object) -> None:
        done.append("last")
        ended.set()

    upkeep = Upkeep([endless, last])
    upkeep.start()
    assert begun.wait(10)
    upkeep.control.pause()
    upkeep.control.cancel()
    assert not ended.wait(0.2) and not done
    upkeep.control.resume()
    assert ended.wait(10)
    upkeep.close()
    assert done == ["last"]


def test_closing_ends_a_pause() -> None:
    upkeep = Upkeep([lambda *_: pytest.fail("began while paused")])
    upkeep.control.pause()
    upkeep.start()
    upkeep.close()
