"""The tree of the side panel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from photoclip.gui.delegates.place import Parts, PlaceDelegate
from photoclip.gui.models.places import PlacesModel
from photoclip.gui.views.sidebar.place_drops import PlaceDrops

Index = QModelIndex | QPersistentModelIndex

_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class PlacesView(QTreeView):
    """opened, remove_wanted(QModelIndex): of a place. menu_wanted: and where on the screen.

    The keys move a frame; what is selected is where the person is, and only the window says so.
    """

    opened = Signal(QModelIndex)
    remove_wanted = Signal(QModelIndex)
    menu_wanted = Signal(QModelIndex, QPoint)

    def __init__(self, model: PlacesModel, delegate: PlaceDelegate) -> None:
        super().__init__()
        self._model = model
        self._delegate = delegate
        self._pressed = QPersistentModelIndex()
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.drops = PlaceDrops(self, model, delegate)
        self._configure()

    def parts(self, index: Index) -> Parts:
        """Where the parts of a line lie in the viewport."""
        return self._delegate.parts(self.visualRect(index), index, self.layoutDirection())

    @contextmanager
    def steady(self) -> Iterator[None]:
        """What is on screen stays where it is while lines come and go above it."""
        bar = self.verticalScrollBar()
        anchor = QPersistentModelIndex(self.indexAt(QPoint(self.viewport().width() // 2, 0)))
        top = self.visualRect(anchor).top()
        yield
        if bar.value() > bar.minimum() and anchor.isValid():
            bar.setValue(bar.value() + self.visualRect(anchor).top() - top)

    def toggle(self, index: Index) -> None:
        """Open or close what lies below a line."""
        self.setExpanded(index, not self.isExpanded(index))

    # Events.

    def dataChanged(  # noqa: N802
        self, first: Index, last: Index, roles: Sequence[int] = ()
    ) -> None:
        if roles and first != last:
            # Qt would ask each of 20,000 open folders where it is and whether it can be opened.
            self.viewport().update()
        else:
            super().dataChanged(first, last, list(roles))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._show_focus(False)
        self._pressed = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Two clicks, as anywhere else in the panel.
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        pressed, self._pressed = self._pressed, QPersistentModelIndex()
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and pressed == index:
            self._click(index, at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_focus(True)
        index = self.currentIndex()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if index.isValid():
                self._activate(index)
            case Qt.Key.Key_Delete if index.isValid():
                self.remove_wanted.emit(index)
            case Qt.Key.Key_F2 if index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            at = self.viewport().mapToGlobal(self.parts(index).icon.bottomLeft())
        if index.isValid():
            self.menu_wanted.emit(index, at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _BY_KEYS:
            self._show_focus(True)
        super().focusInEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.drops.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.drops.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        del event
        self.drops.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drops.drop(event)

    # The rest.

    def _click(self, index: QModelIndex, at: QPoint) -> None:
        place = self._model.place(index)
        parts = self.parts(index)
        if place is not None and not place.hint and parts.menu.contains(at):
            self.menu_wanted.emit(index, self.viewport().mapToGlobal(at))
        elif place is not None and place.children and parts.arrow.contains(at):
            self.toggle(index)
        else:
            self._activate(index)

    def _activate(self, index: QModelIndex) -> None:
        place = self._model.place(index)
        if place is None:
            self.toggle(index)
        elif not place.hint:
            self.opened.emit(index)

    @Slot(bool)
    def _show_focus(self, on: bool) -> None:
        if self._delegate.focus_shown != on:
            self._delegate.focus_shown = on
            self.viewport().update()

    def _configure(self) -> None:
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        # The delegate draws arrows and depth, so that lines are lit in their whole width.
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
