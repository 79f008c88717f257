"""The photos that pass filters, remembered while a person types on."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence

import numpy as np

from photoclip.catalog.criteria import Filter
from photoclip.catalog.store import Catalog
from photoclip.domain import FolderScope, Listing, PhotoId, PhotoIds

# Each may hold the ids of all photos.
_REMEMBERED = 8

# Without filters: all photos that can be seen.
_Key = tuple[int, int, tuple[Filter, ...]]


def arranged(listing: Listing, order: PhotoIds) -> Listing:
    """Photos of a list in another order, (n,), which may name more."""
    there = np.isin(order, np.asarray(listing.ids, np.int64))
    return Listing([PhotoId(photo) for photo in order[there].tolist()])


class Passing:
    """Asks the catalog once for the same filters, until files or ratings change. Thread-safe."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._lock = threading.Lock()
        self._known: OrderedDict[_Key, PhotoIds] = OrderedDict()

    def of(self, filters: Sequence[Filter]) -> PhotoIds | None:
        """Ids of the photos that pass all of them, ascending; None where there is no filter."""
        if not filters:
            return None
        return self._remembered(tuple(filters), lambda: self._catalog.photos.matching(filters))

    def count(self, filters: Sequence[Filter], within: FolderScope | None = None) -> int:
        """How many visible photos pass all of them."""
        photos = self._catalog.photos
        if within is None:
            # Many saved searches are counted one after the other.
            visible = self._remembered((), photos.visible_ids)
        else:
            visible = photos.visible_ids(within)
        passing = self.of(filters)
        return len(visible) if passing is None else int(np.isin(visible, passing).sum())

    def _remembered(self, filters: tuple[Filter, ...], read: Callable[[], PhotoIds]) -> PhotoIds:
        # What photos tell is read with their files, so it does not change without these; ratings
        # may come from sidecars.
        key = self._catalog.files_generation, self._catalog.annotations.generation, filters
        with self._lock:
            known = self._known.get(key)
            if known is not None:
                self._known.move_to_end(key)
                return known
        found = read()
        found.flags.writeable = False
        with self._lock:
            self._known[key] = found
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return found
