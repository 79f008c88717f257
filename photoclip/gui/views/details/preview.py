"""The photo itself, small."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from photoclip.domain import PhotoId
from photoclip.gui import locations
from photoclip.gui.models.subject import Subject
from photoclip.gui.theme import RADIUS, Theme
from photoclip.gui.views.details.block import Block

USUAL_RATIO = 3 / 2
# A panorama stays a stripe that can be seen, and a tall one leaves room for the rest.
TALLEST = 1.0
FLATTEST = 0.3
# A picture is asked for once more where the panel became wider than this times what it has.
SLACK = 1.1


class Picture(QWidget):
    """Draws a photo with its shape; clicked: it was, or Enter was pressed.

    wanted(QSize): a picture of this many device pixels is needed.
    """

    clicked = Signal()
    wanted = Signal(QSize)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pixmap = QPixmap()
        self._size = QSize()
        self._asked = QSize()
        self._missing = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def has_picture(self) -> bool:
        """Whether there are pixels to be seen."""
        return not self._pixmap.isNull()

    @property
    def device_size(self) -> QSize:
        """The pixels that there are."""
        return self._pixmap.size()

    def expect(self, size: QSize) -> None:
        """Wait for the picture of a photo of this size; empty where unknown."""
        self._pixmap, self._size, self._asked = QPixmap(), size, QSize()
        self._missing = False
        self.updateGeometry()
        self.update()
        self._ask()

    def show_image(self, image: QImage | None) -> None:
        """Show these pixels, or that there are none."""
        self._missing = image is None
        if image is not None:
            self._pixmap = QPixmap.fromImage(image)
            if self._size.isEmpty():
                self._size = image.size()
                self.updateGeometry()
        self.update()

    def again(self) -> None:
        """Ask once more for what could not be had."""
        if self._missing:
            self._asked = QSize()
            self._ask()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        ratio = 1 / USUAL_RATIO
        if not self._size.isEmpty():
            ratio = self._size.height() / self._size.width()
        return round(width * min(TALLEST, max(FLATTEST, ratio)))

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = self._place()
        path = QPainterPath()
        path.addRoundedRect(place, RADIUS, RADIUS)
        painter.setClipPath(path)
        painter.fillRect(place, QColor(self._theme.colors.placeholder))
        if self.has_picture:
            painter.drawPixmap(place, self._pixmap)
        elif self._missing:
            icon = QRect(0, 0, 32, 32)
            icon.moveCenter(place.center())
            painter.drawPixmap(icon, self._theme.pixmap("broken", 32, "faint"))
        painter.setClipping(False)
        if self.hasFocus():
            painter.setPen(QColor(self._theme.colors.accent))
            for inset in (0, 1):
                painter.drawRoundedRect(place.adjusted(inset, inset, -inset - 1, -inset - 1), 7, 7)
        painter.end()

    def _place(self) -> QRect:
        """Where the picture lies: all of it, in the middle."""
        if self._size.isEmpty():
            return self.rect()
        size = self._size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, max(1, size.width()), max(1, size.height()))
        place.moveCenter(self.rect().center())
        return place

    def _ask(self) -> None:
        # Not of the height that it may still have from another photo.
        width = self.width()
        box = QSize(width, self.heightForWidth(width)) * self.devicePixelRatioF()
        if self.isVisible() and not box.isEmpty() and box.width() > self._asked.width() * SLACK:
            self._asked = box
            self.wanted.emit(box)


class PreviewBlock(Block):
    """open_wanted(PhotoId): show it in full. picture_wanted(PhotoId, QSize): its pixels."""

    open_wanted = Signal(object)
    picture_wanted = Signal(object, QSize)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "preview")
        self.title = self.tr("Preview")
        self.photo: PhotoId | None = None
        self.picture = Picture(theme)
        self.picture.setToolTip(self.tr("Show in full"))
        self.column.addWidget(self.picture)
        self.picture.clicked.connect(self._open)
        self.picture.wanted.connect(self._want)

    def fits(self, subject: Subject) -> bool:
        return subject.details is not None

    def tell(self, subject: Subject) -> None:
        if subject.details is None:
            return
        photo = subject.details.photo
        if photo.id == self.photo:
            # Only told anew; a disk may be back.
            self.picture.again()
            return
        self.photo = photo.id
        self.picture.expect(QSize(photo.metadata.width, photo.metadata.height))
        places = subject.details.places
        name = locations.shown(places[0].file.path.name) if places else ""
        self.picture.setAccessibleName(self.tr("Preview of {name}").format(name=name))

    def show_image(self, photo: PhotoId, image: QImage | None) -> None:
        """Show the pixels of a photo, if it still is the one."""
        if photo == self.photo:
            self.picture.show_image(image)

    def _open(self) -> None:
        if self.photo is not None:
            self.open_wanted.emit(self.photo)

    def _want(self, box: QSize) -> None:
        if self.photo is not None:
            self.picture_wanted.emit(self.photo, box)
