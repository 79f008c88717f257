"""What a search may go on with, in a list under the box that leaves the keys to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from photoclip.gui import filter_wording, wording
from photoclip.gui.delegates.choice import ChoiceDelegate
from photoclip.gui.models.choices import Choice, ChoiceModel
from photoclip.gui.theme import SPACE_S, Theme
from photoclip.search.completing import Completion, Kind, complete
from photoclip.search.vocabulary import Vocabulary

GAP = 4
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_LEAVING = (QEvent.Type.FocusOut, QEvent.Type.Hide)
_MOVING = (QEvent.Type.Resize, QEvent.Type.Move)
_MARGIN = 6
_ICONS = {"in": "folder", "date": "clock", "before": "clock", "after": "clock", "type": "photos"}


class Suggestions(QFrame):
    """The box keeps the focus, and Enter, as long as no line was chosen with the arrows.

    search_wanted(str): a saved search was chosen. names_wanted: somebody is about to type.
    """

    search_wanted = Signal(str)
    names_wanted = Signal()

    def __init__(
        self, theme: Theme, edit: QLineEdit, below: QWidget, past: Callable[[], Sequence[str]]
    ) -> None:
        """below: the widget under which the list opens. past: searches of late, newest first."""
        super().__init__(below)
        self.setObjectName("suggestions")
        self.setProperty("role", "floating")
        self.model = ChoiceModel(self)
        self.list = QListView()
        self._edit, self._below, self._past = edit, below, past
        self._vocabulary = Vocabulary()
        self._asked = ("", 0)
        self._found: list[Completion] = []
        self._taking = self._composing = False
        self._configure(theme)
        edit.textEdited.connect(self._offer)
        edit.cursorPositionChanged.connect(self._follow)
        edit.selectionChanged.connect(self._follow)
        edit.installEventFilter(self)
        below.installEventFilter(self)
        self.hide()

    def know(self, vocabulary: Vocabulary) -> None:
        """Offer names and values of these."""
        self._vocabulary = vocabulary
        self.offer_again()

    @property
    def past_chosen(self) -> str:
        """The search of late that the arrows chose, "" where it is no such."""
        row = self.list.currentIndex().row()
        chosen = self._found[row] if self.isVisible() and row >= 0 else None
        return chosen.text if chosen is not None and chosen.kind is Kind.PAST else ""

    def offer_again(self) -> None:
        """Look anew what fits, where the list is open."""
        if self.isVisible():
            self._show()

    def takes(self, event: QKeyEvent) -> bool:
        """Act on a key of the box where it is meant for the list."""
        if not self.isVisible() or event.modifiers() not in _PLAIN:
            return False
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.hide()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            chosen = self.list.currentIndex()
            self.hide()
            self._take(chosen)
            return chosen.isValid()
        else:
            return False
        return True

    def complete(self) -> bool:
        """Take the line that was chosen, else the first; whether the list was open."""
        if not self.isVisible():
            return False
        index = self.list.currentIndex()
        self._take(index if index.isValid() else self.model.index(0))
        return True

    def compose(self, composing: bool) -> None:
        """An input method began or ended to put letters together, which has a list of its own."""
        self._composing = composing
        if composing:
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._edit and kind is QEvent.Type.FocusIn:
            self.names_wanted.emit()
        elif kind in (_LEAVING if watched is self._edit else _MOVING):
            self.hide()
        return super().eventFilter(watched, event)

    def _configure(self, theme: Theme) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(ChoiceDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Suggestions"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.addWidget(self.list)

    @Slot()
    def _offer(self) -> None:
        """Show what fits to what was just typed."""
        if self._composing or self._taking or not self._edit.hasFocus():
            self.hide()
        else:
            self._show()

    @Slot()
    def _follow(self) -> None:
        """Keep in step with the caret; a selection is to be replaced, not completed."""
        if self._edit.hasSelectedText():
            self.hide()
        elif self.isVisible() and self._asked != self._place():
            self._show()

    def _place(self) -> tuple[str, int]:
        """The text, and the caret in characters; Qt counts in halves of some of them."""
        text = self._edit.text()
        halves = text.encode("utf-16-le", "surrogatepass")[: 2 * self._edit.cursorPosition()]
        return text, len(halves.decode("utf-16-le", "surrogatepass"))

    def _show(self) -> None:
        self._asked = text, caret = self._place()
        self._found = found = complete(text, caret, self._vocabulary, self._past())
        self.model.set_choices([self._choice(one) for one in found], ())
        self.list.setCurrentIndex(QModelIndex())
        if not found:
            self.hide()
            return
        self._lie(len(found))
        self.list.scrollToTop()
        self.show()
        self.raise_()

    def _lie(self, rows: int) -> None:
        """Under the box, as high as there is room for."""
        window = self._below.window()
        if self.parentWidget() is not window:
            # The box was put into it only after the list was made.
            self.setParent(window)
        left, top = self._edit.x() - SPACE_S - _MARGIN, self._below.height() + GAP
        corner = self._below.mapTo(window, QPoint(left, top))
        height = rows * self.list.sizeHintForRow(0) + 2 * _MARGIN + 2
        room = max(self.list.sizeHintForRow(0) + 2 * _MARGIN, window.height() - corner.y() - GAP)
        self.setGeometry(corner.x(), corner.y(), self._below.width() - left, min(height, room))

    def _choice(self, one: Completion) -> Choice:
        trail = {
            Kind.PAST: self.tr("Recent search"),
            Kind.SAVED: self.tr("Saved search"),
        }.get(one.kind) or filter_wording.called(one.name)
        photos = "" if one.photos is None else wording.photos(one.photos)
        icon = {Kind.PAST: "history", Kind.SAVED: "star-on"}.get(one.kind)
        return Choice(
            one.text,
            one.shown,
            partial(self._use, one),
            trail=" · ".join(filter(None, [trail, photos])),
            icon=icon or _ICONS.get(one.name, "filter"),
        )

    def _step(self, rows: int) -> None:
        """One line on; beyond the ends the box itself is chosen again."""
        count = self.model.rowCount()
        row = (self.list.currentIndex().row() + 1 + rows) % (count + 1) - 1
        index = self.model.index(row) if row >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        if index.isValid():
            # The list never has the focus, so Qt does not tell this by itself.
            told = QAccessibleEvent(self.list, QAccessible.Event.Focus)
            told.setChild(row)
            QAccessible.updateAccessibility(told)

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        choice = self.model.choice(index)
        if choice is not None:
            self.hide()
            choice.act()

    def _use(self, one: Completion) -> None:
        if one.kind is Kind.SAVED:
            self.search_wanted.emit(one.text)
            return
        text = self._edit.text()
        # Values come next after the name of their filter; after anything else it is enough.
        self._taking = one.kind is not Kind.FILTER
        start, length = _halves(text[: one.start]), _halves(text[one.start : one.end])
        self._edit.setSelection(start, length)
        self._edit.insert(one.text)
        self._taking = False


def _halves(text: str) -> int:
    """The length of a text as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
