"""What the window shows while something is dragged over it."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from photoclip.gui.theme import RADIUS_LARGE, SPACE_M, SPACE_XL, Theme

INSET = 14
WORDS = 520
SIDE = 48
MARGINS = QMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
WORD_WRAP = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap


class DropOverlay(QWidget):
    """Covers the window and says what a drop would do, or why it would do nothing."""

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
        color = colors.warning if self._icon == "problem" else colors.accent
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(colors.overlay)
        ground.setAlpha(170)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(QColor(color), 3))
        frame = QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET)
        painter.drawRoundedRect(frame, RADIUS_LARGE, RADIUS_LARGE)
        self._paint_card(painter, color)
        painter.end()

    def _paint_card(self, painter: QPainter, color: str) -> None:
        font = self._theme.font("heading", bold=True)
        width = min(WORDS, self.width() - 4 * SPACE_XL)
        words = QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), WORD_WRAP, self._text)
        inside = QSize(max(words.width(), SIDE), SIDE + SPACE_M + words.height())
        card = QRect(QPoint(), inside).marginsAdded(MARGINS)
        card.moveCenter(self.rect().center())
        painter.setPen(QColor(self._theme.colors.border))
        painter.setBrush(QColor(self._theme.colors.raised))
        painter.drawRoundedRect(QRectF(card), RADIUS_LARGE, RADIUS_LARGE)
        name = "accent" if color == self._theme.colors.accent else "warning"
        top = card.top() + SPACE_XL
        picture = self._theme.pixmap(self._icon, SIDE, name)
        painter.drawPixmap(card.center().x() - SIDE // 2, top, picture)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colors.text))
        space = QRect(card.left(), top + SIDE + SPACE_M, card.width(), words.height())
        painter.drawText(space.adjusted(SPACE_XL, 0, -SPACE_XL, 0), WORD_WRAP, self._text)
