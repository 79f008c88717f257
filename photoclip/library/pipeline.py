"""Brings the catalog in step with the disk. See run.py for the way a photo takes."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from photoclip.catalog.store import Catalog
from photoclip.cores import allowed_cores
from photoclip.domain import (
    CancelToken,
    IndexReport,
    PhotoId,
    Problem,
    ProgressCallback,
    Root,
    Vectors,
    no_progress,
)
from photoclip.images.decode import Decoder
from photoclip.images.thumbnails import ThumbnailCache
from photoclip.library.chosen import ChosenModel
from photoclip.library.plan import parts_of
from photoclip.library.prepare import Preparer
from photoclip.library.run import BatchCallback, IndexingCancelled, Run
from photoclip.settings import Settings

if TYPE_CHECKING:
    from photoclip.clip.encoder import ClipModel

__all__ = ["IndexingCancelled", "Pipeline"]

log = logging.getLogger(__name__)


def nobody_searches(ids: Sequence[PhotoId], vectors: Vectors) -> None:
    """An on_batch for callers without a live search."""
    del ids, vectors


class Pipeline:
    """Scan, read, embed, store. One index() at a time."""

    def __init__(
        self,
        catalog: Catalog,
        model: Callable[[], ClipModel],
        decoder: Decoder,
        thumbnails: ThumbnailCache,
        settings: Settings,
        *,
        fingerprint: Callable[[], str] | None = None,
        workers: int | None = None,
    ) -> None:
        """model: opens the model in use; called only when something has to be embedded.

        fingerprint: tells the model's fingerprint without opening it; without this the model is
        opened wherever a known photo might lack its vector. workers: threads, by default one for
        each core that this process may use.
        """
        self._catalog = catalog
        self._model = model
        self._decoder = decoder
        self._thumbnails = thumbnails
        self._settings = settings
        self._fingerprint = fingerprint
        self._workers = workers or allowed_cores()
        self._lock = threading.Lock()
        self._folder_problems: list[Problem] = []

    def folder_problems(self) -> list[Problem]:
        """Folders that the last full run could not list; what was known in them is kept."""
        with self._lock:
            return list(self._folder_problems)

    def index(
        self,
        roots: Sequence[Root] | None = None,
        *,
        folders: Sequence[Path] | None = None,
        cancel: CancelToken | None = None,
        progress: ProgressCallback = no_progress,
        on_batch: BatchCallback = nobody_searches,
    ) -> IndexReport:
        """Index roots (all, where None), or only some folders in them, with what lies below.

        on_batch: told the ids and unit vectors (n, dim) of newly embedded photos, after each
        commit. Both callbacks are called on this thread, progress at most ten times a second.

        Every file that was looked at is counted once in the report, as new, changed, unchanged,
        moved, unreadable or offline; removed counts rows. Files that vanish or are written while
        the run lasts are not counted; the next run sees them.

        Raises IndexingCancelled (a Cancelled with the report so far), ModelError where the model
        cannot be used, and LibraryError. What was committed stays, and the next run goes on.
        """
        chosen = ChosenModel(self._catalog, self._model, self._fingerprint)
        preparer = Preparer(
            self._catalog, chosen, self._decoder, self._thumbnails, self._settings.pixel_limit
        )
        run = Run(
            self._catalog,
            chosen,
            preparer,
            self._settings.ignore,
            [self._thumbnails.base],
            self._workers,
            cancel or CancelToken(),
            progress,
            on_batch,
        )
        watched = self._catalog.roots.all()
        if roots is not None:
            wanted = {root.id for root in roots}
            watched = [root for root in watched if root.id in wanted]
        report = run.go(parts_of(watched, folders), everything=folders is None)
        self._remember(run.plan.problems, full=folders is None)
        return report

    def _remember(self, problems: list[Problem], *, full: bool) -> None:
        for problem in problems:
            log.warning("%s cannot be listed: %s", problem.path, problem.reason)
        if full:
            with self._lock:
                self._folder_problems = problems
