"""Rows of a list that a card holds: a picture, a name with a line below, and buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from photoclip.gui.theme import SPACE_M, SPACE_S, SPACE_XS, Theme
from photoclip.gui.views.parts import ElidedLabel, restyle

PICTURE = 20


class ListRow(QWidget):
    """One thing of a list."""

    def __init__(self, icon: str, name: str, line: str, buttons: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self._icon = icon
        self._picture = QLabel()
        self.name = ElidedLabel()
        self.line = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self.show_texts(name, line)
        restyle(self.name, role="setting")
        restyle(self.line, role="caption")
        words = QVBoxLayout()
        words.setSpacing(SPACE_XS // 2)
        words.addWidget(self.name)
        words.addWidget(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_M)
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        for button in buttons:
            row.addWidget(button)

    def show_texts(self, name: str, line: str) -> None:
        """Other words."""
        for shown, text in ((self.name, name), (self.line, line)):
            shown.setText(text)
            shown.setToolTip(text)
        self.line.setVisible(bool(line))

    def draw(self, theme: Theme) -> None:
        """The picture in the colours in use."""
        self._picture.setPixmap(theme.pixmap(self._icon, PICTURE))


class Rows(QWidget):
    """Rows that come and go; the focus stays at its place in the list."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_S)
        self.rows: list[QWidget] = []

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Show these instead."""
        place = self._focused()
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = list(rows)
        for row in rows:
            self._column.addWidget(row)
            row.show()
        if place is not None and self.rows:
            at, child = place
            self._focus(self.rows[min(at, len(self.rows) - 1)], child)

    def _focused(self) -> tuple[int, int] | None:
        """In which row the focus is, and on which of its buttons."""
        for at, row in enumerate(self.rows):
            for number, child in enumerate(_reachable(row)):
                if child.hasFocus():
                    return at, number
        return None

    def _focus(self, row: QWidget, number: int) -> None:
        children = _reachable(row)
        if children:
            children[min(number, len(children) - 1)].setFocus()


def _reachable(row: QWidget) -> list[QWidget]:
    none = Qt.FocusPolicy.NoFocus
    return [child for child in row.findChildren(QWidget) if child.focusPolicy() is not none]
