"""Labels as searches name them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from photoclip.catalog.store import Catalog
from photoclip.catalog.tags import TagCounts
from photoclip.domain import PhotoId
from photoclip.domain.names import nearest
from photoclip.errors import QueryError
from photoclip.search.query import FilterName


class LabelsOfQueries:
    """The labels of a library, for queries: what was accepted counts, suggestions do not."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._named: tuple[tuple[int, int, int], Mapping[str, int | None]] | None = None

    def photos(self, kind: FilterName, name: str) -> Sequence[PhotoId]:
        """Photos with a label or one below it. Raises QueryError."""
        del kind
        labels = self._catalog.labels.meant(name)
        if not labels:
            raise self._unknown(name)
        found = self._catalog.tags.photos_with([label.id for label in labels])
        return [PhotoId(number) for number in found.tolist()]

    def names(self, kind: FilterName) -> Mapping[str, int | None]:
        """All labels, with how many photos have them."""
        del kind
        catalog = self._catalog
        # Asked for with every letter that is typed, and counting many tags takes a while.
        key = (catalog.labels.generation, catalog.tags.generation, catalog.files_generation)
        known = self._named
        if known is None or known[0] != key:
            counts = catalog.tags.counts()
            nothing = TagCounts()
            names = {
                label.name: counts.get(label.id, nothing).accepted for label in catalog.labels.all()
            }
            known = self._named = key, names
        return known[1]

    def untagged(self) -> Sequence[PhotoId] | None:
        """The photos without any label."""
        return [PhotoId(number) for number in self._catalog.tags.untagged().tolist()]

    def _unknown(self, name: str) -> QueryError:
        names = [label.name for label in self._catalog.labels.all()]
        if not names:
            hint = "Define one: photoclip label add NAME"
            return QueryError("there are no labels yet", hint=hint)
        near = nearest(name, names)
        hint = f"Did you mean {near}?" if near else "See: photoclip label list"
        return QueryError(f"there is no label {name}", hint=hint)
