"""Between the viewer and what fills it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from photoclip.domain import PhotoId
from photoclip.errors import PhotoclipError
from photoclip.gui import locations, photo_wording, wording
from photoclip.gui.controllers.pictures import PhotoAway, Picture, Pictures, Words
from photoclip.gui.controllers.playing import Player
from photoclip.gui.error_wording import sentence
from photoclip.gui.later import Later
from photoclip.gui.models.photos import PhotoGridModel
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.views.grid.photo_grid import PhotoGrid

if TYPE_CHECKING:
    from photoclip.gui.views.viewer.viewer import Viewer


class Looking(QObject):
    """Opens the viewer over the grid and goes back. changed: the viewer opened or closed."""

    changed = Signal()

    def __init__(
        self,
        pictures: Pictures,
        player: Player,
        viewer: Later[Viewer],
        grid: PhotoGrid,
        model: PhotoGridModel,
        tiles: ThumbnailLoader,
        stack: QStackedWidget,
    ) -> None:
        super().__init__(stack)
        self._pictures = pictures
        self._player = player
        self._later = viewer
        self._grid = grid
        self._model = model
        self._tiles = tiles
        self._stack = stack
        self._failed: PhotoId | None = None
        self._before: QWidget | None = None
        viewer.once_made(self._connect)

    def _connect(self, viewer: Viewer) -> None:
        pictures, player = self._pictures, self._player
        viewer.set_ready(pictures.is_ready)
        viewer.filmstrip.set_thumbnails(pictures.thumbnails)
        viewer.photo_wanted.connect(self._load)
        viewer.neighbours_wanted.connect(self._load_neighbours)
        viewer.sharpness_wanted.connect(pictures.want_whole)
        viewer.closed.connect(self.close)
        viewer.play_wanted.connect(player.toggle)
        pictures.told.connect(self._tell)
        pictures.loaded.connect(self._show)
        pictures.failed.connect(self._fail)
        player.frame.connect(self._show_frame)
        player.changed.connect(self._tell_moving)

    @property
    def _viewer(self) -> Viewer:
        return self._later.get()

    @property
    def open_now(self) -> bool:
        """Whether the viewer is in front."""
        return self._later.is_made and self._stack.currentWidget() is self._viewer

    @Slot(int)
    def look_at(self, row: int) -> None:
        """Open the viewer on a row of the grid."""
        self._before = None
        self._open(self._model.ids, row)

    def look_among(self, photos: Sequence[PhotoId], row: int) -> None:
        """Open the viewer on other photos than the grid's; closing leads back to what had focus."""
        self._before = self._stack.focusWidget()
        self._open(photos, row)

    def _open(self, photos: Sequence[PhotoId], row: int) -> None:
        self._stack.setCurrentWidget(self._viewer)
        self._viewer.look_at(photos, row)
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Back to the grid, to the photo looked at last."""
        if not self.open_now:
            return
        photo = self._viewer.photo
        self._pictures.stop()
        self._player.stop()
        self._stack.setCurrentIndex(0)
        before, self._before = self._before, None
        if before is not None and isValid(before):
            before.setFocus()
        else:
            row = self._model.position(photo) if photo is not None else None
            if row is not None:
                self._grid.show_photo(row)
            self._grid.setFocus()
        self.changed.emit()

    def look_again(self) -> None:
        """Try once more what could not be shown: a disk came or went."""
        if not self.open_now:
            return
        photo = self._viewer.photo
        if photo is not None and photo == self._failed:
            self._viewer.error.hide()
            self._load(photo)

    @Slot(object)
    def _load(self, photo: PhotoId) -> None:
        self._failed = None
        self._show_at_hand(photo)
        screen = self._screen()
        self._pictures.want(photo, screen, self._viewer.neighbours())
        # Where the system wants no movement, the person has to ask for it.
        self._player.load(photo, screen, play=self._viewer.theme.motion > 0)

    @Slot()
    def _load_neighbours(self) -> None:
        self._pictures.want_soon(self._viewer.neighbours(), self._screen())

    def _screen(self) -> QSize:
        """In device pixels."""
        return self._viewer.screen().size() * self._viewer.devicePixelRatioF()

    def _show_at_hand(self, photo: PhotoId) -> None:
        """What is in memory, before anything is read."""
        found = self._pictures.at_hand(photo)
        if found is not None:
            self._viewer.show_picture(*found)
            return
        tile, row = self._tiles.tile(photo), self._model.row(photo)
        if tile is not None and row is not None:
            self._viewer.show_tile(tile, QSize(*row.size))

    @Slot(object)
    def _tell(self, words: Words) -> None:
        if words.photo == self._viewer.photo:
            name = locations.shown(words.path.name) if words.path is not None else ""
            facts = photo_wording.viewer_facts(words.path, words.metadata, words.size)
            self._viewer.show_words(name, wording.details(words.metadata), facts)

    @Slot(object)
    def _show(self, picture: Picture) -> None:
        if picture.photo == self._viewer.photo:
            self._viewer.show_picture(picture.image, picture.full_size)

    @Slot(object, QImage)
    def _show_frame(self, photo: PhotoId, image: QImage) -> None:
        if photo == self._viewer.photo:
            self._viewer.show_frame(image)

    @Slot(bool, bool)
    def _tell_moving(self, moving: bool, playing: bool) -> None:
        self._viewer.set_moving(moving=moving, playing=playing)

    @Slot(object, object)
    def _fail(self, photo: PhotoId, error: PhotoclipError) -> None:
        if photo != self._viewer.photo:
            return
        self._failed = photo
        if isinstance(error, PhotoAway):
            away = self.tr("This photo is on a disk that is not connected.")
            self._viewer.show_error(away, "offline")
        else:
            self._viewer.show_error(sentence(error), "broken")
