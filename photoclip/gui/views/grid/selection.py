"""The selection of the grid by ranges: an index for each of 100,000 photos would take too long."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QObject, Slot

from photoclip.gui.models.changes import runs
from photoclip.gui.models.photos import PhotoGridModel

Flag = QItemSelectionModel.SelectionFlag


class RowSelection(QObject):
    """Rows of a view's selection model, as ranges."""

    def __init__(
        self, model: PhotoGridModel, selection: QItemSelectionModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._selection = selection
        self._mask: NDArray[np.bool_] | None = None
        selection.selectionChanged.connect(self._forget)
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            changed.connect(self._forget)

    def all(self) -> list[range]:
        """The selected rows in order, no range beside the next."""
        return runs(np.flatnonzero(self.mask()))

    def count(self) -> int:
        """How many rows are selected."""
        return int(self.mask().sum())

    def select(self, parts: list[range], command: Flag = Flag.ClearAndSelect) -> None:
        """Select rows instead of others, or as command says; no two ranges may overlap."""
        # index() would ask each time how many rows there are; parts may be 25,000.
        index, selection = self._model.createIndex, QItemSelection()
        for rows in parts:
            if len(rows) == 1:
                selection.append(QItemSelectionRange(index(rows.start, 0)))
            elif rows:
                first, last = index(rows.start, 0), index(rows.stop - 1, 0)
                selection.append(QItemSelectionRange(first, last))
        self._selection.select(selection, command)

    def mask(self) -> NDArray[np.bool_]:
        """(n,) for each row whether it is selected; not to be written to."""
        if self._mask is None:
            self._mask = np.zeros(len(self._model.ids), np.bool_)
            # Asking Qt about rows one by one takes time by the number of ranges for each.
            ranges = cast(Iterable[QItemSelectionRange], self._selection.selection())
            for part in ranges:
                self._mask[part.top() : part.bottom() + 1] = True
        return self._mask

    def among(self, rows: range) -> NDArray[np.bool_]:
        """For each of these rows whether it is selected."""
        return self.mask()[rows.start : rows.stop]

    @Slot()
    def _forget(self) -> None:
        self._mask = None
