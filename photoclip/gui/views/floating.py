"""A panel that floats over the window until something else is wanted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from photoclip.gui.theme import SPACE_M, SPACE_XL, Theme


class Floating(QWidget):
    """Covers the window; only its panel is seen. Esc, a click beside it, or a focus that goes
    elsewhere close it. closed: it went.
    """

    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget, name: str, says: str) -> None:
        """says: what screen readers call it."""
        super().__init__(window)
        self.theme = theme
        self._space = window
        self._before: QWidget | None = None
        self.panel = QFrame(self)
        self.panel.setObjectName(name)
        self.panel.setProperty("role", "floating")
        self.panel.setAccessibleName(says)
        self.column = QVBoxLayout(self.panel)
        self.column.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        self.column.setSpacing(SPACE_M)
        shadow = QGraphicsDropShadowEffect(self.panel, blurRadius=40)
        shadow.setOffset(0, 8)
        shadow.setColor(QColor(0, 0, 0, 90))
        self.panel.setGraphicsEffect(shadow)
        window.installEventFilter(self)
        # Connected to a slot that classes below replace, it would outlive the widget.
        theme.changed.connect(self._theme_changed)
        self.hide()

    def place(self, space: QRect) -> QRect:
        """Where the panel lies in the window."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """What gets the focus."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Called each time before it opens."""

    def apply_theme(self) -> None:
        """Icons in the colours in use."""

    @Slot()
    def toggle(self) -> None:
        """Open or close it."""
        if self.isVisible():
            self.dismiss()
        else:
            self.open()

    @Slot()
    def open(self) -> None:
        """Show it over everything else."""
        if self.isVisible():
            return
        self._before = QApplication.focusWidget()
        self.prepare()
        self.lie()
        self.show()
        self.raise_()
        self.first().setFocus(Qt.FocusReason.PopupFocusReason)
        QApplication.instance().focusChanged.connect(self._focus_changed)  # type: ignore[union-attr]

    @Slot()
    def dismiss(self) -> None:
        """Close it, and give the focus back."""
        if not self.isVisible():
            return
        self._leave()
        before = self._before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    # What Qt calls.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.lie()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.dismiss()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        # Keys that nothing here takes must not reach what lies below.
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        # There is one thing to type into; Tab would lead out of it.
        del forward
        return True

    def lie(self) -> None:
        """Put the panel where it belongs."""
        self.setGeometry(self._space.rect())
        self.panel.setGeometry(
            self.place(self.rect().adjusted(SPACE_XL, SPACE_XL, -SPACE_XL, -SPACE_XL))
        )

    def _leave(self) -> None:
        QApplication.instance().focusChanged.disconnect(self._focus_changed)  # type: ignore[union-attr]
        self.hide()
        self.closed.emit()

    @Slot()
    def _theme_changed(self) -> None:
        self.apply_theme()

    @Slot(QWidget, QWidget)
    def _focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        del old
        # Without any focus the whole window went to the back.
        if now is not None and not self.isAncestorOf(now) and self.isVisible():
            self._leave()
