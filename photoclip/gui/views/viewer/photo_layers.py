"""The pixels that stand for one photo in a scene: as coarse or fine as they are there by now."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsScene

# A little blur is not worth drawing, or decoding, more pixels.
BLUR = 1.05


class PhotoLayers:
    """Draws the coarsest picture of a photo that is sharp, turned by quarters.

    size: of the photo, upright, in pixels. turn: quarters to the right, 0..3.
    """

    def __init__(self, scene: QGraphicsScene) -> None:
        self._item = QGraphicsPixmapItem()
        # Until there are other pixels: the tile of the grid, which is the middle of the photo.
        self._tile = QGraphicsPixmapItem()
        self._tile.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        scene.addItem(self._tile)
        scene.addItem(self._item)
        self._levels: list[QPixmap] = []
        self.size = QSize()
        self.turn = 0

    @property
    def shown_size(self) -> QSize:
        """The size of the photo as it is turned."""
        return self.size.transposed() if self.turn % 2 else self.size

    @property
    def is_empty(self) -> bool:
        """Whether there are no pixels but perhaps the middle."""
        return not self._levels

    @property
    def has_tile(self) -> bool:
        """Whether only the middle of the photo is there."""
        return not self._tile.pixmap().isNull()

    @property
    def drawn_width(self) -> int:
        """How many pixels wide what is drawn is, before it is turned."""
        return self._item.pixmap().width()

    def clear(self, turn: int) -> None:
        """Forget the photo; the next one is turned."""
        self._levels.clear()
        self._item.setPixmap(QPixmap())
        self._tile.setPixmap(QPixmap())
        self.size = QSize()
        self.turn = turn

    def put_tile(self, tile: QPixmap) -> None:
        """The square middle of the photo."""
        self._tile.setPixmap(_plain(tile))

    def put(self, pixmap: QPixmap) -> None:
        """Have one more picture of the whole photo."""
        plain = _plain(pixmap)
        self._tile.setPixmap(QPixmap())
        self._levels = [one for one in self._levels if one.width() != plain.width()]
        self._levels.append(plain)
        self._levels.sort(key=QPixmap.width)

    def put_frame(self, pixmap: QPixmap) -> None:
        """Have this picture and no other."""
        self._levels = [pixmap]

    def lacks(self, scale: float) -> bool:
        """Whether more pixels would be seen at so many of the screen for each of the photo."""
        return bool(self._levels) and scale * self.size.width() > BLUR * self._levels[-1].width()

    def draw(self, scale: float, *, as_pixels: bool) -> None:
        """Choose what to draw at a scale; as_pixels: without smoothing, where all are there."""
        self._place_tile()
        if not self._levels:
            return
        needed = scale * self.size.width() / BLUR
        level = next((one for one in self._levels if one.width() >= needed), self._levels[-1])
        if level.cacheKey() != self._item.pixmap().cacheKey():
            self._item.setPixmap(level)
        self._item.setTransform(self._onto_scene(level.size()))
        whole = level.width() >= self.size.width()
        modes = Qt.TransformationMode
        self._item.setTransformationMode(
            modes.FastTransformation if as_pixels and whole else modes.SmoothTransformation
        )

    def of_scene(self, rect: QRectF) -> QRectF:
        """A rectangle of the scene in pixels of the photo, upright."""
        upright, _ = self._onto_scene(self.size).inverted()
        return upright.mapRect(rect)

    def _place_tile(self) -> None:
        tile = self._tile.pixmap()
        if tile.isNull():
            return
        side = min(self.size.width(), self.size.height())
        left, top = (self.size.width() - side) / 2, (self.size.height() - side) / 2
        onto = self._onto_scene(self.size).translate(left, top)
        self._tile.setTransform(onto.scale(side / tile.width(), side / tile.height()))

    def _onto_scene(self, drawn: QSize) -> QTransform:
        width, height = self.size.width(), self.size.height()
        corner = ((0, 0), (height, 0), (width, height), (0, width))[self.turn]
        turned = QTransform.fromTranslate(*corner).rotate(90 * self.turn)
        # Each direction for itself: a thumbnail's size is rounded, and nothing may move later.
        return turned.scale(width / max(1, drawn.width()), height / max(1, drawn.height()))


def _plain(pixmap: QPixmap) -> QPixmap:
    """With one pixel for one unit of the scene, whatever screen it was made for."""
    if pixmap.devicePixelRatio() != 1.0:
        pixmap = QPixmap(pixmap)
        pixmap.setDevicePixelRatio(1.0)
    return pixmap
