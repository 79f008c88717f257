"""All photos, and the files that could not be read."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from photoclip.gui import wording
from photoclip.gui.sections.base import Place, Section

PHOTOS, PROBLEMS = "photos", "problems"


class LibrarySection(Section):
    """photos_wanted, problems_wanted: one of the two was opened.

    Both always stand there, so that nothing moves when the last problem is mended; only the count
    of problems comes and goes.
    """

    photos_wanted = Signal()
    problems_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("library", "", parent)
        self.title = self.tr("Library")
        self._counts = (0, 0)
        self._places = self._make()

    def show_counts(self, photos: int, problems: int) -> None:
        """So many photos can be searched, so many files could not be read."""
        if self._counts != (photos, problems):
            self._counts = (photos, problems)
            self._places = self._make()
            self.changed.emit()

    def places(self) -> tuple[Place, ...]:
        return self._places

    def open(self, place: Place) -> None:
        (self.problems_wanted if place.key == PROBLEMS else self.photos_wanted).emit()

    def spoken(self, place: Place) -> str:
        if place.key == PROBLEMS:
            return f"{place.text}, {wording.files(place.count or 0)}"
        return super().spoken(place)

    def tooltip(self, place: Place) -> str:
        if place.key == PROBLEMS:
            return self.tr("Files that could not be read")
        return self.tr("Everything in the watched folders")

    def _make(self) -> tuple[Place, ...]:
        photos, problems = self._counts
        return (
            Place(PHOTOS, self.tr("All photos"), "photos", photos or None),
            Place(PROBLEMS, self.tr("Problems"), "problem", problems or None, alert=problems > 0),
        )
