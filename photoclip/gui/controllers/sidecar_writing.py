"""Plans, writes and takes back tags in sidecars on a worker, as tasks among the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot

from photoclip.domain import CancelToken, PhotoId, ProgressCallback
from photoclip.gui import sidecar_wording
from photoclip.gui.bridge import Lane, ignore
from photoclip.gui.controllers.single import SingleTask
from photoclip.library.sidecars import SidecarReport

Photos = Sequence[PhotoId] | None


class SidecarWriting(SingleTask):
    """planned(SidecarReport, bool): what would be written, or taken back.

    written(SidecarReport, bool): what was. counted(int): so many sidecars hold what was written.
    """

    planned = Signal(object, bool)
    written = Signal(object, bool)
    counted = Signal(int)

    LANE = Lane.SIDECARS

    @Slot()
    def count(self) -> None:
        """Find out how many sidecars there are to take back."""
        self._bridge.run(self.LANE, self._engine.sidecars.written, self.counted.emit, ignore)

    def plan(self, photos: Photos, *, undo: bool) -> None:
        """What writing the tags of photos (None: all), or taking them back, would do."""
        sidecars = self._engine.sidecars

        def work(cancel: CancelToken, progress: ProgressCallback) -> SidecarReport:
            run = sidecars.undo if undo else sidecars.write
            return run(photos, cancel=cancel, progress=progress, dry_run=True)

        def tell(report: SidecarReport) -> None:
            self.planned.emit(report, undo)
            self.count()

        self._run(self.tr("Comparing tags with sidecars"), work, sidecar_wording.planned, tell)

    def write(self, photos: Photos, *, undo: bool) -> None:
        """Do it."""
        sidecars = self._engine.sidecars

        def work(cancel: CancelToken, progress: ProgressCallback) -> SidecarReport:
            run = sidecars.undo if undo else sidecars.write
            return run(photos, cancel=cancel, progress=progress)

        def tell(report: SidecarReport) -> None:
            self.written.emit(report, undo)
            self.count()

        in_words: Callable[[SidecarReport], str] = lambda report: sidecar_wording.done(  # noqa: E731
            report, undone=undo
        )
        title = self.tr("Taking tags out of sidecars") if undo else self.tr("Writing sidecars")
        self._run(title, work, in_words, tell)
