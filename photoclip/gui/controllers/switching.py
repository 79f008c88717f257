"""Changes over to another model once it has embedded the library, as a task among the others."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from photoclip.cores import give_way
from photoclip.domain import CancelToken, Progress
from photoclip.engine import Engine
from photoclip.errors import Cancelled, ModelError, PhotoclipError
from photoclip.gui import wording
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers.preferences import Preferences
from photoclip.gui.controllers.tasks import TaskHandle, Tasks, TaskState
from photoclip.gui.error_wording import message
from photoclip.gui.relay import Relay
from photoclip.library.switching import Switch, Switched
from photoclip.settings import Settings, changed_over


class Switching(QObject):
    """progressed(Progress): how far the next model is. over(Switched, str): search goes by it now,
    and by what choice it went before.


    waits(Switched): nothing that it lacks is within reach. refused(PhotoclipError): a model that
    was chosen cannot be used. failed(PhotoclipError): it could not be embedded with; that in use
    stays.
    """

    progressed = Signal(object)
    over = Signal(object, str)
    waits = Signal(object)
    refused = Signal(object)
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
        self._engine = engine
        self._bridge = bridge
        self._tasks = tasks
        self._preferences = preferences
        self._tell = Relay(bridge, self._show)
        self._task: TaskHandle | None = None
        self._token: CancelToken | None = None
        self._switch: Switch | None = None
        self._choice: object = None
        self._given_up = self._paused = False
        # What is ready to be changed over to, and what to tell once that is done.
        self._complete: Switch | None = None
        self._report: tuple[Switched | None, str] = (None, "")
        # A switch that waits for a drive is tried again without a word.
        self._quiet = False
        tasks.add_source(self)

    # What the person wants.

    @Slot(str)
    def use(self, choice: str, *, now: bool = False) -> None:
        """Search with a model: at once where it is complete, else as soon as it is.

        choice: as in the settings; "" is the embedded model. The last choice counts.
        """
        self._choice = asked = object()
        engine = self._engine

        def take(wanted: Settings) -> None:
            if self._choice is asked:
                self._preferences.change(model=wanted.model, next_model=wanted.next_model)

        work = lambda: engine.choosing(choice, now=now)  # noqa: E731
        self._bridge.run(Lane.FOLDERS, work, take, self.refused.emit)

    @Slot()
    def use_now(self) -> None:
        """Change over to the next model with what it has embedded so far."""
        if self._preferences.settings.next_model:
            self._change_over()

    @Slot()
    def stay(self) -> None:
        """Stay with the model in use; the vectors that there are of the other stay, too."""
        self._choice = None
        self._preferences.change(next_model="")

    def pause(self) -> None:
        """Have the embedding wait, also one that begins later."""
        self._paused = True
        if self._token is not None:
            self._token.pause()

    def resume(self) -> None:
        """Let it go on."""
        self._paused = False
        if self._token is not None:
            self._token.resume()
        if self._task is not None:
            self._task.note_resumed()

    def cancel(self) -> None:
        """As stay(): whoever cancels the task does not want the model."""
        self._given_up = True
        self.stop()

    # What happened elsewhere.

    @Slot()
    def start(self) -> None:
        """Go on with a switch where there is one, also where another was chosen."""
        switch = self._engine.switch
        if self._token is not None:
            if switch is not self._switch:
                self.stop()
        elif switch is not None and switch is not self._complete:
            self._run(switch)

    @Slot()
    def stop(self) -> None:
        """End the run; start() goes on."""
        if self._token is not None:
            self._token.cancel()

    @Slot()
    def settle(self) -> None:
        """The engine goes by other settings."""
        report, before = self._report
        if report is not None and self._engine.switch is not self._complete:
            self._report, self._complete = (None, ""), None
            self.over.emit(report, before)
        self.start()

    @Slot(object)
    def give_up(self, error: PhotoclipError) -> None:
        """The engine could not go by other settings."""
        if isinstance(error, ModelError) and self._report[0] is not None:
            self._report, self._complete = (None, ""), None
            self.stay()

    # The rest.

    def _run(self, switch: Switch) -> None:
        self._switch, self._token = switch, CancelToken()
        self._given_up = False
        if self._paused:
            self._token.pause()
        if not self._quiet:
            self._begin()
        token = self._token

        def work() -> Switched:
            give_way()
            return switch.run(token, self._tell)

        # Without the run's own token: the answer is wanted even when the run is cancelled.
        self._bridge.run(Lane.SWITCH, work, self._done, self._fail)

    def _begin(self) -> TaskHandle:
        state = TaskState.PAUSED if self._paused else TaskState.RUNNING
        text = self.tr("Opening the next model…")
        self._task = self._tasks.begin(self.tr("Changing the model"), self, text=text, state=state)
        return self._task

    def _show(self, progress: Progress) -> None:
        if self._token is None or not progress.total:
            return
        (self._task or self._begin()).show(progress)
        self.progressed.emit(progress)

    def _done(self, report: Switched) -> None:
        task, current = self._end()
        if not current:
            return
        self._quiet = not report.complete
        if report.complete:
            if task is not None:
                task.finish(wording.switched(report))
            self._complete, self._report = self._switch, (report, self._preferences.settings.model)
            self._change_over()
        else:
            if task is not None:
                task.stopped(wording.switch_waits(report))
            self.waits.emit(report)

    def _fail(self, error: PhotoclipError) -> None:
        task, current = self._end()
        if not current:
            return
        cancelled, self._quiet = isinstance(error, Cancelled), False
        if task is not None and not cancelled:
            task.fail(message(error))
        elif task is not None and self._given_up:
            task.stopped(self.tr("The model in use stays"))
        elif task is not None:
            task.drop()
        if self._given_up or isinstance(error, ModelError):
            self.stay()
        if not cancelled:
            self.failed.emit(error)

    def _end(self) -> tuple[TaskHandle | None, bool]:
        """The task of the run that ended, and whether its model is still wanted."""
        self._tell.drop()
        self._token = None
        task, self._task = self._task, None
        current = self._engine.switch is self._switch
        if not current:
            if task is not None:
                task.drop()
            self.start()
        return task, current

    def _change_over(self) -> None:
        wanted = changed_over(self._preferences.settings)
        self._preferences.change(model=wanted.model, next_model="")
