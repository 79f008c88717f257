"""One picture, fitted or zoomed, that sharpens without moving when more of it is there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsPixmapItem, QGraphicsScene, QGraphicsView, QWidget

STEP = 1.25
# Device pixels for each pixel of the photo.
LARGEST = 8.0
# A small picture is enlarged so far to fill the window.
LARGEST_FIT = 4.0


class Canvas(QGraphicsView):
    """Scene units are pixels of the whole photo, whatever size has been decoded.

    sharpness_wanted: the person zoomed beyond what the decoded picture can show.
    """

    sharpness_wanted = Signal()
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(False)
        self._scene = QGraphicsScene(self)
        self._item = QGraphicsPixmapItem()
        self._item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._scene.addItem(self._item)
        self.setScene(self._scene)
        self._size = QSize()
        self._fitted = True

    @property
    def is_fitted(self) -> bool:
        """Whether the whole picture is shown."""
        return self._fitted

    @property
    def scale_factor(self) -> float:
        """Device pixels for each pixel of the photo."""
        return float(self.transform().m11() * self.devicePixelRatioF())

    @property
    def decoded_width(self) -> int:
        """How many pixels wide what is shown is."""
        return self._item.pixmap().width()

    def clear(self) -> None:
        """Show nothing."""
        self._item.setPixmap(QPixmap())

    def show_picture(self, image: QImage, full_size: QSize, *, fit: bool) -> None:
        """Show a picture that stands for full_size pixels; fit forgets the zoom."""
        pixmap = QPixmap.fromImage(image)
        self._size = full_size if not full_size.isEmpty() else pixmap.size()
        self._item.setPixmap(pixmap)
        self._item.setScale(self._size.width() / max(1, pixmap.width()))
        self._scene.setSceneRect(0, 0, self._size.width(), self._size.height())
        if fit or self._fitted:
            self.fit()

    @Slot()
    def fit(self) -> None:
        """Show the whole picture."""
        self._fitted = True
        if not self._size.isEmpty():
            self.resetTransform()
            scale = self._fit_scale()
            self.scale(scale, scale)
            self.zoomed.emit()

    @Slot()
    def zoom_in(self) -> None:
        """Show it larger, about the middle."""
        self._zoom(STEP)

    @Slot()
    def zoom_out(self) -> None:
        """Show it smaller, about the middle."""
        self._zoom(1 / STEP)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() / 120
        if turned:
            self._zoom(STEP**turned, event.position().toPoint())
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._fitted:
            self._zoom(1 / max(self.scale_factor, 0.01), event.position().toPoint())
        else:
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def viewportEvent(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self._zoom(1.0 + event.value(), event.position().toPoint())
            return True
        return super().viewportEvent(event)

    def _fit_scale(self) -> float:
        space = self.viewport().size()
        fits = min(
            space.width() / self._size.width(),
            space.height() / self._size.height(),
        )
        return min(fits, LARGEST_FIT / self.devicePixelRatioF())

    def _zoom(self, factor: float, at: QPoint | None = None) -> None:
        if self._size.isEmpty():
            return
        now, smallest = self.transform().m11(), self._fit_scale()
        wanted = min(now * factor, max(LARGEST / self.devicePixelRatioF(), smallest))
        if wanted <= smallest * 1.001:
            self.fit()
            return
        self._fitted = False
        self._scale_about(wanted / now, at or self.viewport().rect().center())
        self.zoomed.emit()
        if self.scale_factor * self._item.scale() > 1.05:
            self.sharpness_wanted.emit()

    def _scale_about(self, factor: float, at: QPoint) -> None:
        anchor = self.mapToScene(at)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.scale(factor, factor)
        shift = self.mapFromScene(anchor) - at
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        bars[0].setValue(bars[0].value() + shift.x())
        bars[1].setValue(bars[1].value() + shift.y())
