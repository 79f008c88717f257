"""New photos get suggestions as they are indexed, beside the indexing and never in its way."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoclip.catalog.store import Catalog
from photoclip.closing import Closing
from photoclip.cores import give_way
from photoclip.domain import (
    LabelId,
    PhotoId,
    PhotoIds,
    Tag,
    TagSource,
    TagState,
    Vectors,
)
from photoclip.errors import PhotoclipError
from photoclip.index.chance import FEWEST, still_holds
from photoclip.index.vectors import cosines as cosines_with
from photoclip.tagging.exclusive import Reached, settle
from photoclip.tagging.holding import Searched
from photoclip.tagging.scale import Scale, scale_of
from photoclip.tagging.standing import rows_of

log = logging.getLogger(__name__)

# Photos come in batches of some dozens; labels look at more of them at once.
_WAIT_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class _Measured:
    """The scale of a version over so many photos."""

    scale: Scale
    photos: int


@dataclass(frozen=True, slots=True)
class _Applied:
    """What is needed of a version: its number, vector (dim,), and threshold."""

    label: LabelId
    number: int
    vector: Vectors
    threshold: float


class Following(Closing):
    """Compares new photos with the labels that were applied, as these were then. Thread-safe.

    Versions hold what photos are compared with, so that no text tower is loaded for this.
    """

    def __init__(self, catalog: Catalog, searched: Callable[[], Searched]) -> None:
        self._catalog = catalog
        self._searched = searched
        self._changed = threading.Condition()
        self._waiting: list[PhotoId] = []
        self._thread: threading.Thread | None = None
        self._closed = False
        self._scales: dict[tuple[LabelId, int], _Measured] = {}

    def added(self, ids: Sequence[PhotoId]) -> None:
        """Photos whose vectors were just stored; returns at once."""
        with self._changed:
            if self._closed or not ids:
                return
            self._waiting += ids
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="suggestions")
                self._thread.start()

    def resume(self) -> None:
        """Take up photos that wait since a process ended too early or something failed.

        Raises LibraryError, ModelError.
        """
        self.wait()
        self.added(self._catalog.suggestions_due.photos(self._searched().model.fingerprint))

    def wait(self) -> None:
        """Return when all that was added has its suggestions."""
        with self._changed:
            self._changed.wait_for(lambda: self._thread is None)

    def close(self) -> None:
        """Look at what is waiting, and take nothing more."""
        with self._changed:
            self._closed = True
            thread = self._thread
            self._changed.notify_all()
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        give_way()
        while ids := self._next():
            try:
                self.suggest(ids)
            except PhotoclipError as error:
                log.warning("new photos got no suggestions: %s", error)

    def _next(self) -> list[PhotoId]:
        with self._changed:
            if self._waiting:
                self._changed.wait_for(lambda: self._closed, _WAIT_SECONDS)
            ids, self._waiting = self._waiting, []
            if not ids:
                self._thread = None
                self._changed.notify_all()
            return ids

    def suggest(self, ids: Sequence[PhotoId]) -> int:
        """Store suggestions for these photos. Gives how many. Raises LibraryError, ModelError."""
        searched = self._searched()
        fingerprint = searched.model.fingerprint
        versions = self._versions(fingerprint)
        found: list[Tag] = []
        if versions:
            everyone, vectors = searched.vectors()
            if len(everyone) < FEWEST:
                # They wait for others.
                return 0
            rows = rows_of(everyone, np.unique(np.asarray(ids, np.int64)))
            found = self._passing(versions, everyone, vectors, rows)
        with self._catalog.transaction():
            if _numbers(self._versions(fingerprint)) == _numbers(versions):
                self._catalog.suggestions_due.done(fingerprint, ids)
                return self._store(found)
        # Labels were applied meanwhile, or that was taken back, also by another process.
        return self.suggest(ids)

    def _passing(
        self,
        versions: dict[LabelId, _Applied],
        everyone: PhotoIds,
        vectors: Vectors,
        rows: NDArray[np.intp],
    ) -> list[Tag]:
        labels = self._catalog.labels.all()
        reached = {
            label.id: self._reached(versions[label.id], everyone, vectors, rows)
            for label in labels
            if label.id in versions
        }
        settled = settle(labels, reached, self._catalog.tags.given)
        return [
            Tag(photo, label.id, state, TagSource.AUTO, score, versions[label.id].number)
            for label in labels
            if label.id in settled
            for state in [TagState.ACCEPTED if label.automatic else TagState.SUGGESTED]
            for photo, score in settled[label.id].pairs()
        ]

    def _versions(self, model: str) -> dict[LabelId, _Applied]:
        """Those that were applied with the model in use, and found anything."""
        newest = self._catalog.labels.newest()
        if not newest:
            return {}
        return {
            label: _Applied(label, version.number, version.vector, version.threshold)
            for label, version in newest.items()
            if version.model == model
            and version.threshold is not None
            and version.vector is not None
        }

    def _reached(
        self, version: _Applied, everyone: PhotoIds, vectors: Vectors, rows: NDArray[np.intp]
    ) -> Reached:
        cosines = cosines_with(vectors[rows], version.vector)
        scores = self._scale(version, vectors).scores(cosines)
        passing = scores >= version.threshold
        return Reached(everyone[rows[passing]], scores[passing])

    def _scale(self, version: _Applied, vectors: Vectors) -> Scale:
        key = version.label, version.number
        known = self._scales.get(key)
        if known is None or not still_holds(known.photos, len(vectors)):
            cosines = cosines_with(vectors, version.vector)
            known = self._scales[key] = _Measured(scale_of(cosines), len(vectors))
        return known.scale

    def _store(self, found: Sequence[Tag]) -> int:
        there = self._catalog.tags.of_photos({tag.photo for tag in found})
        known = {(tag.photo, tag.label) for some in there.values() for tag in some}
        return self._catalog.tags.put([tag for tag in found if (tag.photo, tag.label) not in known])


def _numbers(versions: dict[LabelId, _Applied]) -> dict[LabelId, int]:
    return {label: version.number for label, version in versions.items()}
