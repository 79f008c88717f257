"""What the window shows while something is dragged over it."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from photoclip.gui.theme import RADIUS_LARGE, SPACE_M, SPACE_S, SPACE_XL, Theme

INSET = 14
WORDS = 520
SIDE = 48
SMALL_SIDE = 20
MARGINS = QMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
WORD_WRAP = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap


class DropOverlay(QWidget):
    """Covers the window, or a part of it, and says what a drop would do or why it does nothing."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._window = parent
        self._text = ""
        self._icon = "drop"
        self._part = self._lit = False
        # Drag events go on to the window below.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAcceptDrops(False)
        self.hide()

    def tell(self, text: str, icon: str, over: QRect | None = None, *, lit: bool = True) -> None:
        """Cover the window with a text and an icon.

        over: only this part of it; lit: the mouse is on that.
        """
        self._text, self._icon = text, icon
        self._part, self._lit = over is not None, lit
        self.setAccessibleName(text)
        self.setGeometry(over or self._window.rect())
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
        if self._part:
            self._paint_part(painter)
            painter.end()
            return
        ground = QColor(colors.overlay)
        ground.setAlpha(170)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(QColor(color), 3))
        frame = QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET)
        painter.drawRoundedRect(frame, RADIUS_LARGE, RADIUS_LARGE)
        self._paint_card(painter, color)
        painter.end()

    def _paint_part(self, painter: QPainter) -> None:
        colors, font = self._theme.colors, self._theme.font("normal", bold=True)
        front, back = (
            (colors.accent_text, colors.accent)
            if self._lit
            else (colors.accent, colors.accent_soft)
        )
        painter.setPen(QPen(QColor(colors.accent), 2))
        painter.setBrush(QColor(back))
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inside, inside.height() / 2, inside.height() / 2)
        words = QFontMetrics(font).horizontalAdvance(self._text)
        left = (self.width() - words - SMALL_SIDE - SPACE_S) // 2
        name = "accent_text" if self._lit else "accent"
        icon = self._theme.pixmap(self._icon, SMALL_SIDE, name)
        painter.drawPixmap(left, (self.height() - SMALL_SIDE) // 2, icon)
        painter.setFont(font)
        painter.setPen(QColor(front))
        space = self.rect().adjusted(left + SMALL_SIDE + SPACE_S, 0, 0, 0)
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter, self._text)

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
