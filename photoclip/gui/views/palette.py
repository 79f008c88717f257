"""The command palette: type a few letters of what is to be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QWidget

from photoclip.gui.commands import Commands, Entry, menu_title, why_not
from photoclip.gui.delegates.choice import ChoiceDelegate
from photoclip.gui.models.choices import Choice, ChoiceModel
from photoclip.gui.theme import Theme
from photoclip.gui.views.floating import Floating
from photoclip.gui.views.parts import label

WIDTH = 600
MOST_ROWS = 10
# Of commands used of late, so many are kept.
MOST_RECENT = 8
# What people look for most, below what they used of late.
OFTEN = ("find", "similar", "slideshow", "details", "order_newest", "add_folder", "preferences")
# Pixels from the top of the window, where there is room.
TOP = 56

# What else can be found: places, for instance. Asked for each time the palette opens.
Extras = Callable[[], Sequence[Choice]]


class Palette(Floating):
    """Runs what is chosen, with the focus back where it was before."""

    def __init__(self, theme: Theme, commands: Commands, window: QWidget) -> None:
        super().__init__(theme, window, "commandPalette", "")
        self.panel.setAccessibleName(self.tr("Commands"))
        self._commands = commands
        self._extras: list[Extras] = []
        self._recent: list[str] = []
        self.model = ChoiceModel(self)
        self.edit = QLineEdit()
        self.list = QListView()
        self.nothing = label(self.tr("No command is called so."), "body")
        self._configure()
        self.edit.textChanged.connect(self._filter)
        self.list.clicked.connect(self._take)
        self.apply_theme()

    def add_extras(self, extras: Extras) -> None:
        """Offer more than commands."""
        self._extras.append(extras)

    def state(self) -> object:
        """The commands that were used of late."""
        return list(self._recent)

    def restore(self, state: object) -> None:
        """Take what state() gave."""
        if isinstance(state, list):
            self._recent = [name for name in state if isinstance(name, str)][:MOST_RECENT]

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
        choices = [_choice(entry) for entry in self._commands.all()]
        choices += [choice for extras in self._extras for choice in extras()]
        self.model.set_choices(choices, list(dict.fromkeys([*self._recent, *OFTEN])))
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
        self.edit.setPlaceholderText(self.tr("Type a command or the name of a folder"))
        self.edit.setAccessibleName(self.edit.placeholderText())
        self.edit.addAction(self.theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ChoiceDelegate(self.theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(self.panel.accessibleName())
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
        if not choice.key.startswith(ELSEWHERE):
            self._recent = [choice.key, *(name for name in self._recent if name != choice.key)]
            del self._recent[MOST_RECENT:]
        choice.act()


# Keys of what is no command begin so; they are not remembered.
ELSEWHERE = "place "


def _choice(entry: Entry) -> Choice:
    command, action = entry.command, entry.action
    sequences = action.shortcuts()
    native = QKeySequence.SequenceFormat.NativeText
    return Choice(
        command.name,
        command.text,
        action.trigger,
        trail=menu_title(command.menu).replace("&", ""),
        icon=command.icon,
        keys=sequences[0].toString(native) if sequences else "",
        why_not="" if action.isEnabled() else why_not(command.needs),
        on=action.isCheckable() and action.isChecked(),
        about=command.about,
    )
