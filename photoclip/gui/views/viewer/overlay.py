"""What floats over the photo, and goes away while nobody moves the mouse."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from photoclip.gui import wording
from photoclip.gui.theme import SPACE_L, SPACE_XS
from photoclip.gui.views.parts import label
from photoclip.gui.views.viewer.canvas import Canvas

IDLE_MS = 2500
ROUND = 44
_SIGNS = frozenset(
    {
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.Enter,
    }
)


class Overlay(QObject):
    """The round buttons at the sides and the pill below. shown_changed(bool): they came or went."""

    shown_changed = Signal(bool)

    def __init__(self, canvas: Canvas, buttons: dict[str, QToolButton], parent: QWidget) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._buttons = buttons
        self._shown = True
        self.percent = label("", "pillText")
        self.seconds = label("", "pillText")
        self.pill = self._make_pill(parent)
        for name in ("previous", "next"):
            buttons[name].setParent(parent)
            buttons[name].setProperty("role", "round")
            buttons[name].setIconSize(QSize(22, 22))
            buttons[name].resize(ROUND, ROUND)
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self.sleep)
        canvas.viewport().installEventFilter(self)
        canvas.zoomed.connect(self._tell_zoom)

    @property
    def is_shown(self) -> bool:
        """Whether it can be seen."""
        return self._shown

    @Slot()
    def wake(self) -> None:
        """Show it for a while."""
        self._idle.start()
        if not self._shown:
            self._set_shown(True)

    @Slot()
    def sleep(self) -> None:
        """Go away, unless the mouse or the focus is on it."""
        if any(part.underMouse() or _has_focus(part) for part in self._parts()):
            self._idle.start()
        elif self._shown:
            self._set_shown(False)

    def offer(self, *, moving: bool, slideshow: bool, full_screen: bool) -> None:
        """Have the controls that make sense now."""
        self._buttons["play"].setVisible(moving)
        for name in ("shorter", "longer", "pause-show"):
            self._buttons[name].setVisible(slideshow)
        self.seconds.setVisible(slideshow)
        self._buttons["leave-full-screen"].setVisible(full_screen)
        self.place()

    def allow_zoom(self, on: bool) -> None:
        """Whether there is anything to be seen closer."""
        for name in ("zoom-in", "zoom-out", "fit", "fill", "actual-size"):
            self._buttons[name].setEnabled(on)

    def place(self) -> None:
        """Lie over the canvas as it is now."""
        space = self._canvas.geometry()
        middle = space.center().y() - ROUND // 2
        self._buttons["previous"].move(space.left() + SPACE_L, middle)
        self._buttons["next"].move(space.right() - ROUND - SPACE_L, middle)
        self.pill.adjustSize()
        size = self.pill.size()
        left = space.center().x() - size.width() // 2
        self.pill.move(left, space.bottom() - size.height() - SPACE_L)
        for part in self._parts():
            part.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS:
            self.wake()
        return super().eventFilter(watched, event)

    def _parts(self) -> Iterable[QWidget]:
        return self._buttons["previous"], self._buttons["next"], self.pill

    def _set_shown(self, shown: bool) -> None:
        self._shown = shown
        for part in self._parts():
            part.setVisible(shown)
        self.shown_changed.emit(shown)

    def _make_pill(self, parent: QWidget) -> QFrame:
        pill = QFrame(parent)
        pill.setObjectName("viewerPill")
        row = QHBoxLayout(pill)
        row.setContentsMargins(SPACE_XS + 2, SPACE_XS, SPACE_XS + 2, SPACE_XS)
        row.setSpacing(2)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.percent.setMinimumWidth(self.percent.fontMetrics().horizontalAdvance("8888%"))
        for part in (
            self._buttons["play"],
            self._buttons["pause-show"],
            self._buttons["shorter"],
            self.seconds,
            self._buttons["longer"],
            self._buttons["zoom-out"],
            self.percent,
            self._buttons["zoom-in"],
            self._buttons["fit"],
            self._buttons["fill"],
            self._buttons["actual-size"],
            self._buttons["leave-full-screen"],
        ):
            row.addWidget(part)
        return pill

    @Slot()
    def _tell_zoom(self) -> None:
        self.percent.setText(wording.percent(round(1000 * self._canvas.scale_factor), 1000))
        if not self._canvas.is_fitted:
            # Who zooms by key wants to know how far.
            self.wake()


def _has_focus(part: QWidget) -> bool:
    return any(one.hasFocus() for one in (part, *part.findChildren(QWidget)))
