"""One photo large, beside the labels that are suggested for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from photoclip.domain import Label, LabelId, PhotoId
from photoclip.gui.models.suggested import DOT, SuggestedModel
from photoclip.gui.theme import RADIUS, SPACE_M, SPACE_S, Theme
from photoclip.gui.views.parts import ElidedLabel, label
from photoclip.tagging.review import Item

LIST_WIDTH = 260


class LargePicture(QWidget):
    """Draws a photo as large as fits."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pixmap = QPixmap()
        self.missing = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_pixmap(self, pixmap: QPixmap, *, missing: bool = False) -> None:
        """Show these pixels. missing: there are none to be had."""
        self._pixmap, self.missing = pixmap, missing
        self.update()

    @property
    def has_picture(self) -> bool:
        """Whether there is anything to be seen."""
        return not self._pixmap.isNull()

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        space = QRectF(self.rect())
        if self._pixmap.isNull():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.colors.placeholder))
            painter.drawRoundedRect(space, RADIUS, RADIUS)
            if self.missing:
                icon = self._theme.pixmap("broken", 48, "faint")
                painter.drawPixmap(space.center() - QPointF(24, 24), icon)
        else:
            size = QSizeF(self._pixmap.size())
            # What is small is not blown up beyond twice its size.
            fitted = size.scaled(space.size(), Qt.AspectRatioMode.KeepAspectRatio)
            fitted = fitted.boundedTo(size * 2)
            place = QRectF(QPointF(), fitted)
            place.moveCenter(space.center())
            painter.drawPixmap(place, self._pixmap, QRectF(self._pixmap.rect()))
        painter.end()


class LargeView(QWidget):
    """photo_wanted(PhotoId): its picture. stepped(by): another photo. opened: look at it in full.

    chosen_changed: other labels are selected. escaped: Esc.
    """

    photo_wanted = Signal(object)
    stepped = Signal(int)
    opened = Signal()
    chosen_changed = Signal()
    escaped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.photo: PhotoId | None = None
        self.picture = LargePicture(theme)
        self.name = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self.model = SuggestedModel(self)
        self.list = QListView()
        self._configure()
        self._lay_out()
        self.list.installEventFilter(self)
        self.list.selectionModel().selectionChanged.connect(self.chosen_changed)
        self.list.activated.connect(self._open)

    def chosen(self) -> list[Item]:
        """The suggestions that are selected."""
        rows = sorted(self.list.selectionModel().selectedRows(), key=QModelIndex.row)
        return [self.model.item(index) for index in rows]

    def show_photo(
        self, photo: PhotoId, items: Sequence[Item], labels: Mapping[LabelId, Label]
    ) -> None:
        """Show a photo with what is suggested for it."""
        other = photo != self.photo
        self.photo = photo
        row = 0 if other else max(0, self.list.currentIndex().row())
        self.model.show(items, labels)
        index = self.model.index(min(row, self.model.rowCount() - 1))
        self.list.setCurrentIndex(index)
        if other:
            self.name.setText("")
            self.picture.show_pixmap(QPixmap())
            self.photo_wanted.emit(photo)

    def forget(self) -> None:
        """Show nothing."""
        self.photo = None
        self.model.show([], {})

    def show_image(self, photo: PhotoId, image: QImage | None) -> None:
        """Pixels of a photo, or None where there are none to be had."""
        if photo == self.photo:
            missing = image is None
            pixmap = QPixmap() if image is None else QPixmap.fromImage(image)
            self.picture.show_pixmap(pixmap, missing=missing)

    def show_name(self, photo: PhotoId, name: str) -> None:
        """What its file is called."""
        if photo == self.photo:
            self.name.setText(name)
            self.picture.setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
            if event.key() in steps:
                self.stepped.emit(steps[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.opened.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.escaped.emit()
                return True
        return super().eventFilter(watched, event)

    def _configure(self) -> None:
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Suggested labels"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(DOT, DOT))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.name.setProperty("role", "caption")

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(SPACE_S)
        left.addWidget(self.picture, 1)
        left.addWidget(self.name)
        right = QVBoxLayout()
        right.setSpacing(SPACE_S)
        right.addWidget(label(self.tr("Suggested labels"), "heading"))
        right.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_M)
        row.addLayout(left, 1)
        row.addLayout(right)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        del index
        self.opened.emit()
