"""Saved searches as places."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from photoclip.domain import AlbumId, SavedSearch
from photoclip.gui import error_wording
from photoclip.gui.sections.base import MenuItem, Place, Section
from photoclip.search.saved import Counted

SEARCHES = "searches"


class SearchesSection(Section):
    """Signals tell what the person wants to do with a SavedSearch.

    search_wanted: run it. rename_wanted(SavedSearch, str). remove_wanted: forget it.
    replace_wanted: have it search for what is asked for now. suggest_wanted(AlbumId, its
    name): suggest tags for the photos that it finds.
    """

    search_wanted = Signal(object)
    rename_wanted = Signal(object, str)
    remove_wanted = Signal(object)
    replace_wanted = Signal(object)
    suggest_wanted = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(SEARCHES, "", parent)
        self.title = self.tr("Smart albums")

    def show(self, rows: Sequence[Counted]) -> None:
        """Show these, in their order."""
        self._show(tuple(map(_place, rows)))

    def open(self, place: Place) -> None:
        self.search_wanted.emit(_search(place))

    def menu(self, place: Place | None) -> Sequence[MenuItem]:
        if place is None:
            return []
        replace = partial(self.replace_wanted.emit, _search(place))
        search = _search(place)
        suggest = partial(self.suggest_wanted.emit, AlbumId(search.id), search.name)
        return [
            MenuItem(self.tr("Replace by the current search"), replace, "star"),
            MenuItem(self.tr("Suggest tags for its photos"), suggest, "label"),
            MenuItem(self.tr("Remove"), partial(self.remove, place), "remove", 1),
        ]

    def tooltip(self, place: Place) -> str:
        finding = place.data.finding if isinstance(place.data, Counted) else ""
        told = [_search(place).query, error_wording.reason(finding)]
        return "\n".join(filter(None, [place.text, *told]))

    def rename(self, place: Place, text: str) -> None:
        self.rename_wanted.emit(_search(place), text)

    def remove(self, place: Place) -> None:
        self.remove_wanted.emit(_search(place))


def key_of(search: SavedSearch) -> str:
    """The key of a saved search's place."""
    return str(search.id)


def _search(place: Place) -> SavedSearch:
    assert isinstance(place.data, Counted)
    return place.data.search


def _place(row: Counted) -> Place:
    return Place(
        key_of(row.search),
        row.search.name,
        "star",
        row.photos,
        badge="problem" if row.finding else "",
        color="warning" if row.finding else "muted",
        renamable=True,
        removable=True,
        data=row,
    )
