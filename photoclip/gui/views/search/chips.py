"""Removable chips: what a search is narrowed to or compared with, before the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QStyle,
    QStyleOption,
    QWidget,
)

from photoclip.gui.theme import SPACE_S, SPACE_XS, Theme
from photoclip.gui.views.parts import rounded_pixmap, tool_button

PICTURE = 24
ICON = 16
CROSS = 12
# In average characters; longer names lose their middle.
LONGEST = 28


@dataclass(frozen=True, slots=True)
class ChipData:
    """What a chip tells. key: what it stands for; name: what screen readers call it.

    filters: it can be turned round, to leave out what it asks for. excluded: it does so now.
    small: its picture says enough, the words are told by its tooltip.
    """

    key: str
    text: str
    icon: str = ""
    picture: QImage | QPixmap | None = None
    name: str = ""
    filters: bool = False
    excluded: bool = False
    small: bool = False


class Chip(QAbstractButton):
    """One chip. removed, and the keys that lead elsewhere: moved(steps), typed(text), escaped.

    turned: it is to leave out what it asks for, or the other way round.
    """

    removed = Signal()
    turned = Signal()
    moved = Signal(int)
    typed = Signal(str)
    escaped = Signal()

    def __init__(self, theme: Theme, data: ChipData, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.data = data
        self.setProperty("excluded", data.excluded)
        self._theme = theme
        self._picture, self._label = QLabel(), QLabel()
        self._cross = tool_button("close", self.tr("Remove from the search"))
        # The chip itself takes the keys.
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.clicked.connect(self.removed)
        self.clicked.connect(self.removed)
        self._contents = row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_XS, 0, SPACE_XS, 0)
        row.setSpacing(SPACE_XS)
        for widget in (self._picture, self._label, self._cross):
            row.addWidget(widget)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.setFixedHeight(max(PICTURE + 4, self.fontMetrics().height() + 10))
        self._say()
        self.apply_theme()

    def set_picture(self, picture: QImage | QPixmap) -> None:
        """The picture itself, which may come later than its name."""
        self._picture.setPixmap(rounded_pixmap(picture, PICTURE, self.devicePixelRatioF()))

    def shrink(self, small: bool) -> None:
        """Leave the words to the tooltip, or show them again."""
        self._label.setHidden(small)

    def text(self) -> str:
        """What the chip says, shortened."""
        return self._label.text()

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        if self.data.picture is not None:
            self.set_picture(self.data.picture)
        else:
            self._picture.setPixmap(self._theme.pixmap(self.data.icon or "photos", ICON, "accent"))
        self._cross.setIcon(self._theme.icon("close", "accent"))
        self._cross.setIconSize(QSize(CROSS, CROSS))

    def sizeHint(self) -> QSize:
        return self._contents.sizeHint()

    def hitButton(self, at: QPoint) -> bool:  # noqa: N802
        # A click chooses the chip; only its cross removes it.
        del at
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if shift and event.button() == Qt.MouseButton.LeftButton and self.data.filters:
            self.turned.emit()
        else:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """What can be done with it, by name."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.data.filters:
            only, but = self.tr("Only these photos"), self.tr("All but these photos")
            turn = menu.addAction(only if self.data.excluded else but)
            turn.triggered.connect(self.turned)
        remove = menu.addAction(self.tr("Remove from the search"))
        remove.triggered.connect(self.removed)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            forward = (key == Qt.Key.Key_Right) == self.isLeftToRight()
            self.moved.emit(1 if forward else -1)
        elif event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def _say(self) -> None:
        self.shrink(self.data.small)
        text, metrics = self.data.text, self.fontMetrics()
        width = metrics.averageCharWidth() * LONGEST
        self._label.setText(metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, width))
        self.setToolTip(text)
        what = self.data.name or text
        self.setAccessibleName(self.tr("{what}, remove").format(what=what))


class ChipRow(QScrollArea):
    """Chips side by side; more than fit are scrolled. removed(key); turned(key).

    left: on to the text.
    """

    removed = Signal(str)
    turned = Signal(str)
    left = Signal()
    typed = Signal(str)
    escaped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chipRow")
        self._theme = theme
        self._chips: list[Chip] = []
        self._inside = QWidget()
        self._inside.setObjectName("chipRowInside")
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE_S - 2)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVisible(False)

    def show_chips(self, chips: Sequence[ChipData]) -> None:
        """Show these in this order; those that are there already keep their pictures."""
        there = {chip.data.key: chip for chip in self._chips}
        shown = [self._kept(there, data) or self._made(data) for data in chips]
        for chip in self._chips:
            self._row.removeWidget(chip)
            if chip not in shown:
                chip.hide()
                chip.deleteLater()
        for chip in shown:
            self._row.addWidget(chip)
            # What Qt would show later has no size yet.
            chip.show()
        self._chips = shown
        self.setVisible(bool(shown))
        self.updateGeometry()

    def set_picture(self, key: str, picture: QImage | QPixmap) -> None:
        """The picture of a chip, where it is still there."""
        for chip in self._chips:
            if chip.data.key == key:
                chip.set_picture(picture)

    @property
    def chips(self) -> Sequence[Chip]:
        """The chips as they stand."""
        return self._chips

    def texts(self) -> list[str]:
        """What the chips say."""
        return [chip.text() for chip in self._chips]

    def focus_last(self) -> None:
        """Have keys act on the last chip."""
        if self._chips:
            self._focus(self._chips[-1])

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        for chip in self._chips:
            chip.apply_theme()

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        hint = self._inside.sizeHint()
        return QSize(min(hint.width(), 4 * PICTURE), hint.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.horizontalScrollBar()
        moved = event.angleDelta()
        bar.setValue(bar.value() - (moved.x() or moved.y()))
        event.accept()

    def _kept(self, there: dict[str, Chip], data: ChipData) -> Chip | None:
        chip = there.get(data.key)
        if chip is None or chip.data.text != data.text:
            return None
        chip.shrink(data.small)
        return chip

    def _made(self, data: ChipData) -> Chip:
        chip = Chip(self._theme, data, self._inside)
        chip.removed.connect(self._remove)
        chip.turned.connect(self._turn)
        chip.moved.connect(self._move)
        chip.typed.connect(self.typed)
        chip.escaped.connect(self.escaped)
        return chip

    @Slot()
    def _remove(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            if chip.hasFocus():
                self._step(chip, -1 if self._chips.index(chip) else 1)
            self.removed.emit(chip.data.key)

    @Slot()
    def _turn(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            place, focused = self._chips.index(chip), chip.hasFocus()
            self.turned.emit(chip.data.key)
            # Another one is there now, which says something else.
            if focused and place < len(self._chips):
                self._focus(self._chips[place])

    @Slot(int)
    def _move(self, steps: int) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self._step(chip, steps)

    def _step(self, chip: Chip, steps: int) -> None:
        to = self._chips.index(chip) + steps
        if to >= len(self._chips):
            self.left.emit()
        elif to >= 0:
            self._focus(self._chips[to])

    def _focus(self, chip: Chip) -> None:
        chip.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(chip)
