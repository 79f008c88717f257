"""Examines models before they are used, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from photoclip.clip.opening import directory_of, examine_model, passed_before
from photoclip.clip.report import ModelReport
from photoclip.domain import CancelToken, Progress
from photoclip.engine import Engine
from photoclip.errors import ModelError, PhotoclipError
from photoclip.gui import locations, report_wording
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers.preferences import Preferences
from photoclip.gui.controllers.tasks import TaskHandle, Tasks
from photoclip.gui.error_wording import message
from photoclip.gui.relay import Relay
from photoclip.paths import Paths
from photoclip.settings import Settings


class Examining(QObject):
    """begun(str): a model is examined, named as the settings do. progressed(Progress).

    told(str, ModelReport): what came of it. ended: it was given up, or nobody needs it.
    use_wanted(str): a model may be used, and the person wants it. failed(PhotoclipError).
    """

    begun = Signal(str)
    progressed = Signal(object)
    told = Signal(str, object)
    ended = Signal()
    use_wanted = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        engine: Engine,
        bridge: Bridge,
        tasks: Tasks,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._bridge = engine, bridge
        self._tasks, self._preferences = tasks, preferences
        self._token: CancelToken | None = None
        self._task: TaskHandle | None = None
        self._relay: Relay | None = None

    @property
    def busy(self) -> bool:
        """Whether a model is being examined."""
        return self._token is not None

    @Slot(str)
    def want(self, choice: str) -> None:
        """Use a model: at once where it passed before, else after the person saw the report."""
        self._begin(choice, asked=False)

    @Slot(str)
    def check(self, choice: str) -> None:
        """Examine a model, whatever is known of it; told follows."""
        self._begin(choice, asked=True)

    @Slot()
    def stop(self) -> None:
        """Give up what goes on."""
        if self._token is not None:
            self._token.cancel()
            task = self._settle()
            if task is not None:
                task.stopped()
            self.ended.emit()

    def _begin(self, choice: str, *, asked: bool) -> None:
        self.stop()
        directory, token = directory_of(choice), CancelToken()
        relay = Relay(self._bridge, self._show)
        settings, paths = self._preferences.settings, self._engine.paths

        def work() -> ModelReport | None:
            if not asked and _passed(directory, settings, paths):
                return None
            return examine_model(directory, settings, paths, relay, token)

        self._token, self._relay = token, relay
        title = self.tr("Checking {name}").format(name=locations.shown(directory.name))
        self._task = self._tasks.begin(title, _Control(token, self.stop))
        self.begun.emit(choice)
        self._bridge.run(
            Lane.CHECK, work, lambda report: self._done(choice, report), self._fail, token
        )

    def _show(self, progress: Progress) -> None:
        if self._task is not None:
            self._task.show(progress, report_wording.step(progress.detail))
            self.progressed.emit(progress)

    def _done(self, choice: str, report: ModelReport | None) -> None:
        task = self._settle()
        if report is None:
            if task is not None:
                task.drop()
            self.ended.emit()
            self.use_wanted.emit(choice)
            return
        if task is not None:
            end = task.finish if report.ok else task.fail
            end(report_wording.outcome(report))
        self.told.emit(choice, report)

    def _fail(self, error: PhotoclipError) -> None:
        task = self._settle()
        if task is not None:
            task.fail(message(error))
        self.ended.emit()
        self.failed.emit(error)

    def _settle(self) -> TaskHandle | None:
        """It is over. Returns its task, whose end is to be told."""
        if self._relay is not None:
            self._relay.drop()
        task, self._task = self._task, None
        self._token = self._relay = None
        return task


@dataclass(frozen=True, slots=True)
class _Control:
    """How the list of tasks pauses and ends it."""

    token: CancelToken
    stop: Callable[[], None]

    def pause(self) -> None:
        self.token.pause()

    def resume(self) -> None:
        self.token.resume()

    def cancel(self) -> None:
        self.stop()


def _passed(directory: Path, settings: Settings, paths: Paths) -> bool:
    """Runs on a worker."""
    try:
        return passed_before(directory, settings, paths)
    except ModelError:
        # The report will say what is wrong.
        return False
