"""A few photos in order, as tiles that one decides about."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoclip.domain import PhotoId
from photoclip.gui.models.photos import PHOTO_ROLE

Index = QModelIndex | QPersistentModelIndex


class TilesModel(QAbstractListModel):
    """Photos in order; names are told where they are known by now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: list[PhotoId] = []
        self._names: Mapping[PhotoId, str] = {}

    @property
    def ids(self) -> Sequence[PhotoId]:
        """The photos."""
        return self._ids

    def show(self, ids: Sequence[PhotoId]) -> None:
        """Show these photos."""
        new = list(ids)
        if new != self._ids:
            self.beginResetModel()
            self._ids = new
            self.endResetModel()

    def leave_out(self, gone: Collection[PhotoId]) -> None:
        """Somebody decided about these."""
        for row in range(len(self._ids) - 1, -1, -1):
            if self._ids[row] in gone:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._ids[row]
                self.endRemoveRows()

    def name(self, names: Mapping[PhotoId, str]) -> None:
        """What files are called, for those who hear the window."""
        self._names = {**self._names, **names}

    def unnamed(self) -> list[PhotoId]:
        """Photos whose names are not known yet."""
        return [photo for photo in self._ids if photo not in self._names]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        photo = self._ids[index.row()]
        if role == PHOTO_ROLE:
            return photo
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._names.get(photo, "")
        return None
