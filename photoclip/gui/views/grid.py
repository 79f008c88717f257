"""The grid of photos: cells that fill the width, tiles asked for where people look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QKeyEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QWidget

from photoclip.domain import PhotoId
from photoclip.gui.delegates.photo import tile_side
from photoclip.gui.models.photos import PHOTO_ROLE, PhotoGridModel
from photoclip.gui.thumbnails import ThumbnailLoader

MARGIN = 14
SMALLEST, LARGEST, USUAL = 110, 360, 190


class PhotoGrid(QListView):
    """opened: row to look at; menu_wanted: where, about the selection; escaped: Esc.

    typed: what was typed on the grid, which belongs into the search box.
    """

    opened = Signal(int)
    menu_wanted = Signal(QPoint)
    escaped = Signal()
    typed = Signal(str)

    def __init__(
        self, model: PhotoGridModel, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("grid")
        self.setAccessibleName(self.tr("Photos"))
        self._model = model
        self._thumbnails = thumbnails
        self._wish = USUAL
        self._anchor: tuple[PhotoId, int] | None = None
        self._look = QTimer(self, singleShot=True, interval=15)
        self._look.timeout.connect(self._ask_for_tiles)
        self._configure()
        self.setModel(model)
        self._connect(model)

    @property
    def cell_size(self) -> int:
        """The wished side of a cell, in logical pixels; real cells fill the width."""
        return self._wish

    @Slot(int)
    def set_cell_size(self, side: int) -> None:
        """Make cells about this large, keeping what is on top in its place."""
        self._wish = side
        self._remember_anchor()
        self._fit_cells()
        self._return_to_anchor()

    def selected_photos(self) -> list[PhotoId]:
        """The selected photos in the order of the grid."""
        ids = self._model.ids
        return [photo for rows in self._selected_rows() for photo in ids[rows.start : rows.stop]]

    def count_selected(self) -> int:
        """How many photos are selected."""
        return sum(len(rows) for rows in self._selected_rows())

    def visible_rows(self) -> range:
        """The rows on screen, wholly or partly."""
        height = self.gridSize().height()
        columns = self.columns()
        top = self.verticalScrollBar().value()
        first = max(0, top // height * columns)
        last = (top + self.viewport().height() + height - 1) // height * columns
        return range(min(first, len(self._model.ids)), min(last, len(self._model.ids)))

    def columns(self) -> int:
        """How many cells lie side by side."""
        return max(1, self._space() // max(1, self.gridSize().width()))

    def show_photo(self, row: int) -> None:
        """Make a row current and bring it on screen."""
        index = self._model.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    # What Qt calls.

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_cells()
        super().resizeEvent(event)
        self._look.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        # Qt would look for a name that begins so, in each row from here on.
        self.typed.emit(search)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.count_selected():
            self.menu_wanted.emit(event.globalPos())

    def startDrag(self, actions: Qt.DropAction) -> None:
        del actions  # photos are never moved
        drag = self.make_drag()
        if drag is not None:
            drag.exec(Qt.DropAction.CopyAction)

    def make_drag(self) -> QDrag | None:
        """The selection as it is dragged out, with its first tile as picture."""
        photos = self.selected_photos()
        if not photos:
            return None
        drag = QDrag(self)
        drag.setMimeData(self._model.mimeData(sorted(self.selectedIndexes(), key=_row_of)))
        tile = self._thumbnails.tile(photos[0])
        if tile is not None:
            drag.setPixmap(_small(tile))
            drag.setHotSpot(QPoint(16, 16))
        return drag

    # The rest.

    def _configure(self) -> None:
        self.setViewMode(QListView.ViewMode.ListMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        # The first batch of most libraries is all of it, in about 30 ms.
        self.setBatchSize(10_000)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setAcceptDrops(False)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setViewportMargins(MARGIN, 0, 0, 0)
        self.setGridSize(QSize(USUAL, USUAL))

    def _connect(self, model: PhotoGridModel) -> None:
        self.activated.connect(self._open)
        self.verticalScrollBar().valueChanged.connect(self._look_later)
        self._thumbnails.loaded.connect(self._repaint_photo)
        model.modelReset.connect(self._look_later)
        model.rowsInserted.connect(self._look_later)
        model.rowsRemoved.connect(self._look_later)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    def look_again(self) -> None:
        """Tiles that could not be made may be there now."""
        self._look.start()

    @Slot()
    def _look_later(self) -> None:
        # Not restarted: during a long scroll tiles keep coming.
        if not self._look.isActive():
            self._look.start()

    @Slot()
    def _ask_for_tiles(self) -> None:
        if not self.isVisible():
            return
        side = round(tile_side(self.gridSize().width()) * self.devicePixelRatioF())
        self._thumbnails.want(self._by_nearness(), side)

    def _by_nearness(self) -> Iterator[PhotoId]:
        """Photos on screen, then a screen below, then a screen above."""
        rows, ids = self.visible_rows(), self._model.ids
        yield from ids[rows.start : rows.stop]
        yield from ids[rows.stop : rows.stop + len(rows)]
        yield from reversed(ids[max(0, rows.start - len(rows)) : rows.start])

    @Slot(object)
    def _repaint_photo(self, photo: PhotoId) -> None:
        row = self._model.position(photo)
        if row is not None and row in self.visible_rows():
            self.update(self._model.index(row))

    def _space(self) -> int:
        # Always without the scroll bar, or its coming and going would change the columns.
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return max(1, self.width() - MARGIN - bar - 2)

    def _fit_cells(self) -> None:
        columns = max(1, round(self._space() / self._wish))
        side = self._space() // columns
        if self.gridSize().width() != side:
            self.setGridSize(QSize(side, side))
            self.verticalScrollBar().setSingleStep(max(1, side // 3))
            self._look.start()

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802
        del selection
        # Painting what is on screen anew is quicker than asking where 100,000 rows lie.
        return QRegion(self.viewport().rect())

    def selectAll(self) -> None:  # noqa: N802
        # Qt's own goes through the rows one by one: 0.7 s for 100,000 photos.
        last = len(self._model.ids) - 1
        if last >= 0:
            everything = QItemSelection(self._model.index(0), self._model.index(last))
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().select(everything, flag)

    def _selected_rows(self) -> list[range]:
        # By range: an index for each of 100,000 selected photos would take a tenth of a second.
        selection = self.selectionModel().selection()
        ranges = [selection.at(number) for number in range(selection.count())]
        return sorted(
            (range(part.top(), part.bottom() + 1) for part in ranges), key=lambda rows: rows.start
        )

    def _remember_anchor(self) -> None:
        rows = self.visible_rows()
        if rows:
            top = self.verticalScrollBar().value() - self._top_of(rows.start)
            self._anchor = (self._model.ids[rows.start], top)

    def _return_to_anchor(self) -> None:
        if self._anchor is None:
            return
        photo, offset = self._anchor
        row = self._model.position(photo)
        if row is not None:
            self.executeDelayedItemsLayout()
            self.verticalScrollBar().setValue(self._top_of(row) + offset)

    def _top_of(self, row: int) -> int:
        return row // self.columns() * self.gridSize().height()

    def refresh(self, ids: Sequence[PhotoId], scores: Mapping[PhotoId, float]) -> None:
        """Show the list as it is now: what is selected and on top stays so."""
        if self.verticalScrollBar().value() > 0:
            self._remember_anchor()
        else:
            self._anchor = None
        chosen = set(self.selected_photos())
        current = self.currentIndex().data(PHOTO_ROLE)
        self._model.refresh(ids, scores)
        self._return_to_anchor()
        if chosen and not self.count_selected():
            self._select_again(chosen, current)

    def _select_again(self, chosen: set[PhotoId], current: PhotoId | None) -> None:
        selection = self.selectionModel()
        for photo in chosen:
            row = self._model.position(photo)
            if row is not None:
                selection.select(self._model.index(row), selection.SelectionFlag.Select)
        row = self._model.position(current) if current is not None else None
        if row is not None:
            selection.setCurrentIndex(self._model.index(row), selection.SelectionFlag.NoUpdate)


def _row_of(index: QModelIndex | QPersistentModelIndex) -> int:
    return index.row()


def _small(tile: QPixmap) -> QPixmap:
    small = tile.scaled(
        QSize(96, 96) * tile.devicePixelRatio(),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return small
