"""A word that the model sees in a photo, as a button."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QStyle, QWidget

from photoclip.gui.theme import RADIUS, Theme
from photoclip.search.describe import SeenWord

PAD = 9
GAP = 6


class WordButton(QAbstractButton):
    """A word with its strength. search_wanted, add_wanted(str): by this word.

    moved(int): the arrow keys lead that many words on.
    """

    search_wanted = Signal(str)
    add_wanted = Signal(str)
    moved = Signal(int)

    def __init__(self, theme: Theme, word: SeenWord) -> None:
        super().__init__()
        self._theme = theme
        self.word = word
        self.setText(word.text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.score = self.locale().toString(word.strength, "f", 1)
        self.setAccessibleName(self.tr("Search for {word}").format(word=word.text))
        cosine = self.locale().toString(word.cosine, "f", 3)
        standard = self.locale().toString(word.standard, "f", 1)
        says = self.tr(
            "Strength {strength}: 1 is the least that is shown.\n"
            "Cosine {cosine}, {standard} spreads above usual photos."
        )
        says = says.format(strength=self.score, cosine=cosine, standard=standard)
        self.setAccessibleDescription(says)
        self.setToolTip(f"{word.text}\n{says}")
        self.clicked.connect(self._search)

    def menu(self) -> QMenu:
        """What can be done with the word."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Search for this"), self._search)
        menu.addAction(self.tr("Add to the search"), self._add)
        menu.addSeparator()
        menu.addAction(self.tr("Copy"), self._copy)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        below = self.mapToGlobal(QPoint(0, self.height()))
        self.menu().popup(event.globalPos() if by_mouse else below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            forward = (key == Qt.Key.Key_Right) == self.isLeftToRight()
            self.moved.emit(1 if forward else -1)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self.text()) + metrics.horizontalAdvance(self.score)
        return QSize(wide + 2 * PAD + GAP + 2, metrics.height() + PAD)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colors, painter, metrics = self._theme.colors, QPainter(self), self.fontMetrics()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.isEnabled() and (self.underMouse() or self.isDown())
        painter.setBrush(QColor(colors.hover if lit else colors.accent_soft))
        ring = QPen(QColor(colors.accent), 2)
        painter.setPen(ring if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        inside = self.rect().adjusted(PAD, 0, -PAD, 0)
        room = inside.width() - metrics.horizontalAdvance(self.score) - GAP
        word = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(colors.accent if self.isEnabled() else colors.faint))
        painter.drawText(inside, _visual(leading, self), word)
        painter.setPen(QColor(colors.faint))
        painter.drawText(inside, _visual(trailing, self), self.score)
        painter.end()

    @Slot()
    def _search(self) -> None:
        self.search_wanted.emit(self.word.text)

    @Slot()
    def _add(self) -> None:
        self.add_wanted.emit(self.word.text)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.word.text)


def _visual(alignment: Qt.AlignmentFlag, widget: QWidget) -> Qt.AlignmentFlag:
    """Leading and trailing as left and right of the language."""
    return QStyle.visualAlignment(widget.layoutDirection(), alignment)
