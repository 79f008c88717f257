"""What two models found, query by query, in two columns of thumbnails."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from photoclip.domain import PhotoId
from photoclip.gui import locations, script_wording, wording
from photoclip.gui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XS
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.translation import tr
from photoclip.gui.views.parts import label, restyle
from photoclip.search.contrast import Comparison, Contestant, Contrast, Place

SIDE = 84
ACROSS = 5


class Tile(QWidget):
    """A photo with its rank; one that the other model does not have among its best stands out."""

    def __init__(self, place: Place, path: Path | None, top: int) -> None:
        super().__init__()
        self.place = place
        self.picture = QLabel()
        self.picture.setFixedSize(SIDE, SIDE)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.only_here = place.other_rank > top
        number = wording.number
        self.caption = label("", "caption")
        there = tr("there {rank}.").format(rank=number(place.other_rank))
        if self.only_here:
            self.caption.setText(there)
            restyle(self.caption, role="badge", alert=True)
        elif place.rank == place.other_rank:
            self.caption.setText(tr("{rank}.").format(rank=number(place.rank)))
        else:
            self.caption.setText(f"{number(place.rank)}. · {there}")
        name = path.name if path is not None else tr("Unknown photo")
        says = tr("{name}: place {rank} here, place {other} with the other model").format(
            name=name, rank=number(place.rank), other=number(place.other_rank)
        )
        self.setToolTip(locations.shown(path) if path is not None else says)
        self.setAccessibleName(says)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addWidget(self.picture)
        column.addWidget(self.caption, 0, Qt.AlignmentFlag.AlignHCenter)


class Results(QScrollArea):
    """A block for each query; thumbnails come as they are made."""

    def __init__(self, thumbnails: ThumbnailLoader) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self.tiles: list[Tile] = []
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("What the two models find"))
        thumbnails.loaded.connect(self._draw)
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self.tiles = []
        self._inside = QWidget()
        self._inside.setProperty("role", "scrolled")
        self._column = QVBoxLayout(self._inside)
        self._column.setSpacing(SPACE_L)
        self._column.setContentsMargins(0, 0, SPACE_M, 0)
        self.setWidget(self._inside)

    def show_comparison(self, found: Comparison, places: Mapping[PhotoId, Sequence[Path]]) -> None:
        """Show a comparison. places: where its photos lie."""
        self.clear()
        self._column.addWidget(_wrapped(_summary(found), "body"))
        for one in found.contrasts:
            self._column.addWidget(self._contrast(one, found, places))
        self._column.addStretch(1)
        ratio = self.devicePixelRatioF()
        photos = dict.fromkeys(tile.place.photo for tile in self.tiles)
        self._thumbnails.want(photos, round(SIDE * ratio), ratio)
        for photo in photos:
            self._draw(photo)

    def _contrast(
        self, one: Contrast, found: Comparison, places: Mapping[PhotoId, Sequence[Path]]
    ) -> QWidget:
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_L)
        grid.setVerticalSpacing(SPACE_S)
        grid.addWidget(_wrapped(one.query, "section"), 0, 0)
        shared = tr("{percent} of the best {n} are the same").format(
            percent=wording.percent(round(100 * one.overlap), 100), n=wording.number(found.top)
        )
        grid.addWidget(label(shared, "caption"), 0, 1, Qt.AlignmentFlag.AlignRight)
        for side in (0, 1):
            grid.addWidget(_wrapped(_facts(found.models[side]), "caption"), 1, side)
            strange = one.unfamiliar[side]
            if strange is not None:
                grid.addWidget(_wrapped(script_wording.unfamiliar(strange), "body"), 2, side)
            tiles = self._tiles(one.places[side], found.top, places)
            grid.addWidget(tiles, 3, side, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(side, 1)
        return part

    def _tiles(
        self, best: Sequence[Place], top: int, places: Mapping[PhotoId, Sequence[Path]]
    ) -> QWidget:
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE_S)
        for number, place in enumerate(best):
            tile = Tile(place, next(iter(places.get(place.photo, ())), None), top)
            self.tiles.append(tile)
            grid.addWidget(tile, number // ACROSS, number % ACROSS)
        grid.setColumnStretch(ACROSS, 1)
        return part

    @Slot(object)
    def _draw(self, photo: PhotoId) -> None:
        pixmap = self._thumbnails.tile(photo)
        for tile in self.tiles:
            if tile.place.photo == photo and pixmap is not None:
                tile.picture.setPixmap(pixmap)


def _wrapped(text: str, role: str) -> QLabel:
    made = label(text, role)
    made.setWordWrap(True)
    return made


def _summary(found: Comparison) -> str:
    """Without scores: those of two models mean different things."""
    return tr(
        "Over {photos}, the best {n} of both are the same to {percent}; the order of all photos"
        " agrees to {correlation} (1: the same order, 0: nothing in common)."
    ).format(
        photos=wording.photos(found.photos),
        n=wording.number(found.top),
        percent=wording.percent(round(100 * found.overlap), 100),
        correlation=wording.decimal(found.correlation, 2),
    )


def _facts(model: Contestant) -> str:
    parts = [model.name, wording.size(model.size), tr("%Ln dimension(s)", "", model.dim)]
    if model.photo_seconds is not None:
        rate = wording.decimal(1 / model.photo_seconds)
        parts.append(tr("{rate} photos/s").format(rate=rate))
    parts.append(tr("{n} ms a search").format(n=wording.decimal(1000 * model.text_seconds)))
    return "  ·  ".join(parts)
