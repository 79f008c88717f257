"""The question before all suggestions from a score on are accepted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDoubleSpinBox, QFrame, QHBoxLayout

from photoclip.gui.models.review_queue import reaching
from photoclip.gui.theme import SPACE_L, SPACE_M
from photoclip.gui.views.parts import label, push_button
from photoclip.tagging.review import Item

STEP = 0.1


class AboveBar(QFrame):
    """Asks in the page itself. confirmed(list of Item); refused."""

    confirmed = Signal(object)
    refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._items: Sequence[Item] = ()
        self.text = label("", "section")
        self.score = QDoubleSpinBox()
        self.accept_now = push_button("", "primary")
        self.cancel = push_button(self.tr("Cancel"))
        self._name = self.tr("Accept from this score on")
        self.score.setAccessibleName(self._name)
        self.score.setRange(-1000, 1000)
        self.score.setDecimals(2)
        self.score.setSingleStep(STEP)
        self.text.setText(self._name)
        self.text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        row.setSpacing(SPACE_M)
        row.addWidget(self.text, 1)
        for part in (self.score, self.cancel, self.accept_now):
            row.addWidget(part)
        self.score.valueChanged.connect(self._count)
        self.accept_now.clicked.connect(self._confirm)
        self.cancel.clicked.connect(self.leave)
        self._count()
        self.hide()

    @property
    def chosen(self) -> list[Item]:
        """What would be accepted."""
        # As many decimals as are shown, or what is shown as that score would be left out.
        return reaching(self._items, self.score.value() - 0.005)

    def ask(self, items: Sequence[Item], score: float | None) -> None:
        """Offer those that have at least a score, and wait; nothing where none has any."""
        scores = [item.score for item in items if item.score is not None]
        if not scores:
            return
        self._items = items
        self.score.setValue(max(scores) if score is None else score)
        self._count()
        self.show()
        self.score.setFocus()
        self.score.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.score.hasFocus():
            # The number was said; the next Return says yes.
            self.accept_now.setFocus()
        else:
            super().keyPressEvent(event)

    @Slot()
    def leave(self) -> None:
        """Do nothing."""
        if not self.isHidden():
            self._items = ()
            self.hide()
            self.refused.emit()

    @Slot()
    def _count(self) -> None:
        count = len(self.chosen)
        self.accept_now.setText(self.tr("Accept %Ln photo(s)", "", count))
        self.accept_now.setEnabled(count > 0)

    @Slot()
    def _confirm(self) -> None:
        chosen, self._items = self.chosen, ()
        self.hide()
        self.confirmed.emit(chosen)
