"""Filters that are chosen from a menu rather than typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from photoclip.engine import Engine
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers.gallery import Gallery
from photoclip.gui.views.search.filter_menu import FilterMenu, Offered
from photoclip.gui.views.search.search_bar import SearchBar
from photoclip.search.offering import offered
from photoclip.search.parsing import parse


class Filtering(QObject):
    """Opens the menu with what occurs in the library. failed(PhotoclipError)."""

    failed = Signal(object)

    def __init__(self, engine: Engine, bridge: Bridge, bar: SearchBar, gallery: Gallery) -> None:
        super().__init__(gallery)
        self._engine = engine
        self._bridge = bridge
        self._bar = bar
        self._gallery = gallery
        bar.filters.clicked.connect(self.open)

    @Slot()
    def open(self) -> None:
        """Look up what there is, then offer it."""
        read = partial(offered, self._engine.catalog)
        self._bridge.run(Lane.CATALOG, read, self._offer, self.failed.emit)

    def _offer(self, found: Offered) -> None:
        if not self._bar.isVisible():
            return
        query = self._gallery.searching.query
        typed = parse(query.text).query.terms
        menu = FilterMenu(found, query.terms, typed, self._bar)
        menu.chosen.connect(self._gallery.set_filter)
        menu.popup_below(self._bar.filters)
