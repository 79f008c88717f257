"""Shows what the library does for itself among the tasks, where it takes long."""

from __future__ import annotations

from PySide6.QtCore import QObject

from photoclip.domain import Progress
from photoclip.errors import Cancelled, PhotoclipError
from photoclip.gui.bridge import Bridge
from photoclip.gui.controllers.tasks import TaskHandle, Tasks
from photoclip.gui.error_wording import message
from photoclip.gui.relay import Relay
from photoclip.library.upkeep import Upkeep


class UpkeepTasks(QObject):
    """Building the graph that large libraries are searched through."""

    def __init__(
        self, upkeep: Upkeep, bridge: Bridge, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._upkeep = upkeep
        self._bridge = bridge
        self._tasks = tasks
        self._task: TaskHandle | None = None
        self._tell = Relay(bridge, self._show)
        self._upkeep.listen(self._tell, self._tell_end)

    # On the thread of upkeep.

    def _tell_end(self, error: PhotoclipError | None) -> None:
        self._bridge.post(lambda: self._ended(error))

    # On the window's thread.

    def _show(self, progress: Progress) -> None:
        if self._task is None:
            if progress.total is None or progress.done >= progress.total:
                # Over before anybody could read it.
                return
            title, control = self.tr("Preparing search"), self._upkeep.control
            self._task = self._tasks.begin(title, control, minor=True)
        self._task.show(progress)

    def _ended(self, error: PhotoclipError | None) -> None:
        self._tell.drop()
        task, self._task = self._task, None
        if task is None:
            return
        if error is None:
            task.finish()
        elif isinstance(error, Cancelled):
            task.stopped()
        else:
            task.fail(message(error))
