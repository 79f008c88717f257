"""Makes the window take drops: says beforehand what they would do, then tells what came."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from photoclip.gui import dropping
from photoclip.gui.dropping import Dropped
from photoclip.gui.theme import Theme
from photoclip.gui.views.drop_overlay import DropOverlay
from photoclip.gui.views.grid.photo_grid import PhotoGrid
from photoclip.gui.views.search.search_bar import SearchBar


class DropTarget(QObject):
    """dropped(Dropped): also where it cannot be used, so that the window can say why.

    added(Dropped): the same on the search box, which keeps what is asked for there.
    What comes from outside may be let go anywhere. Photos of the grid go to the search box, so
    that those that are on their way to another panel or program do not search by accident.
    """

    dropped = Signal(object)
    added = Signal(object)

    def __init__(self, theme: Theme, window: QWidget, grid: PhotoGrid, search: SearchBar) -> None:
        super().__init__(window)
        self._window = window
        self._grid = grid
        self._search = search
        self._read = Dropped()
        self._began: QPoint | None = None
        self.overlay = DropOverlay(theme, window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Move and drop events are also of the class of the enter event's base, so by type.
        match event.type():
            case QEvent.Type.DragEnter if isinstance(event, QDragEnterEvent):
                self._enter(event)
            case QEvent.Type.DragMove if isinstance(event, QDragMoveEvent):
                self._move(event)
            case QEvent.Type.DragLeave if isinstance(event, QDragLeaveEvent):
                self.overlay.hide()
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                self._drop(event)
            case _:
                return super().eventFilter(watched, event)
        return True

    def _enter(self, event: QDragEnterEvent) -> None:
        self._read = dropping.read(event.mimeData())
        self._began = None
        self._accept(event)
        if event.source() is self._grid:
            self.began_inside(event.position().toPoint())
        else:
            self.overlay.tell(*dropping.invitation(self._read))

    def began_inside(self, at: QPoint) -> None:
        """A tile of the grid is dragged from here."""
        self._began = at
        self.overlay.hide()

    def _move(self, event: QDragMoveEvent) -> None:
        at = event.position().toPoint()
        inside = self._place().contains(at)
        if self._began is None:
            self._accept(event)
            self.overlay.tell(*self._invitation(adding=inside))
            return
        if inside:
            self._accept(event)
        else:
            event.ignore()
        # A slip of the hand must not light anything up.
        if inside or self._is_away(at):
            self.overlay.tell(*self._invitation(adding=True), over=self._place(), lit=inside)
        else:
            self.overlay.hide()

    def _drop(self, event: QDropEvent) -> None:
        self.overlay.hide()
        inside = self._place().contains(event.position().toPoint())
        if self._began is not None and not inside:
            event.ignore()
            return
        self._accept(event)
        # Read anew: a drop may come without an enter event where the system lost it.
        read = dropping.read(event.mimeData())
        (self.added if inside else self.dropped).emit(read)

    def _invitation(self, *, adding: bool) -> tuple[str, str]:
        return dropping.invitation(self._read, adding=adding and self._search.is_used)

    def _place(self) -> QRect:
        """Where photos of the grid can be dropped, in the window; nowhere in the viewer."""
        if not self._search.isVisible():
            return QRect()
        corner = self._search.mapTo(self._window, QPoint())
        return QRect(corner, self._search.size())

    def _accept(self, event: QDropEvent) -> None:
        # Always accepted, or the person would learn nothing about what cannot be dropped.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _is_away(self, at: QPoint) -> bool:
        """Whether a tile was dragged further than a slip of the hand."""
        assert self._began is not None
        return (at - self._began).manhattanLength() > self._grid.cell_side // 2
