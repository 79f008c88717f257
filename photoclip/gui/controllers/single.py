"""One piece of long work at a time on a worker, as a task among the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from photoclip.cores import give_way
from photoclip.domain import CancelToken, Progress, ProgressCallback
from photoclip.engine import Engine
from photoclip.errors import Cancelled, PhotoclipError
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers.tasks import TaskHandle, Tasks
from photoclip.gui.error_wording import message
from photoclip.gui.relay import Relay

T = TypeVar("T")


class SingleTask(QObject):
    """begun(title); progressed(Progress); ended, whatever came of it.

    failed(PhotoclipError), before ended: it could not be done. Heirs name the lane, have signals
    for what came of their work, and say it in words.
    """

    begun = Signal(str)
    progressed = Signal(object)
    failed = Signal(object)
    ended = Signal()

    LANE: ClassVar[Lane]

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
    def stop(self) -> None:
        """End what goes on."""
        if self._token is not None:
            self._token.cancel()
            self._token.resume()

    def _run(
        self,
        title: str,
        work: Callable[[CancelToken, ProgressCallback], T],
        in_words: Callable[[T], str],
        tell: Callable[[T], None],
        *,
        text: str = "",
    ) -> None:
        """Do it on a worker; nothing where work is under way.

        in_words: what came of it, for the list of tasks. tell: emits it. text: what is shown
        until the first progress.
        """
        if self._token is not None:
            return
        token = self._token = CancelToken()
        self._task = self._tasks.begin(title, token, text=text)

        def on_worker() -> T:
            give_way()
            return work(token, self._tell)

        def done(found: T) -> None:
            task = self._end()
            if task is not None:
                (task.stopped if self._is_partial(found) else task.finish)(in_words(found))
            tell(found)
            self.ended.emit()

        self.begun.emit(title)
        # Without the token: the end is told even when it is cancelled.
        self._bridge.run(self.LANE, on_worker, done, self._fail)

    def _progress_in_words(self, progress: Progress) -> str:
        """How far it is; "" for the words that tasks have by themselves."""
        del progress
        return ""

    def _is_partial(self, found: object) -> bool:
        """Whether that is what came of it before it was stopped."""
        del found
        return False

    def _show(self, progress: Progress) -> None:
        if self._task is not None:
            self._task.show(progress, self._progress_in_words(progress))
        self.progressed.emit(progress)

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
