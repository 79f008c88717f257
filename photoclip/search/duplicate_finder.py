"""Finds photos that are one picture, and series of them, in a whole library."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import numpy as np
from PIL import Image

from photoclip.catalog.store import Catalog
from photoclip.cores import allowed_cores
from photoclip.domain import (
    CancelToken,
    Photo,
    PhotoId,
    PhotoIds,
    Progress,
    ProgressCallback,
    Stage,
    Vectors,
    no_progress,
)
from photoclip.errors import ImageError
from photoclip.images.decode import Decoder
from photoclip.images.likeness import Likeness, Look, compare, look_at
from photoclip.images.thumbnails import ThumbnailCache
from photoclip.search.candidates import Pairs, by_embedding, by_hash
from photoclip.search.duplicates import Duplicate, DuplicateGroup, DuplicateKind, ranked
from photoclip.search.series import SERIES_SECONDS, pairs_in_a_row, related, usual_likeness
from photoclip.search.unions import Unions

_TOGETHER = 256
# Grey pictures of photos that are compared: about 4 kB each.
_LOOKS_KEPT = 20_000

# The embeddings of the model in use: ids (n,) ascending, and unit vectors (n, dim).
VectorSource = Callable[[], tuple[PhotoIds, Vectors]]
Links = dict[tuple[PhotoId, PhotoId], Likeness]
T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Finds:
    """groups: those that take most disk first. unseen: photos within no reach to be looked at."""

    groups: list[DuplicateGroup]
    unseen: int


class DuplicateFinder:
    """Looks through the library when it is asked to. Thread-safe; changes no photo."""

    def __init__(
        self,
        catalog: Catalog,
        thumbnails: ThumbnailCache,
        decoder: Decoder,
        vectors: VectorSource,
    ) -> None:
        self._catalog = catalog
        self._thumbnails = thumbnails
        self._decoder = decoder
        self._vectors = vectors

    def find(
        self,
        kinds: Iterable[DuplicateKind] = DuplicateKind,
        *,
        cancel: CancelToken | None = None,
        progress: ProgressCallback = no_progress,
    ) -> Finds:
        """All groups of these kinds; a photo is in one group of a kind at most.

        The first time every photo is looked at, which the catalog remembers where it may be
        written. Raises Cancelled.
        """
        search = _Search(self, cancel or CancelToken(), progress)
        kinds = set(kinds)
        groups: list[DuplicateGroup] = []
        if DuplicateKind.CONTENT in kinds:
            groups += search.contents()
        copies: list[DuplicateGroup] = []
        shots: Links = {}
        if kinds & {DuplicateKind.PICTURE, DuplicateKind.SERIES}:
            copies, shots = search.pictures()
        if DuplicateKind.PICTURE in kinds:
            groups += copies
        if DuplicateKind.SERIES in kinds:
            groups += search.series(copies, shots)
        groups.sort(key=lambda group: group.size, reverse=True)
        return Finds(groups, search.unseen)


class _Search:
    """One look through the library."""

    def __init__(
        self, finder: DuplicateFinder, cancel: CancelToken, progress: ProgressCallback
    ) -> None:
        self._catalog = finder._catalog
        self._thumbnails = finder._thumbnails
        self._decoder = finder._decoder
        self._cancel = cancel
        self._progress = progress
        self._looks: dict[PhotoId, Look | None] = {}
        self.unseen = 0
        self._vectors = finder._vectors

    def contents(self) -> Iterator[DuplicateGroup]:
        """Photos that lie at several places."""
        several = {
            photo: paths
            for photo, paths in self._catalog.files.paths_of(self._visible()).items()
            if len(paths) > 1
        }
        for photo, known in self._catalog.photos.many(several).items():
            members = [Duplicate(known, path) for path in several[photo]]
            yield DuplicateGroup.of(DuplicateKind.CONTENT, members)

    def pictures(self) -> tuple[list[DuplicateGroup], Links]:
        """Groups of photos that are one picture, and pairs that a camera took one by one.

        Neighbours in a chain may have nothing in common with each other, so every member of a
        group is the same picture as the one proposed to be kept: see _reached().
        """
        found: Links = {}
        shots: Links = {}
        unions: Unions[PhotoId] = Unions()
        pairs = self._candidates()
        moments = self._moments(pairs)
        fresh = lambda pair: not unions.joined(*pair[0])  # noqa: E731
        for (pair, _), likeness in self._each(Stage.COMPARING, pairs, self._compare, fresh):
            if likeness is None or not likeness.same:
                continue
            if _apart(moments, *pair):
                shots[pair] = likeness
            else:
                found[pair] = likeness
                unions.join(*pair)
        groups: list[DuplicateGroup] = []
        for members in unions.groups():
            groups += self._around_the_best(self._members(members), found, shots)
        return groups, shots

    def series(self, copies: Iterable[DuplicateGroup], shots: Links) -> Iterator[DuplicateGroup]:
        """Groups of photos that were taken one after the other and are very much alike."""
        ids, vectors = self._vectors()
        rows = {PhotoId(int(photo)): row for row, photo in enumerate(ids)}
        copied = {
            one.photo.id: number for number, group in enumerate(copies) for one in group.members
        }
        successive = list(pairs_in_a_row(self._catalog.photos.many(rows).values()))
        threshold = usual_likeness(vectors, related(rows, copied, successive))
        links = dict(shots)
        for one, other in successive:
            cosine = float(vectors[rows[one.id]] @ vectors[rows[other.id]])
            same = copied.get(one.id, -1) == copied.get(other.id, -2)
            if cosine >= threshold and not same:
                links.setdefault(_ordered(one.id, other.id), Likeness(cosine))
        unions: Unions[PhotoId] = Unions()
        for pair in links:
            unions.join(*pair)
        for group in unions.groups():
            members = self._members(group)
            if len(members) > 1:
                yield DuplicateGroup.of(DuplicateKind.SERIES, members)

    def _candidates(self) -> list[tuple[tuple[PhotoId, PhotoId], bool]]:
        """Pairs that are worth a closer look, and whether one is the other's nearest."""
        ids, hashes = self._hashes()
        alike = by_hash(hashes, self._cancel)
        vector_ids, vectors = self._vectors()
        began = time.monotonic() - self._cancel.waited
        near = by_embedding(
            vectors,
            self._cancel,
            lambda done: self._tell(Stage.COMPARING, done, len(vectors), self._since(began)),
        )
        named = {_pair(ids, row): False for row in alike}
        named |= {
            _pair(vector_ids, row): bool(first)
            for row, first in zip(near.pairs, near.nearest, strict=True)
        }
        return list(named.items())

    def _moments(
        self, pairs: Iterable[tuple[tuple[PhotoId, PhotoId], bool]]
    ) -> dict[PhotoId, datetime]:
        """When photos were taken, as far as a camera wrote that."""
        named = sorted({photo for pair, _ in pairs for photo in pair})
        found: dict[PhotoId, datetime] = {}
        for start in range(0, len(named), _LOOKS_KEPT):
            for photo, known in self._catalog.photos.many(
                named[start : start + _LOOKS_KEPT]
            ).items():
                if known.metadata.taken_at is not None:
                    found[photo] = known.metadata.taken_at
        return found

    def _around_the_best(
        self, members: Sequence[Duplicate], links: Links, shots: Links
    ) -> Iterator[DuplicateGroup]:
        """Groups in which everything is the same picture as the best of it."""
        left = ranked(members)
        while len(left) > 1:
            self._cancel.check()
            best, *others = left
            pairs = [(_ordered(best.photo.id, one.photo.id), True) for one in others]
            unknown = [pair for pair in pairs if pair[0] not in links and pair[0] not in shots]
            for (pair, _), likeness in self._each(Stage.COMPARING, unknown, self._compare):
                if likeness is not None and likeness.same:
                    links[pair] = likeness
            for one, (pair, _) in zip(others, pairs, strict=True):
                if 0 < _seconds_apart(best.photo, one.photo) <= SERIES_SECONDS:
                    # Something else is a copy of both.
                    shots.setdefault(pair, Likeness(0.0))
            reached = _reached(best.photo.id, [one.photo.id for one in others], links)
            same = [
                replace(one, likeness=reached[one.photo.id])
                for one in others
                if one.photo.id in reached and not _seconds_apart(best.photo, one.photo)
            ]
            if same:
                yield DuplicateGroup.of(DuplicateKind.PICTURE, [best, *same])
            taken = {one.photo.id for one in same}
            left = [one for one in others if one.photo.id not in taken]

    def _members(self, photos: Iterable[PhotoId]) -> list[Duplicate]:
        """Those of the photos that still have a file."""
        ids = list(photos)
        paths = self._catalog.files.paths_of(ids)
        known = self._catalog.photos.many(ids)
        return [
            Duplicate(known[one], paths[one][0]) for one in ids if one in paths and one in known
        ]

    def _hashes(self) -> tuple[PhotoIds, np.ndarray[tuple[int, ...], np.dtype[np.uint64]]]:
        """Hashes of all photos that can be looked at, made now where they are not known."""
        lacking = self._catalog.looks.lacking()
        new: list[tuple[PhotoId, int]] = []
        for photo, look in self._each(Stage.LOOKING, lacking, self._look):
            if look is None:
                self.unseen += 1
                continue
            new.append((photo, look.hash))
            if len(new) >= _TOGETHER and self._catalog.writable:
                self._catalog.looks.put(new)
                new = []
        if self._catalog.writable:
            self._catalog.looks.put(new)
            new = []
        ids, hashes = self._catalog.looks.all()
        more = np.array([photo for photo, _ in new], np.int64)
        values = np.array([value for _, value in new], np.uint64)
        return np.concatenate([ids, more]), np.concatenate([hashes, values])

    def _look(self, photo: PhotoId) -> Look | None:
        """A photo as it is compared, from its thumbnail; None where nothing can be seen of it."""
        known = self._looks.get(photo)
        if known is not None:
            return known
        for file in self._catalog.files.of_photo(photo):
            try:
                thumbnail = self._thumbnails.make(file.path, self._decoder)
                picture = Image.open(thumbnail) if isinstance(thumbnail, Path) else thumbnail
                with picture:
                    look = look_at(picture)
            except (ImageError, OSError):
                continue  # another place may be within reach
            self._keep(photo, look)
            return look
        return None

    def _keep(self, photo: PhotoId, look: Look) -> None:
        if len(self._looks) >= _LOOKS_KEPT:
            self._looks.clear()
        self._looks[photo] = look

    def _compare(self, pair: tuple[tuple[PhotoId, PhotoId], bool]) -> Likeness | None:
        (one, other), nearest = pair
        looks = self._look(one), self._look(other)
        if looks[0] is None or looks[1] is None:
            return None
        return compare(looks[0], looks[1], tilts=nearest)

    def _each(
        self,
        stage: Stage,
        things: Sequence[T],
        work: Callable[[T], R],
        wanted: Callable[[T], bool] | None = None,
    ) -> Iterator[tuple[T, R]]:
        """What work gives for each thing, on all cores, in their order.

        wanted: asked shortly before, whether it still needs to be done.
        """
        began = time.monotonic() - self._cancel.waited
        with ThreadPoolExecutor(allowed_cores(), thread_name_prefix="duplicates") as pool:
            for start in range(0, len(things), _TOGETHER):
                self._cancel.check()
                some = things[start : start + _TOGETHER]
                open_ones = [thing for thing in some if wanted is None or wanted(thing)]
                yield from zip(open_ones, pool.map(work, open_ones), strict=True)
                self._tell(stage, start + len(some), len(things), self._since(began))

    def _since(self, began: float) -> float:
        return time.monotonic() - self._cancel.waited - began

    def _tell(self, stage: Stage, done: int, total: int, seconds: float) -> None:
        self._progress(Progress.after(seconds, stage, done, total))

    def _visible(self) -> list[PhotoId]:
        return [PhotoId(photo) for photo in self._catalog.photos.visible_ids().tolist()]


