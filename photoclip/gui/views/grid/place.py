"""Keeps what a person looks at where it is, while cells around it come, go and change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint

from photoclip.domain import PhotoId
from photoclip.gui.models.photos import PhotoGridModel
from photoclip.gui.views.grid.view import GridView


@dataclass(frozen=True, slots=True)
class Anchor:
    """A photo, of whose cell a part (0 .. 1 from its top) is y pixels down the viewport."""

    photo: PhotoId
    part: float
    y: int


class Place:
    """Tells what is where, and brings the first photo of those that is still there back."""

    def __init__(self, view: GridView, model: PhotoGridModel) -> None:
        self._view = view
        self._model = model

    def on_top(self, most: int | None = None) -> list[Anchor]:
        """The photos on screen; none at the very top, where the top itself is the place."""
        if self._view.verticalOffset() == 0:
            return []
        return [self._top_of(row) for row in self._view.visible_rows()[:most]]

    def of_chosen(self) -> list[Anchor]:
        """The current photo and the selected ones, as far as they are on screen."""
        rows = self._view.visible_rows()
        current = self._view.currentIndex().row()
        chosen = [current] if current in rows else []
        marks = self._view.rows.among(rows).tolist()
        chosen += [row for row, selected in zip(rows, marks, strict=True) if selected]
        return [self._top_of(row) for row in chosen]

    def of_current(self) -> list[Anchor]:
        """The current photo, where it is selected and on screen."""
        row = self._view.currentIndex().row()
        at_it = row in self._view.visible_rows() and self._view.rows.mask()[row]
        return [self._top_of(row)] if at_it else []

    def at(self, place: QPoint) -> list[Anchor]:
        """The photo at a place of the viewport, or the nearest one."""
        layout = self._view.arrangement
        if not layout.count:
            return []
        column = min(max(0, place.x() // layout.side), layout.columns - 1)
        row = layout.near(column, place.y() + self._view.verticalOffset())
        part = (place.y() - self._view.cell(row).top()) / layout.side
        return [Anchor(self._model.ids[row], min(1.0, max(0.0, part)), place.y())]

    def restore(self, anchors: Sequence[Anchor]) -> None:
        """Scroll so that the first of these that is still there is where it was."""
        for anchor in anchors:
            row = self._model.position(anchor.photo)
            if row is not None:
                layout = self._view.arrangement
                top = layout.position(row)[1] + round(anchor.part * layout.side)
                self._view.verticalScrollBar().setValue(top - anchor.y)
                return

    def _top_of(self, row: int) -> Anchor:
        return Anchor(self._model.ids[row], 0.0, self._view.cell(row).top())
