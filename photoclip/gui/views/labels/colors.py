"""Colours for labels: a few that tell well apart, or any."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QColorDialog, QMenu, QToolButton, QWidget

from photoclip.gui.translation import tr

SPOT = 16


def colors() -> list[tuple[str, str]]:
    """Names and colours, all of which can be told apart on light and on dark."""
    return [
        (tr("Red"), "#d64545"),
        (tr("Orange"), "#dd7a26"),
        (tr("Yellow"), "#c9a227"),
        (tr("Green"), "#4c9f5b"),
        (tr("Teal"), "#2a9d9d"),
        (tr("Blue"), "#4178d4"),
        (tr("Purple"), "#8560c9"),
        (tr("Pink"), "#c9579b"),
        (tr("Brown"), "#8d6b4f"),
        (tr("Grey"), "#7f8795"),
    ]


class ColorMenu(QMenu):
    """chosen(str): "#rrggbb", or "" for none."""

    chosen = Signal(str)

    def __init__(self, current: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._current = current
        self._offer(self.tr("No colour"), "")
        self.addSeparator()
        for name, color in colors():
            self._offer(name, color)
        self.addSeparator()
        self.addAction(self.tr("Other…")).triggered.connect(self._ask)

    def _offer(self, name: str, color: str) -> None:
        action = self.addAction(spot(color), name)
        action.setCheckable(True)
        action.setChecked(color == self._current)
        action.triggered.connect(partial(self.chosen.emit, color))

    @Slot()
    def _ask(self) -> None:
        parent = self.parentWidget()
        begin = QColor(self._current or "#4178d4")
        color = QColorDialog.getColor(begin, parent, self.tr("Colour of the label"))
        if color.isValid():
            self.chosen.emit(color.name())


class ColorButton(QToolButton):
    """Shows a colour and offers others. changed(str)."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.color = ""
        self.setIconSize(QSize(SPOT, SPOT))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.clicked.connect(self._open)
        self.show_color("")

    def show_color(self, color: str) -> None:
        """Show this one."""
        self.color = color
        self.setIcon(spot(color))
        known = {value: name for name, value in colors()}
        name = known.get(color, color) if color else self.tr("No colour")
        self.setText(name)
        self.setAccessibleName(self.tr("Colour: {name}").format(name=name))

    @Slot()
    def _open(self) -> None:
        menu = ColorMenu(self.color, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.chosen.connect(self._take)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    @Slot(str)
    def _take(self, color: str) -> None:
        if color != self.color:
            self.show_color(color)
            self.changed.emit(color)


def spot(color: str) -> QIcon:
    """A round spot; an empty circle for no colour."""
    drawn = QPixmap(2 * SPOT, 2 * SPOT)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor("#7f8795"))
    painter.setBrush(QColor(color) if color else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(4, 4, 2 * SPOT - 8, 2 * SPOT - 8)
    painter.end()
    drawn.setDevicePixelRatio(2)
    return QIcon(drawn)
