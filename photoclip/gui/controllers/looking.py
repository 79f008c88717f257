"""Between the viewer and what fills it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from photoclip.domain import PhotoId
from photoclip.errors import PhotoclipError
from photoclip.gui import locations, wording
from photoclip.gui.controllers.pictures import Picture, Pictures, Words
from photoclip.gui.models.photos import PhotoGridModel
from photoclip.gui.views.grid import PhotoGrid
from photoclip.gui.views.viewer import Viewer


class Looking(QObject):
    """Opens the viewer over the grid and goes back. changed: the viewer opened or closed."""

    changed = Signal()

    def __init__(
        self,
        pictures: Pictures,
        viewer: Viewer,
        grid: PhotoGrid,
        model: PhotoGridModel,
        stack: QStackedWidget,
    ) -> None:
        super().__init__(stack)
        self._pictures = pictures
        self._viewer = viewer
        self._grid = grid
        self._model = model
        self._stack = stack
        viewer.photo_wanted.connect(self._load)
        viewer.sharpness_wanted.connect(pictures.want_whole)
        viewer.closed.connect(self.close)
        pictures.told.connect(self._tell)
        pictures.loaded.connect(self._show)
        pictures.failed.connect(self._fail)

    @property
    def open_now(self) -> bool:
        """Whether the viewer is in front."""
        return self._stack.currentWidget() is self._viewer

    @Slot(int)
    def look_at(self, row: int) -> None:
        """Open the viewer on a row of the grid."""
        self._stack.setCurrentWidget(self._viewer)
        self._viewer.look_at(self._model.ids, row)
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Back to the grid, to the photo looked at last."""
        if not self.open_now:
            return
        photo = self._viewer.photo
        self._pictures.stop()
        self._stack.setCurrentIndex(0)
        row = self._model.position(photo) if photo is not None else None
        if row is not None:
            self._grid.show_photo(row)
        self._grid.setFocus()
        self.changed.emit()

    @Slot(object)
    def _load(self, photo: PhotoId) -> None:
        self._pictures.want(photo, self._side(), self._viewer.neighbours())

    def _side(self) -> int:
        """The shorter side that fills the screen, in device pixels."""
        size = self._viewer.screen().size() * self._viewer.devicePixelRatioF()
        return max(size.width(), size.height())

    @Slot(object)
    def _tell(self, words: Words) -> None:
        if words.photo == self._viewer.photo:
            name = locations.shown(words.path.name) if words.path is not None else ""
            self._viewer.show_words(name, wording.details(words.metadata))

    @Slot(object)
    def _show(self, picture: Picture) -> None:
        if picture.photo == self._viewer.photo:
            self._viewer.show_picture(picture.image, picture.full_size)

    @Slot(object, object)
    def _fail(self, photo: PhotoId, error: PhotoclipError) -> None:
        if photo == self._viewer.photo:
            row = self._model.row(photo)
            away = row is not None and row.offline
            self._viewer.show_error(
                self.tr("This photo is on a disk that is not connected.") if away else str(error)
            )
