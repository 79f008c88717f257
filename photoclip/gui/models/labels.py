"""The labels of a library as a list that can be narrowed by what is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoclip.domain import Label, LabelId
from photoclip.domain.names import key_of
from photoclip.gui import label_wording
from photoclip.gui.sections.label_tree import LabelRow

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
COUNTS_ROLE = ROW_ROLE + 1
# A label that nobody has named yet.
NOTHING = Label(LabelId(0), "")


class LabelsModel(QAbstractListModel):
    """Labels by name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[LabelRow] = []
        self._rows: list[LabelRow] = []
        self._typed = ""

    def show(self, rows: Sequence[LabelRow]) -> None:
        """Show these, as far as they fit to what is typed."""
        if list(rows) != self._all:
            self._all = list(rows)
            self._narrow()

    def filter(self, typed: str) -> None:
        """Show only those that hold this in their name or description."""
        self._typed = key_of(typed.strip())
        self._narrow()

    def label(self, index: Index) -> Label:
        """The label at an index of this model."""
        return self._rows[index.row()].label

    def find(self, label: LabelId) -> QModelIndex:
        """Where a label stands; an invalid index where it does not."""
        for at, row in enumerate(self._rows):
            if row.label.id == label:
                return self.index(at)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == COUNTS_ROLE:
            return _counts(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.label.name}, {_counts(row)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.label.description or row.label.name
        return None

    def _narrow(self) -> None:
        self.beginResetModel()
        self._rows = [row for row in self._all if self._typed in _text(row.label)]
        self.endResetModel()


def _text(label: Label) -> str:
    return key_of(f"{label.name} {label.description} {label.set}")


def _counts(row: LabelRow) -> str:
    told = label_wording.counts(row.accepted, row.suggested)
    return f"{told} · {label_wording.outdated()}" if row.outdated else told
