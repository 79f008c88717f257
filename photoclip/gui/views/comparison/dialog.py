"""Choose two models and queries, and see what both find. The window can be used meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from photoclip.domain import Progress
from photoclip.errors import PhotoclipError
from photoclip.gui import wording
from photoclip.gui.controllers.inventory import Models
from photoclip.gui.error_wording import message
from photoclip.gui.theme import SPACE_L, SPACE_M, SPACE_S
from photoclip.gui.views.comparison.results import Results
from photoclip.gui.views.parts import label, push_button
from photoclip.gui.views.preferences.parts import Number, wrapped
from photoclip.search.contrast import PHOTOS

LEAST, MOST = 10, 100_000
QUERY_LINES = 5


class ComparisonDialog(QDialog):
    """start_wanted(choices, queries, photos), stop_wanted, look_wanted: models are to be shown."""

    start_wanted = Signal(object, object, int)
    stop_wanted = Signal()
    look_wanted = Signal()

    def __init__(self, parent: QWidget, results: Results) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare models"))
        self.setModal(False)
        self.results = results
        self.models = (QComboBox(), QComboBox())
        self.queries = QPlainTextEdit()
        self.photos = Number(LEAST, MOST, 100, self.tr(" photos"))
        self.start = push_button(self.tr("Compare"), "primary")
        self.stop = push_button(self.tr("Stop"))
        self.bar = QProgressBar()
        self.state = wrapped("", "body")
        self._lay_out()
        self.start.clicked.connect(self._start)
        self.stop.clicked.connect(self.stop_wanted)
        for box in self.models:
            box.currentIndexChanged.connect(self._update)
        self.queries.textChanged.connect(self._update)
        self.show_ended()

    def offer(self, queries: Sequence[str]) -> None:
        """Fill in queries where there are none yet."""
        if not self.queries.toPlainText().strip():
            self.queries.setPlainText("\n".join(queries))

    @Slot(object)
    def show_models(self, models: Models) -> None:
        """Offer the models that can be used; at first that in use beside another one."""
        chosen = [box.currentData() for box in self.models]
        usable = [model for model in models.found if model.ok]
        for box in self.models:
            box.clear()
            for model in usable:
                box.addItem(model.name, "" if model.embedded else str(model.path))
        used = next((n for n, model in enumerate(usable) if model.path == models.used), 0)
        other = next((n for n in range(len(usable)) if n != used), used)
        for box, data, default in zip(self.models, chosen, (used, other), strict=True):
            box.setCurrentIndex(default if data is None else max(0, box.findData(data)))
        self._update()

    @Slot()
    def show_begun(self) -> None:
        """A comparison goes on."""
        self.state.setText(self.tr("Opening the models…"))
        self.bar.setRange(0, 0)
        self._show_running(running=True)

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        """It is so far."""
        self.state.setText(wording.progress(progress))
        self.bar.setRange(0, progress.total or 0)
        self.bar.setValue(progress.done)

    @Slot(object)
    def show_error(self, error: PhotoclipError) -> None:
        """It could not be done."""
        self.state.setText(message(error))

    @Slot()
    def show_ended(self) -> None:
        """Nothing goes on."""
        self._show_running(running=False)

    def say(self, text: str) -> None:
        """One line below the choices."""
        self.state.setText(text)

    def open(self) -> None:
        """Come to the front, without holding up the window."""
        self.look_wanted.emit()
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.stop_wanted.emit()
        super().closeEvent(event)

    def reject(self) -> None:
        self.stop_wanted.emit()
        super().reject()

    @Slot()
    def _start(self) -> None:
        choices = tuple(str(box.currentData()) for box in self.models)
        self.start_wanted.emit(choices, self._lines(), self.photos.value())

    def _lines(self) -> list[str]:
        return [line.strip() for line in self.queries.toPlainText().splitlines() if line.strip()]

    def _show_running(self, *, running: bool) -> None:
        self.bar.setVisible(running)
        self.stop.setVisible(running)
        self.start.setVisible(not running)
        self._update()

    @Slot()
    def _update(self) -> None:
        one, other = (box.currentData() for box in self.models)
        differ = one is not None and one != other
        self.start.setEnabled(differ and bool(self._lines()))
        if self.stop.isHidden() and self.models[0].count() and not differ:
            self.state.setText(self.tr("Choose two different models."))
        elif self.state.text() == self.tr("Choose two different models."):
            self.state.clear()

    def _lay_out(self) -> None:
        for box, name in zip(
            self.models, (self.tr("Model on the left"), self.tr("Model on the right")), strict=True
        ):
            box.setAccessibleName(name)
            box.view().setAccessibleName(name)
            box.setMinimumContentsLength(18)
        self.photos.setValue(PHOTOS)
        self.photos.setAccessibleName(self.tr("Photos to compare over"))
        self.queries.setAccessibleName(self.tr("Searches, one on each line"))
        self.queries.setPlaceholderText(self.tr("Searches, one on each line"))
        self.queries.setTabChangesFocus(True)
        lines = self.queries.fontMetrics().lineSpacing() * QUERY_LINES
        self.queries.setFixedHeight(lines + 2 * SPACE_M)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the comparison"))
        choice = QHBoxLayout()
        choice.setSpacing(SPACE_S)
        choice.addWidget(self.models[0], 1)
        choice.addWidget(label(self.tr("beside"), "body"))
        choice.addWidget(self.models[1], 1)
        choice.addWidget(self.photos)
        choice.addWidget(self.start)
        choice.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_M)
        column.addLayout(choice)
        column.addWidget(self.queries)
        column.addWidget(self.state)
        column.addWidget(self.bar)
        column.addWidget(self.results, 1)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(1060, 720)
