"""The watcher's own life, with events that the test sends."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from watchdog.events import FileCreatedEvent, FileSystemEventHandler

from photoclip.domain import Root, RootId
from photoclip.library.observing import EventSource, NoEvents
from photoclip.library.watcher import Watcher


class Events(EventSource):
    """An event source that the test holds in its hand. refuse: why there are no events."""

    def __init__(self) -> None:
        super().__init__()
        self.handlers: dict[Path, FileSystemEventHandler] = {}
        self.refuse = ""
        self.refuse_checks = ""
        self.closed = False

    def attach(self, folder: Path, handler: FileSystemEventHandler) -> None:
        if self.refuse:
            raise NoEvents(self.refuse)
        self.handlers[folder] = handler

    def check(self, folder: Path) -> None:
        if self.refuse_checks:
            raise NoEvents(self.refuse_checks)

    def detach(self, folder: Path) -> None:
        self.handlers.pop(folder, None)

    def close(self) -> None:
        self.closed = True

    def create(self, path: Path) -> None:
        for folder, handler in list(self.handlers.items()):
            if path.is_relative_to(folder):
                handler.dispatch(FileCreatedEvent(str(path)))


class Calls:
    """Collects calls; wait() returns once one fits."""

    def __init__(self) -> None:
        self.all: list[list[Path]] = []
        self.changed = threading.Condition()
        self.during: Callable[[], None] = lambda: None

    def __call__(self, folders: Sequence[Path]) -> None:
        with self.changed:
            self.all.append(list(folders))
            self.changed.notify_all()
        self.during()

    def wait(self, fits: Callable[[list[list[Path]]], bool], seconds: float = 20) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: fits(self.all), seconds), self.all


class Scene:
    def __init__(self, base: Path) -> None:
        self.base = base
        self.events = Events()
        self.calls = Calls()
        self.roots: list[Root] = []
        self.watchers: list[Watcher] = []

    def add(self, name: str) -> Path:
        path = self.base / name
        path.mkdir()
        self.roots.append(Root(RootId(len(self.roots) + 1), path, "", True))
        return path

    def watcher(self, **options: Any) -> Watcher:
        options = {"settle": 0.05, "longest": 0.15, "check_seconds": 0.05, **options}
        watcher = Watcher(
            lambda: list(self.roots), self.calls, events=lambda: self.events, **options
        )
        self.watchers.append(watcher)
        watcher.start()
        return watcher


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    scene = Scene(tmp_path)
    yield scene
    for watcher in scene.watchers:
        watcher.stop()


def test_an_event_becomes_a_call(scene: Scene) -> None:
    root = scene.add("photos")
    scene.watcher()
    scene.events.create(root / "trip" / "a.jpg")
    scene.events.create(root / "trip" / "b.jpg")
    scene.events.create(root / "trip" / "deep" / "c.jpg")
    scene.calls.wait(lambda calls: calls == [[root / "trip"]])


def test_start_stop_and_refresh_may_be_repeated(scene: Scene) -> None:
    scene.add("photos")
    watcher = scene.watcher()
    watcher.start()
    watcher.refresh()
    assert watcher.status.running and watcher.status.mode == "events"
    watcher.stop()
    watcher.stop()
    watcher.refresh()
    assert scene.events.closed
    assert not watcher.status.running
    scene.events = Events()
    watcher.start()
    assert watcher.status.running


def test_stop_ends_the_thread_at_once(scene: Scene) -> None:
    scene.add("photos")
    before = set(threading.enumerate())
    watcher = scene.watcher(check_seconds=1000, settle=1000, longest=1000)
    started = set(threading.enumerate()) - before
    assert started
    watcher.stop()
    assert not any(thread.is_alive() for thread in started)


def test_root_that_is_added_later_is_watched_and_a_removed_one_is_not(scene: Scene) -> None:
    watcher = scene.watcher(check_seconds=1000)
    root = scene.add("photos")
    watcher.refresh()
    wait_until(lambda: root in scene.events.handlers)
    scene.events.create(root / "a.jpg")
    scene.calls.wait(lambda calls: calls == [[root]])
    scene.roots.clear()
    watcher.refresh()
    wait_until(lambda: root not in scene.events.handlers)


def test_root_that_goes_and_comes_back_is_told_both_times(scene: Scene) -> None:
    root = scene.add("photos")
    watcher = scene.watcher()
    away = root.rename(scene.base / "unplugged")
    scene.calls.wait(lambda calls: calls == [[root]])
    wait_until(lambda: watcher.status.offline == (root,))
    assert root not in scene.events.handlers
    away.rename(root)
    scene.calls.wait(lambda calls: calls == [[root], [root]])
    wait_until(lambda: watcher.status.offline == ())
    scene.events.create(root / "a" / "a.jpg")
    scene.calls.wait(lambda calls: calls[2:] == [[root / "a"]])


def test_root_that_is_replaced_between_two_looks_is_watched_anew(scene: Scene) -> None:
    root = scene.add("photos")
    scene.watcher()
    first = scene.events.handlers[root]
    root.rename(scene.base / "old")
    root.mkdir()
    wait_until(lambda: scene.events.handlers.get(root) not in (None, first))
    scene.calls.wait(lambda calls: [root] in calls)


def test_root_without_events_is_polled_and_the_reason_told(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    root = scene.add("photos")
    scene.events.refuse = "the system's limit of watched folders is reached"
    watcher = scene.watcher(poll_seconds=0.05)
    assert watcher.status.mode == "polling"
    assert "limit" in watcher.status.reason
    assert watcher.status.polled == (root,)
    scene.calls.wait(lambda calls: calls[:3] == [[root], [root], [root]])
    assert "polled" in caplog.text


def test_limit_that_is_reached_later_turns_to_polling(scene: Scene) -> None:
    root = scene.add("photos")
    watcher = scene.watcher(poll_seconds=0.05)
    scene.events.refuse_checks = "no more watches"
    scene.events.create(root / "new folder" / "a.jpg")
    scene.calls.wait(lambda calls: [root] in calls)
    assert watcher.status.mode == "polling"


def test_all_roots_are_looked_at_again_now_and_then(scene: Scene) -> None:
    one, two = scene.add("one"), scene.add("two")
    scene.watcher(rescan_minutes=0.1 / 60, check_seconds=1000)
    scene.calls.wait(lambda calls: calls[:2] == [[one, two], [one, two]])


def test_a_call_that_fails_is_logged_and_watching_goes_on(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    root = scene.add("photos")
    scene.watcher()

    def fail() -> None:
        raise ValueError("broken")

    scene.calls.during = fail
    with caplog.at_level(logging.ERROR):
        scene.events.create(root / "a.jpg")
        scene.calls.wait(lambda calls: len(calls) == 1)
        scene.events.create(root / "b.jpg")
        scene.calls.wait(lambda calls: len(calls) == 2)
    assert "broken" in caplog.text


def test_roots_that_cannot_be_told_are_asked_for_again(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    root = scene.add("photos")
    asked: list[bool] = []

    def roots() -> list[Root]:
        asked.append(True)
        if len(asked) < 3:
            raise OSError("the catalog is locked")
        return scene.roots

    watcher = Watcher(roots, scene.calls, check_seconds=0.05, events=lambda: scene.events)
    scene.watchers.append(watcher)
    watcher.start()
    wait_until(lambda: root in scene.events.handlers)
    assert "locked" in caplog.text


def test_calls_never_overlap_not_even_across_a_restart(scene: Scene) -> None:
    root = scene.add("photos")
    watcher = scene.watcher()
    running, most, release = [0], [0], threading.Event()

    def count() -> None:
        running[0] += 1
        most[0] = max(most[0], running[0])
        release.wait(20)
        running[0] -= 1

    scene.calls.during = count
    scene.events.create(root / "a.jpg")
    scene.calls.wait(lambda calls: len(calls) == 1)
    stopping = threading.Thread(target=watcher.stop)
    stopping.start()
    wait_until(lambda: not watcher.status.running)
    scene.events = Events()
    watcher.start()
    scene.events.create(root / "b.jpg")
    release.set()
    stopping.join(20)
    scene.calls.wait(lambda calls: len(calls) == 2)
    assert most == [1]


def test_stop_from_within_a_call(scene: Scene) -> None:
    root = scene.add("photos")
    watcher = scene.watcher()
    scene.calls.during = watcher.stop
    scene.events.create(root / "a.jpg")
    scene.calls.wait(lambda calls: len(calls) == 1)
    wait_until(lambda: scene.events.closed)


def wait_until(reached: Callable[[], bool], seconds: float = 20) -> None:
    tick, rounds = threading.Event(), int(seconds / 0.01)
    assert any(reached() or tick.wait(0.01) for _ in range(rounds))
