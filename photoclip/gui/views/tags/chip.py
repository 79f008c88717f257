"""A label on photos: its colour and name, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from photoclip.gui import tag_wording
from photoclip.gui.models.tagged import Tagged
from photoclip.gui.theme import Theme
from photoclip.gui.views.parts import tool_button

ICON = QSize(14, 14)
DOT = 9
# A name may be as short as this before it is cut.
NARROW = 36


class NameButton(QToolButton):
    """A button whose text ends in an ellipsis where there is no room for it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROW, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        metrics = self.fontMetrics()
        around = self.sizeHint().width() - metrics.horizontalAdvance(self.text())
        # Qt wants two more spaces than the text needs.
        room = self.width() - around + 2 * metrics.horizontalAdvance(" ")
        option.text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        painter.end()


class Dot(QWidget):
    """The colour of a label."""

    def __init__(self, theme: Theme, color: str) -> None:
        super().__init__()
        self._theme = theme
        self._color = color
        self.setFixedSize(DOT + 2, DOT + 2)
        # Shown by hand, what has no parent yet would be a window of its own.
        if not color:
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.colors.outline), 1))
        painter.setBrush(QColor(self._color))
        painter.drawEllipse(QRectF(1, 1, DOT, DOT))
        painter.end()


class TagChip(QFrame):
    """why_wanted: tell why. accept_wanted: it is right; only for suggestions and for labels that
    some of the photos lack. remove_wanted: it is wrong.
    """

    why_wanted = Signal()
    accept_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, theme: Theme, one: Tagged, chosen: int, text: str, *, unsure: bool) -> None:
        """text: the name as it is shown. unsure: a suggestion, or only on some of the photos."""
        super().__init__()
        self._theme = theme
        self.one = one
        name = one.label.name
        self.name = NameButton(text)
        self.name.setAccessibleName(name)
        self.name.setToolTip(tag_wording.tooltip(one, chosen))
        self.name.setAccessibleDescription(tag_wording.tooltip(one, chosen))
        accept = self.tr("Accept “{name}”") if one.suggested else self.tr("Give “{name}” to all")
        refuse = self.tr("Remove “{name}”") if one.accepted else self.tr("Reject “{name}”")
        self.accept = tool_button("accept", accept.format(name=name))
        self.remove = tool_button("remove", refuse.format(name=name))
        if not unsure:
            self.accept.hide()
        self._lay_out("open" if unsure else "on")
        self.name.clicked.connect(self.why_wanted)
        self.accept.clicked.connect(self.accept_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        self.apply_theme()

    def parts(self) -> tuple[QToolButton, ...]:
        """What the keyboard can be on, in order."""
        return (self.name, self.accept, self.remove)

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        self.accept.setIcon(self._theme.icon("check", "success"))
        self.remove.setIcon(self._theme.icon("close"))

    def _lay_out(self, kind: str) -> None:
        self.setProperty("role", "tag")
        self.setProperty("kind", kind)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 1, 2, 1)
        row.setSpacing(1)
        row.addWidget(Dot(self._theme, self.one.label.color))
        row.addWidget(self.name, 1)
        for button in (self.accept, self.remove):
            button.setIconSize(ICON)
            row.addWidget(button)
