"""The pieces that show one task, in the status bar and in the panel above it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QWidget

from photoclip.gui.controllers.tasks import Task, TaskState
from photoclip.gui.theme import SPACE_M, SPACE_S, SPACE_XS, Theme
from photoclip.gui.views.parts import ElidedLabel, label, push_button, restyle, tool_button

BAR_HEIGHT = 6
ICON = QSize(16, 16)


class TaskBar(QProgressBar):
    """How far a task is; it moves to and fro where nobody can know that."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextVisible(False)
        self.setFixedHeight(BAR_HEIGHT)

    def show_task(self, task: Task) -> None:
        """Show how far it is."""
        paused = task.state is TaskState.PAUSED
        if task.total:
            # Qt counts in 32 bits, and downloads in bytes.
            self.setRange(0, 1000)
            self.setValue(min(1000, 1000 * task.done // task.total))
        else:
            still = paused or task.state is TaskState.WAITING
            self.setRange(0, 1 if still else 0)
            self.setValue(0)
        if self.property("paused") != paused:
            restyle(self, paused=paused)
        self.setAccessibleName(self.tr("Progress: {title}").format(title=task.title))
        self.setAccessibleDescription(task.line)


class TaskButtons(QWidget):
    """pause_wanted, resume_wanted, cancel_wanted, dismiss_wanted: with the key of the task."""

    pause_wanted = Signal(int)
    resume_wanted = Signal(int)
    cancel_wanted = Signal(int)
    dismiss_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._task: Task | None = None
        self.pause = tool_button("pause", "")
        self.cancel = tool_button("cancel", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_XS)
        for button in (self.pause, self.cancel):
            button.setIconSize(ICON)
            row.addWidget(button)
        self.pause.clicked.connect(self._pause)
        self.cancel.clicked.connect(self._cancel)

    def show_task(self, task: Task) -> None:
        """Offer what can be done with it."""
        before, self._task = self._task, task
        known = before is not None and before.key == task.key
        if before is not None and known and _offers(before) == _offers(task):
            return
        paused, over = task.state is TaskState.PAUSED, task.state.over
        self.pause.setVisible(task.can_pause)
        self.cancel.setVisible(task.can_cancel or over)
        self._name(self.pause, self.tr("Go on") if paused else self.tr("Pause"))
        self._name(self.cancel, self.tr("Close") if over else self.tr("Stop"))
        self.apply_theme()

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        paused = self._task is not None and self._task.state is TaskState.PAUSED
        self.pause.setIcon(self._theme.icon("play" if paused else "pause"))
        self.cancel.setIcon(self._theme.icon("close"))

    def _name(self, button: QWidget, does: str) -> None:
        title = "" if self._task is None else self._task.title
        button.setToolTip(does)
        name = self.tr("{does}: {title}").format(does=does, title=title)
        button.setAccessibleName(name)

    @Slot()
    def _pause(self) -> None:
        if self._task is not None:
            paused = self._task.state is TaskState.PAUSED
            (self.resume_wanted if paused else self.pause_wanted).emit(self._task.key)

    @Slot()
    def _cancel(self) -> None:
        if self._task is not None:
            over = self._task.state.over
            (self.dismiss_wanted if over else self.cancel_wanted).emit(self._task.key)


def _offers(task: Task) -> tuple[TaskState, bool, bool]:
    return task.state, task.can_pause, task.can_cancel


class TaskRow(QWidget):
    """One task in the panel. problems_wanted: show the files that could not be read."""

    problems_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._task: Task | None = None
        self._icon = label("", "")
        self.title = ElidedLabel()
        self.title.setProperty("role", "taskTitle")
        self.bar = TaskBar()
        self.line = ElidedLabel()
        self.problems = push_button(self.tr("Problems"), "link")
        self.buttons = TaskButtons(theme)
        self.problems.clicked.connect(self.problems_wanted)
        self._lay_out()

    def show_task(self, task: Task) -> None:
        """Show how it stands."""
        changed = self._task is None or self._task.state is not task.state
        self._task = task
        self.title.setText(task.title)
        self.line.setText(task.line)
        self.line.setToolTip(task.line)
        self.bar.setVisible(not task.state.over)
        self.bar.show_task(task)
        self.buttons.show_task(task)
        self.problems.setVisible(task.state.over and task.problems > 0)
        self.setAccessibleName(task.title)
        self.setAccessibleDescription(task.line)
        if changed:
            self.apply_theme()

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        self.buttons.apply_theme()
        name, color = _SIGNS.get(self._task.state if self._task else None, ("", ""))
        self._icon.setVisible(bool(name))
        if name:
            self._icon.setPixmap(self._theme.pixmap(name, ICON.width(), color))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_S)
        head.addWidget(self._icon)
        head.addWidget(self.title, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE_M, SPACE_S, SPACE_S, SPACE_S)
        grid.setHorizontalSpacing(SPACE_S)
        grid.setVerticalSpacing(SPACE_XS)
        grid.addLayout(head, 0, 0)
        grid.addWidget(self.buttons, 0, 1, 3, 1)
        grid.addWidget(self.bar, 1, 0)
        below = QHBoxLayout()
        below.addWidget(self.line, 1)
        below.addWidget(self.problems)
        grid.addLayout(below, 2, 0)
        grid.setColumnStretch(0, 1)


_SIGNS: dict[TaskState | None, tuple[str, str]] = {
    TaskState.DONE: ("check", "success"),
    TaskState.FAILED: ("problem", "danger"),
    TaskState.CANCELLED: ("stop", "muted"),
}
