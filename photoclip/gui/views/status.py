"""The status bar: what is being done, what watches, and what the model runs on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from photoclip.domain import Progress, Stage
from photoclip.gui import wording
from photoclip.gui.theme import Theme
from photoclip.gui.views.parts import label, tool_button

HEIGHT = 34


class StatusBar(QFrame):
    """cancel_wanted: the cross beside the progress was pressed."""

    cancel_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setFixedHeight(HEIGHT)
        self._theme = theme
        self.text = QLabel()
        self.bar = QProgressBar()
        self.cancel = tool_button("cancel", self.tr("Stop indexing; it goes on at the next start"))
        self.watch = label("", "pill")
        self.device = label("", "pill")
        self._lay_out()
        self.cancel.clicked.connect(self._cancel)
        self.apply_theme()
        self.show_idle("")

    def show_progress(self, progress: Progress) -> None:
        """Show how far long work is."""
        self.text.setText(wording.progress(progress))
        counted = progress.stage is Stage.INDEXING and progress.total
        self.bar.setRange(0, progress.total if counted else 0)  # type: ignore[arg-type]
        self.bar.setValue(progress.done if counted else 0)
        self._show_running(True)

    def show_idle(self, text: str) -> None:
        """Show that nothing runs, and what the last run came to."""
        self.text.setText(text)
        self._show_running(False)

    @property
    def is_running(self) -> bool:
        """Whether progress is shown."""
        return not self.bar.isHidden()

    def show_device(self, text: str, reason: str) -> None:
        """Show model and device; reason is the tooltip."""
        self._show_pill(self.device, text, reason)

    def show_watch(self, text: str, reason: str) -> None:
        """Say how changes are noticed, where that is worth saying."""
        self._show_pill(self.watch, text, reason)

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        self.cancel.setIcon(self._theme.icon("close"))
        self.cancel.setIconSize(QSize(16, 16))

    def _lay_out(self) -> None:
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(150, 6)
        self.bar.setAccessibleName(self.tr("Progress of indexing"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(10)
        for widget in (self.bar, self.text, self.cancel):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()
        for widget in (self.watch, self.device):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def _show_running(self, running: bool) -> None:
        self.bar.setVisible(running)
        self.cancel.setVisible(running)
        self.cancel.setEnabled(running)

    def _show_pill(self, pill: QLabel, text: str, reason: str) -> None:
        pill.setText(text)
        pill.setToolTip(reason)
        pill.setAccessibleDescription(reason)
        pill.setVisible(bool(text))

    @Slot()
    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.text.setText(self.tr("Stopping…"))
        self.cancel_wanted.emit()
