"""The labels that a photo is tagged with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from photoclip.gui.models.subject import Subject
from photoclip.gui.theme import RADIUS, Theme
from photoclip.gui.views.details.block import Block

PAD = 9
GAP = 6


class Pills(QWidget):
    """Short texts as pills, in as many lines as they need."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._texts: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show these."""
        self._texts = tuple(texts)
        self.setAccessibleName(", ".join(texts))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colors, painter = self._theme.colors, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for text, place in self._places(self.width()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent_soft))
            painter.drawRoundedRect(place, RADIUS, RADIUS)
            painter.setPen(QColor(colors.accent))
            room = place.width() - 2 * PAD
            fitting = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, fitting)
        painter.end()

    def _places(self, width: int) -> Iterator[tuple[str, QRect]]:
        x = y = 0
        metrics = self.fontMetrics()
        height = metrics.height() + PAD
        for text in self._texts:
            wide = min(width, metrics.horizontalAdvance(text) + 2 * PAD + 2)
            if x and x + wide > width:
                x, y = 0, y + height + GAP
            yield text, QRect(x, y, wide, height)
            x += wide + GAP


class TagsBlock(Block):
    """There while a photo has tags."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "tags")
        self.title = self.tr("Tags")
        self.pills = Pills(theme)
        self.column.addWidget(self.pills)

    def fits(self, subject: Subject) -> bool:
        return subject.details is not None and bool(subject.details.labels)

    def tell(self, subject: Subject) -> None:
        if subject.details is not None:
            self.pills.show_texts(subject.details.labels)
