"""What the window shows while something is dragged over it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from photoclip.gui.theme import Theme

INSET = 14
WORDS = 560


class DropOverlay(QWidget):
    """Covers the window and says what a drop would do."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._window = parent
        self._text = ""
        self._icon = "drop"
        # Drag events go on to the window below.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAcceptDrops(False)
        self.hide()

    def tell(self, text: str, icon: str) -> None:
        """Cover the window with a text and an icon."""
        self._text, self._icon = text, icon
        self.setAccessibleName(text)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.update()

    def text(self) -> str:
        """What is said now; empty where the overlay is hidden."""
        return "" if self.isHidden() else self._text

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colors = self._theme.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(colors.overlay)
        ground.setAlpha(232)
        painter.fillRect(self.rect(), ground)
        pen = QPen(QColor(colors.accent), 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        frame = QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET)
        painter.drawRoundedRect(frame, 18, 18)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        side, middle = 56, self.rect().center()
        picture = self._theme.pixmap(self._icon, side, "accent")
        painter.drawPixmap(middle.x() - side // 2, middle.y() - side - 6, picture)
        font = QFont(painter.font())
        font.setPixelSize(19)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colors.text))
        edge = max(40, (self.width() - WORDS) // 2)
        space = self.rect().adjusted(edge, self.height() // 2 + 8, -edge, 0)
        align = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(space, align | Qt.TextFlag.TextWordWrap, self._text)
