"""Embeds photos that are known with another model, and changes nothing else that is known."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from photoclip.catalog.store import Catalog
from photoclip.clip.current import CurrentModel
from photoclip.cores import allowed_cores
from photoclip.domain import CancelToken, PhotoId, ProgressCallback, Root, Stage
from photoclip.errors import ModelOutputError
from photoclip.images.decode import Decoder
from photoclip.library.chosen import ChosenModel
from photoclip.library.embed import HOPELESS, Pace
from photoclip.library.plan import is_within_reach
from photoclip.library.prepare import Preparer
from photoclip.library.run import QUEUED, TICK_SECONDS, Batch, BatchCallback
from photoclip.library.work import Cause, Known, Outcome, Prepared, Unreadable, WorkItem
from photoclip.library.workers import Workers
from photoclip.meter import Meter

log = logging.getLogger(__name__)


_AWAY = "no file of it is within reach"
_CHANGED = "its file is not what it was"


def nobody_else() -> bool:
    """A `busy` for callers that nothing goes before."""
    return False


@dataclass(slots=True)
class Filled:
    """embedded: photos that have a vector now. left: those that give none now, with the reason.

    refused: how many of these the model is at fault for. seconds: of work, without pauses.
    """

    embedded: int = 0
    refused: int = 0
    left: dict[PhotoId, str] = field(default_factory=dict)
    seconds: float = 0.0


class Backfill:
    """Used for one model; embed() on one thread at a time."""

    def __init__(
        self,
        catalog: Catalog,
        model: ChosenModel,
        decoder: Decoder,
        pixel_limit: int,
        on_batch: BatchCallback,
        *,
        busy: Callable[[], bool] = nobody_else,
        workers: int | None = None,
    ) -> None:
        """on_batch: told what was committed. busy: whether other work goes before just now.

        workers: threads that read, by default one for each core that this process may use.
        """
        self._catalog = catalog
        self._model = model
        self._decoder = decoder
        self._pixel_limit = pixel_limit
        self._on_batch = on_batch
        self._busy = busy
        self._workers = workers or allowed_cores()

    def embed(
        self, photos: Sequence[PhotoId], cancel: CancelToken, progress: ProgressCallback
    ) -> Filled:
        """Embed photos, each from the first of its places that can be read.

        What is committed stays. Raises Cancelled, LibraryError, and ModelError where the model
        cannot be used or gives no vectors any more.
        """
        preparer = Preparer(self._catalog, self._model, self._decoder, None, self._pixel_limit)
        return _Filling(self, preparer, photos, cancel, progress).go()


def embed_with(
    fill: Callable[[ChosenModel], Backfill],
    catalog: Catalog,
    model: CurrentModel,
    photos: Sequence[PhotoId],
    cancel: CancelToken,
    progress: ProgressCallback,
) -> int:
    """Embed photos with a model; how many have a vector now. Raises as Backfill.embed().

    Also ModelOutputError where the model gives nothing for any of those that can be read.
    """
    filled = fill(ChosenModel(catalog, model.get, lambda: model.fingerprint)).embed(
        photos, cancel, progress
    )
    if filled.refused and not filled.embedded:
        raise ModelOutputError(next(iter(filled.left.values())))
    return filled.embedded


class _Filling:
    """One call of embed()."""

    def __init__(
        self,
        backfill: Backfill,
        preparer: Preparer,
        photos: Sequence[PhotoId],
        cancel: CancelToken,
        progress: ProgressCallback,
    ) -> None:
        self._catalog = backfill._catalog
        self._model = backfill._model
        self._on_batch = backfill._on_batch
        self._busy = backfill._busy
        self._workers = backfill._workers
        self._preparer = preparer
        self._cancel = cancel
        self._stood = 0.0
        self._pace = Pace(self._model.get)
        self._filled = Filled()
        self._in_a_row = 0
        self._photos: dict[WorkItem, PhotoId] = {}
        self._again: list[PhotoId] = list(photos)
        self._meter = Meter(progress, Stage.EMBEDDING, len(photos), self._clock)

    def go(self) -> Filled:
        began, place = self._clock(), 0
        try:
            while self._again:
                photos, self._again = self._again, []
                roots = [r for r in self._catalog.roots.all() if is_within_reach(self._catalog, r)]
                self._pass(self._items(photos, place, {root.id: root for root in roots}))
                place += 1
        finally:
            self._filled.seconds = self._clock() - began
            self._tell(at_any_rate=True)
        return self._filled

    def _items(
        self, photos: Sequence[PhotoId], place: int, roots: dict[int, Root]
    ) -> Iterator[WorkItem]:
        """The files that photos are to be read from, which is another one at each try."""
        for photo in photos:
            files = [file for file in self._catalog.files.of_photo(photo) if file.root in roots]
            if place >= len(files):
                self._filled.left.setdefault(photo, _AWAY)
                continue
            root = roots[files[place].root]
            relative = files[place].path.relative_to(root.path).as_posix()
            item = WorkItem(root, relative, Cause.BACKLOG)
            self._photos[item] = photo
            yield item

    def _pass(self, items: Iterator[WorkItem]) -> None:
        batch = Batch()
        paused = lambda: self._cancel.paused or self._busy()  # noqa: E731
        with Workers(self._workers, items, self._preparer.prepare, QUEUED, paused) as workers:
            while not workers.finished:
                self._give_way()
                outcome = workers.get(TICK_SECONDS)
                if isinstance(outcome, Prepared):
                    batch.add(outcome)
                elif outcome is not None:
                    self._settle(outcome)
                if batch.prepared and batch.is_due(self._pace.batch_size):
                    self._commit(batch.prepared)
                    batch = Batch()
                self._tell()
            self._give_way()
            self._commit(batch.prepared)

    def _give_way(self) -> None:
        """Wait while the work is paused, or other work goes before. Raises Cancelled."""
        self._cancel.check()
        began, pause = time.monotonic(), threading.Event()
        waited = self._cancel.waited
        while self._busy():
            pause.wait(TICK_SECONDS)
            self._cancel.check()
        self._stood += time.monotonic() - began - (self._cancel.waited - waited)

    def _settle(self, outcome: Outcome) -> None:
        """What became of a file that gave no pixels."""
        photo = self._photos.pop(outcome.item)
        if isinstance(outcome, Known) and outcome.photo == photo:
            self._embedded([photo])
        else:
            self._try_elsewhere(photo, getattr(outcome, "reason", "") or _CHANGED)

    def _try_elsewhere(self, photo: PhotoId, reason: str) -> None:
        self._filled.left.setdefault(photo, reason)
        self._again.append(photo)

    def _commit(self, batch: Sequence[Prepared]) -> None:
        if not batch:
            return
        embedded = self._pace.embed(batch)
        self._note_refused(embedded.failed, any_good=bool(embedded.prepared))
        with self._catalog.transaction():
            asked = [self._photos.pop(one.item) for one in embedded.prepared]
            rows = [row for row, one in enumerate(embedded.prepared) if self._is(asked[row], one)]
            ids, vectors = [asked[row] for row in rows], embedded.vectors[rows]
            if ids:
                self._catalog.embeddings.put(self._model.entered_id(), ids, vectors)
        for photo in set(asked).difference(ids):
            self._try_elsewhere(photo, _CHANGED)
        if ids:
            self._embedded(ids)
            self._on_batch(ids, vectors)

    def _is(self, photo: PhotoId, one: Prepared) -> bool:
        """Whether a file still holds the photo; if not, indexing sees to it."""
        found = self._catalog.photos.by_hash(one.content_hash)
        return found is not None and found.id == photo

    def _embedded(self, ids: Sequence[PhotoId]) -> None:
        for photo in ids:
            self._filled.left.pop(photo, None)
        self._filled.embedded += len(ids)

    def _note_refused(self, failed: Sequence[Unreadable], *, any_good: bool) -> None:
        """Batches may be small: what fails once and again is the model's fault, not the photos'."""
        for one in failed:
            self._filled.left[self._photos.pop(one.item)] = one.reason
        self._filled.refused += len(failed)
        self._in_a_row = len(failed) if any_good else self._in_a_row + len(failed)
        if self._in_a_row >= HOPELESS and not any_good:
            raise ModelOutputError(failed[-1].reason)

    def _tell(self, *, at_any_rate: bool = False) -> None:
        left = max(0, len(self._filled.left) - len(self._again))
        tell = self._meter.tell if at_any_rate else self._meter.update
        tell(self._filled.embedded + left, left)

    def _clock(self) -> float:
        """Seconds that stand still while the work waits."""
        return time.monotonic() - self._cancel.waited - self._stood
