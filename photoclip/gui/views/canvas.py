"""One picture, fitted or zoomed, that sharpens without moving when more of it is there."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGestureEvent,
    QGraphicsScene,
    QGraphicsView,
    QPinchGesture,
    QWidget,
)

from photoclip.gui.views.photo_layers import PhotoLayers

STEP = 1.25
# Device pixels for each pixel of the photo.
LARGEST = 8.0
# A small picture is enlarged so far to fill the window.
LARGEST_FIT = 4.0
# From here on a person looks at single pixels, which smoothing would hide.
PIXELS_SEEN = 4.0
# The share of the window that a key moves a zoomed picture by.
PAN = 0.15


class Zoom(Enum):
    """How the scale follows the window."""

    FIT = "fit"
    FILL = "fill"
    FREE = "free"


class Canvas(QGraphicsView):
    """Scene units are pixels of the whole photo as it is turned, whatever has been decoded.

    sharpness_wanted: the person zoomed beyond what the decoded picture can show. zoomed: the
    scale changed.
    """

    sharpness_wanted = Signal()
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._configure()
        self._scene = QGraphicsScene(self)
        self._photo = PhotoLayers(self._scene)
        self.setScene(self._scene)
        self._mode = Zoom.FIT

    @property
    def is_fitted(self) -> bool:
        """Whether the whole picture is shown."""
        return self._mode is Zoom.FIT

    @property
    def has_pixels(self) -> bool:
        """Whether anything of the photo is shown, be it the middle only."""
        return self._photo.has_tile or not self._photo.is_empty

    @property
    def turn(self) -> int:
        """Quarter turns to the right, 0..3."""
        return self._photo.turn

    @property
    def scale_factor(self) -> float:
        """Device pixels for each pixel of the photo."""
        return float(self.transform().m11() * self.devicePixelRatioF())

    @property
    def decoded_width(self) -> int:
        """How many pixels wide what is shown is, before it is turned."""
        return self._photo.drawn_width

    def clear(self, turn: int = 0) -> None:
        """Show nothing; what comes next is turned, and all of it is shown."""
        self._photo.clear(turn)
        self._mode = Zoom.FIT

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

    @Slot()
    def fit(self) -> None:
        """Show the whole picture."""
        self._follow(Zoom.FIT)

    @Slot()
    def fill(self) -> None:
        """Fill the window, though edges of the picture may lie outside."""
        self._follow(Zoom.FILL)

    @Slot()
    def actual_size(self) -> None:
        """Show each pixel of the photo on one of the screen."""
        self._zoom_to(1 / self.devicePixelRatioF())

    @Slot()
    def zoom_in(self) -> None:
        """Show it larger, about the middle."""
        self._zoom(STEP)

    @Slot()
    def zoom_out(self) -> None:
        """Show it smaller, about the middle."""
        self._zoom(1 / STEP)

    def turn_to(self, turn: int) -> None:
        """Turn the picture to so many quarters to the right, and show all of it."""
        self._photo.turn = turn % 4
        self._mode = Zoom.FIT
        self._set_size(self._photo.size)

    def pan(self, right: int, down: int) -> None:
        """Move what is seen of a zoomed picture by a step, if there is more there."""
        across, along = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + round(right * PAN * self.viewport().width()))
        along.setValue(along.value() + round(down * PAN * self.viewport().height()))

    def can_pan(self) -> bool:
        """Whether some of the picture lies outside the window."""
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        return any(bar.maximum() > bar.minimum() for bar in bars)

    def set_paper(self, color: str) -> None:
        """What lies around the picture; "" for what the style sheet says."""
        self.setBackgroundBrush(QBrush(QColor(color)) if color else QBrush())

    def show_hand(self) -> None:
        """The cursor that says that the picture can be dragged."""
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    # What Qt calls.

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        touchpad = not event.pixelDelta().isNull() and event.phase() != Qt.ScrollPhase.NoScrollPhase
        if touchpad and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.can_pan():
                super().wheelEvent(event)
            return
        turned = event.angleDelta().y() / 120
        if turned:
            self._zoom(STEP**turned, event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.is_fitted:
            self._zoom_to(1 / self.devicePixelRatioF(), event.position().toPoint())
        else:
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._mode is not Zoom.FREE:
            self._follow(self._mode)

    def viewportEvent(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self._zoom(1.0 + event.value(), event.position().toPoint())
            return True
        if isinstance(event, QGestureEvent) and self._pinch(event):
            return True
        return super().viewportEvent(event)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: N802
        super().drawBackground(painter, rect)
        if self._photo.has_tile:
            painter.fillRect(self.sceneRect(), self.palette().alternateBase())

    # The rest.

    def _configure(self) -> None:
        self.setObjectName("canvas")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(False)
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    def _set_size(self, size: QSize) -> None:
        self._photo.size = size
        shown = self._photo.shown_size
        if self.sceneRect().size() != QSizeF(shown):
            self._scene.setSceneRect(0, 0, shown.width(), shown.height())
        if self._mode is Zoom.FREE:
            self._draw()
        else:
            self._follow(self._mode)

    def _follow(self, mode: Zoom) -> None:
        self._mode = mode
        if not self._photo.size.isEmpty():
            scale = self._fit_scale() if mode is Zoom.FIT else self._fill_scale()
            self.setTransform(QTransform.fromScale(scale, scale))
            self.centerOn(self.sceneRect().center())
            self._scale_changed()

    def _scales(self) -> tuple[float, float]:
        space, size = self.viewport().size(), self._photo.shown_size
        return space.width() / size.width(), space.height() / size.height()

    def _fit_scale(self) -> float:
        return min(*self._scales(), LARGEST_FIT / self.devicePixelRatioF())

    def _fill_scale(self) -> float:
        return min(max(self._scales()), LARGEST / self.devicePixelRatioF())

    def _zoom(self, factor: float, at: QPoint | None = None) -> None:
        self._zoom_to(self.transform().m11() * factor, at)

    def _zoom_to(self, wanted: float, at: QPoint | None = None) -> None:
        if self._photo.size.isEmpty():
            return
        now, whole, one = self.transform().m11(), self._fit_scale(), 1 / self.devicePixelRatioF()
        # What is enlarged to fit may be seen in its own size, too.
        wanted = min(max(wanted, min(whole, one)), max(LARGEST * one, whole))
        if abs(wanted / whole - 1) < 0.001:
            self.fit()
            return
        self._mode = Zoom.FREE
        self._scale_about(wanted / now, at or self.viewport().rect().center())
        self._scale_changed()

    def _scale_about(self, factor: float, at: QPoint) -> None:
        anchor = self.mapToScene(at)
        self.scale(factor, factor)
        shift = self.mapFromScene(anchor) - at
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        bars[0].setValue(bars[0].value() + shift.x())
        bars[1].setValue(bars[1].value() + shift.y())

    def _scale_changed(self) -> None:
        self._draw()
        self.zoomed.emit()
        if self._photo.lacks(self.scale_factor):
            self.sharpness_wanted.emit()

    def _draw(self) -> None:
        as_pixels = not self.is_fitted and self.scale_factor >= PIXELS_SEEN
        self._photo.draw(self.scale_factor, as_pixels=as_pixels)

    def _pinch(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        at = self.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
        self._zoom(pinch.scaleFactor(), at)
        event.accept(Qt.GestureType.PinchGesture)
        return True