def _pair(ids: PhotoIds, row: Pairs) -> tuple[PhotoId, PhotoId]:
    return _ordered(PhotoId(int(ids[row[0]])), PhotoId(int(ids[row[1]])))


def _ordered(one: PhotoId, other: PhotoId) -> tuple[PhotoId, PhotoId]:
    return min(one, other), max(one, other)


def _apart(moments: Mapping[PhotoId, datetime], one: PhotoId, other: PhotoId) -> bool:
    """Whether a camera took two photos at different times; a copy keeps the time, or loses it."""
    return one in moments and other in moments and moments[one] != moments[other]


def _reached(best: PhotoId, others: Sequence[PhotoId], links: Links) -> dict[PhotoId, Likeness]:
    """What is the same picture as the best one, directly or through others, and how alike it is.

    What shows all of the same picture can be passed through, so that one that was tilted leads to
    one that was turned. Of the links on a way one at most may be between a picture and a part of
    it, or the parts of a collage would be one picture.
    """
    found: dict[PhotoId, Likeness] = {best: Likeness(1.0)}
    partial: set[PhotoId] = set()
    for wholes in (True, False):
        # Ways without a part first: they lead further.
        waiting = list(found)
        while waiting:
            here = waiting.pop()
            for one in others:
                link = links.get(_ordered(here, one)) if one not in found else None
                if link is None or not (link.whole or (not wholes and here not in partial)):
                    continue
                found[one] = found[here].then(link)
                if not link.whole or here in partial:
                    partial.add(one)
                waiting.append(one)
    del found[best]
    return found


def _seconds_apart(one: Photo, other: Photo) -> float:
    """Between two moments; 0 where a camera wrote down one of them at most."""
    begin, end = one.metadata.taken_at, other.metadata.taken_at
    return abs((end - begin).total_seconds()) if begin and end else 0.0
