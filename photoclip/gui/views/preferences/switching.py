"""How far the next model is, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from photoclip.domain import Progress
from photoclip.gui import wording
from photoclip.gui.theme import SPACE_S
from photoclip.gui.views.parts import push_button
from photoclip.gui.views.preferences.parts import in_line, wrapped


class NextModel(QWidget):
    """Shown while a library is embedded with another model.

    now_wanted: change over with what there is; stay_wanted: give it up.
    """

    now_wanted = Signal()
    stay_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = wrapped("", "body")
        self.bar = QProgressBar()
        self.now = push_button(self.tr("Change over now"))
        self.stay = push_button(self.tr("Stay with the present model"))
        self._name = ""
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Photos that the next model has embedded"))
        self.now.setToolTip(self.tr("Photos that are not embedded yet are not found until then."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(self.state)
        column.addWidget(self.bar)
        column.addWidget(in_line(self.stay, self.now))
        self.now.clicked.connect(self.now_wanted)
        self.stay.clicked.connect(self.stay_wanted)
        self.hide()

    def show_state(self, name: str, done: int, total: int) -> None:
        """A model is the next one; "": there is none."""
        self._name = name
        self.setVisible(bool(name))
        self._show(done, total, "")

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        """It has embedded more photos."""
        if self._name and progress.total:
            left = progress.seconds_left
            self._show(progress.done, progress.total, wording.duration(left) if left else "")

    def _show(self, done: int, total: int, left: str) -> None:
        text = self.tr(
            "{model} is the next model: {done} of {total} are embedded. Search goes on with the"
            " present one until then."
        ).format(model=self._name, done=wording.number(done), total=wording.photos(total))
        if left:
            text += " " + self.tr("Time left: {time}.").format(time=left)
        self.state.setText(text)
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
