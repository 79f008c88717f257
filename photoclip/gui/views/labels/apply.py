"""To which photos a label is applied, and how."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from photoclip.gui.controllers.label_work import Target
from photoclip.gui.theme import SPACE_S
from photoclip.gui.views.flow import Flow
from photoclip.gui.views.parts import push_button
from photoclip.tagging.applying import Mode


class ApplyBar(QWidget):
    """wanted(Target, Mode): what would change?"""

    wanted = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.target = TargetBox()
        self.mode = QComboBox()
        self.apply = push_button(self.tr("Apply…"), "primary")
        self._configure()
        flow = Flow(self, SPACE_S)
        for part in (self.target, self.mode, self.apply):
            flow.addWidget(part)
        self.apply.clicked.connect(self._ask)

    def show_automatic(self, automatic: bool) -> None:
        """A label that is accepted without asking has no suggestions."""
        self.mode.setEnabled(not automatic)
        self.mode.setCurrentIndex(self.mode.findData(Mode.ACCEPT if automatic else Mode.SUGGEST))

    def _configure(self) -> None:
        boxes: tuple[tuple[QComboBox, str], ...] = (
            (self.target, self.tr("Photos to apply it to")),
            (self.mode, self.tr("Suggest or label")),
        )
        for box, says in boxes:
            box.setAccessibleName(says)
            box.view().setAccessibleName(says)
        self.mode.addItem(self.tr("as suggestions"), Mode.SUGGEST)
        self.mode.addItem(self.tr("at once"), Mode.ACCEPT)

    @Slot()
    def _ask(self) -> None:
        target = self.target.chosen
        if target is not None:
            # Qt gives back a plain text.
            self.wanted.emit(target, Mode(self.mode.currentData()))


class TargetBox(QComboBox):
    """Offers photos to apply labels to. wanted: the list is about to open."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._targets: dict[str, Target] = {}
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaximumWidth(240)

    @property
    def chosen(self) -> Target | None:
        """What is chosen."""
        return self._targets.get(self.currentData())

    def show_targets(self, targets: Sequence[Target]) -> None:
        """Offer these; what was chosen stays so where it is among them."""
        now = {target.key: target for target in targets}
        if [(one.key, one.text) for one in targets] != [
            (one.key, one.text) for one in self._targets.values()
        ]:
            before = self.currentData()
            self.clear()
            for target in targets:
                self.addItem(target.text, target.key)
            self.setCurrentIndex(max(0, self.findData(before)))
        self._targets = now

    def showPopup(self) -> None:  # noqa: N802
        self.wanted.emit()
        super().showPopup()
