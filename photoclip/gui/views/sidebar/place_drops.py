"""What is dragged over the side panel, and where it would go."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QTreeView

from photoclip.gui import dropping
from photoclip.gui.delegates.place import PlaceDelegate
from photoclip.gui.dropping import Dropped
from photoclip.gui.models.places import PlacesModel

# Resting on a line opens what lies below it; near an edge the panel scrolls.
REST_MS = 700
SCROLL_MS = 30
EDGE = 28
STEP = 10


class PlaceDrops(QObject):
    """refused: why what was let go cannot be dropped there.

    What no section wants is left to the window, whatever it does with it.
    """

    refused = Signal(str)

    def __init__(self, view: QTreeView, model: PlacesModel, delegate: PlaceDelegate) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._delegate = delegate
        self._dropped = Dropped()
        self._at = QPoint()
        self._resting = QPersistentModelIndex()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._open_resting)
        self._scroll = QTimer(self, interval=SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_on)

    @property
    def marked(self) -> str:
        """What the line that is marked says of the drop; empty where none is."""
        return self._delegate.dropping[1] if self._delegate.dropping is not None else ""

    def enter(self, event: QDragEnterEvent) -> None:
        """Take part in a drag, or leave all of it to the window."""
        self._dropped = dropping.read(event.mimeData())
        if any(section.wants(self._dropped) for section in self._model.sections):
            self.move(event)
        else:
            event.ignore()

    def move(self, event: QDragMoveEvent) -> None:
        """Show which line would take it."""
        # Also where no line would, or nobody would learn why.
        _accept(event)
        self._at = event.position().toPoint()
        index, text = self._target(self._at)
        self._mark((QPersistentModelIndex(index), text) if text else None)
        self._rest_on(self._view.indexAt(self._at))
        if self._pace() and not self._scroll.isActive():
            self._scroll.start()

    def leave(self) -> None:
        """The drag went elsewhere, or ended."""
        self._rest.stop()
        self._scroll.stop()
        self._resting = QPersistentModelIndex()
        self._mark(None)

    def drop(self, event: QDropEvent) -> None:
        """Give it to the line under the mouse, or say that it takes none."""
        _accept(event)
        self._dropped = dropping.read(event.mimeData())
        at = event.position().toPoint()
        index, text = self._target(at)
        self.leave()
        if text:
            self._model.section(index).take(self._model.place(index), self._dropped)
        else:
            self.refused.emit(self._why_not(self._view.indexAt(at)))

    def _target(self, at: QPoint) -> tuple[QModelIndex, str]:
        """The line that would take it there, and what it says; no text where none would."""
        index = self._view.indexAt(at)
        if not index.isValid():
            return self._first_heading()
        section, place = self._model.section(index), self._model.place(index)
        text = section.accepts(place, self._dropped)
        if text or place is None:
            return index, text
        return self._model.heading(section), section.accepts(None, self._dropped)

    def _first_heading(self) -> tuple[QModelIndex, str]:
        for section in self._model.sections:
            if text := section.accepts(None, self._dropped):
                return self._model.heading(section), text
        return QModelIndex(), ""

    def _why_not(self, index: QModelIndex) -> str:
        if not index.isValid():
            return self.tr("This cannot be dropped here.")
        return self.tr("This cannot be dropped on “{name}”.").format(name=index.data())

    def _mark(self, target: tuple[QPersistentModelIndex, str] | None) -> None:
        if target != self._delegate.dropping:
            self._delegate.dropping = target
            self._view.viewport().update()

    def _rest_on(self, index: QModelIndex) -> None:
        if self._resting != index:
            self._resting = QPersistentModelIndex(index)
            self._rest.start()

    def _open_resting(self) -> None:
        if self._resting.isValid() and self._model.hasChildren(self._resting):
            self._view.expand(self._resting)

    def _pace(self) -> int:
        height = self._view.viewport().height()
        if self._at.y() < EDGE:
            return -STEP
        return STEP if self._at.y() > height - EDGE else 0

    def _scroll_on(self) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + self._pace())
        if not self._pace():
            self._scroll.stop()


def _accept(event: QDropEvent) -> None:
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
