"""Files that have no place in search, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoclip.domain import Problem
from photoclip.gui import locations
from photoclip.gui.error_wording import reason

Index = QModelIndex | QPersistentModelIndex

PROBLEM_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class ProblemModel(QAbstractListModel):
    """Problems by path."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Problem] = []

    def show(self, problems: Sequence[Problem]) -> None:
        """Show these problems."""
        ordered = sorted(problems, key=lambda problem: str(problem.path))
        if ordered == self._rows:
            return
        self.beginResetModel()
        self._rows = ordered
        self.endResetModel()

    def problem(self, index: Index) -> Problem:
        """The problem at an index of this model."""
        return self._rows[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        row = self._rows[index.row()]
        if role == PROBLEM_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return locations.shown(row.path.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{locations.shown(row.path.name)}, {reason(row.reason)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{locations.shown(row.path)}\n{reason(row.reason)}"
        return None
