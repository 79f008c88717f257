"""The searches of late, newest first, and at their end the offer to forget them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

Index = QModelIndex | QPersistentModelIndex

MOST = 12
# Of a pasted page nobody wants to see more.
LONGEST = 200


class RecentModel(QAbstractListModel):
    """Texts that were searched for, each once. The last row clears the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts: list[str] = []
        self._icons = (QIcon(), QIcon())

    def set_icons(self, search: QIcon, clear: QIcon) -> None:
        """Icons of a search and of the last row."""
        self._icons = (search, clear)

    @property
    def texts(self) -> Sequence[str]:
        """What was searched for, newest first."""
        return tuple(self._texts)

    def set_texts(self, texts: Sequence[str]) -> None:
        """Remember these and no others."""
        self.beginResetModel()
        self._texts = list(dict.fromkeys(text for text in texts if text.strip()))[:MOST]
        self.endResetModel()

    def add(self, text: str) -> None:
        """Remember a search as the newest."""
        text = " ".join(text.split())[:LONGEST]
        if text and text != next(iter(self._texts), None):
            self.set_texts([text, *self._texts])

    def forget(self, text: str) -> None:
        """Remember one no more."""
        self.set_texts([one for one in self._texts if one != text])

    def clears(self, index: Index) -> bool:
        """Whether this row is the offer to forget all."""
        return index.isValid() and index.row() == len(self._texts)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._texts) + 1 if self._texts and not parent.isValid() else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            if self.clears(index):
                return self.tr("Forget these searches")
            return self._texts[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole and not self.clears(index):
            return self.tr("Delete forgets this search")
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icons[self.clears(index)]
        return None
