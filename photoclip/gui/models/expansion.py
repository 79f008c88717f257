"""What is open in the side panel, remembered by the names of sections and places."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, Slot
from PySide6.QtWidgets import QTreeView

from photoclip.gui.models.places import PlacesModel

# More than anybody opens; what is remembered must not grow for ever.
MOST = 2000


class Expansion(QObject):
    """Opens what was open, also where it comes later. Headings are open unless closed."""

    def __init__(self, view: QTreeView, model: PlacesModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._open: dict[tuple[str, str], None] = {}
        self._closed: set[str] = set()
        view.expanded.connect(self._expanded)
        view.collapsed.connect(self._collapsed)
        # After the view, which has to know of the lines first.
        model.rowsInserted.connect(self._inserted)

    def state(self) -> dict[str, object]:
        """What to remember, of JSON's types."""
        return {
            "open": [list(names) for names in list(self._open)[-MOST:]],
            "closed": sorted(self._closed),
        }

    def restore(self, state: object) -> None:
        """Take what state() once gave; what makes no sense is left out."""
        match state:
            case {"open": list(opened), "closed": list(closed)}:
                self._open = {}
                for names in opened:
                    match names:
                        case [str(section), str(key)]:
                            self._open[section, key] = None
                self._closed = {name for name in closed if isinstance(name, str)}
                self._apply_all()

    def _apply_all(self) -> None:
        for section in self._model.sections:
            self._apply_to_heading(self._model.heading(section))

    def _apply_to_heading(self, heading: QModelIndex) -> None:
        self._view.setExpanded(heading, self._model.section(heading).name not in self._closed)
        self._apply(heading, 0, self._model.rowCount(heading) - 1)

    def _apply(self, parent: QModelIndex, first: int, last: int) -> None:
        if not self._open:
            return
        name = self._model.section(parent).name
        for row in range(first, last + 1):
            index = self._model.index(row, 0, parent)
            place = self._model.place(index)
            if place is not None and (name, place.key) in self._open:
                self._view.expand(index)

    @Slot(QModelIndex, int, int)
    def _inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        if parent.isValid():
            self._apply(parent, first, last)
            return
        for row in range(first, last + 1):
            self._apply_to_heading(self._model.index(row, 0))

    @Slot(QModelIndex)
    def _expanded(self, index: QModelIndex) -> None:
        section, place = self._model.section(index), self._model.place(index)
        if place is None:
            self._closed.discard(section.name)
        else:
            self._open[section.name, place.key] = None
        self._apply(index, 0, self._model.rowCount(index) - 1)

    @Slot(QModelIndex)
    def _collapsed(self, index: QModelIndex) -> None:
        section, place = self._model.section(index), self._model.place(index)
        if place is None:
            self._closed.add(section.name)
        else:
            self._open.pop((section.name, place.key), None)
