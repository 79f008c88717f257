"""Runs that changes on disk begin can be paused and cancelled; watching goes on."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from photoclip.domain import IndexReport, Progress
from photoclip.engine import Engine
from photoclip.errors import PhotoclipError
from photoclip.library.run import IndexingCancelled
from photoclip.paths import Paths, bundled

SAMPLES = bundled("resources/sample_photos")
PATIENCE = 30

T = TypeVar("T")


class Watched:
    """A library whose folder is watched, and what its runs told."""

    def __init__(self, base: Path) -> None:
        self.folder = base / "photos"
        self.folder.mkdir()
        self.reports: list[IndexReport] = []
        self.errors: list[PhotoclipError] = []
        self.told: list[Progress] = []
        self.changed = threading.Condition()
        self.engine = Engine.open(Paths.under(base / "library"))
        self.engine.library.add_folder(self.folder)
        self.engine.library.watch(
            self._note(self.reports), self._note(self.told), self._note(self.errors)
        )

    def _note(self, into: list[T]) -> Callable[[T], None]:
        def note(value: T) -> None:
            with self.changed:
                into.append(value)
                self.changed.notify_all()

        return note

    def copy(self, name: str) -> None:
        shutil.copy(SAMPLES / f"{name}.jpg", self.folder)

    def wait(self, reached: Callable[[], object]) -> None:
        with self.changed:
            assert self.changed.wait_for(reached, PATIENCE), (self.reports, self.errors)

    def new(self) -> int:
        return sum(report.new for report in self.reports)


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    watched = Watched(tmp_path)
    with watched.engine:
        yield watched


def test_a_pause_holds_changes_back_until_it_ends(watched: Watched) -> None:
    watched.engine.library.watched.pause()
    watched.copy("two_parrots")
    watched.wait(lambda: watched.told)
    with watched.changed:
        assert not watched.changed.wait_for(lambda: watched.reports, 1.0)
    assert watched.engine.catalog.photos.count() == 0
    watched.engine.library.watched.resume()
    watched.wait(lambda: watched.new() == 1)


def test_a_cancelled_run_is_told_and_left_to_the_next(watched: Watched) -> None:
    control = watched.engine.library.watched
    control.pause()
    watched.copy("two_parrots")
    watched.wait(lambda: watched.told)
    control.cancel()
    watched.wait(lambda: watched.errors)
    assert isinstance(watched.errors[0], IndexingCancelled)
    control.resume()
    assert watched.engine.library.index().new == 1
    watched.copy("motocross_start")
    watched.wait(lambda: watched.new() == 1)
