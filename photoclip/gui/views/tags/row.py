"""Chips of labels in as many lines as they need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from photoclip.gui.models.tagged import Tagged
from photoclip.gui.theme import SPACE_XS, Theme
from photoclip.gui.views.flow import Flow
from photoclip.gui.views.parts import label
from photoclip.gui.views.tags.chip import TagChip

# More labels than this on one photo are an accident of another program.
MOST = 60


class ChipRow(QWidget):
    """why_wanted, accept_wanted, remove_wanted(Tagged)."""

    why_wanted = Signal(object)
    accept_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, theme: Theme, heading: str = "", *, unsure: bool = False) -> None:
        """unsure: suggestions, or labels that only some of the photos have."""
        super().__init__()
        self._theme = theme
        self._unsure = unsure
        self._shown: tuple[Sequence[Tagged], int] = ((), 0)
        self.chips: list[TagChip] = []
        self._inside = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._inside.setSizePolicy(policy)
        self._flow = Flow(self._inside, SPACE_XS)
        self._heading = label(heading, "caption")
        if not heading:
            self._heading.hide()
        self._more = label("", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        for part in (self._heading, self._inside, self._more):
            column.addWidget(part)

    def show_tags(self, each: Sequence[Tagged], chosen: int) -> None:
        """Show these; the keyboard stays where it was, or goes to what took its place."""
        if (each, chosen) != self._shown:
            self._shown = (each, chosen)
            place = self._place()
            self._fill(each, chosen)
            if place is not None and self.chips:
                self._focus(*place)
        self.setVisible(bool(each))

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        for chip in self.chips:
            chip.apply_theme()

    def _fill(self, each: Sequence[Tagged], chosen: int) -> None:
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        leaves = Counter(one.label.leaf for one in each)
        self.chips = []
        for one in each[:MOST]:
            text = one.label.leaf if leaves[one.label.leaf] == 1 else one.label.name
            if 0 < (count := one.accepted or one.suggested) < chosen:
                text = f"{text} · {count}"
            self._add(TagChip(self._theme, one, chosen, text, unsure=self._unsure))
        self._more.setText(self.tr("and %Ln more", "", max(0, len(each) - MOST)))
        self._more.setVisible(len(each) > MOST)
        self._inside.updateGeometry()

    def _add(self, chip: TagChip) -> None:
        chip.why_wanted.connect(lambda: self.why_wanted.emit(chip.one))
        chip.accept_wanted.connect(lambda: self.accept_wanted.emit(chip.one))
        chip.remove_wanted.connect(lambda: self.remove_wanted.emit(chip.one))
        self.chips.append(chip)
        self._flow.addWidget(chip)
        chip.show()

    def _place(self) -> tuple[int, int] | None:
        """Which part of which chip has the focus."""
        for row, chip in enumerate(self.chips):
            for column, part in enumerate(chip.parts()):
                if part.hasFocus():
                    return row, column
        return None

    def _focus(self, row: int, column: int) -> None:
        chip = self.chips[min(row, len(self.chips) - 1)]
        part = chip.parts()[column]
        (part if not part.isHidden() else chip.name).setFocus()
