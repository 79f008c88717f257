"""What was searched for of late, under the empty search box."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPoint, QRect, Signal, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from photoclip.gui.models.recent import MOST, RecentModel
from photoclip.gui.theme import Theme

GAP = 4


class RecentSearches(QObject):
    """Offers searches again. chosen: one was picked; changed: others are to be remembered."""

    chosen = Signal(str)
    changed = Signal()

    def __init__(self, theme: Theme, edit: QLineEdit, below: QWidget) -> None:
        """edit: takes the keys; below: the widget under which the list opens."""
        super().__init__(below)
        self.model = RecentModel(self)
        self.popup = QListView()
        self._kept = True
        self._theme = theme
        self._edit = edit
        self._below = below
        self._completer = QCompleter(self.model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(MOST + 1)
        # Not the box's own completer, which would open at each key.
        self._completer.setWidget(edit)
        self._completer.setPopup(self.popup)
        self.popup.setObjectName("recentSearches")
        self.popup.setAccessibleName(self.tr("Recent searches"))
        self._completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]
        edit.textEdited.connect(self.hide)
        self.apply_theme()

    def offer(self) -> bool:
        """Open the list, where there is something in it and the box is empty."""
        if self._edit.text() or not self.model.texts:
            return False
        corner = self._edit.mapFrom(self._below, QPoint(0, 0))
        self._completer.complete(QRect(corner, self._below.size()).adjusted(0, 0, 0, GAP))
        return True

    @Slot()
    def hide(self) -> None:
        """Close the list."""
        self.popup.hide()

    def remember(self, text: str) -> None:
        """Keep a text as the newest search."""
        if self._kept:
            self.model.add(text)
            self.changed.emit()

    def keep(self, kept: bool) -> None:
        """Remember searches from now on, or forget them and remember none."""
        self._kept = kept
        if not kept and self.model.texts:
            self.clear()

    def forget(self, text: str) -> None:
        """Remember one no more."""
        self.model.forget(text)
        self.changed.emit()

    def forget_chosen(self) -> bool:
        """Forget the one that the arrows chose in the list, where it is open; whether there was."""
        index = self.popup.currentIndex()
        if not self.popup.isVisible() or not index.isValid() or self.model.clears(index):
            return False
        row = index.row()
        self.forget(str(index.data()))
        self.hide()
        if self.offer():
            # The next one moved up.
            self.popup.setCurrentIndex(self.popup.model().index(row, 0))
        return True

    @Slot()
    def clear(self) -> None:
        """Forget all."""
        self.model.set_texts([])
        self.changed.emit()

    def state(self) -> object:
        """The texts, to be kept on this machine."""
        return list(self.model.texts)

    def restore(self, state: object) -> None:
        """Take what state() gave."""
        if isinstance(state, list) and self._kept:
            self.model.set_texts([text for text in state if isinstance(text, str)])

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        self.model.set_icons(self._theme.icon("history"), self._theme.icon("close"))

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        if index.row() == len(self.model.texts):
            self.clear()
        else:
            self.chosen.emit(str(index.data()))
