"""The line over the grid: what is shown, in which order, and how large."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from photoclip.domain import Order
from photoclip.gui.theme import SPACE_S, SPACE_XS, Theme
from photoclip.gui.views.grid.photo_grid import LARGEST, SMALLEST
from photoclip.gui.views.parts import ElidedLabel

# What the line tells at least, and what slider, icons and margins take, in logical pixels.
LEAST_LETTERS = 14
SLIDER_ROOM = 170


class ResultLine(QWidget):
    """order_chosen(Order); tile_size tells the size of the tiles in logical pixels."""

    order_chosen = Signal(object)

    def __init__(self, theme: Theme, tile_size: int) -> None:
        super().__init__()
        self._theme = theme
        self.label = ElidedLabel()
        self.order = QComboBox()
        self.tile_size = QSlider(Qt.Orientation.Horizontal)
        self._smaller, self._larger = QLabel(), QLabel()
        self._lay_out(tile_size)
        self.show_order(Order.NEWEST, comparing=False)
        self.order.activated.connect(self._choose)
        self.apply_theme()

    def show_order(self, order: Order, *, comparing: bool, album: bool = False) -> None:
        """Tell the order. comparing: whether photos are compared with something.

        album: whether they are those of an album, which has an order of its own.
        """
        orders = [one for one in Order if comparing or one is not Order.RELEVANCE]
        names = [self._name(one, album=album) for one in orders]
        if [self.order.itemText(row) for row in range(self.order.count())] != names:
            self.order.clear()
            for one, name in zip(orders, names, strict=True):
                self.order.addItem(name, one)
        self.order.setCurrentIndex(orders.index(order))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        self._smaller.setPixmap(self._theme.pixmap("photos", 14, "faint"))
        self._larger.setPixmap(self._theme.pixmap("photos", 20, "faint"))

    def _fit(self) -> None:
        """Between two panels in a small window, words count more than the slider."""
        words = self.fontMetrics().averageCharWidth() * LEAST_LETTERS
        roomy = self.width() >= words + self.order.sizeHint().width() + SLIDER_ROOM
        for widget in (self._smaller, self.tile_size, self._larger):
            widget.setVisible(roomy)

    def _name(self, order: Order, *, album: bool) -> str:
        match order:
            case Order.RELEVANCE if album:
                return self.tr("Album order")
            case Order.RELEVANCE:
                return self.tr("Best match")
            case Order.NEWEST:
                return self.tr("Newest first")
            case Order.OLDEST:
                return self.tr("Oldest first")
            case Order.NAME:
                return self.tr("By name")
            case Order.FOLDER:
                return self.tr("By folder")

    def _lay_out(self, tile_size: int) -> None:
        self.label.setObjectName("resultLine")
        self.order.setObjectName("order")
        self.order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        # Its text is not cut off where the room gets narrow: that to the left can be.
        self.order.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.order.setToolTip(self.tr("Order of the photos"))
        self.order.setAccessibleName(self.tr("Order of the photos"))
        self.order.view().setAccessibleName(self.tr("Order of the photos"))
        self.tile_size.setRange(SMALLEST, LARGEST)
        self.tile_size.setMinimumWidth(64)
        self.tile_size.setMaximumWidth(120)
        self.tile_size.setValue(tile_size)
        self.tile_size.setToolTip(self.tr("Size of the tiles"))
        self.tile_size.setAccessibleName(self.tr("Size of the tiles"))
        line = QHBoxLayout(self)
        line.setContentsMargins(20, SPACE_XS, 20, 6)
        line.setSpacing(SPACE_S)
        line.addWidget(self.label, 1)
        line.addWidget(self.order)
        line.addSpacing(SPACE_S)
        for widget in (self._smaller, self.tile_size, self._larger):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    @Slot(int)
    def _choose(self, row: int) -> None:
        self.order_chosen.emit(Order(self.order.itemData(row)))
