"""By which model a version of a label scored photos."""

from __future__ import annotations

from photoclip.catalog.store import Catalog
from photoclip.domain import LabelId

# Of a fingerprint, so that models of one name are told apart.
_MARK = 12


class ModelsOfVersions:
    """Looks up each version once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._names = catalog.models.names()
        self._known: dict[tuple[LabelId, int], str] = {}

    def of(self, label: LabelId, version: int) -> str:
        """The name of the model and the beginning of its fingerprint; "" for none."""
        if version == 0:
            return ""
        if (label, version) not in self._known:
            for one in self._catalog.labels.versions(label):
                name = f"{self._names.get(one.model, '')} {one.model[:_MARK]}"
                self._known[label, one.number] = name.strip()
        return self._known.get((label, version), "")
