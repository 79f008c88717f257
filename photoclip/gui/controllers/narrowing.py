"""The chips of a search: their names, their pictures, and what is left when one is removed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from photoclip.domain import PhotoId
from photoclip.engine import Engine
from photoclip.errors import PhotoclipError
from photoclip.gui import dropping, filter_wording, wording
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.controllers import pictures
from photoclip.gui.controllers.searching import Query
from photoclip.gui.models.photos import PhotoGridModel
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.views.search.chips import ChipData
from photoclip.gui.views.search.search_bar import SearchBar
from photoclip.search.offering import turned_round
from photoclip.search.printing import term_text
from photoclip.search.query import FilterName, Term

SIDE = 64
# More pictures than this are chips without words, and are told of by their number.
MOST_NAMED = 4
FOLDER, TOGETHER, FILTER, ALBUM = "folder", "together", "filter", "album"


class Narrowing(QObject):
    """Shows a query as chips in the search bar, and draws their pictures."""

    def __init__(
        self,
        engine: Engine,
        bridge: Bridge,
        bar: SearchBar,
        model: PhotoGridModel,
        thumbnails: ThumbnailLoader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._bar = bar
        self._model = model
        self._thumbnails = thumbnails
        self._names: dict[PhotoId, str] = {}
        self._called: dict[str, str] = {}

    def call(self, picture: bytes, name: str) -> None:
        """Give a picture a name."""
        self._called[_key(picture)] = name

    def show(self, query: Query, folder: str) -> None:
        """Show what a query is narrowed to. folder: what its scope is called."""
        there = {chip.data.key for chip in self._bar.chips.chips}
        filters = [
            ChipData(
                term_text(one),
                filter_wording.said(one),
                _icon(one),
                filters=True,
                excluded=one.excluded,
            )
            for one in query.terms
        ]
        chips = [*self._scope(query, folder), *filters, *self._compared(query)]
        self._bar.show_chips(chips)
        for chip in chips:
            if chip.key not in there and chip.picture is None and not chip.icon:
                self._draw(chip.key, query)

    def without(self, query: Query, key: str) -> Query:
        """What is still asked for when a chip is gone."""
        if key == FOLDER:
            return replace(query, scope=None)
        return replace(
            query,
            terms=tuple(one for one in query.terms if term_text(one) != key),
            photos=tuple(one for one in query.photos if key not in (_key(one), TOGETHER)),
            pictures=tuple(one for one in query.pictures if key not in (_key(one), TOGETHER)),
        )

    def turned(self, query: Query, key: str) -> Query:
        """What is asked for when the filter of a chip leaves out what it asked for."""
        one = next((one for one in query.terms if term_text(one) == key), None)
        return query if one is None else replace(query, terms=turned_round(query.terms, one))

    def label(self, query: Query) -> str:
        """What the pictures and the words of a query are called."""
        named = len(query.beside.sources) <= MOST_NAMED
        pictures = self.names(query) if named else [self._together(query)]
        return " + ".join([*pictures, *filter(None, [query.text])])

    def names(self, query: Query) -> list[str]:
        """What each of the pictures of a query is called, in the order of its parts."""
        photos = [self._name(one) for one in query.photos]
        return photos + [self._picture_name(one) for one in query.pictures]

    def _together(self, query: Query) -> str:
        count = len(query.beside.sources)
        return self.tr("%Ln picture(s)", "", count) if query.pictures else wording.photos(count)

    def _scope(self, query: Query, folder: str) -> list[ChipData]:
        if query.scope is None:
            return []
        name = self.tr("Folder {name}").format(name=folder)
        return [ChipData(FOLDER, folder, "folder", name=name)]

    def _compared(self, query: Query) -> list[ChipData]:
        count = len(query.beside.sources)
        if count > dropping.MOST_PICTURES:
            return [ChipData(TOGETHER, self._together(query), "similar")]
        small = count > MOST_NAMED
        return [
            ChipData(_key(one), self._name(one), picture=self._thumbnails.tile(one), small=small)
            for one in query.photos
        ] + [ChipData(_key(one), self._picture_name(one), small=small) for one in query.pictures]

    def _name(self, photo: PhotoId) -> str:
        row = self._model.row(photo)
        if row is not None:
            # The grid may forget it while the chip is still there.
            self._names[photo] = row.name
        return self._names.get(photo, self.tr("Photo"))

    def _picture_name(self, picture: Path | bytes) -> str:
        return self._called.get(_key(picture)) or dropping.label(picture)

    def _draw(self, key: str, query: Query) -> None:
        engine = self._engine
        for photo in query.photos:
            if _key(photo) == key:
                self._run(key, partial(pictures.draw_tile, engine, photo, SIDE))
        for source in query.pictures:
            if _key(source) == key:
                self._run(key, partial(pictures.draw_source, engine, source, SIDE))

    def _run(self, key: str, draw: Callable[[], QImage]) -> None:
        show = partial(self._bar.chips.set_picture, key)
        self._bridge.run(Lane.PICTURE, draw, show, self._no_picture)

    def _no_picture(self, error: PhotoclipError) -> None:
        """A picture that cannot be drawn cannot be searched for either, and that is told."""


def _icon(term: Term) -> str:
    return ALBUM if term.name is FilterName.ALBUM else FILTER


def _key(one: PhotoId | Path | bytes) -> str:
    return f"photo {one}" if isinstance(one, int) else f"picture {hash(one)}"
