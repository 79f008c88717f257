"""One photo in full, with its neighbours one key away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from photoclip.domain import PhotoId
from photoclip.gui.theme import Theme
from photoclip.gui.views.canvas import Canvas
from photoclip.gui.views.parts import ElidedLabel, label, tool_button


class Viewer(QWidget):
    """photo_wanted: show this photo (its pixels are asked for elsewhere).

    closed: the row of the photo looked at last, for the grid to go to.
    """

    photo_wanted = Signal(object)
    sharpness_wanted = Signal(object)
    closed = Signal(int)
    similar_wanted = Signal(object)
    open_wanted = Signal(object)
    reveal_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewer")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._ids: list[PhotoId] = []
        self._row = 0
        self.canvas = Canvas()
        self.name = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self.details = ElidedLabel()
        self.position = label("", "pill")
        self.error = label("", "body")
        self._buttons: dict[str, QToolButton] = {}
        self._make_buttons()
        self._lay_out()
        self.canvas.sharpness_wanted.connect(self._want_sharpness)
        self.apply_theme()

    @property
    def photo(self) -> PhotoId | None:
        """The photo that is looked at."""
        return self._ids[self._row] if self._ids else None

    @property
    def row(self) -> int:
        """Where it lies in the grid's order."""
        return self._row

    def neighbours(self) -> list[PhotoId]:
        """The photos that the next key may ask for, the next one first."""
        rows = (self._row + 1, self._row - 1)
        return [self._ids[row] for row in rows if 0 <= row < len(self._ids)]

    def button(self, name: str) -> QToolButton:
        """A button by the name of its icon."""
        return self._buttons[name]

    def look_at(self, ids: Sequence[PhotoId], row: int) -> None:
        """Show the photo at a row of this order."""
        self._ids = list(ids)
        self._go(row)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_words(self, name: str, details: str) -> None:
        """Name and metadata of the photo."""
        self.name.setText(name)
        self.name.setToolTip(name)
        self.details.setText(details)
        self.details.setToolTip(details)
        self.setAccessibleName(f"{name}. {details}")

    def show_picture(self, image: QImage, full_size: QSize) -> None:
        """Show pixels of the photo, coarse or fine."""
        self.error.hide()
        self.canvas.show_picture(image, full_size, fit=False)

    def show_error(self, text: str) -> None:
        """Say why there are no pixels."""
        self.canvas.clear()
        self.error.setText(text)
        self.error.show()
        self._place()

    @Slot()
    def next(self) -> None:
        """Go to the photo after this one."""
        self._go(self._row + 1)

    @Slot()
    def previous(self) -> None:
        """Go to the photo before this one."""
        self._go(self._row - 1)

    @Slot()
    def close_viewer(self) -> None:
        """Back to the grid."""
        self.closed.emit(self._row)

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        for name, button in self._buttons.items():
            button.setIcon(self._theme.icon(name, "text"))

    # What Qt calls.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = {
            Qt.Key.Key_Left: self.previous,
            Qt.Key.Key_Right: self.next,
            Qt.Key.Key_PageUp: self.previous,
            Qt.Key.Key_PageDown: self.next,
            Qt.Key.Key_Space: self.next,
            Qt.Key.Key_Escape: self.close_viewer,
            Qt.Key.Key_Return: self.close_viewer,
            Qt.Key.Key_Enter: self.close_viewer,
            Qt.Key.Key_Backspace: self.close_viewer,
            Qt.Key.Key_Plus: self.canvas.zoom_in,
            Qt.Key.Key_Equal: self.canvas.zoom_in,
            Qt.Key.Key_Minus: self.canvas.zoom_out,
            Qt.Key.Key_0: self.canvas.fit,
        }.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    # The rest.

    def _go(self, row: int) -> None:
        if not 0 <= row < len(self._ids):
            return
        self._row = row
        self.error.hide()
        self.show_words("", "")
        self.canvas.clear()
        self.canvas.fit()
        self._buttons["previous"].setEnabled(row > 0)
        self._buttons["next"].setEnabled(row + 1 < len(self._ids))
        self.position.setText(f"{row + 1} / {len(self._ids)}")
        self.photo_wanted.emit(self._ids[row])

    def _make_buttons(self) -> None:
        for name, says, act in (
            ("back", self.tr("Back to all photos (Esc)"), self.close_viewer),
            ("zoom-out", self.tr("Smaller (-)"), self.canvas.zoom_out),
            ("zoom-in", self.tr("Larger (+)"), self.canvas.zoom_in),
            ("fit", self.tr("Show the whole photo (0)"), self.canvas.fit),
            ("similar", self.tr("Find similar photos"), self._similar),
            ("open", self.tr("Open in another program"), self._open),
            ("reveal", self.tr("Show in the file manager"), self._reveal),
            ("previous", self.tr("Previous photo (Left)"), self.previous),
            ("next", self.tr("Next photo (Right)"), self.next),
        ):
            button = tool_button(name, says)
            button.clicked.connect(act)
            self._buttons[name] = button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(self.canvas, 1)
        for name in ("previous", "next"):
            button = self._buttons[name]
            button.setParent(self)
            button.setProperty("role", "round")
            button.resize(44, 44)
        self.error.setParent(self)
        self.error.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.error.setWordWrap(True)
        self.error.hide()

    def _bar(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("viewerBar")
        self.name.setObjectName("viewerName")
        self.details.setObjectName("viewerDetails")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.name)
        words.addWidget(self.details)
        row = QHBoxLayout(bar)
        row.setContentsMargins(10, 8, 12, 8)
        row.setSpacing(6)
        row.addWidget(self._buttons["back"])
        row.addSpacing(6)
        row.addLayout(words, 1)
        row.addWidget(self.position, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(6)
        for name in ("zoom-out", "zoom-in", "fit", "similar", "open", "reveal"):
            row.addWidget(self._buttons[name])
        return bar

    def _place(self) -> None:
        space = self.canvas.geometry()
        middle = space.center().y() - 22
        self._buttons["previous"].move(space.left() + 14, middle)
        self._buttons["next"].move(space.right() - 58, middle)
        self.error.setGeometry(space.adjusted(80, 40, -80, -40))
        for name in ("previous", "next"):
            self._buttons[name].raise_()

    @Slot()
    def _want_sharpness(self) -> None:
        self.sharpness_wanted.emit(self.photo)

    @Slot()
    def _similar(self) -> None:
        self.similar_wanted.emit([self.photo])

    @Slot()
    def _open(self) -> None:
        self.open_wanted.emit([self.photo])

    @Slot()
    def _reveal(self) -> None:
        self.reveal_wanted.emit([self.photo])
