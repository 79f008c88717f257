"""What is reviewed, how far one is, and the ways to look at it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from photoclip.domain import LabelId
from photoclip.gui import tag_wording, wording
from photoclip.gui.models.review_queue import Extent
from photoclip.gui.theme import SPACE_M, SPACE_S
from photoclip.gui.views.parts import label, push_button

ALL = "all"


class ReviewHead(QWidget):
    """scope_chosen(LabelId, or None for all labels). large_wanted(bool): one photo at a time."""

    scope_chosen = Signal(object)
    large_wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[LabelId] = []
        self.title = label(self.tr("Review"), "page")
        self.scope = QComboBox()
        self.extent = label("", "body")
        self.bar = QProgressBar()
        self.large = push_button(self.tr("One at a time (V)"))
        self._configure()
        self._lay_out()
        self.scope.activated.connect(self._choose)
        self.large.toggled.connect(self.large_wanted)

    def show_scopes(self, counts: Mapping[LabelId, int], names: Mapping[LabelId, str]) -> None:
        """Offer these labels, by name, each with what waits of it."""
        shown = [number for number in names if number in counts]
        if shown != self._shown:
            chosen = self.scope.currentData()
            self._shown = shown
            self.scope.clear()
            self.scope.addItem("", ALL)
            for number in shown:
                self.scope.addItem("", number)
            self.scope.setCurrentIndex(max(0, self.scope.findData(chosen)))
        total = wording.number(sum(counts[number] for number in shown))
        self.scope.setItemText(0, self.tr("All labels ({count})").format(count=total))
        for row, number in enumerate(shown, start=1):
            self.scope.setItemText(row, f"{names[number]} ({wording.number(counts[number])})")

    def show_scope(self, number: LabelId | None) -> None:
        """Mark what is reviewed."""
        self.scope.setCurrentIndex(max(0, self.scope.findData(ALL if number is None else number)))

    def show_extent(self, how_far: Extent) -> None:
        """So many were decided on."""
        self.extent.setText(tag_wording.extent(how_far))
        self.bar.setRange(0, max(1, how_far.total))
        self.bar.setValue(how_far.done)

    def show_any(self, *, some: bool) -> None:
        """Whether there was anything to decide on."""
        self.extent.setVisible(some)
        self.bar.setVisible(some)

    def _configure(self) -> None:
        for part in (self.scope, self.scope.view()):
            part.setAccessibleName(self.tr("Labels to review"))
        self.scope.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.scope.setMinimumContentsLength(22)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(self.tr("How far the review is"))
        self.large.setCheckable(True)
        self.large.setToolTip(self.tr("Show one photo large with all its suggestions"))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE_M)
        row.addWidget(self.title)
        row.addStretch()
        row.addWidget(self.extent)
        row.addWidget(self.scope)
        row.addWidget(self.large)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addLayout(row)
        column.addWidget(self.bar)

    @Slot(int)
    def _choose(self, row: int) -> None:
        data = self.scope.itemData(row)
        self.scope_chosen.emit(None if data == ALL else LabelId(data))
