"""Photos are put elsewhere among the others of the grid, where these have an order of their own."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QDragMoveEvent, QDropEvent, QPainter

from photoclip.domain import PhotoId
from photoclip.gui import dropping
from photoclip.gui.grid_layout import Gap
from photoclip.gui.theme import Colors
from photoclip.gui.views.grid.edges import EdgeScroll
from photoclip.gui.views.grid.view import MARGIN, GridView

WIDTH = 4


class Reorder(QObject):
    """dropped(row): the selected photos are to lie before this row; after the last for the end."""

    dropped = Signal(int)

    def __init__(self, view: GridView) -> None:
        super().__init__(view)
        self._view = view
        self._offered = False
        self._ours = False
        self._pointer = QPoint()
        self._edges = EdgeScroll(view)
        self._edges.scrolled.connect(self._find)
        self.gap: Gap | None = None
        view.viewport().installEventFilter(self)

    def offer(self, offered: bool) -> None:
        """Whether the photos that are shown have an order that a person makes."""
        if offered != self._offered:
            self._offered = offered
            # Where nothing can be put, drags are the window's.
            self._view.viewport().setAcceptDrops(offered)
            self._leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        # Move and drop events are also of the class of the enter event's base, so by type.
        match event.type():
            case QEvent.Type.DragEnter if isinstance(event, QDragMoveEvent):
                self._ours = self._is_selection(event)
                self._move(event)
            case QEvent.Type.DragMove if isinstance(event, QDragMoveEvent):
                self._move(event)
            case QEvent.Type.DragLeave:
                self._leave()
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                self._drop(event)
            case _:
                return False
        return True

    def paint(self, painter: QPainter, colors: Colors) -> None:
        """Draw where the photos would land."""
        if self.gap is None:
            return
        y, side = self.gap.top - self._view.verticalOffset(), self._view.arrangement.side
        x = max(1.0, MARGIN + self.gap.left - WIDTH / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.accent))
        painter.drawRoundedRect(QRectF(x, y, WIDTH, side), WIDTH / 2, WIDTH / 2)

    def _is_selection(self, event: QDropEvent) -> bool:
        """Whether it is the photos of this grid; whatever comes from outside is the window's."""
        ids, chosen = self._view.photos.ids, self._view.rows.all()
        selected = tuple(photo for rows in chosen for photo in ids[rows.start : rows.stop])
        return bool(selected) and dropping.read(event.mimeData()).everything == selected

    def _move(self, event: QDragMoveEvent) -> None:
        if not (self._offered and self._ours):
            event.ignore()
            return
        _accept(event)
        self._pointer = event.position().toPoint()
        self._edges.follow(self._pointer)
        self._find()

    @Slot()
    def _find(self) -> None:
        x, y = self._pointer.x() - MARGIN, self._pointer.y() + self._view.verticalOffset()
        self._show(self._view.arrangement.gap_at(x, y))

    def _drop(self, event: QDropEvent) -> None:
        if not (self._offered and self._is_selection(event)):
            self._leave()
            event.ignore()
            return
        _accept(event)
        self._pointer = event.position().toPoint()
        self._find()
        gap = self.gap
        self._leave()
        if gap is not None:
            self.dropped.emit(gap.row)

    def _leave(self) -> None:
        self._edges.stop()
        self._show(None)

    def _show(self, gap: Gap | None) -> None:
        if gap != self.gap:
            self.gap = gap
            self._view.viewport().update()


def moved(ids: Sequence[PhotoId], chosen: Collection[PhotoId], row: int) -> list[PhotoId]:
    """The order in which the chosen photos lie together before what is at a row now."""
    before = [photo for photo in ids[:row] if photo not in chosen]
    between = [photo for photo in ids if photo in chosen]
    return [*before, *between, *(photo for photo in ids[row:] if photo not in chosen)]


def next_to(ids: Sequence[PhotoId], chosen: Collection[PhotoId], row: int) -> PhotoId | None:
    """The photo that moved() puts right behind the chosen ones; None where they come last."""
    return next((photo for photo in ids[row:] if photo not in chosen), None)


def _accept(event: QDropEvent) -> None:
    # As it is dragged everywhere else: no file is moved.
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
