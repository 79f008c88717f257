"""Applies labels to photos on a worker, as a task; what would change is told first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from photoclip.domain import CancelToken, Label, PhotoId, PhotoIds, ProgressCallback
from photoclip.gui import label_wording
from photoclip.gui.bridge import Lane
from photoclip.gui.controllers.single import SingleTask
from photoclip.tagging.applying import Mode, Outcome

Among = Callable[[], "Sequence[PhotoId] | PhotoIds"]


@dataclass(frozen=True, slots=True)
class Target:
    """Photos that labels can be applied to. among: finds them, on a worker; None: all there are."""

    key: str
    text: str
    among: Among | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """Labels to apply, to what, and how."""

    labels: tuple[Label, ...]
    target: Target
    mode: Mode = Mode.SUGGEST


class LabelWork(SingleTask):
    """foreseen(Request, list of Outcome): what would change. applied: what changed."""

    foreseen = Signal(object, object)
    applied = Signal(object, object)

    LANE = Lane.TAGGING

    def foresee(self, request: Request) -> None:
        """Find out what would change; nothing where work is under way."""
        title = self.tr("Looking what would change")
        self._apply(title, request, dry_run=True)

    def apply(self, request: Request) -> None:
        """Do it; nothing where work is under way."""
        self._apply(self.tr("Applying labels"), request, dry_run=False)

    def undo(self, outcomes: Sequence[Outcome]) -> None:
        """Put back what was before; what people said since stays."""
        tagging = self._engine.tagging

        def work(cancel: CancelToken, progress: ProgressCallback) -> None:
            del cancel, progress
            tagging.undo_apply(outcomes)

        def tell(_: None) -> None:
            self.applied.emit(None, [])

        title = self.tr("Taking labels back")
        self._run(title, work, lambda _: self.tr("Labels are as they were."), tell)

    def _apply(self, title: str, request: Request, *, dry_run: bool) -> None:
        tagging = self._engine.tagging

        def work(cancel: CancelToken, progress: ProgressCallback) -> list[Outcome]:
            among = request.target.among() if request.target.among is not None else None
            return tagging.apply(
                request.labels,
                among,
                request.mode,
                dry_run=dry_run,
                cancel=cancel,
                progress=progress,
            )

        def in_words(outcomes: list[Outcome]) -> str:
            if dry_run:
                return label_wording.would_change(outcomes, accept=accepts(request))
            return label_wording.changed(outcomes)

        def tell(outcomes: list[Outcome]) -> None:
            (self.foreseen if dry_run else self.applied).emit(request, outcomes)

        self._run(title, work, in_words, tell)


def accepts(request: Request) -> bool:
    """Whether photos get the labels at once."""
    return request.mode is Mode.ACCEPT or all(label.automatic for label in request.labels)
