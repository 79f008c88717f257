"""The photos around the one that is looked at, as a strip of small pictures."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QPoint,
    QRectF,
    QSize,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from photoclip.domain import PhotoId
from photoclip.gui import wording
from photoclip.gui.theme import RADIUS_SMALL, SPACE_S, SPACE_XS, Theme
from photoclip.gui.thumbnails import ThumbnailLoader

# Logical pixels.
SIDE = 56
PITCH = SIDE + SPACE_XS
# Room around the current photo.
RING = 3
# Thumbnails are made for so many photos on each side beyond those that are seen.
BEYOND = 6
# Small pictures kept, in the size in which they are drawn.
DRAWN_KEPT = 300
THUMBNAIL = 256


class Filmstrip(QWidget):
    """chosen(int): the row of a photo that was clicked."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filmstrip")
        self.setAccessibleName(self.tr("Filmstrip"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._theme = theme
        self._loader: ThumbnailLoader | None = None
        self._ids: Sequence[PhotoId] = ()
        self._row = 0
        self._middle = 0.0
        self._hovered = -1
        self._pressed = -1
        self._drawn: OrderedDict[tuple[PhotoId, int], QPixmap] = OrderedDict()
        self._look = QTimer(self, singleShot=True, interval=15)
        self._look.timeout.connect(self._ask_for_thumbnails)
        self._glide = QVariantAnimation(self)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._scroll_to)

    def set_thumbnails(self, loader: ThumbnailLoader) -> None:
        """Where pictures come from; nobody else may ask this loader for any."""
        self._loader = loader
        loader.loaded.connect(self._loaded)

    def set_photos(self, ids: Sequence[PhotoId], row: int) -> None:
        """Show photos in this order, with one of them in the middle."""
        self._ids = ids
        self._row = row
        self._drawn.clear()
        self._glide.stop()
        self._scroll_to(float(row))
        self._tell()

    def set_current(self, row: int) -> None:
        """Bring another photo into the middle."""
        self._row = row
        self._tell()
        if self._loader is not None:
            self._look.start()
        # From far away nobody could follow.
        near = max(-12.0, min(12.0, self._middle - row))
        self._glide.stop()
        if not self._theme.motion or not self.isVisible():
            self._scroll_to(float(row))
            return
        self._glide.setDuration(self._theme.motion)
        self._glide.setStartValue(row + near)
        self._glide.setEndValue(float(row))
        self._glide.start()

    @property
    def middle(self) -> float:
        """The row that lies in the middle, between two rows while the strip moves."""
        return self._middle

    def rows_seen(self) -> range:
        """The rows on screen, wholly or partly."""
        reach = self.width() / 2 / PITCH
        first = max(0, int(self._middle - reach))
        return range(first, min(len(self._ids), int(self._middle + reach + 1) + 1))

    def cell(self, row: int) -> QRectF:
        """Where a row is drawn."""
        left = self.width() / 2 + (row - self._middle) * PITCH - SIDE / 2
        return QRectF(left, (self.height() - SIDE) / 2, SIDE, SIDE)

    def row_at(self, at: QPoint) -> int:
        """The row at a point, or -1."""
        row = round(self._middle + (at.x() - self.width() / 2) / PITCH)
        return row if 0 <= row < len(self._ids) else -1

    # What Qt calls.

    def sizeHint(self) -> QSize:
        return QSize(PITCH * 5, SIDE + 2 * SPACE_S)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(self._theme.colors.window))
        for row in self.rows_seen():
            self._paint_cell(painter, row)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self.row_at(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and row >= 0 and row == self._pressed:
            self.chosen.emit(row)
        self._pressed = -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.row_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        across = event.pixelDelta().x() or event.pixelDelta().y()
        turned = event.angleDelta().y() or event.angleDelta().x()
        rows = across / PITCH if across else turned / 120 * 3
        self._glide.stop()
        self._scroll_to(self._middle - rows)

    # The rest.

    @Slot(object)
    def _scroll_to(self, middle: float) -> None:
        self._middle = max(0.0, min(float(middle), max(0.0, len(self._ids) - 1.0)))
        self._look.start()
        self.update()

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor
            )
            self.update()

    def _tell(self) -> None:
        self.setAccessibleDescription(
            self.tr("Photo {n} of {total}").format(
                n=wording.number(self._row + 1), total=wording.number(len(self._ids))
            )
        )

    @Slot()
    def _ask_for_thumbnails(self) -> None:
        if self._loader is None or not self._ids:
            return
        seen = self.rows_seen() if self.isVisible() else range(self._row, self._row + 1)
        around = range(max(0, seen.start - BEYOND), min(len(self._ids), seen.stop + BEYOND))
        middle = self._row if self._row in around else round(self._middle)
        nearest = sorted(around, key=lambda row: abs(row - middle))
        # The loader takes a thumbnail of another width for one that is missing.
        missing = [self._ids[row] for row in nearest if self._loader.tile(self._ids[row]) is None]
        self._loader.want(missing, THUMBNAIL)

    @Slot(object)
    def _loaded(self, photo: PhotoId) -> None:
        if any(self._ids[row] == photo for row in self.rows_seen()):
            self.update()

    def _paint_cell(self, painter: QPainter, row: int) -> None:
        cell, colors = self.cell(row), self._theme.colors
        picture = self._picture(self._ids[row])
        if picture is not None:
            painter.drawPixmap(cell.toAlignedRect().topLeft(), picture)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.placeholder))
            painter.drawRoundedRect(cell, RADIUS_SMALL, RADIUS_SMALL)
            self._paint_broken(painter, cell, self._ids[row])
        if row == self._row:
            self._paint_ring(painter, cell, colors.accent, 3 if self.hasFocus() else 2)
        elif row == self._hovered:
            self._paint_ring(painter, cell, colors.outline, 1)

    def _paint_broken(self, painter: QPainter, cell: QRectF, photo: PhotoId) -> None:
        if self._loader is not None and self._loader.is_broken(photo):
            corner = cell.center() - QRectF(0, 0, 20, 20).center()
            painter.drawPixmap(corner, self._theme.pixmap("broken", 20, "faint"))

    def _paint_ring(self, painter: QPainter, cell: QRectF, color: str, width: int) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(color), width))
        ring = cell.adjusted(-RING, -RING, RING, RING)
        painter.drawRoundedRect(ring, RADIUS_SMALL + RING, RADIUS_SMALL + RING)

    def _picture(self, photo: PhotoId) -> QPixmap | None:
        """The middle of a photo's thumbnail with round corners, scaled once."""
        ratio = self.devicePixelRatioF()
        key = (photo, round(SIDE * ratio))
        if key not in self._drawn:
            thumbnail = self._loader.tile(photo) if self._loader is not None else None
            if thumbnail is None:
                return None
            self._drawn[key] = cut_square(thumbnail, key[1], RADIUS_SMALL * ratio, ratio)
            if len(self._drawn) > DRAWN_KEPT:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(key)
        return self._drawn[key]


def cut_square(thumbnail: QPixmap, side: int, radius: float, ratio: float) -> QPixmap:
    """The middle of a picture, side device pixels, with round corners."""
    expand, smooth = Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode
    scaled = thumbnail.scaled(QSize(side, side), expand, smooth.SmoothTransformation)
    left, top = (scaled.width() - side) // 2, (scaled.height() - side) // 2
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(scaled.copy(left, top, side, side))
    painter.drawRoundedRect(0, 0, side, side, radius, radius)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
