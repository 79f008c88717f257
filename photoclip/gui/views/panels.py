"""The three columns of the window; those at the sides can be hidden and keep their widths."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

SIDEBAR, MIDDLE, DETAILS = range(3)
SIDEBAR_WIDTH, DETAILS_WIDTH = 236, 300


class Panels(QSplitter):
    """sidebar_shown, details_shown: a side column came or went."""

    sidebar_shown = Signal(bool)
    details_shown = Signal(bool)

    def __init__(self, sidebar: QWidget, middle: QWidget, details: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName("panels")
        self.setHandleWidth(1)
        self._widths = {SIDEBAR: SIDEBAR_WIDTH, DETAILS: DETAILS_WIDTH}
        self._columns = (sidebar, middle, details)
        for column in self._columns:
            self.addWidget(column)
        self.setStretchFactor(MIDDLE, 1)
        for side in (SIDEBAR, MIDDLE, DETAILS):
            self.setCollapsible(side, side != MIDDLE)
        self._was_shown = False
        self.splitterMoved.connect(self._moved)
        details.hide()

    @Slot(bool)
    def show_sidebar(self, on: bool) -> None:
        """Show or hide the column at the left."""
        if self._show(SIDEBAR, on):
            self.sidebar_shown.emit(on)

    @Slot(bool)
    def show_details(self, on: bool) -> None:
        """Show or hide the column at the right."""
        if self._show(DETAILS, on):
            self.details_shown.emit(on)

    def is_shown(self, column: int) -> bool:
        """Whether a column is there."""
        return not self._columns[column].isHidden()

    def state(self) -> dict[str, object]:
        """What to remember between two starts."""
        self._note_widths()
        return {
            "widths": [self._widths[SIDEBAR], self._widths[DETAILS]],
            "shown": [self.is_shown(SIDEBAR), self.is_shown(DETAILS)],
        }

    def restore(self, state: object) -> None:
        """As state() told; anything else is left as it is."""
        match state:
            case {
                "widths": [int(left), int(right)],
                "shown": [bool(sidebar), bool(details)],
            } if left > 0 and right > 0:
                self._widths = {SIDEBAR: left, DETAILS: right}
                self.show_sidebar(sidebar)
                self.show_details(details)
                self._apply_widths()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._was_shown:
            # Before, there was no room yet that the columns could have shared.
            self._was_shown = True
            self._apply_widths()

    def _show(self, column: int, on: bool) -> bool:
        if on == self.is_shown(column):
            return False
        self._note_widths()
        self._columns[column].setVisible(on)
        self._apply_widths()
        return True

    def _note_widths(self) -> None:
        if not self._was_shown:
            return
        for column, width in enumerate(self.sizes()):
            if column in self._widths and width > 0:
                self._widths[column] = width

    def _apply_widths(self) -> None:
        left = self._widths[SIDEBAR] if self.is_shown(SIDEBAR) else 0
        right = self._widths[DETAILS] if self.is_shown(DETAILS) else 0
        self.setSizes([left, max(1, self.width() - left - right), right])

    @Slot(int, int)
    def _moved(self, position: int, handle: int) -> None:
        del position
        column = SIDEBAR if handle == 1 else DETAILS
        if self.sizes()[column] == 0:
            # Dragged shut: as if hidden by its command, so that the command brings it back.
            (self.show_sidebar if column == SIDEBAR else self.show_details)(False)
