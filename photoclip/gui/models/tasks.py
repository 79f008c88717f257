"""Long work as a list for Qt's views."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from photoclip.gui.controllers.tasks import Task, Tasks

TASK_ROLE = int(Qt.ItemDataRole.UserRole) + 1

Index = QModelIndex | QPersistentModelIndex


class TaskModel(QAbstractListModel):
    """One row for each task, the oldest first."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Task] = tasks.all()
        tasks.begun.connect(self._begun)
        tasks.changed.connect(self._changed)
        tasks.ended.connect(self._changed)
        tasks.removed.connect(self._removed)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        task = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return task.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return task.line
        return task if role == TASK_ROLE else None

    def row_of(self, key: int) -> int:
        """Where a task stands, -1 where it does not."""
        return next((row for row, task in enumerate(self.rows) if task.key == key), -1)

    @Slot(object)
    def _begun(self, task: Task) -> None:
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows))
        self.rows.append(task)
        self.endInsertRows()

    @Slot(object)
    def _changed(self, task: Task) -> None:
        row = self.row_of(task.key)
        if row >= 0:
            self.rows[row] = task
            self.dataChanged.emit(self.index(row), self.index(row))

    @Slot(int)
    def _removed(self, key: int) -> None:
        row = self.row_of(key)
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self.rows[row]
            self.endRemoveRows()
