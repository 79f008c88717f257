"""The watched folders, for the side panel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoclip.domain import Root
from photoclip.gui import locations, wording

Index = QModelIndex | QPersistentModelIndex

FOLDER_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class FolderState(StrEnum):
    """How changes in a folder come to be known."""

    WATCHED = "watched"
    POLLED = "polled"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class FolderRow:
    """A watched folder and the number of photos in it."""

    root: Root
    count: int
    state: FolderState

    @property
    def name(self) -> str:
        """What people call the folder."""
        return locations.shown(self.root.path.name or self.root.path)


class FolderModel(QAbstractListModel):
    """Watched folders by name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FolderRow] = []

    @property
    def rows(self) -> Sequence[FolderRow]:
        """All folders in the order shown."""
        return self._rows

    def show(self, rows: Sequence[FolderRow]) -> None:
        """Show these folders; keeps selections where only counts changed."""
        ordered = sorted(rows, key=lambda row: (row.name.casefold(), str(row.root.path)))
        if [row.root.id for row in ordered] != [row.root.id for row in self._rows]:
            self.beginResetModel()
            self._rows = ordered
            self.endResetModel()
        elif ordered != self._rows:
            self._rows = ordered
            self.dataChanged.emit(self.index(0), self.index(len(ordered) - 1))

    def folder(self, index: Index) -> FolderRow:
        """The folder at an index of this model."""
        return self._rows[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        row = self._rows[index.row()]
        if role == FOLDER_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {wording.photos(row.count)}, {self.state_text(row.state)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            state = f"{wording.photos(row.count)} · {self.state_text(row.state)}"
            return f"{locations.shown(row.root.path)}\n{state}"
        return None

    def state_text(self, state: FolderState) -> str:
        """A state as people read it."""
        return {
            FolderState.WATCHED: self.tr("watched"),
            FolderState.POLLED: self.tr("looked at from time to time"),
            FolderState.OFFLINE: self.tr("not connected"),
        }[state]
