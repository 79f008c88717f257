"""Where threads meet Qt."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from photoclip.errors import FolderError, PhotoclipError
from photoclip.gui.bridge import BUDGET_SECONDS, Bridge, Lane
from photoclip.gui.controllers.rereading import Rereading


@pytest.fixture
def bridge(qapp: object) -> Iterator[Bridge]:
    made = Bridge()
    yield made
    made.close(10)


def test_answers_come_on_the_thread_of_the_window(qtbot: QtBot, bridge: Bridge) -> None:
    threads: list[threading.Thread] = []

    def work() -> threading.Thread:
        return threading.current_thread()

    bridge.run(Lane.CATALOG, work, lambda at: threads.extend([at, threading.current_thread()]))
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_errors_raised_on_purpose_are_told(qtbot: QtBot, bridge: Bridge) -> None:
    told: list[PhotoclipError] = []

    def work() -> None:
        raise FolderError("is not a folder")

    bridge.run(Lane.FOLDERS, work, failed=told.append)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert str(told[0]) == "is not a folder"


def test_other_errors_are_never_silent(qtbot: QtBot, bridge: Bridge) -> None:
    def work() -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(bridge.crashed) as crashed:
        bridge.run(Lane.FOLDERS, work, failed=lambda error: pytest.fail(str(error)))
    assert isinstance(crashed.args[0], ZeroDivisionError)


def test_cancelled_work_is_skipped_and_its_answer_dropped(qtbot: QtBot, bridge: Bridge) -> None:
    gate, begun, answers, ran = threading.Event(), threading.Event(), [], []

    def blocking() -> None:
        begun.set()
        gate.wait(30)

    first = bridge.run(Lane.CATALOG, blocking, lambda _: answers.append("first"))
    second = bridge.run(Lane.CATALOG, lambda: ran.append(1), lambda _: answers.append("second"))
    bridge.run(Lane.CATALOG, lambda: None, lambda _: answers.append("third"))
    assert begun.wait(30)
    first.cancel()
    second.cancel()
    gate.set()
    qtbot.waitUntil(lambda: answers == ["third"])
    assert ran == []


def test_many_callbacks_leave_the_window_its_turn(qtbot: QtBot, bridge: Bridge) -> None:
    done: list[int] = []
    beats: list[float] = []
    timer = QTimer(bridge, interval=0)
    timer.timeout.connect(lambda: beats.append(time.monotonic()))
    timer.start()

    def callback(number: int) -> None:
        # Busy, not asleep: what a callback does is done by the window's own thread.
        end = time.thread_time() + 0.0005
        while time.thread_time() < end:
            pass
        done.append(number)

    def work() -> None:
        for number in range(400):
            bridge.post(lambda number=number: callback(number))

    bridge.run(Lane.CATALOG, work)
    qtbot.waitUntil(lambda: len(done) == 400, timeout=30_000)
    timer.stop()
    assert done == list(range(400))
    # 400 callbacks of half a millisecond: the budget cuts them into many pieces.
    assert len(beats) >= 400 * 0.0005 / BUDGET_SECONDS / 2


def test_a_callback_that_fails_does_not_stop_the_others(qtbot: QtBot, bridge: Bridge) -> None:
    done: list[int] = []
    with qtbot.captureExceptions() as exceptions:
        bridge.post(lambda: 1 / 0)
        bridge.post(lambda: done.append(1))
        qtbot.waitUntil(lambda: done == [1])
    assert exceptions[0][0] is ZeroDivisionError


def test_closing_drops_what_waits_and_waits_for_what_runs(bridge: Bridge) -> None:
    begun, gate, ran = threading.Event(), threading.Event(), []

    def blocking() -> None:
        begun.set()
        gate.wait(30)

    bridge.run(Lane.INDEX, blocking)
    bridge.run(Lane.INDEX, lambda: ran.append(1))
    assert begun.wait(30)
    assert not bridge.close(0)
    gate.set()
    assert bridge.close(10)
    assert ran == []
    bridge.post(lambda: ran.append(2))
    bridge.run(Lane.INDEX, lambda: ran.append(3))
    assert ran == []


def test_closing_does_not_wait_for_ever(bridge: Bridge) -> None:
    begun, gate = threading.Event(), threading.Event()

    def blocking() -> None:
        begun.set()
        gate.wait(30)

    bridge.run(Lane.INDEX, blocking)
    assert begun.wait(30)
    assert not bridge.close(0.05)
    gate.set()


@pytest.mark.parametrize("fails", [False, True])
def test_who_asks_while_something_is_read_has_it_read_once_more(
    qtbot: QtBot, bridge: Bridge, fails: bool
) -> None:
    gate, begun, told = threading.Event(), [], []

    def work() -> int:
        begun.append(len(begun))
        gate.wait(10)
        if fails:
            raise FolderError("is not a folder")
        return begun[-1]

    reading = Rereading(bridge, Lane.FOLDERS, work, told.append, told.append)
    for _ in range(3):
        reading.read()
    assert reading.running
    gate.set()
    qtbot.waitUntil(lambda: len(told) == 2 and not reading.running)
    assert begun == [0, 1]
    reading.read()
    qtbot.waitUntil(lambda: len(told) == 3 and not reading.running)
    assert begun == [0, 1, 2]
