"""The status bar: what is being done, what watches, and what the model runs on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from photoclip.gui.controllers.tasks import Tasks
from photoclip.gui.theme import SPACE_M, SPACE_XS, Theme
from photoclip.gui.views.parts import label
from photoclip.gui.views.tasks.area import TaskArea


class StatusBar(QFrame):
    """The task area on the left, small notes on the right."""

    def __init__(self, theme: Theme, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.tasks = TaskArea(theme, tasks)
        self.watch = label("", "pill")
        self.device = QToolButton()
        self.device.setProperty("role", "pill")
        self.device.setCursor(Qt.CursorShape.PointingHandCursor)
        self.device.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self.show_watch("", "")
        self.show_device("", "")

    @property
    def text(self) -> QLabel:
        """What is being done, or what the last work came to."""
        return self.tasks.text

    @property
    def cancel(self) -> QToolButton:
        """Stops the work that is shown."""
        return self.tasks.buttons.cancel

    @property
    def is_running(self) -> bool:
        """Whether progress is shown."""
        return self.tasks.is_running

    def show_device(self, text: str, reason: str) -> None:
        """Show the device that the model runs on; reason is the tooltip."""
        self._show_pill(self.device, text, reason)
        self.device.setAccessibleName(self.tr("Device of the model: {device}").format(device=text))

    def show_watch(self, text: str, reason: str) -> None:
        """Say how changes are noticed, where that is worth saying."""
        self._show_pill(self.watch, text, reason)

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        self.tasks.apply_theme()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, SPACE_XS, SPACE_M, SPACE_XS)
        row.setSpacing(SPACE_M)
        row.addWidget(self.tasks, 1)
        for widget in (self.watch, self.device):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def _show_pill(self, pill: QLabel | QToolButton, text: str, reason: str) -> None:
        pill.setText(text)
        pill.setToolTip(reason)
        pill.setAccessibleDescription(reason)
        pill.setVisible(bool(text))
