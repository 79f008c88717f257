"""Labels as places, as a tree by their names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from photoclip.domain import Label
from photoclip.gui import label_wording
from photoclip.gui.dropping import Dropped
from photoclip.gui.sections.base import MenuItem, Place, Section
from photoclip.gui.sections.label_tree import LabelRow, tree

LABELS = "labels"


class LabelsSection(Section):
    """Signals tell what the person wants to do with a Label.

    label_wanted: show its photos. tune_wanted: open its page. add_wanted(str): a new one below
    that name. all_wanted: the page of all of them. rename_wanted(Label, str: the whole name).
    color_wanted, review_wanted, remove_wanted(Label). tag_wanted(Label, Dropped): give the label.
    """

    label_wanted = Signal(object)
    tune_wanted = Signal(object)
    add_wanted = Signal(str)
    all_wanted = Signal()
    rename_wanted = Signal(object, str)
    color_wanted = Signal(object)
    review_wanted = Signal(object)
    remove_wanted = Signal(object)
    tag_wanted = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(LABELS, "", parent)
        self.title = self.tr("Labels")
        self.add_text = self.tr("New label…")
        self.show(())

    def show(self, rows: Sequence[LabelRow]) -> None:
        """Show these; they come by name, each right before those below it."""
        self._show(tree(rows), self.tr("No label yet"))

    def open(self, place: Place) -> None:
        self.label_wanted.emit(place.data)

    def add(self) -> None:
        self.add_wanted.emit("")

    def menu(self, place: Place | None) -> Sequence[MenuItem]:
        if place is None or place.hint:
            return [*super().menu(None), MenuItem(self.tr("All labels…"), self.all_wanted.emit)]
        data = place.data
        name = data.name if isinstance(data, Label) else data
        below = MenuItem(
            self.tr("New label below it…"), partial(self.add_wanted.emit, f"{name}/"), "plus", 1
        )
        if not isinstance(data, Label):
            return [below]
        items = [MenuItem(self.tr("Tune…"), partial(self.tune_wanted.emit, data), "tune")]
        if place.waiting:
            text = self.tr("Review suggestions…")
            items.append(MenuItem(text, partial(self.review_wanted.emit, data), "check"))
        color = MenuItem(self.tr("Colour…"), partial(self.color_wanted.emit, data), "label", 1)
        remove = MenuItem(self.tr("Delete label"), partial(self.remove, place), "remove", 2)
        return [*items, below, color, remove]

    def tooltip(self, place: Place) -> str:
        if not isinstance(place.data, Label):
            # A group that is no label itself has its whole name.
            return place.data if isinstance(place.data, str) else ""
        told = [
            place.data.name,
            place.data.description,
            label_wording.counts(place.count or 0, place.waiting),
        ]
        return "\n".join(filter(None, told))

    def spoken(self, place: Place) -> str:
        told = super().spoken(place)
        if place.waiting:
            waiting = label_wording.suggestions(place.waiting)
            return f"{told}, {waiting}"
        return told

    def wants(self, dropped: Dropped) -> bool:
        return bool(dropped.photos) and self._has_places

    def accepts(self, place: Place | None, dropped: Dropped) -> str:
        if place is None or not isinstance(place.data, Label) or not dropped.everything:
            return ""
        return self.tr("Drop to label this “{name}”").format(name=place.text)

    def take(self, place: Place | None, dropped: Dropped) -> None:
        if place is not None:
            self.tag_wanted.emit(place.data, dropped)

    def rename(self, place: Place, text: str) -> None:
        # A path is a whole name, so that one can move a label elsewhere.
        label = place.data
        if isinstance(label, Label):
            whole = text if "/" in text or not label.parent else f"{label.parent}/{text}"
            self.rename_wanted.emit(label, whole)

    def remove(self, place: Place) -> None:
        self.remove_wanted.emit(place.data)
