"""One picture, fitted or zoomed, that sharpens without moving when more of it is there."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from photoclip.gui.views.viewer.photo_layers import PhotoLayers
from photoclip.gui.views.viewer.zoom_view import ZoomView
from photoclip.images.cropping import Region

# From here on a person looks at single pixels, which smoothing would hide.
PIXELS_SEEN = 4.0


class Canvas(ZoomView):
    """Scene units are pixels of the whole photo as it is turned, whatever has been decoded.

    sharpness_wanted: the person zoomed beyond what the decoded picture can show.
    """

    sharpness_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(False)
        self._photo = PhotoLayers(self._scene)
        self.zoomed.connect(self._scale_changed)

    @property
    def has_pixels(self) -> bool:
        """Whether anything of the photo is shown, be it the middle only."""
        return self._photo.has_tile or not self._photo.is_empty

    @property
    def turn(self) -> int:
        """Quarter turns to the right, 0..3."""
        return self._photo.turn

    @property
    def decoded_width(self) -> int:
        """How many pixels wide what is shown is, before it is turned."""
        return self._photo.drawn_width

    @property
    def photo_size(self) -> QSize:
        """The size of the photo, upright; empty as long as it is not known."""
        return self._photo.size

    def photo_space(self) -> QRect:
        """Where the photo can be seen, on the canvas."""
        drawn = self.mapFromScene(self.sceneRect()).boundingRect()
        return drawn.intersected(self.viewport().rect())

    def region(self, space: QRect) -> Region:
        """What of the photo is seen in a part of the canvas."""
        scene = self.mapToScene(space).boundingRect().intersected(self.sceneRect())
        found, size = self._photo.of_scene(scene), self._photo.size
        return Region(
            found.left() / size.width(),
            found.top() / size.height(),
            found.right() / size.width(),
            found.bottom() / size.height(),
        )

    def clear(self, turn: int = 0) -> None:
        """Show nothing; what comes next is turned, and all of it is shown."""
        self._photo.clear(turn)
        self.set_content(QSize(), fit=True)

    def show_tile(self, tile: QPixmap, full_size: QSize) -> None:
        """Show the square middle of a photo until there is more."""
        if self._photo.is_empty and not full_size.isEmpty():
            self._photo.put_tile(tile)
            self._set_size(full_size)

    def show_picture(self, picture: QImage | QPixmap, full_size: QSize) -> None:
        """Show a picture that stands for full_size pixels beside those that were shown before."""
        pixmap = QPixmap.fromImage(picture) if isinstance(picture, QImage) else picture
        self._photo.put(pixmap)
        self._set_size(full_size if not full_size.isEmpty() else pixmap.size())

    def show_frame(self, picture: QImage) -> None:
        """Show the next moment of a moving picture in place of what is shown."""
        if not self._photo.size.isEmpty():
            self._photo.put_frame(QPixmap.fromImage(picture))
            self._draw()

    def turn_to(self, turn: int) -> None:
        """Turn the picture to so many quarters to the right, and show all of it."""
        self._photo.turn = turn % 4
        self._set_size(self._photo.size, fit=True)

    def set_paper(self, color: str) -> None:
        """What lies around the picture; "" for what the style sheet says."""
        self.setBackgroundBrush(QBrush(QColor(color)) if color else QBrush())

    def show_hand(self) -> None:
        """The cursor that says that the picture can be dragged."""
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    # What Qt calls.

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: N802
        super().drawBackground(painter, rect)
        if self._photo.has_tile:
            painter.fillRect(self.sceneRect(), self.palette().alternateBase())

    # The rest.

    def _set_size(self, size: QSize, *, fit: bool = False) -> None:
        self._photo.size = size
        self.set_content(self._photo.shown_size, fit=fit)
        self._draw()

    @Slot()
    def _scale_changed(self) -> None:
        self._draw()
        # What fits the window fits the screen, for which it is decoded anyway.
        if not self.is_fitted and self._photo.lacks(self.scale_factor):
            self.sharpness_wanted.emit()

    def _draw(self) -> None:
        as_pixels = not self.is_fitted and self.scale_factor >= PIXELS_SEEN
        self._photo.draw(self.scale_factor, as_pixels=as_pixels)
