"""Looks for duplicates and moves them to the trash on a worker, as tasks among the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from photoclip.cores import give_way
from photoclip.domain import CancelToken, Progress
from photoclip.engine import Engine
from photoclip.errors import Cancelled, PhotoclipError
from photoclip.gui import duplicate_wording
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers.tasks import TaskHandle, Tasks
from photoclip.gui.error_wording import message
from photoclip.gui.relay import Relay
from photoclip.search.duplicate_finder import Finds
from photoclip.search.duplicates import Duplicate

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choice:
    """Of one group: what stays, and what goes to the trash."""

    keep: Duplicate
    others: tuple[Duplicate, ...]

    @property
    def size(self) -> int:
        """Bytes that the others take."""
        return sum(one.photo.size for one in self.others)


@dataclass
class Moved:
    """moved: files in the trash, of so many bytes. problems: why others are where they were."""

    moved: list[Path] = field(default_factory=list)
    size: int = 0
    problems: list[PhotoclipError] = field(default_factory=list)


class Duplicates(QObject):
    """One piece of work at a time. begun(title); progressed(Progress); ended, whatever came of it.

    told(Finds): what was found. moved(Moved): what went to the trash, also where it was ended
    early. failed(PhotoclipError).
    """

    begun = Signal(str)
    progressed = Signal(object)
    told = Signal(object)
    moved = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(
        self, engine: Engine, bridge: Bridge, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._tasks = tasks
        self._tell = Relay(bridge, self._show)
        self._task: TaskHandle | None = None
        self._token: CancelToken | None = None

    @property
    def running(self) -> bool:
        """Whether something goes on."""
        return self._token is not None

    @Slot()
    def look(self) -> None:
        """Look through the whole library; nothing where work is under way."""
        finder = self._engine.duplicates

        def work(token: CancelToken) -> Finds:
            give_way()
            return finder.find(cancel=token, progress=self._tell)

        self._run(self.tr("Looking for duplicates"), work, self._found)

    def discard(self, choices: Sequence[Choice]) -> None:
        """Move the others of each choice to the trash; nothing where work is under way."""
        trash = self._engine.trash

        def work(token: CancelToken) -> Moved:
            done = Moved()
            for choice in choices:
                for one in choice.others:
                    try:
                        token.check()
                    except Cancelled:
                        return done  # what was moved so far has to be told
                    part = trash.discard([one.path], choice.keep.path)
                    done.moved += part.moved
                    done.problems += part.problems
                    done.size += one.photo.size if part.moved else 0
            return done

        self._run(self.tr("Moving duplicates to the trash"), work, self._discarded)

    @Slot()
    def stop(self) -> None:
        """End what goes on; photos that were looked at are remembered."""
        if self._token is not None:
            self._token.cancel()
            self._token.resume()

    def _run(self, title: str, work: Callable[[CancelToken], T], done: Callable[[T], None]) -> None:
        if self._token is not None:
            return
        token = self._token = CancelToken()
        self._task = self._tasks.begin(title, token)
        self.begun.emit(title)
        # Without the token: the end is told even when it is cancelled.
        self._bridge.run(Lane.DUPLICATES, lambda: work(token), done, self._fail)

    def _show(self, progress: Progress) -> None:
        if self._task is not None:
            self._task.show(progress, duplicate_wording.progress(progress))
        self.progressed.emit(progress)

    def _found(self, found: Finds) -> None:
        task = self._end()
        if task is not None:
            task.finish(duplicate_wording.found(len(found.groups)))
        self.told.emit(found)
        self.ended.emit()

    def _discarded(self, done: Moved) -> None:
        task = self._end()
        if task is not None:
            task.finish(duplicate_wording.moved(len(done.moved), done.size))
        self.moved.emit(done)
        self.ended.emit()

    def _fail(self, error: PhotoclipError) -> None:
        task = self._end()
        if isinstance(error, Cancelled):
            if task is not None:
                task.drop()
        else:
            if task is not None:
                task.fail(message(error))
            self.failed.emit(error)
        self.ended.emit()

    def _end(self) -> TaskHandle | None:
        self._tell.drop()
        self._token = None
        task, self._task = self._task, None
        return task
