"""From which day to which: two days to be chosen from calendars."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from photoclip.catalog.criteria import Taken
from photoclip.gui.theme import SPACE_L, SPACE_M
from photoclip.gui.views.parts import label
from photoclip.search.query import FilterName, Term, Value


class DateRange(QDialog):
    """chosen(Term): photos of these days are wanted."""

    chosen = Signal(object)

    def __init__(self, first: date, last: date, parent: QWidget) -> None:
        """first, last: what is proposed."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Photos of these days"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.from_on, self.first = _end(self.tr("From"), first)
        self.to_on, self.last = _end(self.tr("To"), last)
        self.hint = label(self.tr("Tick one of them at least."), "caption")
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self.buttons.button(standard.Ok).setText(self.tr("Filter"))
        self._lay_out()
        for box, edit in ((self.from_on, self.first), (self.to_on, self.last)):
            box.toggled.connect(edit.setEnabled)
            box.toggled.connect(self._look)
            edit.dateChanged.connect(self._look)
        self.buttons.accepted.connect(self._choose)
        self.buttons.rejected.connect(self.close)
        self._look()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(SPACE_M)
        for row, part in enumerate(((self.from_on, self.first), (self.to_on, self.last))):
            for place, widget in enumerate(part):
                grid.addWidget(widget, row, place)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_L)
        column.addLayout(grid)
        column.addWidget(self.hint)
        column.addWidget(self.buttons)

    @Slot()
    def _look(self) -> None:
        """Say what is wrong, if anything."""
        first, last = self._taken().first, self._taken().last
        none = first is None and last is None
        turned = first is not None and last is not None and first > last
        says = self.tr("Tick one of them at least.") if none else ""
        self.hint.setText(self.tr("It ends before it begins.") if turned else says)
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(not none and not turned)

    def _taken(self) -> Taken:
        return Taken(
            _day(self.first) if self.from_on.isChecked() else None,
            _day(self.last) if self.to_on.isChecked() else None,
        )

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(Term(FilterName.DATE, (Value(self._taken()),)))
        self.close()


def _end(text: str, day: date) -> tuple[QCheckBox, QDateEdit]:
    box, edit = QCheckBox(text), QDateEdit(QDate(day.year, day.month, day.day))
    box.setChecked(True)
    edit.setCalendarPopup(True)
    edit.setAccessibleName(text)
    return box, edit


def _day(edit: QDateEdit) -> date:
    shown = edit.date()
    return date(shown.year(), shown.month(), shown.day())
