"""Long work as the person sees it: one line in the status bar, and a panel above it for more."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from photoclip.gui.controllers.tasks import Task, Tasks
from photoclip.gui.models.tasks import TaskModel
from photoclip.gui.theme import SPACE_S, SPACE_XS, Theme
from photoclip.gui.views.parts import ElidedLabel, push_button, tool_button
from photoclip.gui.views.tasks.row import ICON, TaskBar, TaskButtons, TaskRow

BAR_WIDTH = 150
# Enough for the longest line there usually is.
PANEL_LETTERS = 90
MARGIN = 12


class TaskArea(QWidget):
    """The line in the status bar. problems_wanted: show the files that could not be read."""

    problems_wanted = Signal()

    def __init__(self, theme: Theme, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tasks = tasks
        self._over: Task | None = None
        self._opened_itself = False
        self.model = TaskModel(tasks, self)
        self.bar = TaskBar()
        self.text = ElidedLabel()
        self.problems = push_button(self.tr("Problems"), "link")
        self.buttons = TaskButtons(theme)
        self.expand = tool_button("tasks", "")
        self.panel = TaskPanel(theme, tasks, self.model)
        self._lay_out()
        self._connect()
        self.apply_theme()
        self._turned()
        self._show()

    @property
    def is_running(self) -> bool:
        """Whether any work is shown as going on."""
        return not self.bar.isHidden()

    @property
    def is_open(self) -> bool:
        """Whether the panel is shown."""
        return not self.panel.isHidden()

    @Slot()
    def toggle(self) -> None:
        """Show the panel with all tasks, or hide it."""
        self._opened_itself = False
        if self.is_open:
            self.panel.hide()
        elif self.model.rows:
            self._open()
            self.panel.focus_first()

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        self.buttons.apply_theme()
        self.panel.apply_theme()
        self.expand.setIcon(self._theme.icon("collapse" if self.is_open else "expand"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.toggle()

    def _lay_out(self) -> None:
        self.bar.setFixedWidth(BAR_WIDTH)
        self.expand.setIconSize(ICON)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.text.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S)
        for widget in (self.bar, self.text, self.problems, self.buttons, self.expand):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)

    def _connect(self) -> None:
        tasks = self._tasks
        tasks.begun.connect(self._show)
        tasks.changed.connect(self._show)
        tasks.ended.connect(self._ended)
        tasks.removed.connect(self._removed)
        connect_buttons(self.buttons, tasks)
        self.expand.clicked.connect(self.toggle)
        self.problems.clicked.connect(self.problems_wanted)
        self.panel.problems_wanted.connect(self.problems_wanted)
        self.panel.turned.connect(self._turned)

    @Slot(object)
    def _ended(self, task: Task) -> None:
        if not task.minor:
            self._over = task
        self._show()

    @Slot(int)
    def _removed(self, key: int) -> None:
        if self._over is not None and self._over.key == key:
            # What it came to stays, but nothing to do about it.
            self.problems.hide()
        self._show()

    @Slot()
    def _show(self) -> None:
        active = self._tasks.active()
        lasting = [task for task in active if not task.minor]
        shown = next(iter(lasting or active), None)
        self.bar.setVisible(shown is not None)
        self.buttons.setVisible(shown is not None)
        if shown is not None:
            self.bar.show_task(shown)
            self.buttons.show_task(shown)
            self.problems.hide()
            self._say(shown.line, len(active) - 1)
        else:
            self._show_over()
        self.expand.setVisible(bool(self.model.rows))
        self._open_or_close(len(lasting))

    def _show_over(self) -> None:
        over = self._over
        self._say("" if over is None else over.text or over.title)
        there = over is not None and self._tasks.get(over.key) is not None
        self.problems.setVisible(over is not None and there and over.problems > 0)

    def _say(self, line: str, more: int = 0) -> None:
        text = self.tr("{line} · %Ln more", "", more).format(line=line) if more else line
        self.text.setText(text)
        self.text.setToolTip(text)

    def _open_or_close(self, lasting: int) -> None:
        if not self.model.rows:
            self.panel.hide()
        elif lasting > 1 and not self._opened_itself:
            # Once: a person who closes it does not want it.
            self._opened_itself = True
            self._open()
        elif lasting < 2 and self._opened_itself:
            self._opened_itself = False
            self.panel.hide()

    def _open(self) -> None:
        bar = self.parentWidget()
        host = None if bar is None else bar.parentWidget()
        if bar is not None and host is not None:
            self.panel.open_above(bar, host)

    @Slot()
    def _turned(self) -> None:
        says = self.tr("Hide all tasks") if self.is_open else self.tr("Show all tasks")
        self.expand.setToolTip(says)
        self.expand.setAccessibleName(says)
        self.expand.setIcon(self._theme.icon("collapse" if self.is_open else "expand"))


class TaskPanel(QFrame):
    """All tasks, floating above the status bar. turned: it was shown or hidden."""

    problems_wanted = Signal()
    turned = Signal()

    def __init__(self, theme: Theme, tasks: Tasks, model: TaskModel) -> None:
        super().__init__()
        self.setObjectName("taskPanel")
        self.setAccessibleName(self.tr("Tasks"))
        self._theme = theme
        self._tasks = tasks
        self._model = model
        self._bar: QWidget | None = None
        self._host: QWidget | None = None
        self._before: QWidget | None = None
        self._rows: dict[int, TaskRow] = {}
        self._list = QVBoxLayout()
        self._lay_out()
        for signal in (model.rowsInserted, model.rowsRemoved, model.dataChanged):
            signal.connect(self._fill)
        self._fill()
        self.hide()

    def open_above(self, bar: QWidget, host: QWidget) -> None:
        """Float over host, at the bottom, above a bar in it."""
        if self._host is not host:
            self._bar, self._host = bar, host
            self.setParent(host)
            host.installEventFilter(self)
        self.show()
        self.raise_()
        self._place()

    def focus_first(self) -> None:
        """Have the keyboard reach what is shown."""
        row = next(iter(self._rows.values()), None)
        buttons = () if row is None else (row.buttons.pause, row.buttons.cancel)
        for button in buttons:
            if not button.isHidden():
                self._before = QApplication.focusWidget()
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def row(self, key: int) -> TaskRow:
        """The row of a task. Raises KeyError."""
        return self._rows[key]

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        for row in self._rows.values():
            row.apply_theme()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        grown = watched is self._inner and event.type() is QEvent.Type.LayoutRequest
        if (grown or event.type() is QEvent.Type.Resize) and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and not self.isHidden():
            self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.turned.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._give_focus_back()
        self.turned.emit()

    def sizeHint(self) -> QSize:
        height = self._inner.sizeHint().height() + 2 * self.frameWidth() + 2 * SPACE_XS
        return QSize(PANEL_LETTERS * self.fontMetrics().averageCharWidth(), height)

    def _lay_out(self) -> None:
        self._inner = QWidget()
        self._inner.setObjectName("taskList")
        self._inner.installEventFilter(self)
        inside = QVBoxLayout(self._inner)
        inside.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        inside.addLayout(self._list)
        inside.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("taskScroll")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._inner)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(SPACE_XS, SPACE_XS, SPACE_XS, SPACE_XS)
        outside.addWidget(scroll)

    def _give_focus_back(self) -> None:
        # Or Qt picks whatever comes next.
        before, focused = self._before, QApplication.focusWidget()
        if before is None or focused is None or not self.isAncestorOf(focused):
            return
        if isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def _fill(self) -> None:
        tasks = {task.key: task for task in self._model.rows}
        for key in self._rows.keys() - tasks.keys():
            row = self._rows.pop(key)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for task in tasks.values():
            self._rows[task.key] = self._rows.get(task.key) or self._new_row()
            self._rows[task.key].show_task(task)
        if not self.isHidden():
            self._place()

    def _new_row(self) -> TaskRow:
        row = TaskRow(self._theme)
        connect_buttons(row.buttons, self._tasks)
        row.problems_wanted.connect(self.problems_wanted)
        self._list.addWidget(row)
        return row

    def _place(self) -> None:
        if self._host is None or self._bar is None:
            return
        inside = self._inner.layout()
        if inside is not None:
            inside.activate()
        bottom = self._bar.y() - MARGIN
        size = self.sizeHint().boundedTo(QSize(self._host.width() - 2 * MARGIN, bottom - MARGIN))
        self.setGeometry(MARGIN, bottom - size.height(), size.width(), size.height())


def connect_buttons(buttons: TaskButtons, tasks: Tasks) -> None:
    """Have buttons do what they say."""
    buttons.pause_wanted.connect(tasks.pause_one)
    buttons.resume_wanted.connect(tasks.resume_one)
    buttons.cancel_wanted.connect(tasks.cancel_one)
    buttons.dismiss_wanted.connect(tasks.remove)
