"""Small pieces that several panels are made of."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget


def restyle(widget: QWidget, **properties: bool | str) -> None:
    """Set properties that the style sheet looks at."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def tool_button(name: str, says: str) -> QToolButton:
    """A button that is only an icon; says is its tooltip and what screen readers tell."""
    button = QToolButton()
    button.setObjectName(f"{name}Button")
    button.setToolTip(says)
    button.setAccessibleName(says)
    button.setIconSize(QSize(20, 20))
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def push_button(text: str, role: str = "") -> QPushButton:
    """A button with a text. role: "primary", "link" or plain."""
    button = QPushButton(text)
    button.setProperty("role", role)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    # Return presses it, too, as people expect; outside of dialogs Qt knows the space bar alone.
    button.setAutoDefault(True)
    return button


class ElidedLabel(QLabel):
    """One plain line that ends in an ellipsis, or has one in its middle, where it does not fit."""

    def __init__(self, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__()
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(40)

    def shown(self) -> str:
        """What of the text can be seen."""
        width = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), self._mode, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            self.shown(),
            self.foregroundRole(),
        )
        painter.end()


def label(text: str, role: str) -> QLabel:
    """A text in one of the style sheet's roles."""
    made = QLabel(text)
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def rounded_pixmap(picture: QImage | QPixmap, side: int, ratio: float) -> QPixmap:
    """The middle of a small picture as a rounded square of side logical pixels."""
    pixmap = picture if isinstance(picture, QPixmap) else QPixmap.fromImage(picture)
    scaled = pixmap.scaled(
        QSize(side, side) * ratio,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    scaled.setDevicePixelRatio(1.0)
    drawn = QPixmap(QSize(side, side) * ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(QRectF(drawn.rect()), side * ratio / 2, side * ratio / 2)
    painter.setClipPath(path)
    painter.drawPixmap(
        (drawn.width() - scaled.width()) // 2, (drawn.height() - scaled.height()) // 2, scaled
    )
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
