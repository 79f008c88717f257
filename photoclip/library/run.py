"""One indexing run: scan, then read, embed and commit, batch by batch."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from photoclip.catalog.store import Catalog
from photoclip.domain import (
    CancelToken,
    FolderScope,
    IndexReport,
    PhotoId,
    ProgressCallback,
    Root,
    RootId,
    Stage,
    Vectors,
)
from photoclip.errors import Cancelled
from photoclip.library.annotating import Annotator
from photoclip.library.chosen import NO_MODEL, ChosenModel
from photoclip.library.embed import Pace
from photoclip.library.plan import Plan, Planner, backlog, note_offline
from photoclip.library.prepare import FRESH_SECONDS, Preparer
from photoclip.library.relink import identity_of
from photoclip.library.work import Gone, Outcome, Prepared, PutOff, WorkItem
from photoclip.library.workers import Workers
from photoclip.library.writer import Writer
from photoclip.meter import Meter

BatchCallback = Callable[[Sequence[PhotoId], Vectors], None]

# How often a file that is being written is tried once more before it is left to the next run.
SECOND_TRIES = 2
# Contents that are known need no vectors; so many of them are committed together.
SETTLED_TOGETHER = 256
# A batch that does not fill up is embedded after so long, so that single photos come at once.
DRY_SECONDS = 0.3
TICK_SECONDS = 0.1
# Enough for the next batch to wait while one is being embedded.
QUEUED = 32


class IndexingCancelled(Cancelled):
    """A run was cancelled. report: what it did until then, all of which is committed."""

    def __init__(self, report: IndexReport) -> None:
        super().__init__()
        self.report = report


@dataclass(slots=True)
class Batch:
    """What was read but not committed yet."""

    prepared: list[Prepared] = field(default_factory=list)
    settled: list[Outcome] = field(default_factory=list)
    since: float = 0.0

    def add(self, outcome: Outcome) -> None:
        if isinstance(outcome, Prepared):
            self.prepared.append(outcome)
        else:
            self.settled.append(outcome)
        self.since = time.monotonic()

    def is_due(self, size: int) -> bool:
        """Whether it is full, or nothing came for a while."""
        if len(self.prepared) >= size or len(self.settled) >= SETTLED_TOGETHER:
            return True
        pending = bool(self.prepared or self.settled)
        return pending and time.monotonic() - self.since >= DRY_SECONDS


class Run:
    """Used once."""

    def __init__(
        self,
        catalog: Catalog,
        model: ChosenModel,
        preparer: Preparer,
        ignore: Sequence[str],
        own: Sequence[Path],
        workers: int,
        cancel: CancelToken,
        progress: ProgressCallback,
        on_batch: BatchCallback,
    ) -> None:
        self._catalog = catalog
        self._model = model
        self._preparer = preparer
        self._ignore = ignore
        self._own = own
        self._workers = workers
        self._cancel = cancel
        self._progress = progress
        self._on_batch = on_batch
        self._report = IndexReport()
        self._handled = 0
        self._embedded = 0
        self._put_off: list[WorkItem] = []
        self._pace = Pace(model.get)
        self._annotator = self._annotated()
        self.plan = Plan()

    def go(self, parts: Sequence[tuple[Root, str]], *, everything: bool) -> IndexReport:
        """Index these (root, relative folder) pairs. everything: the backlog of the model, too.

        Raises IndexingCancelled, ModelError, LibraryError. What was committed stays.
        """
        began = self._clock()
        try:
            self.plan = self._scan(parts)
            self._annotator.read(self.plan)
            self._index(everything)
            self._annotator.finish()
        except Cancelled as error:
            self._report.seconds = self._clock() - began
            raise IndexingCancelled(self._report) from error
        self._report.seconds = self._clock() - began
        return self._report

    def _scan(self, parts: Sequence[tuple[Root, str]]) -> Plan:
        meter = Meter(self._progress, Stage.SCANNING, clock=self._clock)
        seen: dict[RootId, int] = {}

        def on_folder(root: Root, files: int) -> None:
            seen[root.id] = files
            meter.update(sum(seen.values()), detail=str(root.path))

        planner = Planner(self._catalog, self._ignore, self._own, self._cancel, on_folder)
        plan = planner.plan(parts)
        meter.tell(sum(seen.values()))
        return plan

    def _index(self, everything: bool) -> None:
        writer = Writer(self._catalog, self.plan, self._report)
        writer.begin()
        waiting = self._backlog() if everything else []
        total = len(self.plan.items) + len(waiting)
        meter = Meter(self._progress, Stage.INDEXING, total, self._clock)
        began = self._clock()
        try:
            reach = [root for root in self._catalog.roots.all() if root.id in self.plan.identities]
            items = itertools.chain(self.plan.items, backlog(self._catalog, waiting, reach))
            self._pass(items, total, writer, meter)
            self._try_again(writer, meter)
            writer.finish(self._lost())
            if everything:
                self._note_complete()
            # What is being written, or out of reach, is left to the next run.
            self._handled = total
        finally:
            seconds = self._clock() - began
            self._report.images_per_second = self._embedded / seconds if self._embedded else 0.0
            meter.tell(self._handled, self._report.unreadable)

    def _annotated(self) -> Annotator:
        """Reads keywords and ratings of other programs."""
        meters: list[Meter] = []

        def on_step(read: int) -> None:
            # Hardly any run has to read any, and then it is not worth telling.
            if not meters:
                meters.append(Meter(self._progress, Stage.SCANNING, clock=self._clock))
            meters[0].update(read)

        return Annotator(self._catalog, self._preparer.pixel_limit, self._cancel, on_step)

    def _backlog(self) -> list[PhotoId]:
        """Photos that the model in use has not embedded; asks for the model only if there are."""
        if self._catalog.photos.is_empty():
            return []
        return self._catalog.photos.ids_without_embedding(self._model.known_id())

    def _note_complete(self) -> None:
        """Going back to this model is safe from now on, whatever comes in meanwhile."""
        model = self._model.known_id()
        if model != NO_MODEL and not self._catalog.models.was_complete(model):
            # What is left could not be read just now, or is on its way.
            self._catalog.models.note_complete(model)

    def _pass(self, items: Iterator[WorkItem], count: int, writer: Writer, meter: Meter) -> None:
        if count == 0:
            return
        batch = Batch()
        threads = min(self._workers, count)
        prepare, paused = self._preparer.prepare, lambda: self._cancel.paused
        with Workers(threads, items, prepare, QUEUED, paused) as workers:
            while not workers.finished:
                self._cancel.check()
                outcome = workers.get(TICK_SECONDS)
                if outcome is not None:
                    self._take(outcome, batch)
                if batch.is_due(self._batch_size(batch)):
                    self._commit(batch, writer)
                    batch = Batch()
                meter.update(self._handled, self._report.unreadable)
            self._cancel.check()
            self._commit(batch, writer)

    def _batch_size(self, batch: Batch) -> int:
        return self._pace.batch_size if batch.prepared else 1

    def _take(self, outcome: Outcome, batch: Batch) -> None:
        if isinstance(outcome, PutOff):
            self._put_off.append(outcome.item)
        elif isinstance(outcome, Gone):
            self._handled += 1
        else:
            batch.add(outcome)

    def _commit(self, batch: Batch, writer: Writer) -> None:
        before = len(writer.waiting)
        if not batch.prepared:
            if batch.settled:
                writer.commit(batch.settled)
        else:
            embedded = self._pace.embed(batch.prepared)
            model = self._model.entered_id()
            settled = [*batch.settled, *embedded.failed]
            ids = writer.commit(settled, embedded.prepared, embedded.vectors, model)
            self._embedded += len(ids)
            if ids:
                self._on_batch(ids, embedded.vectors)
        self._handled += len(batch.prepared) + len(batch.settled) + before - len(writer.waiting)
        self._annotator.settle_at_times()

    def _try_again(self, writer: Writer, meter: Meter) -> None:
        """Another look at files that were being written, and at twins whose original was."""
        for _ in range(SECOND_TRIES):
            again = [*self._put_off, *(twin.item for twin in writer.waiting)]
            self._put_off, writer.waiting = [], []
            if not again:
                return
            self._wait(FRESH_SECONDS)
            self._pass(iter(again), len(again), writer, meter)

    def _wait(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        pause = threading.Event()
        while (left := until - time.monotonic()) > 0:
            self._cancel.check()
            pause.wait(min(left, TICK_SECONDS))

    def _lost(self) -> list[RootId]:
        """Roots that went offline during the run; noted as such, with their files as offline."""
        lost = []
        for number, identity in self.plan.identities.items():
            root = self._catalog.roots.get(number)
            if root is not None and identity_of(root.path) != identity:
                note_offline(self._catalog, root)
                self._report.offline += self._catalog.files.count(FolderScope(number))
                lost.append(number)
        return lost

    def _clock(self) -> float:
        """Seconds that stand still while the run is paused."""
        return time.monotonic() - self._cancel.waited
