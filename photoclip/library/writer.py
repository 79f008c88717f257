"""Commits what became of files, one transaction a batch, and counts it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from photoclip.catalog.store import Catalog
from photoclip.domain import (
    IndexReport,
    ModelId,
    PhotoFile,
    PhotoId,
    PhotoStatus,
    RootId,
    Vectors,
)
from photoclip.library.plan import Plan
from photoclip.library.relink import identity_of
from photoclip.library.work import (
    Cause,
    Known,
    Outcome,
    Prepared,
    Stamp,
    Twin,
    Unavailable,
    Unreadable,
    WorkItem,
)

# The cosine from which on a file holds the picture that it held before. One whose keywords were
# written comes to 1, one saved with more compression to .96, other photos to .7 at most.
SAME_PICTURE = 0.95


@dataclass(slots=True)
class _Counts:
    """What one transaction will have done, counted once it is committed."""

    new: int = 0
    changed: int = 0
    moved: int = 0
    unreadable: int = 0
    unchanged: int = 0


@dataclass(slots=True)
class Writer:
    """The one who writes during a run. Used from one thread.

    waiting: twins of contents that are not in the catalog yet.
    """

    catalog: Catalog
    plan: Plan
    report: IndexReport
    waiting: list[Twin] = field(default_factory=list)
    _movable: defaultdict[PhotoId, list[PhotoFile]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def begin(self) -> None:
        """Remove the rows of vanished files; those that may have moved are kept for finish()."""
        self.report.unchanged += self.plan.unchanged
        self.report.offline += self.plan.offline
        gone = []
        for file in self.plan.vanished:
            if file.photo is not None and file.size in self.plan.sizes:
                self._movable[file.photo].append(file)
            else:
                gone.append(file)
        self._remove(gone)

    def finish(self, lost: Iterable[RootId]) -> None:
        """Remove the rows that nothing was moved from. lost: roots that went offline meanwhile."""
        lost = set(lost)
        self._remove(
            [file for files in self._movable.values() for file in files if file.root not in lost]
        )
        self._movable.clear()

    def commit(
        self,
        outcomes: Sequence[Outcome],
        prepared: Sequence[Prepared] = (),
        vectors: Vectors | None = None,
        model: ModelId | None = None,
    ) -> list[PhotoId]:
        """Store outcomes, and prepared photos with their vectors (n, dim).

        Returns the ids of the prepared, in their order; a photo whose root is not watched any
        more is stored without a file. Twins of what is not stored yet go to `waiting`.
        """
        counts = _Counts()
        with self.catalog.transaction():
            watched = {root.id for root in self.catalog.roots.all()}
            before = [self._before(one.item) for one in prepared]
            ids = [self._store(one, watched, counts) for one in prepared]
            if vectors is not None and model is not None and ids:
                self.catalog.embeddings.put(model, ids, vectors)
                self._take_over(model, before, ids)
            here = [one for one in (*outcomes, *self.waiting) if one.item.root.id in watched]
            waiting = [one for one in here if not self._note(one, counts)]
        self.waiting = [one for one in waiting if isinstance(one, Twin)]
        self._count(counts)
        return ids

    def _before(self, item: WorkItem) -> PhotoId | None:
        """The photo that lay at the place of a file that changed."""
        file = self.catalog.files.by_path(item.path) if item.cause is Cause.CHANGED else None
        return file.photo if file is not None else None

    def _take_over(
        self, model: ModelId, before: Sequence[PhotoId | None], ids: Sequence[PhotoId]
    ) -> None:
        """What is said of a picture holds on where another program wrote into its file.

        A picture with a date has what a person said already, whatever it looks like now.
        """
        for old, photo in zip(before, ids, strict=True):
            if old is None or old == photo:
                continue
            both, vectors = self.catalog.embeddings.get(model, [old, photo])
            if len(both) == 2 and float(vectors[0] @ vectors[1]) >= SAME_PICTURE:
                self.catalog.photos.take_over(old, photo)

    def _store(self, one: Prepared, watched: set[RootId], counts: _Counts) -> PhotoId:
        photo = self.catalog.photos.upsert(
            one.content_hash, one.stamp.size, PhotoStatus.OK, "", one.metadata
        )
        self.catalog.annotations.put(photo, one.annotations)
        if one.item.root.id in watched:
            self._place(one.item, one.stamp, photo, counts)
        return photo

    def _note(self, outcome: Outcome, counts: _Counts) -> bool:
        """Store an outcome without a vector. Returns False where it has to wait."""
        match outcome:
            case Known(item, stamp, photo):
                self._place(item, stamp, photo, counts)
            case Twin(item, stamp, content_hash):
                return self._note_twin(item, stamp, content_hash, counts)
            case Unreadable():
                self._note_unreadable(outcome, counts)
            case Unavailable(item, stamp, reason):
                self._note_unavailable(item, stamp, reason, counts)
        return True

    def _note_twin(self, item: WorkItem, stamp: Stamp, digest: bytes, counts: _Counts) -> bool:
        photo = self.catalog.photos.by_hash(digest)
        if photo is None:
            return False
        if photo.status is PhotoStatus.OK:
            self._place(item, stamp, photo.id, counts)
        else:
            self._place_unreadable(item, stamp, photo.id, counts)
        return True

    def _note_unreadable(self, one: Unreadable, counts: _Counts) -> None:
        photo = self.catalog.photos.upsert(
            one.content_hash, one.stamp.size, PhotoStatus.UNREADABLE, one.reason, one.metadata
        )
        self._place_unreadable(one.item, one.stamp, photo, counts)

    def _note_unavailable(self, item: WorkItem, stamp: Stamp, reason: str, counts: _Counts) -> None:
        # On a drive that was lost meanwhile nothing can be read, which says nothing of the file.
        if identity_of(item.root.path) != self.plan.identities.get(item.root.id):
            return
        if item.cause is not Cause.BACKLOG:
            self._put(item, stamp, None, reason)
            counts.unreadable += 1

    def _place(self, item: WorkItem, stamp: Stamp, photo: PhotoId, counts: _Counts) -> None:
        self._put(item, stamp, photo)
        if item.cause is Cause.NEW:
            if self._moved_here(photo):
                counts.moved += 1
            else:
                counts.new += 1
        elif item.cause is Cause.CHANGED:
            counts.changed += 1

    def _place_unreadable(
        self, item: WorkItem, stamp: Stamp, photo: PhotoId, counts: _Counts
    ) -> None:
        self._put(item, stamp, photo)
        counts.unreadable += 1
        if item.cause is Cause.NEW:
            self._moved_here(photo)
        elif item.cause is Cause.BACKLOG:
            counts.unchanged -= 1

    def _moved_here(self, photo: PhotoId) -> bool:
        """Whether a file of this photo vanished elsewhere; its row is removed."""
        files = self._movable.get(photo)
        if not files:
            return False
        self.catalog.files.remove([files.pop().id])
        return True

    def _put(self, item: WorkItem, stamp: Stamp, photo: PhotoId | None, reason: str = "") -> None:
        self.catalog.files.put(
            item.root.id, item.relative, photo, stamp.size, stamp.mtime_ns, reason
        )

    def _remove(self, files: Sequence[PhotoFile]) -> None:
        if files:
            self.catalog.files.remove([file.id for file in files])
            self.report.removed += len(files)

    def _count(self, counts: _Counts) -> None:
        report = self.report
        report.new += counts.new
        report.changed += counts.changed
        report.moved += counts.moved
        report.unreadable += counts.unreadable
        report.unchanged += counts.unchanged
