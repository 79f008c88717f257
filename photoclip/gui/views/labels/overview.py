"""All labels of a library, and the ways to get more of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from photoclip.domain import Label
from photoclip.gui import label_wording
from photoclip.gui.delegates.label import LabelDelegate
from photoclip.gui.models.labels import LabelsModel
from photoclip.gui.sections.label_tree import LabelRow
from photoclip.gui.theme import SPACE_M, SPACE_S, Theme
from photoclip.gui.views.labels.changed import ChangedBar
from photoclip.gui.views.labels.sets import SetsBar
from photoclip.gui.views.pages import Page
from photoclip.gui.views.parts import label, push_button


class LabelsOverview(QWidget):
    """tune_wanted, remove_wanted(Label). new_wanted(str): the beginning of its name.

    set_wanted(str): add a set. import_wanted, export_wanted.
    """

    tune_wanted = Signal(object)
    remove_wanted = Signal(object)
    new_wanted = Signal(str)
    set_wanted = Signal(str)
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model = LabelsModel(self)
        self.title = label(self.tr("Labels"), "page")
        self.new = push_button(self.tr("New label"), "primary")
        self.bring = push_button(self.tr("Import…"))
        self.write = push_button(self.tr("Export…"))
        self.changed = ChangedBar()
        self.sets = SetsBar()
        self.typed = QLineEdit()
        self.list = QListView()
        self.empty = Page(theme, "empty")
        self.first = push_button(self.tr("New label"), "primary")
        self._rows: Sequence[LabelRow] = ()
        self._configure(theme)
        self._lay_out()
        self._connect()
        self.show_rows(())

    def show_rows(self, rows: Sequence[LabelRow]) -> None:
        """Show these labels."""
        current, lost = self._current(), self.first.hasFocus() and bool(rows)
        self._rows = rows
        self.model.show(rows)
        self._go_to(current)
        self.title.setText(label_wording.labels(len(rows)) if rows else self.tr("Labels"))
        self.sets.show_known({row.label.set for row in rows})
        self.changed.show_labels([row.label for row in rows if row.outdated])
        for part in (self.typed, self.list, self.new):
            part.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.write.setEnabled(bool(rows))
        if lost:
            self.focus()

    def focus(self) -> None:
        """Give the keyboard to what one does next."""
        if self._rows:
            self.list.setFocus()
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.model.index(0))
        else:
            self.first.setFocus()

    def apply_theme(self) -> None:
        """Drawings in the colours in use."""
        self.empty.apply_theme()
        self.list.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self._current()
        if self.list.hasFocus() and event.key() == Qt.Key.Key_Delete and current is not None:
            self.remove_wanted.emit(current)
        elif event.key() == Qt.Key.Key_Escape and self.typed.text():
            self.typed.clear()
        elif self.typed.hasFocus() and event.key() == Qt.Key.Key_Down:
            self.focus()
        else:
            super().keyPressEvent(event)

    def _current(self) -> Label | None:
        index = self.list.currentIndex()
        return self.model.label(index) if index.isValid() else None

    def _go_to(self, current: Label | None) -> None:
        if current is not None and (index := self.model.find(current.id)).isValid():
            self.list.setCurrentIndex(index)

    def _configure(self, theme: Theme) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(LabelDelegate(theme, self.list))
        self.list.setAccessibleName(self.tr("Labels"))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.typed.setPlaceholderText(self.tr("Find a label"))
        self.typed.setAccessibleName(self.tr("Find a label"))
        self.typed.setClearButtonEnabled(True)
        self.empty.say(
            self.tr("Say what photos show"),
            self.tr(
                "A label is a word or a few, such as “our dog” or “receipts”. You see at once which"
                " photos would get it, and how many of them are likely to be right. Nothing is"
                " labelled until you say so."
            ),
        )
        self.empty.buttons.addWidget(self.first)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_S)
        head.addWidget(self.title)
        head.addStretch()
        for part in (self.bring, self.write, self.new):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 12)
        column.setSpacing(SPACE_M)
        column.addLayout(head)
        column.addWidget(self.changed)
        column.addWidget(self.sets)
        column.addWidget(self.typed)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)

    def _connect(self) -> None:
        for button in (self.new, self.first):
            button.clicked.connect(self._new)
        self.bring.clicked.connect(self.import_wanted)
        self.write.clicked.connect(self.export_wanted)
        self.typed.textChanged.connect(self.model.filter)
        self.typed.returnPressed.connect(self._open_first)
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        self.sets.set_wanted.connect(self.set_wanted)

    @Slot()
    def _new(self) -> None:
        self.new_wanted.emit("")

    @Slot()
    def _open_first(self) -> None:
        if self.model.rowCount():
            self._open(self.model.index(0))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.tune_wanted.emit(self.model.label(index))
