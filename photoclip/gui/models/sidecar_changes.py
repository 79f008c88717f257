"""What becomes of sidecars, one line for each, with what cannot be done at the top."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoclip.errors import PhotoclipError
from photoclip.gui import locations, sidecar_wording
from photoclip.gui.error_wording import sentence
from photoclip.gui.translation import tr
from photoclip.library.sidecars import SidecarChange, SidecarReport

Index = QModelIndex | QPersistentModelIndex

FILE, FATE, ADDED, REMOVED = range(4)
COLUMNS = 4


class SidecarModel(QAbstractTableModel):
    """A line is a change, or a problem, which says why in place of the labels."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PhotoclipError | SidecarChange] = []

    def show(self, report: SidecarReport | None) -> None:
        """Show a plan, or what was done; None: nothing."""
        self.beginResetModel()
        self._rows = [*report.problems, *report.changes] if report is not None else []
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else COLUMNS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("Sidecar"), tr("Change"), tr("Labels in"), tr("Labels out"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _text(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tooltip(row)
        return None


def _text(row: PhotoclipError | SidecarChange, column: int) -> str:
    if isinstance(row, PhotoclipError):
        name = locations.shown(row.path.name) if row.path is not None else ""
        return (name, tr("Cannot be done"), sentence(row), "")[column]
    names = (", ".join(row.added), ", ".join(row.removed))
    return (locations.shown(row.sidecar.name), sidecar_wording.fate(row.fate), *names)[column]


def _tooltip(row: PhotoclipError | SidecarChange) -> str:
    if isinstance(row, PhotoclipError):
        place = [locations.shown(row.path)] if row.path is not None else []
        return "\n".join([*place, sentence(row)])
    lines = [locations.shown(row.sidecar)]
    lines += [f"+ {name}" for name in row.added]
    lines += [f"− {name}" for name in row.removed]
    return "\n".join(lines)
