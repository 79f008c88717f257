"""An item view of equal cells in lines under headers of days, which Qt's own views cannot do."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView, QStyle, QWidget

from photoclip.gui.grid_layout import NO_SECTIONS, GridLayout, Sections, named_sections, sections
from photoclip.gui.models.photos import PhotoGridModel
from photoclip.gui.views.grid.keys import Steps
from photoclip.gui.views.grid.selection import RowSelection

Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemView.ScrollHint

MARGIN = 14
USUAL = 190
# Cells smaller than this show so many days at once that months are what one looks for.
MONTHS_BELOW = 116
# With fewer photos a day than this the grid would be mostly headers.
FEW_A_DAY = 2
# Months stay until there are as many.
MONTHS_UNTIL = 3


class GridView(QAbstractItemView):
    """Where cells lie, and what keys and the mouse select. laid_out: they lie elsewhere now."""

    laid_out = Signal()

    def __init__(self, model: PhotoGridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photos = model
        self._wish = USUAL
        self._layout = GridLayout(0, 1, USUAL, NO_SECTIONS, 0)
        self._laid_out_for: tuple[object, ...] = ()
        self._steps = Steps()
        self._configure()
        self.setModel(model)
        self.rows = RowSelection(model, self.selectionModel(), self)
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset, model.regrouped):
            changed.connect(self._rows_changed)

    # Where things lie.

    @property
    def photos(self) -> PhotoGridModel:
        """What lies in the cells."""
        return self._photos

    @property
    def arrangement(self) -> GridLayout:
        """Where cells lie now, in the content; a cell is MARGIN further right on screen."""
        self._lay_out()
        return self._layout

    @property
    def cell_side(self) -> int:
        """The side of a cell as it is."""
        return self.arrangement.side

    def columns(self) -> int:
        """How many cells lie side by side."""
        return self.arrangement.columns

    def visible_rows(self) -> range:
        """The rows on screen, wholly or partly."""
        top = self.verticalOffset()
        return self.arrangement.rows_between(top, top + self.viewport().height())

    def header_height(self) -> int:
        """How high a header is, in the font in use."""
        return self.fontMetrics().height() * 2 + 14

    def cell(self, row: int) -> QRect:
        """Where a row's cell is on screen, or would be."""
        x, y = self.arrangement.position(row)
        side = self._layout.side
        return QRect(MARGIN + x, y - self.verticalOffset(), side, side)

    def row_at(self, place: QPoint) -> int | None:
        """The row whose cell is at a place of the viewport."""
        return self.arrangement.row_at(place.x() - MARGIN, place.y() + self.verticalOffset())

    # What Qt asks a view.

    def visualRect(self, index: Index) -> QRect:  # noqa: N802
        shown = index.isValid() and index.row() < self.arrangement.count
        return self.cell(index.row()) if shown else QRect()

    def indexAt(self, place: QPoint) -> QModelIndex:  # noqa: N802
        row = self.row_at(place)
        return QModelIndex() if row is None else self._photos.index(row)

    def horizontalOffset(self) -> int:  # noqa: N802
        return 0

    def verticalOffset(self) -> int:  # noqa: N802
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:  # noqa: N802
        del index
        return False

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:  # noqa: N802
        cell, bar = self.visualRect(index), self.verticalScrollBar()
        if cell.isEmpty():
            return
        top = cell.top() + bar.value()
        # The header that stays on top must not cover it.
        highest = top - self._layout.header
        lowest = top + cell.height() - self.viewport().height()
        if hint == Hint.PositionAtCenter:
            bar.setValue((highest + lowest) // 2)
        elif hint == Hint.PositionAtTop or (hint == Hint.EnsureVisible and bar.value() > highest):
            bar.setValue(highest)
        elif hint == Hint.PositionAtBottom or bar.value() < lowest:
            bar.setValue(min(lowest, highest))

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        del modifiers
        if not self._photos.ids:
            return QModelIndex()
        layout, current = self.arrangement, self.currentIndex()
        page = self.viewport().height() - layout.header
        row = self._steps.take(layout, current.row(), action, page) if current.isValid() else 0
        return self._photos.index(row)

    def setSelection(  # noqa: N802
        self, rect: QRect, command: QItemSelectionModel.SelectionFlag
    ) -> None:
        # Qt gives the place where a selection began as top left, and its end as bottom right.
        begun, ended = self.row_at(rect.topLeft()), self.row_at(rect.bottomRight())
        if begun is None or ended is None:
            self.rows.select([], command)
        else:
            self.rows.select([range(min(begun, ended), max(begun, ended) + 1)], command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802
        del selection
        # Painting what is on screen anew is quicker than asking where 100,000 rows lie.
        return QRegion(self.viewport().rect())

    def selectAll(self) -> None:  # noqa: N802
        # Qt's own goes through the rows one by one: 0.7 s for 100,000 photos.
        self.rows.select([range(len(self._photos.ids))])

    def updateGeometries(self) -> None:  # noqa: N802
        self._lay_out()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(height)
        bar.setSingleStep(max(1, self._layout.side // 3))
        bar.setRange(0, max(0, self._layout.height + MARGIN // 2 - height))
        super().updateGeometries()

    # The rest.

    def _configure(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)

    @Slot()
    def _rows_changed(self) -> None:
        self.scheduleDelayedItemsLayout()

    def _lay_out(self) -> None:
        """Make the layout anew where anything that it follows from is another."""
        model, space, header = self._photos, self._space(), self.header_height()
        wanted = (model.version, space, self._wish, header)
        if wanted == self._laid_out_for:
            return
        self._laid_out_for = wanted
        columns = max(1, round(space / self._wish))
        groups = self._group(columns)
        self._layout = GridLayout(len(model.ids), columns, space // columns, groups, header)
        self.laid_out.emit()

    def _group(self, columns: int) -> Sections:
        days = self._photos.days
        if days is None:
            return NO_SECTIONS
        if self._photos.names:
            return named_sections(days, self._photos.names)
        by_day = sections(days, by_month=False)
        # Photos that come in must not lead to and fro between the two.
        few = MONTHS_UNTIL if self._layout.sections.by_month else FEW_A_DAY
        sparse = len(days) > columns and len(by_day) * few > len(days)
        if sparse or self._wish < MONTHS_BELOW:
            return sections(days, by_month=True)
        return by_day

    def _space(self) -> int:
        # Always without the scroll bar, or its coming and going would change the columns.
        never = self.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        bar = 0 if never else self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return max(1, self.width() - MARGIN - bar - 2)
