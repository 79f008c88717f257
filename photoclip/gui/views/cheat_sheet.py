"""The cheat sheet: all keys at a glance, by menu and by panel."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from photoclip.gui.commands import Commands, Entry, Menu, menu_title
from photoclip.gui.matching import find
from photoclip.gui.plain_keys import KeyGroup, plain_keys
from photoclip.gui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XS, Theme
from photoclip.gui.views.floating import Floating
from photoclip.gui.views.parts import label, tool_button

WIDEST = 1060
COLUMN = 300
# More keys than these for one thing only confuse.
MOST_KEYS = 4


@dataclass(frozen=True, slots=True)
class KeyLine:
    """What one line says; keys as people write them."""

    text: str
    keys: tuple[str, ...]
    also: str = ""

    def fits(self, typed: str) -> bool:
        """Whether it is about what was typed."""
        return find(typed, f"{self.text} {' '.join(self.keys)} {self.also}") is not None


class CheatSheet(Floating):
    """Lists keys in columns; what is typed narrows them down."""

    def __init__(
        self,
        theme: Theme,
        commands: Commands,
        window: QWidget,
        others: Callable[[], Sequence[KeyGroup]] = plain_keys,
    ) -> None:
        """others: the keys that are no commands."""
        super().__init__(theme, window, "cheatSheet", "")
        self.panel.setAccessibleName(self.tr("Keyboard"))
        self._commands = commands
        self._others = others
        self._columns = 0
        self.groups: list[Group] = []
        self.edit = QLineEdit()
        self.close_button = tool_button("close", self.tr("Close"))
        self.nothing = label(self.tr("No key does that."), "body")
        self.area = QScrollArea()
        self._inside = QWidget()
        self._row = QHBoxLayout(self._inside)
        # Made once: with layouts that come and go, PySide loses track of who deletes what.
        self._stacks = [QVBoxLayout() for _ in range(WIDEST // COLUMN)]
        self._configure()
        self.edit.textChanged.connect(self._filter)
        self.close_button.clicked.connect(self.dismiss)
        self.apply_theme()

    def shown(self) -> dict[str, list[str]]:
        """What can be read now: texts by group."""
        return {group.title: group.shown() for group in self.groups if group.shown()}

    def apply_theme(self) -> None:
        self.close_button.setIcon(self.theme.icon("close"))
        for action in self.edit.actions():
            action.setIcon(self.theme.icon("search"))

    def first(self) -> QWidget:
        return self.edit

    def place(self, space: QRect) -> QRect:
        width = min(WIDEST, space.width())
        self._spread(max(1, (width - 2 * SPACE_L) // COLUMN))
        height = min(self._wanted_height(), space.height())
        left = space.left() + (space.width() - width) // 2
        return QRect(left, space.top() + (space.height() - height) // 2, width, height)

    def prepare(self) -> None:
        self._columns = 0
        for old in self.groups:
            self._take_out(old)
            old.hide()
            old.deleteLater()
        # Below their parent from the start: what has none would show as a window of its own.
        self.groups = [Group(title, lines, self._inside) for title, lines in self._lines()]
        self.edit.clear()
        self._filter("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.area.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep() * 2,
            Qt.Key.Key_Up: -bar.singleStep() * 2,
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        if event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _configure(self) -> None:
        self.edit.setPlaceholderText(self.tr("Filter by what a key does, or by the key"))
        self.edit.setAccessibleName(self.edit.placeholderText())
        self.edit.addAction(self.theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Keyboard"), "page"))
        head.addSpacing(SPACE_XL)
        head.addWidget(self.edit, 1)
        head.addWidget(self.close_button)
        self._inside.setProperty("role", "scrolled")
        self._row.setContentsMargins(SPACE_XS, SPACE_S, SPACE_XS, SPACE_S)
        self._row.setSpacing(SPACE_XL)
        for stack in self._stacks:
            stack.setSpacing(SPACE_XL)
            stack.addStretch()
            self._row.addLayout(stack)
        self.area.setWidget(self._inside)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.viewport().setAutoFillBackground(False)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.column.setContentsMargins(SPACE_L, SPACE_M, SPACE_M, SPACE_M)
        self.column.addLayout(head)
        self.column.addWidget(self.area, 1)
        self.column.addWidget(self.nothing, 1)

    def _lines(self) -> Iterator[tuple[str, list[KeyLine]]]:
        groups = self._others()
        there = {group.needs for group in groups}
        entries = [entry for entry in self._commands.all() if entry.action.shortcuts()]
        for menu in Menu:
            lines = [
                _line(entry)
                for entry in entries
                if entry.command.menu is menu and entry.command.needs not in there
            ]
            if lines:
                yield menu_title(menu).replace("&", ""), lines
        for group in groups:
            own = [_line(entry) for entry in entries if entry.command.needs is group.needs]
            plain = [
                KeyLine(key.text, _native([QKeySequence(keys) for keys in key.keys]))
                for key in group.keys
            ]
            yield group.title, own + plain

    @Slot(str)
    def _filter(self, typed: str) -> None:
        for group in self.groups:
            group.filter(typed)
        empty = not self.shown()
        self.area.setVisible(not empty)
        self.nothing.setVisible(empty)
        self._columns = 0
        if self.isVisible():
            # Of the same size while one types: nothing jumps.
            self._spread(max(1, self.panel.width() // COLUMN))

    def _spread(self, columns: int) -> None:
        """Lay the groups out in columns of about the same height."""
        columns = min(columns, len(self._stacks))
        if columns == self._columns:
            return
        self._columns = columns
        for group in self.groups:
            self._take_out(group)
        for number, groups in enumerate(_columns(self.groups, columns)):
            for place, group in enumerate(groups):
                self._stacks[number].insertWidget(place, group)
        for number in range(len(self._stacks)):
            self._row.setStretch(number, 1 if number < columns else 0)

    def _take_out(self, group: Group) -> None:
        for stack in self._stacks:
            stack.removeWidget(group)

    def _wanted_height(self) -> int:
        margins = self.column.contentsMargins()
        head = self.edit.sizeHint().height() + self.column.spacing()
        return self._inside.sizeHint().height() + head + margins.top() + margins.bottom() + 2


class Group(QWidget):
    """The keys of one menu or panel."""

    def __init__(self, title: str, lines: Sequence[KeyLine], parent: QWidget) -> None:
        super().__init__(parent)
        self.title = title
        self._rows = [(line, _row(line)) for line in lines]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addWidget(label(title, "section"))
        column.addSpacing(SPACE_XS)
        for _, row in self._rows:
            column.addWidget(row)

    def shown(self) -> list[str]:
        """The texts that can be read."""
        return [line.text for line, row in self._rows if not row.isHidden()]

    def filter(self, typed: str) -> None:
        """Hide what is not about what was typed."""
        all_of_it = bool(typed.strip()) and find(typed, self.title) is not None
        for line, row in self._rows:
            row.setHidden(not (all_of_it or line.fits(typed)))
        self.setHidden(not self.shown())


def _line(entry: Entry) -> KeyLine:
    return KeyLine(entry.text, _native(entry.action.shortcuts()), entry.command.about)


def _row(line: KeyLine) -> QWidget:
    row = QWidget()
    laid = QHBoxLayout(row)
    laid.setContentsMargins(0, 1, 0, 1)
    laid.setSpacing(SPACE_XS)
    name = label(line.text, "keyName")
    name.setWordWrap(True)
    laid.addWidget(name, 1)
    for keys in line.keys[:MOST_KEYS]:
        cap = QLabel(keys)
        cap.setProperty("role", "key")
        cap.setTextFormat(Qt.TextFormat.PlainText)
        laid.addWidget(cap, 0, Qt.AlignmentFlag.AlignTop)
    row.setAccessibleName(f"{line.text}: {', '.join(line.keys)}")
    return row


def _columns(groups: Sequence[Group], columns: int) -> list[list[Group]]:
    """Groups in columns of about the same height, each column in the order of the menus."""
    order = {group: place for place, group in enumerate(groups)}
    heights = dict.fromkeys(range(columns), 0)
    found: list[list[Group]] = [[] for _ in heights]
    for group in sorted(groups, key=lambda group: -len(group.shown())):
        if group.shown():
            shortest = min(heights, key=heights.__getitem__)
            found[shortest].append(group)
            heights[shortest] += len(group.shown()) + 2
    for column in found:
        column.sort(key=order.__getitem__)
    return sorted(found, key=lambda column: order[column[0]] if column else len(groups))


_SIGNS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def _native(sequences: Sequence[QKeySequence]) -> tuple[str, ...]:
    """Keys as the system writes them, arrows as signs."""
    return tuple(dict.fromkeys(text for keys in sequences if (text := _written(keys))))


def _written(keys: QKeySequence) -> str:
    native = keys.toString(QKeySequence.SequenceFormat.NativeText)
    sign = _SIGNS.get(keys.toString(QKeySequence.SequenceFormat.PortableText).rpartition("+")[2])
    return "".join((*native.rpartition("+")[:2], sign)) if sign else native
