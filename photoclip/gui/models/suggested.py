"""The labels that are suggested for one photo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from photoclip.domain import Label, LabelId
from photoclip.gui import tag_wording
from photoclip.tagging.review import Item

Index = QModelIndex | QPersistentModelIndex

# The colour of a label, in pixels.
DOT = 12


class SuggestedModel(QAbstractListModel):
    """One line for each, with its score."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: Sequence[Item] = ()
        self._labels: Mapping[LabelId, Label] = {}

    def show(self, items: Sequence[Item], labels: Mapping[LabelId, Label]) -> None:
        """Show these; labels that are gone are left out."""
        self.beginResetModel()
        self._items = [item for item in items if item.label in labels]
        self._labels = labels
        self.endResetModel()

    def item(self, index: Index) -> Item:
        """The suggestion in a row."""
        return self._items[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        item = self._items[index.row()]
        label = self._labels[item.label]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return tag_wording.suggestion(label.name, item.score)
        if role == Qt.ItemDataRole.ToolTipRole:
            return label.description or label.name
        if role == Qt.ItemDataRole.DecorationRole and label.color:
            return _dot(label.color)
        return None


def _dot(color: str) -> QIcon:
    """As it is, also where the line is selected."""
    drawn = QPixmap(DOT * 2, DOT * 2)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawEllipse(2, 2, DOT * 2 - 4, DOT * 2 - 4)
    painter.end()
    icon = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        icon.addPixmap(drawn, mode)
    return icon
