"""The grid's model: holds ids, and fetches what it shows about them by page."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from photoclip.domain import Days, PhotoId
from photoclip.gui import locations
from photoclip.gui.models.changes import Positions, changes
from photoclip.gui.models.photo_row import PhotoRow

Index = QModelIndex | QPersistentModelIndex

PHOTO_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW_ROLE = PHOTO_ROLE + 1
SCORE_ROLE = PHOTO_ROLE + 2

MIME_PHOTOS = "application/x-photoclip-photos"

PAGE = 128
ROWS_KEPT = 8192
# Beyond so many separate changes a reset is quicker than telling the view each one.
BLOCKS = 64


ReadRows = Callable[[Sequence[PhotoId]], Mapping[PhotoId, PhotoRow]]


class PhotoGridModel(QAbstractListModel):
    """Photos in order. rows_wanted: ids whose rows are needed; answer with set_rows.

    regrouped: photos stay in their rows, but other days than before run through them.
    """

    rows_wanted = Signal(list)
    regrouped = Signal()

    def __init__(self, parent: QObject | None = None, read_rows: ReadRows | None = None) -> None:
        """read_rows: for drags, which need all rows at once; without it they hold known ones."""
        super().__init__(parent)
        self._read_rows = read_rows
        self._ids: list[PhotoId] = []
        self._days: Days | None = None
        self._names: Sequence[str] = ()
        self._version = 0
        self._scores: Mapping[PhotoId, float] = {}
        self._positions: Positions | None = None
        self._rows: OrderedDict[PhotoId, PhotoRow] = OrderedDict()
        self._stale: set[PhotoId] = set()
        self._pages_asked: set[int] = set()

    @property
    def ids(self) -> Sequence[PhotoId]:
        """All photos in the order of the grid."""
        return self._ids

    def photo(self, index: Index) -> PhotoId:
        """The photo at an index of this model."""
        return self._ids[index.row()]

    def position(self, photo: PhotoId) -> int | None:
        """Where a photo lies in the grid."""
        if self._positions is None:
            self._positions = Positions(self._ids)
        return self._positions.of(photo)

    @property
    def days(self) -> Days | None:
        """The day of each photo in the grid's order, where it has headers."""
        return self._days

    @property
    def names(self) -> Sequence[str]:
        """The folders that the grid is divided into; days are then places in these."""
        return self._names

    @property
    def version(self) -> int:
        """Another number whenever ids or days are others."""
        return self._version

    def show(
        self,
        ids: Sequence[PhotoId],
        scores: Mapping[PhotoId, float] | None = None,
        days: Days | None = None,
        names: Sequence[str] = (),
    ) -> None:
        """Show other photos from the top. days: (n,) as Listing.days, for headers.

        names: of folders instead; days are then places in these.
        """
        self.beginResetModel()
        self._names = names
        self._set_ids(list(ids), days)
        self._scores = scores or {}
        self.endResetModel()

    def refresh(
        self,
        ids: Sequence[PhotoId],
        scores: Mapping[PhotoId, float] | None = None,
        days: Days | None = None,
        names: Sequence[str] = (),
    ) -> bool:
        """Show the same list as it is now, telling views only what came and went.

        Where photos moved, or more than a few blocks changed, views are told to begin anew.
        Returns whether photos moved.
        """
        moved = False
        new = list(ids)
        self._scores = scores or {}
        if new != self._ids:
            change = changes(self._ids, new)
            moved = change.moved
            if moved or len(change.removed) + len(change.inserted) > BLOCKS:
                self.show(new, self._scores, days, names)
                return moved
            # Other days follow at the end; until then views must not see too few of them.
            same_kind = (days is None) == (self._days is None) and names == self._names
            self._days = self._days if same_kind else None
            for block in change.removed:
                self._remove(block)
            for block in change.inserted:
                self._insert(block, new, days)
        # One list of 100,000 ids is enough: whoever asked keeps the new one.
        self._ids = new
        if not _same(self._days, days) or names != self._names:
            self._names = names
            self._set_ids(self._ids, days)
            self.regrouped.emit()
        return moved

    def _remove(self, block: range) -> None:
        self.beginRemoveRows(QModelIndex(), block.start, block.stop - 1)
        days = self._days
        if days is not None:
            days = np.concatenate([days[: block.start], days[block.stop :]])
        self._set_ids(self._ids[: block.start] + self._ids[block.stop :], days)
        self.endRemoveRows()

    def _insert(self, block: range, new: list[PhotoId], new_days: Days | None) -> None:
        at, end = block.start, block.stop
        self.beginInsertRows(QModelIndex(), at, end - 1)
        days = self._days
        if days is not None and new_days is not None:
            days = np.concatenate([days[:at], new_days[at:end], days[at:]])
        self._set_ids(self._ids[:at] + new[at:end] + self._ids[at:], days)
        self.endInsertRows()

    def set_rows(self, rows: Mapping[PhotoId, PhotoRow]) -> None:
        """What was asked for with rows_wanted. Photos that are gone by now may be missing."""
        for photo, row in rows.items():
            self._rows[photo] = row
            self._stale.discard(photo)
            self._rows.move_to_end(photo)
        while len(self._rows) > ROWS_KEPT:
            self._forget_row(self._rows.popitem(last=False)[0])
        self._tell_changed(rows)

    def _forget_row(self, photo: PhotoId) -> None:
        self._stale.discard(photo)
        position = self.position(photo)
        if position is not None:
            self._pages_asked.discard(position // PAGE)

    def forget_rows(self) -> None:
        """Files moved, or a disk came or went: what is on screen is asked for again.

        Until the answer comes the old rows stay, or the grid would flicker.
        """
        self._stale.update(self._rows)
        self._pages_asked.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def want_rows(self, positions: range) -> None:
        """Have what is unknown about the photos there read, with the pages around them."""
        if not positions:
            return
        for page in range(positions.start // PAGE, (positions.stop - 1) // PAGE + 1):
            if page not in self._pages_asked:
                self._pages_asked.add(page)
                ids = self._ids[page * PAGE : (page + 1) * PAGE]
                unknown = [one for one in ids if one not in self._rows or one in self._stale]
                if unknown:
                    self.rows_wanted.emit(unknown)

    def row(self, photo: PhotoId) -> PhotoRow | None:
        """What is known about a photo by now."""
        return self._rows.get(photo)

    # What Qt asks.

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        photo = self._ids[index.row()]
        if role == PHOTO_ROLE:
            return photo
        if role == SCORE_ROLE:
            return self._scores.get(photo)
        self.want_rows(range(index.row(), index.row() + 1))
        row = self._rows.get(photo)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name if row is not None else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(row.facts()) if row is not None else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(row.facts(self._scores.get(photo))) if row is not None else ""
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return (
            flag.ItemIsEnabled
            | flag.ItemIsSelectable
            | flag.ItemIsDragEnabled
            | flag.ItemNeverHasChildren
        )

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list", MIME_PHOTOS]

    def mimeData(self, indexes: Iterable[Index]) -> QMimeData:
        photos = [self.photo(index) for index in indexes]
        rows = self._complete(photos)
        paths = [rows[photo].path for photo in photos if photo in rows]
        data = QMimeData()
        data.setUrls([locations.url_of(path) for path in paths if path is not None])
        data.setData(MIME_PHOTOS, QByteArray(",".join(str(photo) for photo in photos).encode()))
        return data

    def _set_ids(self, ids: list[PhotoId], days: Days | None) -> None:
        self._ids = ids
        self._days = days
        self._version += 1
        self._positions = None
        self._pages_asked.clear()

    def _complete(self, photos: list[PhotoId]) -> Mapping[PhotoId, PhotoRow]:
        unknown = [photo for photo in photos if photo not in self._rows]
        read = self._read_rows(unknown) if unknown and self._read_rows is not None else {}
        return {**self._rows, **read}

    def _tell_changed(self, photos: Iterable[PhotoId]) -> None:
        positions = [at for photo in photos if (at := self.position(photo)) is not None]
        if positions:
            self.dataChanged.emit(self.index(min(positions)), self.index(max(positions)))


def _same(days: Days | None, others: Days | None) -> bool:
    if days is None or others is None:
        return days is others
    return bool(np.array_equal(days, others))
