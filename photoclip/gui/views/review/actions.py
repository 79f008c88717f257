"""What can be done about the suggestions that are selected, each with its key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from photoclip.gui.controllers.review import Decision
from photoclip.gui.theme import SPACE_S, SPACE_XS
from photoclip.gui.views.flow import Flow
from photoclip.gui.views.parts import label, push_button


class ReviewActions(QWidget):
    """decided(Decision); above_wanted, why_wanted, undo_wanted: a button was pressed."""

    decided = Signal(object)
    above_wanted = Signal()
    why_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.accept = push_button(self.tr("Accept (A)"), "primary")
        self.reject = push_button(self.tr("Reject (R)"))
        self.skip = push_button(self.tr("Skip (S)"))
        self.accept_above = push_button(self.tr("Accept all above… (B)"))
        self.why = push_button(self.tr("Why? (W)"))
        self.take_back = push_button(self.tr("Undo (U)"))
        self.keys = label("", "caption")
        self._lay_out()
        self.accept.clicked.connect(lambda: self.decided.emit(Decision.ACCEPT))
        self.reject.clicked.connect(lambda: self.decided.emit(Decision.REJECT))
        self.skip.clicked.connect(lambda: self.decided.emit(Decision.SKIP))
        self.accept_above.clicked.connect(self.above_wanted)
        self.why.clicked.connect(self.why_wanted)
        self.take_back.clicked.connect(self.undo_wanted)

    def show_state(self, *, waiting: bool, large: bool, undoable: bool) -> None:
        """waiting: there is anything to decide on. large: one photo is shown at a time."""
        for part in (self.accept, self.reject, self.skip, self.why, self.keys):
            part.setVisible(waiting)
        self.accept_above.setVisible(waiting and not large)
        self.take_back.setVisible(undoable)
        self.keys.setText(
            self.tr("Up and down: another label · Left and right: another photo · Return: open it")
            if large
            else self.tr("Arrows: another photo · Shift: select more · Return: open it")
        )

    def show_chosen(self, *, some: bool) -> None:
        """Whether anything is selected."""
        for button in (self.accept, self.reject, self.skip, self.why):
            button.setEnabled(some)

    def _lay_out(self) -> None:
        inside = QWidget()
        flow = Flow(inside, SPACE_S)
        for button in (self.accept, self.reject, self.skip, self.accept_above, self.why):
            flow.addWidget(button)
        row = QHBoxLayout()
        row.addWidget(inside, 1)
        row.addWidget(self.take_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addLayout(row)
        column.addWidget(self.keys)
