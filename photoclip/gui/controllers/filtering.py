"""Filters that are chosen from a menu rather than typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from photoclip.catalog.criteria import Taken
from photoclip.domain import PhotoId
from photoclip.engine import Engine
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers.gallery import Gallery
from photoclip.gui.dialogs.date_range import DateRange
from photoclip.gui.views.search.filter_menu import FilterMenu
from photoclip.gui.views.search.search_bar import SearchBar
from photoclip.search.choosing import Choices, choices
from photoclip.search.parsing import parse
from photoclip.search.query import FilterName, Term


class Filtering(QObject):
    """Opens the menu with what occurs in the library. failed(PhotoclipError)."""

    failed = Signal(object)

    def __init__(
        self,
        engine: Engine,
        bridge: Bridge,
        bar: SearchBar,
        gallery: Gallery,
        chosen: Callable[[], Sequence[PhotoId]],
    ) -> None:
        """chosen: the photos that others may be near to."""
        super().__init__(gallery)
        self._engine = engine
        self._bridge = bridge
        self._bar = bar
        self._gallery = gallery
        self._chosen = chosen
        bar.filters.clicked.connect(self.open)

    @Slot()
    def open(self) -> None:
        """Look up what there is, then offer it."""
        engine = self._engine
        near, today = list(self._chosen()), date.today()
        read = partial(choices, engine.catalog, engine.search.collections, today, near)
        self._bridge.run(Lane.CATALOG, read, self._offer, self.failed.emit)

    def _offer(self, found: Choices) -> None:
        if not self._bar.isVisible():
            return
        query = self._gallery.searching.query
        typed = parse(query.text).query.terms
        menu = FilterMenu(found, query.terms, typed, self._bar)
        menu.chosen.connect(self._gallery.set_filter)
        menu.typing_wanted.connect(self._bar.begin_filter)
        menu.range_wanted.connect(partial(self._ask_for_days, found.taken))
        menu.popup_below(self._bar.filters)

    def _ask_for_days(self, known: Taken) -> None:
        today = date.today()
        first, last = known.first or date(today.year, 1, 1), known.last or today
        there = [one for one in self._gallery.searching.query.terms if _is_range(one)]
        taken = there[0].values[0].of if there else None
        if isinstance(taken, Taken):
            first, last = taken.first or first, taken.last or last
        dialog = DateRange(first, last, self._bar.window())
        dialog.chosen.connect(partial(self._set_days, there))
        dialog.open()

    def _set_days(self, there: Sequence[Term], term: Term) -> None:
        for one in there:
            self._gallery.set_filter(one, False)
        self._gallery.set_filter(term, True)


def _is_range(term: Term) -> bool:
    return term.name is FilterName.DATE and not term.excluded and len(term.values) == 1
