"""All photos, suggestions and duplicates among them, and the files that could not be read."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from photoclip.gui import duplicate_wording, wording
from photoclip.gui.dropping import Dropped
from photoclip.gui.sections.base import Place, Section

PHOTOS, REVIEW, DUPLICATES, PROBLEMS = "photos", "review", "duplicates", "problems"


class LibrarySection(Section):
    """photos_wanted, review_wanted, duplicates_wanted, problems_wanted: one of them was opened.

    All always stand there, so that nothing moves when the last problem is mended; only the count
    of problems comes and goes. take_out_wanted(Dropped): photos of the album that is shown.
    """

    photos_wanted = Signal()
    review_wanted = Signal()
    duplicates_wanted = Signal()
    problems_wanted = Signal()
    take_out_wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("library", "", parent)
        self.title = self.tr("Library")
        self._counts = (0, 0)
        self._duplicates = self._suggestions = 0
        self._album = ""
        self._update()

    def show_counts(self, photos: int, problems: int) -> None:
        """So many photos can be searched, so many files could not be read."""
        self._counts = (photos, problems)
        self._update()

    def show_duplicates(self, groups: int) -> None:
        """So many groups of duplicates are known."""
        self._duplicates = groups
        self._update()

    def show_album(self, name: str) -> None:
        """Photos of an album are shown, which can be taken out of it; empty: of none."""
        self._album = name

    def wants(self, dropped: Dropped) -> bool:
        return bool(self._album and dropped.photos)

    def accepts(self, place: Place | None, dropped: Dropped) -> str:
        if place is None or place.key != PHOTOS or not self.wants(dropped):
            return ""
        return self.tr("Drop to take this out of “{name}”").format(name=self._album)

    def take(self, place: Place | None, dropped: Dropped) -> None:
        del place
        self.take_out_wanted.emit(dropped)

    def show_suggestions(self, count: int) -> None:
        """So many suggestions wait for a person's word."""
        self._suggestions = count
        self._update()

    def open(self, place: Place) -> None:
        wanted = {
            PROBLEMS: self.problems_wanted,
            DUPLICATES: self.duplicates_wanted,
            REVIEW: self.review_wanted,
        }
        wanted.get(place.key, self.photos_wanted).emit()

    def spoken(self, place: Place) -> str:
        if place.key == PROBLEMS:
            return f"{place.text}, {wording.files(place.count or 0)}"
        if place.key == DUPLICATES and place.count:
            return f"{place.text}, {duplicate_wording.found(place.count)}"
        if place.key == REVIEW and place.count:
            return f"{place.text}, {self.tr('%Ln suggestion(s)', '', place.count)}"
        return super().spoken(place)

    def tooltip(self, place: Place) -> str:
        if place.key == PROBLEMS:
            return self.tr("Files that could not be read")
        if place.key == DUPLICATES:
            return self.tr("Photos that are one picture")
        if place.key == REVIEW:
            return self.tr("Suggested labels that wait for your word")
        return self.tr("Everything in the watched folders")

    def _update(self) -> None:
        photos, problems = self._counts
        alert = problems > 0
        places = (
            Place(PHOTOS, self.tr("All photos"), "photos", photos or None),
            Place(REVIEW, self.tr("Review"), "review", self._suggestions or None),
            Place(DUPLICATES, self.tr("Duplicates"), "copy", self._duplicates or None),
            Place(PROBLEMS, self.tr("Problems"), "problem", problems or None, alert=alert),
        )
        self._show(places)
