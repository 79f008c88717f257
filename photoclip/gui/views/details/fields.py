"""Names and values, of which each can be selected and copied, and none is ever too wide."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtGui import QFocusEvent, QTextCursor, QTextDocument, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QTextEdit, QWidget

from photoclip.gui.photo_wording import Fact
from photoclip.gui.theme import SPACE_M, SPACE_S
from photoclip.gui.views.parts import label

# The border that shows the focus, in logical pixels on both sides.
EDGES = 4
NARROW = 40


class ValueText(QTextEdit):
    """A text that breaks anywhere where it must, is as high as it needs, and can be copied."""

    def __init__(self, says: str = "") -> None:
        """says: what screen readers call it."""
        super().__init__()
        self.setProperty("role", "value")
        self.setReadOnly(True)
        self.setAccessibleName(says)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # The whole way through the panel by the Tab key.
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setAcceptDrops(False)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text != self.toPlainText():
            self.setPlainText(text)
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        measured = QTextDocument()
        measured.setDocumentMargin(0)
        measured.setDefaultFont(self.font())
        measured.setDefaultTextOption(self.document().defaultTextOption())
        measured.setPlainText(self.toPlainText())
        measured.setTextWidth(max(1, width - EDGES))
        return math.ceil(measured.size().height()) + EDGES

    def sizeHint(self) -> QSize:
        width = max(NARROW, self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROW, self.fontMetrics().height() + EDGES)

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            # Two keys copy a value: one that leads here, and the one that copies.
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            cursor = self.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.Start)
            self.setTextCursor(cursor)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # For the panel: there is nothing to scroll in here.
        event.ignore()


class Fields(QWidget):
    """Names at the left, values at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_M)
        self._grid.setVerticalSpacing(SPACE_S)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._rows: list[tuple[QLabel, ValueText]] = []
        self._facts: list[Fact] = []

    @property
    def facts(self) -> Sequence[Fact]:
        """What is shown."""
        return tuple(self._facts)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these and no others."""
        self._facts = list(facts)
        while len(self._rows) < len(facts):
            self._add_row()
        for number, (name, value) in enumerate(self._rows):
            used = number < len(facts)
            name.setVisible(used)
            value.setVisible(used)
            if used:
                self._fill(number, facts[number])

    def value(self, name: str) -> ValueText:
        """The widget that shows a value. Raises KeyError."""
        for fact, (_, value) in zip(self._facts, self._rows, strict=False):
            if fact.name == name:
                return value
        raise KeyError(name)

    def _add_row(self) -> None:
        name, value = label("", "fact"), ValueText()
        name.setWordWrap(True)
        name.setBuddy(value)
        # In line with the first line of the value, which has a border.
        name.setContentsMargins(0, EDGES // 2, 0, 0)
        row = len(self._rows)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)
        self._rows.append((name, value))

    def _fill(self, number: int, fact: Fact) -> None:
        name, value = self._rows[number]
        name.setText(fact.name)
        value.setAccessibleName(fact.name)
        value.set_text(fact.value)
