"""The grid's model: holds ids, and fetches what it shows about them by page."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

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

from photoclip.domain import PhotoId
from photoclip.gui import locations
from photoclip.gui.models.changes import blocks_to_insert, blocks_to_remove

Index = QModelIndex | QPersistentModelIndex

PHOTO_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW_ROLE = PHOTO_ROLE + 1
SCORE_ROLE = PHOTO_ROLE + 2

MIME_PHOTOS = "application/x-photoclip-photos"

PAGE = 128
ROWS_KEPT = 8192
# Beyond so many separate changes a reset is quicker than telling the view each one.
BLOCKS = 64


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """What the grid tells about a photo. path is its best place, or None where it has none."""

    path: Path | None
    offline: bool = False

    @property
    def name(self) -> str:
        """The name of the file."""
        return locations.shown(self.path.name) if self.path is not None else ""


ReadRows = Callable[[Sequence[PhotoId]], Mapping[PhotoId, PhotoRow]]


class PhotoGridModel(QAbstractListModel):
    """Photos in order. rows_wanted: ids whose rows are needed; answer with set_rows."""

    rows_wanted = Signal(list)

    def __init__(self, parent: QObject | None = None, read_rows: ReadRows | None = None) -> None:
        """read_rows: for drags, which need all rows at once; without it they hold known ones."""
        super().__init__(parent)
        self._read_rows = read_rows
        self._ids: list[PhotoId] = []
        self._scores: dict[PhotoId, float] = {}
        self._positions: dict[PhotoId, int] | None = None
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
            self._positions = {photo: row for row, photo in enumerate(self._ids)}
        return self._positions.get(photo)

    def show(self, ids: Sequence[PhotoId], scores: Mapping[PhotoId, float] | None = None) -> None:
        """Show other photos from the top."""
        self.beginResetModel()
        self._set_ids(list(ids))
        self._scores = dict(scores or {})
        self.endResetModel()

    def refresh(
        self, ids: Sequence[PhotoId], scores: Mapping[PhotoId, float] | None = None
    ) -> None:
        """Show the same list as it is now, telling views only what came and went."""
        new = list(ids)
        self._scores = dict(scores or {})
        if new == self._ids:
            return
        kept, there = set(new), set(self._ids)
        removed = blocks_to_remove(self._ids, kept)
        inserted = blocks_to_insert(new, there)
        survivors = [photo for photo in self._ids if photo in kept]
        moved = survivors != [photo for photo in new if photo in there]
        if moved or len(removed) + len(inserted) > BLOCKS:
            self.show(new, self._scores)
            return
        for block in removed:
            self.beginRemoveRows(QModelIndex(), block.start, block.stop - 1)
            self._set_ids(self._ids[: block.start] + self._ids[block.stop :])
            self.endRemoveRows()
        for block in inserted:
            self.beginInsertRows(QModelIndex(), block.start, block.stop - 1)
            self._set_ids(
                self._ids[: block.start] + new[block.start : block.stop] + self._ids[block.start :]
            )
            self.endInsertRows()

    def set_rows(self, rows: Mapping[PhotoId, PhotoRow]) -> None:
        """What was asked for with rows_wanted. Photos that are gone by now may be missing."""
        for photo, row in rows.items():
            self._rows[photo] = row
            self._stale.discard(photo)
            self._rows.move_to_end(photo)
        while len(self._rows) > ROWS_KEPT:
            photo, _ = self._rows.popitem(last=False)
            self._stale.discard(photo)
        self._tell_changed(rows)

    def forget_rows(self) -> None:
        """Files moved, or a disk came or went: what is on screen is asked for again.

        Until the answer comes the old rows stay, or the grid would flicker.
        """
        self._stale.update(self._rows)
        self._pages_asked.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

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
        row = self._row_or_ask(index.row(), photo)
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.name if row is not None else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(photo, row)
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

    def _set_ids(self, ids: list[PhotoId]) -> None:
        self._ids = ids
        self._positions = None
        self._pages_asked.clear()

    def _row_or_ask(self, position: int, photo: PhotoId) -> PhotoRow | None:
        row = self._rows.get(photo)
        page = position // PAGE
        if (row is None or photo in self._stale) and page not in self._pages_asked:
            self._pages_asked.add(page)
            ids = self._ids[page * PAGE : (page + 1) * PAGE]
            self.rows_wanted.emit([photo for photo in ids if self._is_unknown(photo)])
        return row

    def _complete(self, photos: list[PhotoId]) -> Mapping[PhotoId, PhotoRow]:
        unknown = [photo for photo in photos if photo not in self._rows]
        read = self._read_rows(unknown) if unknown and self._read_rows is not None else {}
        return {**self._rows, **read}

    def _is_unknown(self, photo: PhotoId) -> bool:
        return photo not in self._rows or photo in self._stale

    def _tell_changed(self, photos: Iterable[PhotoId]) -> None:
        positions = [at for photo in photos if (at := self.position(photo)) is not None]
        if positions:
            self.dataChanged.emit(self.index(min(positions)), self.index(max(positions)))

    def _tooltip(self, photo: PhotoId, row: PhotoRow | None) -> str:
        if row is None:
            return ""
        lines = [row.name]
        score = self._scores.get(photo)
        if score is not None:
            lines.append(self.tr("Similarity {score:.3f}").format(score=score))
        if row.offline:
            lines.append(self.tr("On a disk that is not connected"))
        return "\n".join(lines)
