"""The headers of the grid on screen, with the one that stays on top while its photos are seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, QRect
from PySide6.QtGui import QPainter

from photoclip.gui import calendar, wording
from photoclip.gui.delegates.header import Header, HeaderPainter
from photoclip.gui.theme import GAP
from photoclip.gui.views.grid.view import MARGIN, GridView

LEFT = MARGIN + GAP // 2
Flag = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class Shown:
    """A header on screen: of which section, where, and whether it lies over photos."""

    section: int
    rect: QRect
    floating: bool


class GridHeaders:
    """Where headers are now, what they say, and what a click on them means."""

    def __init__(self, view: GridView) -> None:
        self._view = view
        self.hovered = -1

    def shown(self) -> Iterator[Shown]:
        """The headers on screen from the last to the first, which lies over the others."""
        layout, view = self._view.arrangement, self._view
        if not len(layout.sections):
            return
        top, width, height = view.verticalOffset(), view.viewport().width(), layout.header
        first = layout.section_at(top)
        last = layout.section_at(top + view.viewport().height())
        for section in range(last, first, -1):
            y = layout.top_of_section(section) - top
            yield Shown(section, QRect(0, y, width, height), floating=False)
        # It is pushed out by the next one.
        end = layout.top_of_section(first + 1) - top if first < last else height
        begin = layout.top_of_section(first) - top
        y = min(max(0, begin), end - height) if first < last else max(0, begin)
        yield Shown(first, QRect(0, y, width, height), floating=y > begin)

    def paint(self, painter: QPainter, painters: HeaderPainter, region: QRect) -> None:
        """Draw those that touch a part of the viewport."""
        for shown in self.shown():
            if shown.rect.intersects(region):
                painters.paint(painter, shown.rect, self.header(shown), LEFT)

    def header(self, shown: Shown) -> Header:
        """What a header says."""
        layout = self._view.arrangement
        day, rows = int(layout.sections.days[shown.section]), layout.rows_of(shown.section)
        selected = float(self._view.rows.among(rows).mean())
        marked = self.hovered == shown.section
        count = wording.photos(len(rows))
        return Header(self._title(day), count, selected, marked, shown.floating)

    def _title(self, day: int) -> str:
        sections = self._view.arrangement.sections
        if sections.names:
            return sections.names[day]
        return calendar.long_month(day) if sections.by_month else calendar.long_day(day)

    def at(self, place: QPoint) -> Shown | None:
        """The header at a place of the viewport."""
        under = [shown for shown in self.shown() if shown.rect.contains(place)]
        return under[-1] if under else None

    def click(self, place: QPoint, painters: HeaderPainter) -> bool:
        """Select the photos under the header whose check mark is there, or no longer."""
        shown = self.at(place)
        if shown is None:
            return False
        header = self.header(shown)
        if not painters.is_on_mark(QPointF(place), shown.rect, header, LEFT):
            return False
        self.toggle(shown.section)
        return True

    def toggle(self, section: int) -> None:
        """Select all photos of a section beside what is selected, or deselect them."""
        rows = self._view.arrangement.rows_of(section)
        everything = bool(self._view.rows.among(rows).all())
        self._view.rows.select([rows], Flag.Deselect if everything else Flag.Select)

    def hover(self, place: QPoint | None) -> None:
        """The mouse is there now, or has left."""
        shown = self.at(place) if place is not None else None
        section = shown.section if shown is not None else -1
        if section != self.hovered:
            self.hovered = section
            for one in self.shown():
                self._view.viewport().update(one.rect)
