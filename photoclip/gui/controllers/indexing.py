"""Indexing and watching in the background, told to the window a few times a second."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from photoclip.cores import give_way
from photoclip.domain import CancelToken, IndexReport, Progress, ProgressCallback, Stage
from photoclip.engine import Engine
from photoclip.errors import Cancelled, PhotoclipError
from photoclip.gui import wording
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers.tasks import TaskHandle, Tasks, TaskState
from photoclip.gui.relay import Relay

# While photos come in, the grid is brought up to date this often; in a large library, where that
# costs more, so many milliseconds apart for each photo.
REFRESH_MS = 1200
REFRESH_MS_PER_PHOTO = 0.05


class IndexRun(Protocol):
    """One of the engine's ways to index."""

    def __call__(self, *, cancel: CancelToken, progress: ProgressCallback) -> IndexReport: ...


class Indexing(QObject):
    """progressed(Progress); ended(IndexReport or None where stopped); failed(PhotoclipError).

    photos_changed: the catalog holds other photos than before. photos: how many are shown.
    One task stands for all runs, whoever began them; a pause holds for those to come as well.
    """

    progressed = Signal(object)
    ended = Signal(object)
    failed = Signal(object)
    photos_changed = Signal()

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
        self._watched_run = False
        self._next: IndexRun | None = None
        self._follows = False
        self._since_refresh = QElapsedTimer()
        self._last_done = 0
        self._last_told = (0, IndexReport())
        self.photos = 0
        tasks.add_source(self)

    @property
    def running(self) -> bool:
        """Whether a run that start() began is under way."""
        return self._token is not None

    def watch(self) -> None:
        """Watch the folders for as long as the window is open."""
        self._bridge.run(Lane.INDEX, self._watch)

    def start(self) -> None:
        """Bring all folders up to date; once more afterwards where a run is under way."""
        self._run_or_wait(self._engine.library.index)

    def look_in(self, folder: Path) -> None:
        """Bring one folder up to date; after a run that is under way."""
        self._run_or_wait(partial(self._engine.library.index, folders=[folder]))

    def retry(self) -> None:
        """Read the files again that could not be read; after a run that is under way."""
        self._run_or_wait(self._engine.library.retry_problems)

    def go_on(self, *, retry: bool = False) -> None:
        """As start() or retry(), but without an end to a pause: nobody asked for photos."""
        library = self._engine.library
        self._follow(library.retry_problems if retry else library.index)

    def pause(self) -> None:
        """Have the present run wait, and those that changes on disk begin meanwhile."""
        self._engine.library.watched.pause()
        if self._token is not None:
            self._token.pause()
        if self._task is None:
            self._begin(TaskState.PAUSED)

    def resume(self) -> None:
        """Let indexing go on."""
        self._engine.library.watched.resume()
        if self._token is not None:
            self._token.resume()
        self._go_on_or_leave()

    def cancel(self) -> None:
        """Stop indexing; what is committed stays, the rest comes with the next start."""
        self._next = None
        if self._token is not None:
            self._token.cancel()
        self._engine.library.watched.cancel()

    def close(self) -> None:
        """Stop without telling anybody."""
        if self._token is not None:
            self._token.cancel()

    def _run_or_wait(self, run: IndexRun) -> None:
        # Whoever asks for photos now does not want them to wait.
        self.resume()
        self._follow(run)

    def _follow(self, run: IndexRun) -> None:
        if self._token is not None:
            self._next = run
        else:
            self._follows = False
            self._start(run)

    def _start(self, run: IndexRun) -> None:
        self._token = token = CancelToken()
        paused = self._engine.library.watched.paused
        if paused:
            token.pause()
        if self._task is None:
            self._begin(TaskState.PAUSED if paused else TaskState.RUNNING)
        # Without the run's own token: the answer is wanted even when the run is cancelled.
        self._bridge.run(Lane.INDEX, lambda: self._run(run, token), self._done, self._fail)

    def _begin(self, state: TaskState) -> TaskHandle:
        text = wording.progress(Progress(Stage.SCANNING, 0))
        self._task = self._tasks.begin(self.tr("Indexing"), self, text=text, state=state)
        return self._task

    def _go_on_or_leave(self) -> None:
        if self._task is None:
            return
        if self._token is None and not self._watched_run:
            # It stood for a pause in which nothing came.
            self._task.drop()
            self._task = None
        else:
            self._task.note_resumed()

    # On workers.

    def _run(self, run: IndexRun, token: CancelToken) -> tuple[IndexReport, bool]:
        """The report, and whether any folder is watched."""
        return run(cancel=token, progress=self._tell), bool(self._engine.library.roots())

    def _watch(self) -> None:
        give_way()
        self._engine.library.watch(self._tell_report, self._tell, self._tell_error)

    def _tell_report(self, report: IndexReport) -> None:
        self._bridge.post(lambda: self._watched(report))

    def _tell_error(self, error: PhotoclipError) -> None:
        self._bridge.post(lambda: self._watch_failed(error))

    # On the window's thread.

    def _show(self, progress: Progress) -> None:
        self._watched_run = self._watched_run or self._token is None
        task = self._task or self._begin(TaskState.RUNNING)
        task.show(progress)
        self.progressed.emit(progress)
        if progress.done != self._last_done and self._is_time():
            self._last_done = progress.done
            self._since_refresh.start()
            self.photos_changed.emit()

    def _is_time(self) -> bool:
        wait = max(REFRESH_MS, round(REFRESH_MS_PER_PHOTO * self.photos))
        return not self._since_refresh.isValid() or self._since_refresh.hasExpired(wait)

    def _watched(self, report: IndexReport) -> None:
        self._watch_ended()
        if not self.running:
            self._finish(self._with_last(report), "")
        self.photos_changed.emit()

    def _watch_failed(self, error: PhotoclipError) -> None:
        self._watch_ended()
        failure = None if isinstance(error, Cancelled) else error
        if not self.running:
            self._break_off(failure)
        self.photos_changed.emit()
        if failure is not None:
            self.failed.emit(failure)

    def _watch_ended(self) -> None:
        self._tell.drop()
        self._watched_run = False
        self._engine.upkeep.start()

    def _done(self, found: tuple[IndexReport, bool]) -> None:
        report, watching = found
        self._run_ended()
        # What the run before came to is worth more than that nothing came after it.
        says = watching and not self._follows
        self._finish(report, self.tr("Up to date") if says else "")
        self._go_on()

    def _fail(self, error: PhotoclipError) -> None:
        failure = None if isinstance(error, Cancelled) else error
        self._run_ended()
        self._break_off(failure)
        self._go_on()
        if failure is not None:
            self.failed.emit(failure)

    def _run_ended(self) -> None:
        self._token = None
        self._tell.drop()
        self._engine.upkeep.start()

    def _go_on(self) -> None:
        self.photos_changed.emit()
        run, self._next = self._next, None
        if run is not None:
            self._start(run)

    def _finish(self, report: IndexReport, nothing_new: str) -> None:
        """nothing_new: what to say where nothing is, "" to leave what was said before."""
        task = self._leave_task()
        came_to = wording.report(report) or nothing_new
        if task is not None and came_to:
            self._last_told = (task.task.key, report)
            task.finish(came_to, report.unreadable)
            self._follows = True
        elif task is not None:
            task.drop()
        self.ended.emit(report)

    def _with_last(self, report: IndexReport) -> IndexReport:
        """Photos that come in bit by bit are one thing to a person, while it can still be read."""
        key, last = self._last_told
        if self._tasks.get(key) is None or not wording.report(report):
            return report
        return replace(
            report,
            new=last.new + report.new,
            changed=last.changed + report.changed,
            unreadable=last.unreadable + report.unreadable,
        )

    def _break_off(self, error: PhotoclipError | None) -> None:
        task = self._leave_task()
        if task is not None and error is None:
            task.stopped(self.tr("Indexing was stopped · F5 goes on with it"))
        elif task is not None:
            task.fail(self.tr("Indexing does not work now"))
        self.ended.emit(None)

    def _leave_task(self) -> TaskHandle | None:
        task, self._task = self._task, None
        return task
