"""All long work that goes on, whoever does it, in one list."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from photoclip.domain import Progress, Stage
from photoclip.gui import wording

# How long what is over can still be read.
KEEP_MS = 60_000


class TaskState(StrEnum):
    """WAITING: it has not begun, because something else has to end first."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        return self in (TaskState.DONE, TaskState.FAILED, TaskState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Task:
    """A snapshot of long work.

    text: what it does, how fast, and how long it will take; once it is over, what it came to.
    done, total, rate, seconds_left: as in Progress. problems: files that could not be read.
    seconds: how long it took, once it is over. minor: nobody wants to read of its end.
    in_bytes: done and total are an amount of data.
    """

    key: int
    title: str
    state: TaskState
    text: str = ""
    done: int = 0
    total: int | None = None
    rate: float = 0.0
    seconds_left: float | None = None
    problems: int = 0
    seconds: float = 0.0
    can_pause: bool = False
    can_cancel: bool = False
    minor: bool = False
    in_bytes: bool = False

    @property
    def line(self) -> str:
        """Everything worth saying about it now, on one line."""
        if self.state is TaskState.PAUSED:
            return wording.paused(self.title, self.done, self.total, in_bytes=self.in_bytes)
        if self.state is TaskState.WAITING:
            return wording.waiting(self.title)
        return self.text or self.title


class Control(Protocol):
    """What a CancelToken or RunControl offers."""

    def pause(self) -> None: ...

    def resume(self) -> None: ...

    def cancel(self) -> None: ...


class Tasks(QObject):
    """begun, changed, ended: each with the Task as it is then. removed(key): it left the list.

    Lives on the window's thread; workers tell their progress through a Relay.
    """

    begun = Signal(object)
    changed = Signal(object)
    ended = Signal(object)
    removed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handles: dict[int, TaskHandle] = {}
        self._sources: list[Control] = []
        self._last = 0

    def all(self) -> list[Task]:
        """What goes on, and what is over but can still be read, the oldest first."""
        return [handle.task for handle in self._handles.values()]

    def active(self) -> list[Task]:
        """What goes on, or waits."""
        return [task for task in self.all() if not task.state.over]

    def get(self, key: int) -> TaskHandle | None:
        """A task of the list."""
        return self._handles.get(key)

    def begin(
        self,
        title: str,
        control: Control | None = None,
        *,
        text: str = "",
        state: TaskState = TaskState.RUNNING,
        can_pause: bool = True,
        minor: bool = False,
    ) -> TaskHandle:
        """Show new long work. control: how it is paused and cancelled, where it can be."""
        self._last += 1
        can_cancel, can_pause = control is not None, control is not None and can_pause
        task = Task(
            self._last, title, state, text, can_pause=can_pause, can_cancel=can_cancel, minor=minor
        )
        handle = self._handles[task.key] = TaskHandle(self, task, control)
        self.begun.emit(task)
        return handle

    def add_source(self, control: Control) -> None:
        """Have pause() and resume() reach work that begins by itself, though none goes on now."""
        self._sources.append(control)

    @property
    def paused(self) -> bool:
        """Whether all that can be paused is."""
        states = [task.state for task in self.active() if task.can_pause]
        return bool(states) and all(state is TaskState.PAUSED for state in states)

    def pause(self) -> None:
        """Pause everything, and what would begin by itself."""
        for handle in list(self._handles.values()):
            handle.pause()
        for source in self._sources:
            source.pause()

    def resume(self) -> None:
        """Let everything go on."""
        for handle in list(self._handles.values()):
            handle.resume()
        for source in self._sources:
            source.resume()

    @Slot()
    def toggle(self) -> None:
        """Pause everything, or let it go on."""
        if self.paused:
            self.resume()
        else:
            self.pause()

    @Slot(int)
    def pause_one(self, key: int) -> None:
        """Pause one task."""
        if (handle := self.get(key)) is not None:
            handle.pause()

    @Slot(int)
    def resume_one(self, key: int) -> None:
        """Let one task go on."""
        if (handle := self.get(key)) is not None:
            handle.resume()

    @Slot(int)
    def cancel_one(self, key: int) -> None:
        """End one task."""
        if (handle := self.get(key)) is not None:
            handle.cancel()

    @Slot(int)
    def remove(self, key: int) -> None:
        """Take a task off the list."""
        if self._handles.pop(key, None) is not None:
            self.removed.emit(key)

    def settle(self, handle: TaskHandle) -> None:
        """What goes with the end of a task; what was over of the same title leaves the list."""
        task = handle.task
        for old in self.all():
            if old.state.over and old.title == task.title and old.key != task.key:
                self.remove(old.key)
        self.ended.emit(task)
        if task.minor and task.state is not TaskState.FAILED:
            self.remove(task.key)
        else:
            QTimer.singleShot(KEEP_MS, self, partial(self.remove, task.key))


class TaskHandle:
    """For whoever does the work, and whoever wants it paused. Used on the window's thread."""

    def __init__(self, tasks: Tasks, task: Task, control: Control | None) -> None:
        self._tasks = tasks
        self._control = control
        self._began = time.monotonic()
        self.task = task

    def show(self, progress: Progress, text: str = "") -> None:
        """Say how far it is. text: in words, by default those for indexing."""
        waiting = self.task.state is TaskState.WAITING
        self._change(
            state=TaskState.RUNNING if waiting else self.task.state,
            text=text or wording.progress(progress),
            done=progress.done,
            total=progress.total,
            rate=progress.rate,
            seconds_left=progress.seconds_left,
            problems=progress.unreadable,
            in_bytes=progress.stage is Stage.DOWNLOADING,
        )

    def finish(self, text: str = "", problems: int = 0) -> None:
        """It is done. text: what it came to."""
        self._end(TaskState.DONE, text, problems)

    def fail(self, text: str) -> None:
        """It could not be done. text: why."""
        self._end(TaskState.FAILED, text, self.task.problems)

    def stopped(self, text: str = "") -> None:
        """It was cancelled. text: what to do to have it go on."""
        self._end(TaskState.CANCELLED, text, self.task.problems)

    def drop(self) -> None:
        """Take it off the list without a word."""
        self._tasks.remove(self.task.key)

    def pause(self) -> None:
        """Have it wait, where it can."""
        if self.task.can_pause and self._control is not None and not self.task.state.over:
            self._control.pause()
            self._change(state=TaskState.PAUSED)

    def resume(self) -> None:
        """Let it go on."""
        if self.task.state is TaskState.PAUSED and self._control is not None:
            self._control.resume()
            self.note_resumed()

    def note_resumed(self) -> None:
        """It goes on, as somebody else had it do."""
        if self.task.state is TaskState.PAUSED:
            self._change(state=TaskState.RUNNING)

    def cancel(self) -> None:
        """Have it end, where it can; a pause ends with it."""
        if self._control is not None and not self.task.state.over:
            self._change(can_pause=False, can_cancel=False, text=wording.stopping())
            self._control.cancel()
            self._control.resume()

    def _end(self, state: TaskState, text: str, problems: int) -> None:
        if self.task.state.over:
            return
        seconds = time.monotonic() - self._began
        self.task = replace(
            self.task,
            state=state,
            text=text,
            problems=problems,
            seconds=seconds,
            can_pause=False,
            can_cancel=False,
        )
        self._tasks.settle(self)

    def _change(self, **values: object) -> None:
        self.task = replace(self.task, **values)  # type: ignore[arg-type]
        # One that was dropped has nobody to tell.
        if self._tasks.get(self.task.key) is self:
            self._tasks.changed.emit(self.task)
