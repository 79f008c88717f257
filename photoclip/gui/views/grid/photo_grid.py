"""The grid of photos: cells that fill the width, tiles asked for where people look."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from photoclip.domain import Days, PhotoId
from photoclip.gui.delegates.photo import Cell, PhotoDelegate
from photoclip.gui.models.changes import runs
from photoclip.gui.models.photos import PHOTO_ROLE, PhotoGridModel
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.views.grid.headers import GridHeaders
from photoclip.gui.views.grid.mouse import GridMouse
from photoclip.gui.views.grid.place import Anchor, Place
from photoclip.gui.views.grid.reorder import Reorder
from photoclip.gui.views.grid.tiles import TileFeeder
from photoclip.gui.views.grid.type_ahead import TypedName
from photoclip.gui.views.grid.view import MARGIN, USUAL, GridView

SMALLEST, LARGEST = 80, 360
__all__ = ["LARGEST", "MARGIN", "SMALLEST", "USUAL", "PhotoGrid"]
# The angle of one notch of a mouse wheel, in Qt's unit.
NOTCH = 120


class PhotoGrid(GridView):
    """opened: row to look at; menu_wanted: where, about the selection; escaped: Esc.

    typed: what was typed on the grid. It belongs into the search box: searching is how photos
    are found here, and hardly anybody knows the names that cameras give. Only where photos are
    in the order of their names (jump_when_typing) it means a name: name_wanted(its beginning),
    to be answered with show_first_of.
    current_changed: PhotoId or None. cell_size_changed: the wished side of cells.
    """

    opened = Signal(int)
    menu_wanted = Signal(QPoint)
    escaped = Signal()
    typed = Signal(str)
    name_wanted = Signal(str)
    current_changed = Signal(object)
    selection_changed = Signal()
    cell_size_changed = Signal(int)

    def __init__(
        self, model: PhotoGridModel, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, parent)
        self.setObjectName("grid")
        self.setAccessibleName(self.tr("Photos"))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self._thumbnails = thumbnails
        self._place = Place(self, model)
        self._tiles = TileFeeder(self, model, thumbnails)
        self._headers = GridHeaders(self)
        self.reorder = Reorder(self)
        self._mouse: GridMouse | None = None
        self._name = TypedName()
        self._turned = 0
        self._current: PhotoId | None = None
        self._quiet = False
        self._seen: list[Anchor] = []
        self.jump_when_typing = False
        self.activated.connect(self._open)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.selectionModel().currentChanged.connect(self._tell)
        model.modelReset.connect(self._tell)

    def setItemDelegate(self, delegate: QAbstractItemDelegate) -> None:  # noqa: N802
        super().setItemDelegate(delegate)
        if isinstance(delegate, PhotoDelegate):
            self._mouse = GridMouse(self, self._headers, delegate.headers)

    # What is shown.

    @property
    def cell_size(self) -> int:
        """The wished side of a cell, in logical pixels; real cells fill the width."""
        return self._wish

    @Slot(int)
    def set_cell_size(self, side: int) -> None:
        """Make cells about this large, keeping what is on top in its place."""
        self._resize_cells(side, self._place.on_top())

    @Slot()
    def zoom_in(self) -> None:
        """Make cells larger by a step."""
        self._zoom(1, None)

    @Slot()
    def zoom_out(self) -> None:
        """Make cells smaller by a step."""
        self._zoom(-1, None)

    def selected_photos(self) -> list[PhotoId]:
        """The selected photos in the order of the grid."""
        ids = self._photos.ids
        return [photo for rows in self.rows.all() for photo in ids[rows.start : rows.stop]]

    def count_selected(self) -> int:
        """How many photos are selected."""
        return self.rows.count()

    @Slot()
    def select_section(self) -> None:
        """Select the day or month of the current photo, or no longer, beside what is selected."""
        row = self.currentIndex().row()
        if row >= 0:
            self._headers.toggle(self.arrangement.section_of(row))

    def show_photo(self, row: int) -> None:
        """Make a row current and bring it on screen."""
        index = self._photos.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def show_from_top(self) -> None:
        """Scroll up; whoever is in the grid finds the first photo current, but not selected."""
        self.scrollToTop()
        if self.hasFocus() and self._photos.ids and not self.currentIndex().isValid():
            selection = self.selectionModel()
            first = self._photos.index(0)
            selection.setCurrentIndex(first, selection.SelectionFlag.NoUpdate)

    def jump_to_name(self, text: str) -> None:
        """Have the next photo shown whose name begins so: name_wanted asks which ones do."""
        self.name_wanted.emit(text)

    def show_first_of(self, photos: Collection[PhotoId]) -> None:
        """Show the first of these photos from the current one on, or from the top."""
        current = max(0, self.currentIndex().row())
        found = [row for row, photo in enumerate(self._photos.ids) if photo in photos]
        if found:
            self.show_photo(next((row for row in found if row >= current), found[0]))

    def look_again(self) -> None:
        """Tiles that could not be made may be there now."""
        self._tiles.look_soon()

    def refresh(
        self,
        ids: Sequence[PhotoId],
        scores: Mapping[PhotoId, float] | None = None,
        days: Days | None = None,
        names: Sequence[str] = (),
    ) -> None:
        """Show the list as it is now, or in another order: what is selected and seen stays so."""
        self._quiet = True
        chosen, current = self.selected_photos(), self.currentIndex().data(PHOTO_ROLE)
        seen, followed = self._place.on_top(), self._place.of_chosen()
        held = self._place.of_current()
        moved = self._photos.refresh(ids, scores, days, names)
        if (chosen or current is not None) and not self.currentIndex().isValid():
            self._choose_again(chosen, current)
        self.executeDelayedItemsLayout()
        # In another order one follows the photos that were chosen; new ones leave all in place,
        # above all what a person is at.
        self._place.restore((followed if moved else held) + seen)
        self._quiet = False
        self._tell()

    def show_order(self, ids: Sequence[PhotoId]) -> None:
        """Show the photos in another order, where one looks; what is selected stays so."""
        bar = self.verticalScrollBar()
        top = bar.value()
        self.refresh(ids)
        bar.setValue(top)

    def make_drag(self) -> QDrag | None:
        """The selection as it is dragged out, with its first tile as picture."""
        photos = self.selected_photos()
        if not photos:
            return None
        drag = QDrag(self)
        rows = (row for part in self.rows.all() for row in part)
        drag.setMimeData(self._photos.mimeData([self._photos.index(row) for row in rows]))
        tile = self._thumbnails.tile(photos[0])
        if tile is not None:
            drag.setPixmap(_small(tile))
            drag.setHotSpot(QPoint(16, 16))
        return drag

    # What Qt calls.

    def header_height(self) -> int:
        delegate = self.itemDelegate()
        return delegate.headers.height() if isinstance(delegate, PhotoDelegate) else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        delegate, region = self.itemDelegate(), event.region()
        if not isinstance(delegate, PhotoDelegate) or self._mouse is None:
            return
        painter = QPainter(self.viewport())
        painter.fillRect(region.boundingRect(), QColor(delegate.theme.colors.window))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_cells(painter, delegate, region, self._mouse.hovered)
        self._headers.paint(painter, delegate.headers, region.boundingRect())
        self._mouse.band.paint(painter, delegate.theme.colors)
        self.reorder.paint(painter, delegate.theme.colors)
        painter.end()
        self._seen = self._place.on_top(most=1)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        sticky, viewport = self.arrangement.header, self.viewport()
        if self._mouse is None or self._pulled or abs(dy) >= viewport.height() // 2:
            viewport.update()
            return
        viewport.scroll(dx, dy)
        # The header that stays on top was moved along, and another may take its place.
        viewport.update(QRect(0, 0, viewport.width(), sticky))
        viewport.update(QRect(0, dy, viewport.width(), sticky))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What was painted last, however often the size changed since.
        self._place.restore(self._seen)
        self._tiles.look_when_still()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tiles.look_now()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.opened.emit(row)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.matches(QKeySequence.StandardKey.ZoomIn):
            self.zoom_in()
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom_out()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        # Qt would look for a name that begins so, in each row from here on.
        if self.jump_when_typing:
            self.jump_to_name(self._name.add(search))
        else:
            self.typed.emit(search)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        # A touchpad turns by small angles.
        self._turned += event.angleDelta().y()
        notches = int(self._turned / NOTCH)
        self._turned -= notches * NOTCH
        if notches:
            self._zoom(notches, event.position().toPoint())
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.count_selected():
            return
        where = event.globalPos()
        current = self.visualRect(self.currentIndex())
        if event.reason() == QContextMenuEvent.Reason.Keyboard and not current.isEmpty():
            where = self.viewport().mapToGlobal(current.center())
        self.menu_wanted.emit(where)

    def startDrag(self, actions: Qt.DropAction) -> None:
        del actions  # photos are never moved
        drag = self.make_drag()
        if drag is not None:
            drag.exec(Qt.DropAction.CopyAction)

    # The rest.

    @property
    def _pulled(self) -> bool:
        """Whether something that does not scroll along is drawn over the cells."""
        return self.reorder.gap is not None or (self._mouse is not None and self._mouse.band.active)

    def _paint_cells(
        self, painter: QPainter, delegate: PhotoDelegate, region: QRegion, hovered: int
    ) -> None:
        bounds, top, ids = region.boundingRect(), self.verticalOffset(), self._photos.ids
        layout = self.arrangement
        rows = layout.rows_between(top + bounds.top(), top + bounds.bottom() + 1)
        selected = self.rows.among(rows).tolist()
        current = self.currentIndex().row() if self.hasFocus() else -1
        places = layout.positions(rows)
        for row, marked, (x, y) in zip(rows, selected, places, strict=True):
            rect = QRect(MARGIN + x, y - top, layout.side, layout.side)
            if region.intersects(rect):
                photo = ids[row]
                known = self._photos.row(photo)
                cell = Cell(photo, known, marked, row == hovered, row == current)
                delegate.paint_cell(painter, rect, cell)

    def _zoom(self, steps: int, at: QPoint | None) -> None:
        """Change the number of columns by about a tenth, but at least by one, for each step."""
        layout = self.arrangement
        columns = max(1, layout.columns - steps * max(1, round(layout.columns * 0.12)))
        side = round(layout.columns * layout.side / columns)
        if columns == layout.columns:
            side = LARGEST if steps > 0 else SMALLEST
        at = at or self.viewport().rect().center()
        self._resize_cells(side, self._place.at(at))

    def _resize_cells(self, side: int, anchors: list[Anchor]) -> None:
        side = min(max(side, SMALLEST), LARGEST)
        if side == self._wish:
            return
        self._wish = side
        self.updateGeometries()
        self._place.restore(anchors)
        self.viewport().update()
        self._tiles.look_when_still()
        self.cell_size_changed.emit(side)

    def _choose_again(self, chosen: list[PhotoId], current: PhotoId | None) -> None:
        """After the model began anew, which makes Qt forget the selection."""
        ids = np.array(self._photos.ids, np.int64)
        mask = np.isin(ids, np.array(chosen, np.int64))
        self.rows.select(runs(np.flatnonzero(mask)))
        row = self._photos.position(current) if current is not None else None
        if row is not None:
            self.setAutoScroll(False)
            selection = self.selectionModel()
            selection.setCurrentIndex(self._photos.index(row), selection.SelectionFlag.NoUpdate)
            self.setAutoScroll(True)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self.opened.emit(index.row())

    @Slot()
    def _tell(self) -> None:
        if self._quiet:
            return
        current = self.currentIndex().data(PHOTO_ROLE)
        if current != self._current:
            self._current = current
            self.current_changed.emit(current)
        self.selection_changed.emit()


def _small(tile: QPixmap) -> QPixmap:
    return tile.scaled(
        QSize(96, 96) * tile.devicePixelRatio(),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
