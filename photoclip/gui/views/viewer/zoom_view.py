"""A view that fits its scene, fills the window with it, or zooms and moves about in it."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import (
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
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

STEP = 1.25
# Device pixels for each unit of the scene.
LARGEST = 8.0
# What is small is enlarged so far to fill the window.
LARGEST_FIT = 4.0
# The share of the window that a key moves what is zoomed by.
PAN = 0.15


class Zoom(Enum):
    """How the scale follows the window."""

    FIT = "fit"
    FILL = "fill"
    FREE = "free"


class ZoomView(QGraphicsView):
    """Zooms by wheel, pinch and double click; drags by mouse. zoomed: the scale changed."""

    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._configure()
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self._mode = Zoom.FIT
        self._content = QSize()

    @property
    def is_fitted(self) -> bool:
        """Whether all of the scene is shown."""
        return self._mode is Zoom.FIT

    @property
    def scale_factor(self) -> float:
        """Device pixels for each unit of the scene."""
        return float(self.transform().m11() * self.devicePixelRatioF())

    def set_content(self, size: QSize, *, fit: bool = False) -> None:
        """The size of the scene; fit: show all of it whatever was shown before."""
        self._content = size
        if self.sceneRect().size() != QSizeF(size):
            self._scene.setSceneRect(0, 0, size.width(), size.height())
        if fit:
            self._mode = Zoom.FIT
        if self._mode is not Zoom.FREE:
            self._follow(self._mode)

    @Slot()
    def fit(self) -> None:
        """Show all of it."""
        self._follow(Zoom.FIT)

    @Slot()
    def fill(self) -> None:
        """Fill the window, though edges may lie outside."""
        self._follow(Zoom.FILL)

    @Slot()
    def actual_size(self) -> None:
        """Show each unit of the scene on one pixel of the screen."""
        self._zoom_to(1 / self.devicePixelRatioF())

    @Slot()
    def zoom_in(self) -> None:
        """Show it larger, about the middle."""
        self._zoom(STEP)

    @Slot()
    def zoom_out(self) -> None:
        """Show it smaller, about the middle."""
        self._zoom(1 / STEP)

    def pan(self, right: int, down: int) -> None:
        """Move by a step, if there is more there."""
        across, along = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + round(right * PAN * self.viewport().width()))
        along.setValue(along.value() + round(down * PAN * self.viewport().height()))

    def can_pan(self) -> bool:
        """Whether some of it lies outside the window."""
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        return any(bar.maximum() > bar.minimum() for bar in bars)

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

    # The rest.

    def _configure(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    def _follow(self, mode: Zoom) -> None:
        self._mode = mode
        if not self._content.isEmpty():
            scale = self._fit_scale() if mode is Zoom.FIT else self._fill_scale()
            self.setTransform(QTransform.fromScale(scale, scale))
            self.centerOn(self.sceneRect().center())
            self.zoomed.emit()

    def _scales(self) -> tuple[float, float]:
        space, size = self.viewport().size(), self._content
        return space.width() / size.width(), space.height() / size.height()

    def _fit_scale(self) -> float:
        return min(*self._scales(), LARGEST_FIT / self.devicePixelRatioF())

    def _fill_scale(self) -> float:
        return min(max(self._scales()), LARGEST / self.devicePixelRatioF())

    def _zoom(self, factor: float, at: QPoint | None = None) -> None:
        self._zoom_to(self.transform().m11() * factor, at)

    def _zoom_to(self, wanted: float, at: QPoint | None = None) -> None:
        if self._content.isEmpty():
            return
        now, whole, one = self.transform().m11(), self._fit_scale(), 1 / self.devicePixelRatioF()
        # What is enlarged to fit may be seen in its own size, too.
        wanted = min(max(wanted, min(whole, one)), max(LARGEST * one, whole))
        if abs(wanted / whole - 1) < 0.001:
            self.fit()
            return
        self._mode = Zoom.FREE
        self._scale_about(wanted / now, at or self.viewport().rect().center())
        self.zoomed.emit()

    def _scale_about(self, factor: float, at: QPoint) -> None:
        anchor = self.mapToScene(at)
        self.scale(factor, factor)
        shift = self.mapFromScene(anchor) - at
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        bars[0].setValue(bars[0].value() + shift.x())
        bars[1].setValue(bars[1].value() + shift.y())

    def _pinch(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        at = self.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
        self._zoom(pinch.scaleFactor(), at)
        event.accept(Qt.GestureType.PinchGesture)
        return True
