"""Opens the model in the background, so that the first search need not wait for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from photoclip.clip.session import DeviceReport
from photoclip.engine import Engine
from photoclip.errors import PhotoclipError
from photoclip.gui import wording
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers.tasks import TaskHandle, Tasks
from photoclip.gui.error_wording import message, reason


class Readiness(QObject):
    """told: the device that the model runs on, and more about both."""

    told = Signal(str, str)
    failed = Signal(object)

    def __init__(
        self, engine: Engine, bridge: Bridge, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._tasks = tasks
        self._task: TaskHandle | None = None
        self._ready = False
        self._told: DeviceReport | None = None

    @property
    def ready(self) -> bool:
        """Whether the model is open."""
        return self._ready

    @Slot()
    def warm_up(self) -> None:
        """Open the model, then load the vectors."""
        engine = self._engine

        def work() -> tuple[str, DeviceReport]:
            model = engine.model.get()
            engine.search.warm_up()
            return model.spec.name, model.device

        if self._task is None:
            self._task = self._tasks.begin(self.tr("Opening the model"), minor=True)
        self._bridge.run(Lane.SEARCH, work, self._tell, self._fail)

    def _tell(self, found: tuple[str, DeviceReport]) -> None:
        self._ready = True
        self._task_ended()
        self._engine.upkeep.start()
        self._tell_device(*found)

    @Slot()
    def look(self) -> None:
        """Tell once more where the model came to run elsewhere; cheap."""
        model = self._engine.model.loaded
        running = model.running if model is not None else None
        if self._ready and model is not None and running not in (None, self._told):
            assert running is not None
            self._tell_device(model.spec.name, running)

    def _tell_device(self, name: str, device: DeviceReport) -> None:
        self._told = device
        facts = self.tr("Model: {name}\nDevice: {device}").format(
            name=name, device=wording.device(device)
        )
        why = reason(device.reason) or self.tr("The fastest device of this computer.")
        lines = [facts, why, *filter(None, [reason(device.precision_reason)])]
        self.told.emit(wording.device(device), "\n".join(lines))

    def _fail(self, error: PhotoclipError) -> None:
        self._task_ended()
        self.told.emit(self.tr("No model"), message(error))
        self.failed.emit(error)

    def _task_ended(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.finish()
