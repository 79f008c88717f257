"""Photos, and lists of them, for other places and programs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from photoclip.domain import CancelToken, PhotoId, Progress
from photoclip.engine import Engine
from photoclip.errors import Cancelled, PhotoclipError
from photoclip.gui import wording
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers.tasks import TaskHandle, Tasks
from photoclip.gui.error_wording import message
from photoclip.gui.relay import Relay
from photoclip.library.copying import CopyReport
from photoclip.library.export import TAG_COLUMNS, as_csv, as_json, tags_as_json, write


class Exporting(QObject):
    """copied(CopyReport): it is over. written(Path): a list is there. failed(PhotoclipError)."""

    copied = Signal(object)
    written = Signal(object)
    failed = Signal(object)

    def __init__(
        self, engine: Engine, bridge: Bridge, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._tasks = tasks
        self._running: set[CancelToken] = set()

    def copy(self, photos: Sequence[PhotoId], folder: Path) -> None:
        """Copy photos to a folder, as one of the tasks."""
        cancel, copying = CancelToken(), self._engine.export.copying
        task = self._tasks.begin(self.tr("Copying photos"), cancel)
        relay = Relay(self._bridge, partial(_show, task, cancel))
        self._running.add(cancel)

        def over() -> None:
            relay.drop()
            self._running.discard(cancel)

        def done(report: CopyReport) -> None:
            over()
            task.finish(wording.copied(report), len(report.problems))
            self.copied.emit(report)

        def failed(error: PhotoclipError) -> None:
            over()
            if isinstance(error, Cancelled):
                task.stopped(self.tr("What was copied stays."))
            else:
                task.fail(message(error))
                self.failed.emit(error)

        work = partial(copying.copy, photos, folder, cancel, relay)
        self._bridge.run(Lane.COPY, work, done, failed)

    def write(
        self, path: Path, photos: Sequence[PhotoId], scores: Sequence[float | None], query: str
    ) -> None:
        """Write a list of photos: JSON where the name ends so, else CSV."""
        export = self._engine.export

        def work() -> Path:
            rows = export.rows_of(photos, scores)
            is_json = path.suffix.lower() == ".json"
            write(path, as_json(rows, query) if is_json else as_csv(rows))
            return path

        self._bridge.run(Lane.COPY, work, self.written.emit, self.failed.emit)

    def write_tags(self, path: Path, photos: Sequence[PhotoId]) -> None:
        """Write the tags of photos: JSON where the name ends so, else CSV."""
        export = self._engine.export

        def work() -> Path:
            rows = export.tagged(photos)
            is_json = path.suffix.lower() == ".json"
            write(path, tags_as_json(rows) if is_json else as_csv(rows, TAG_COLUMNS))
            return path

        self._bridge.run(Lane.COPY, work, self.written.emit, self.failed.emit)

    def close(self) -> None:
        """End all copying."""
        for cancel in self._running:
            cancel.cancel()


def _show(task: TaskHandle, cancel: CancelToken, progress: Progress) -> None:
    if not cancel.cancelled:
        task.show(progress)
