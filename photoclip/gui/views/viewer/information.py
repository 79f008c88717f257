"""What is known of the photo that is looked at, beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from photoclip.gui.photo_wording import Fact
from photoclip.gui.theme import SPACE_L, SPACE_M, SPACE_S
from photoclip.gui.views.parts import label

WIDTH = 300


class Information(QFrame):
    """Names and values over the photo, as many as are known."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("viewerInformation")
        self.setAccessibleName(self.tr("Information"))
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._facts: tuple[Fact, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self._grid.setHorizontalSpacing(SPACE_M)
        self._grid.setVerticalSpacing(SPACE_S)
        self._grid.setColumnStretch(1, 1)
        self.hide()

    @property
    def facts(self) -> Sequence[Fact]:
        """What is shown."""
        return self._facts

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these and no others."""
        self._facts = tuple(facts)
        while len(self._rows) < len(facts):
            self._add_row()
        for number, (name, value) in enumerate(self._rows):
            used = number < len(facts)
            name.setVisible(used)
            value.setVisible(used)
            name.setText(facts[number].name if used else "")
            value.setText(_breakable(facts[number].value) if used else "")
        self.setAccessibleDescription("\n".join(f"{one.name}: {one.value}" for one in facts))

    def fit(self, width: int, height: int) -> None:
        """Take the room that the words need, at most so much."""
        wide = min(WIDTH, width)
        self._grid.activate()
        needed = self._grid.totalHeightForWidth(wide)
        self.resize(wide, min(needed, height))

    def _add_row(self) -> None:
        name, value = label("", "fact"), label("", "factValue")
        value.setWordWrap(True)
        row = len(self._rows)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
        self._rows.append((name, value))


def _breakable(text: str) -> str:
    """Labels break lines at spaces only, and paths and names of files have few."""
    for letter in "/\\_-.":
        text = text.replace(letter, letter + "\N{ZERO WIDTH SPACE}")
    return text
