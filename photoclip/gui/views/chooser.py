"""A list that floats over the window: type a few letters of what is wanted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QWidget

from photoclip.gui.delegates.choice import ChoiceDelegate
from photoclip.gui.models.choices import Choice, ChoiceModel
from photoclip.gui.theme import Theme
from photoclip.gui.views.floating import Floating
from photoclip.gui.views.parts import label

WIDTH = 600
MOST_ROWS = 10
# Pixels from the top of the window, where there is room.
TOP = 56


class Chooser(Floating):
    """Does what is chosen, with the focus back where it was before."""

    def __init__(self, theme: Theme, window: QWidget, name: str) -> None:
        super().__init__(theme, window, name, "")
        self.model = ChoiceModel(self)
        self.edit = QLineEdit()
        self.list = QListView()
        self.nothing = label("", "body")
        self._configure()
        self.edit.textChanged.connect(self._filter)
        self.list.clicked.connect(self._take)
        self.apply_theme()

    def say(self, title: str, wanted: str, nothing: str) -> None:
        """What the list is called, what to type, and what is said where nothing fits."""
        self.panel.setAccessibleName(title)
        self.list.setAccessibleName(title)
        self.edit.setPlaceholderText(wanted)
        self.edit.setAccessibleName(wanted)
        self.nothing.setText(nothing)

    def choices(self) -> tuple[Sequence[Choice], Sequence[str]]:
        """What there is to choose from, and the keys of those that come first."""
        raise NotImplementedError

    def taken(self, choice: Choice) -> None:
        """Called when something was chosen, before that is done."""

    def apply_theme(self) -> None:
        for action in self.edit.actions():
            action.setIcon(self.theme.icon("search"))

    def first(self) -> QWidget:
        return self.edit

    def place(self, space: QRect) -> QRect:
        rows = min(MOST_ROWS, max(1, self.model.rowCount()))
        height = self._around() + rows * max(1, self.list.sizeHintForRow(0))
        top = min(TOP, space.height() // 6)
        width = min(WIDTH, space.width())
        left = space.left() + (space.width() - width) // 2
        return QRect(left, top, width, min(height, space.bottom() - top))

    def prepare(self) -> None:
        self.model.set_choices(*self.choices())
        self.edit.clear()
        self._filter("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = self.list.viewport().height() // max(1, self.list.sizeHintForRow(0))
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
        }
        if event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        self._step(1 if forward else -1)
        return True

    def _configure(self) -> None:
        self.edit.addAction(self.theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ChoiceDelegate(self.theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        # The keys stay with the field, the arrows lead through the list.
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (self.edit, self.list, self.nothing):
            self.column.addWidget(part)

    def _around(self) -> int:
        margins = self.column.contentsMargins()
        field = self.edit.sizeHint().height() + self.column.spacing()
        return margins.top() + margins.bottom() + field + 2

    def _step(self, rows: int) -> None:
        count = self.model.rowCount()
        if count:
            here = self.list.currentIndex().row()
            # By single steps around the ends, by pages only up to them.
            there = (here + rows) % count if abs(rows) == 1 else here + rows
            self._select(max(0, min(count - 1, there)))

    def _select(self, row: int) -> None:
        self.list.setCurrentIndex(self.model.index(row))

    @Slot(str)
    def _filter(self, typed: str) -> None:
        self.model.filter(typed)
        empty = not self.model.rowCount()
        self.list.setVisible(not empty)
        self.nothing.setVisible(empty)
        self._select(0)
        self.list.scrollToTop()
        if self.isVisible():
            self.lie()

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        choice = self.model.choice(index)
        if choice is None or choice.why_not:
            return
        self.dismiss()
        self.taken(choice)
        choice.act()
