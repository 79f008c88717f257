"""Compares two models on a worker, as a task among the others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from photoclip.cores import give_way
from photoclip.domain import CancelToken, Progress
from photoclip.engine import Engine
from photoclip.errors import Cancelled, PhotoclipError
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers.tasks import TaskHandle, Tasks
from photoclip.gui.error_wording import message
from photoclip.gui.relay import Relay
from photoclip.search.contrast import Comparison


class ComparisonRun(QObject):
    """One comparison at a time. begun; progressed(Progress); told(Comparison); ended, whatever came
    of it; failed(PhotoclipError) before that where it could not be done.
    """

    begun = Signal()
    progressed = Signal(object)
    told = Signal(object)
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
        """Whether a comparison goes on."""
        return self._token is not None

    def start(self, choices: tuple[str, str], queries: Sequence[str], photos: int) -> None:
        """Compare two models, named as in the settings; nothing where one is under way."""
        if self._token is not None:
            return
        comparer, self._token = self._engine.comparer, CancelToken()
        token = self._token
        text = self.tr("Opening the models…")
        self._task = self._tasks.begin(self.tr("Comparing models"), token, text=text)

        def work() -> Comparison:
            give_way()
            return comparer.compare(
                choices, queries, photos=photos, cancel=token, progress=self._tell
            )

        self.begun.emit()
        # Without the token: the end is told even when it is cancelled.
        self._bridge.run(Lane.COMPARE, work, self._done, self._fail)

    @Slot()
    def stop(self) -> None:
        """End it; vectors made so far stay."""
        if self._token is not None:
            self._token.cancel()
            self._token.resume()

    def _show(self, progress: Progress) -> None:
        if self._task is not None:
            self._task.show(progress)
        self.progressed.emit(progress)

    def _done(self, found: Comparison) -> None:
        task = self._end()
        if task is not None:
            task.finish(self.tr("The models are compared"))
        self.told.emit(found)
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
