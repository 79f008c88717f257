"""The sections of the side panel as one tree for Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from photoclip.gui.models.tree import Changes, Node
from photoclip.gui.sections.base import Place, Section

Index = QModelIndex | QPersistentModelIndex

PLACE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
SECTION_ROLE = PLACE_ROLE + 1
# What changes of a place as photos come and go; not whether there are places below it.
LOOKS = [PLACE_ROLE, *map(int, (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole))]
LOOKS += [int(Qt.ItemDataRole.AccessibleTextRole)]


class PlacesModel(QAbstractItemModel):
    """A heading for each section, its places below. PLACE_ROLE is None for headings.

    Nodes are made for what was looked into only, and an update touches no more than those.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sections: list[Section] = []
        self._numbers = count(1)
        self._root = Node(0, None, None)
        # By the numbers that indexes carry: an index must not outlive what it points to.
        self._nodes: dict[int, Node] = {}
        # One for each section.
        self._headings: list[Node] = []
        self._root.children = self._headings

    def add(self, section: Section) -> None:
        """Show another section below all others."""
        row = len(self.sections)
        self.beginInsertRows(QModelIndex(), row, row)
        self.sections.append(section)
        self._headings.append(self._new(self._root, None))
        self._root.number_children(row)
        self.endInsertRows()

    def update(self) -> None:
        """Take over what the sections tell now."""
        for heading, section in zip(self._headings, self.sections, strict=True):
            if heading.children is not None:
                self._sync(heading, section.places())

    def section(self, index: Index) -> Section:
        """The section that an index belongs to."""
        return self.sections[self._heading(self._node(index)).row]

    def place(self, index: Index) -> Place | None:
        """The place at an index; None for a heading."""
        return self._node(index).place

    def heading(self, section: Section) -> QModelIndex:
        """The index of a section's heading."""
        return self.index(self.sections.index(section), 0)

    def find(self, section: Section, key: str) -> QModelIndex:
        """The index of a place by its key; an invalid one where there is none."""
        index = self.heading(section)
        for row in _way_to(section.places(), key):
            index = self.index(row, 0, index)
        return index if index.parent().isValid() else QModelIndex()

    # What Qt asks.

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self._children(self._node(parent))
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].number)

    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override]
        above = self._node(child).parent
        return self._index(above) if above is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._children(self._node(parent)))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        del parent
        return 1

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        return bool(self._places(self._node(parent)) if parent.isValid() else self.sections)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        place = self.place(index)
        if place is not None and place.hint:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if place is not None and place.renamable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        section, place = self.section(index), self.place(index)
        if role == PLACE_ROLE:
            return place
        if role == SECTION_ROLE:
            return section
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return section.title if place is None else place.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return None if place is None else section.tooltip(place)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return section.title if place is None else section.spoken(place)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        place = self.place(index)
        text = value.strip() if isinstance(value, str) else ""
        if place is None or role != Qt.ItemDataRole.EditRole or text in ("", place.text):
            return False
        # Shown once the section tells so.
        self.section(index).rename(place, text)
        return True

    # The nodes.

    def _new(self, parent: Node, place: Place | None) -> Node:
        node = Node(next(self._numbers), parent, place)
        self._nodes[node.number] = node
        return node

    def _node(self, index: Index) -> Node:
        return self._nodes[index.internalId()] if index.isValid() else self._root

    def _index(self, node: Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node.number) if node.parent else QModelIndex()

    def _heading(self, node: Node) -> Node:
        while node.parent is not None and node.parent is not self._root:
            node = node.parent
        return node

    def _places(self, node: Node) -> Sequence[Place]:
        if node.place is not None:
            return node.place.children
        return self.sections[node.row].places() if node.parent is not None else ()

    def _children(self, node: Node) -> list[Node]:
        if node.children is None:
            node.children = [self._new(node, place) for place in self._places(node)]
            node.number_children()
        return node.children

    def _sync(self, node: Node, places: Sequence[Place]) -> None:
        """Bring the children of a node that was looked into in step with places."""
        children = node.children
        assert children is not None
        changes = Changes.between([child.key for child in children], [one.key for one in places])
        for run in changes.removed:
            self._remove(node, run)
        for run in changes.inserted:
            self._insert(node, run, [places[row] for row in run])
        self._renew(node, places)

    def _remove(self, node: Node, run: range) -> None:
        assert node.children is not None
        self.beginRemoveRows(self._index(node), run.start, run.stop - 1)
        gone = node.children[run.start : run.stop]
        del node.children[run.start : run.stop]
        node.number_children(run.start)
        self.endRemoveRows()
        for child in gone:
            for one in child.all():
                del self._nodes[one.number]

    def _insert(self, node: Node, run: range, places: Sequence[Place]) -> None:
        assert node.children is not None
        self.beginInsertRows(self._index(node), run.start, run.stop - 1)
        node.children[run.start : run.start] = [self._new(node, place) for place in places]
        node.number_children(run.start)
        self.endInsertRows()

    def _renew(self, node: Node, places: Sequence[Place]) -> None:
        assert node.children is not None
        changed, opening = [], []
        for child, place in zip(node.children, places, strict=True):
            before, child.place = child.place, place
            if before is None or before is place:
                continue
            if child.children is not None and (child.children or place.children):
                self._sync(child, place.children)
            if bool(before.children) != bool(place.children):
                opening.append(child)
            elif not before.looks_like(place):
                changed.append(child)
        for child in opening:
            self.dataChanged.emit(self._index(child), self._index(child))
        if changed:
            # All between them too: views draw no more than what is on screen.
            self.dataChanged.emit(self._index(changed[0]), self._index(changed[-1]), LOOKS)


def _way_to(places: Sequence[Place], key: str) -> list[int]:
    """The rows that lead to a place, from the top; none where it is not there."""
    return next(_ways_to(places, key), [])


def _ways_to(places: Sequence[Place], key: str) -> Iterator[list[int]]:
    for row, place in enumerate(places):
        if place.key == key:
            yield [row]
        elif place.children:
            for way in _ways_to(place.children, key):
                yield [row, *way]
