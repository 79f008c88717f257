"""A few small photos side by side, to be looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from photoclip.domain import PhotoId
from photoclip.gui.theme import SPACE_XS
from photoclip.gui.views.flow import Flow
from photoclip.gui.views.parts import label

SIDE = 48


class Thumbs(QWidget):
    """opened(photos, row): look at one of them."""

    opened = Signal(object, int)

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._heading = heading
        self.buttons: list[QToolButton] = []
        self.photos: Sequence[PhotoId] = ()
        self._inside = QWidget()
        self._flow = Flow(self._inside, SPACE_XS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addWidget(label(heading, "caption"))
        column.addWidget(self._inside)

    def show_photos(self, photos: Sequence[PhotoId], tips: Sequence[str]) -> None:
        """Show these, their pictures to come. tips: what is said of each."""
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.photos, self.buttons = photos, []
        for row, tip in enumerate(tips):
            self._add(row, tip)
        self.setVisible(bool(photos))

    def draw(self, photo: PhotoId, pixmap: QPixmap) -> None:
        """The picture of one of them."""
        for one, button in zip(self.photos, self.buttons, strict=True):
            if one == photo:
                button.setIcon(QIcon(pixmap))

    def _add(self, row: int, tip: str) -> None:
        button = QToolButton()
        button.setIconSize(QSize(SIDE, SIDE))
        button.setFixedSize(SIDE + 8, SIDE + 8)
        button.setToolTip(tip)
        button.setAccessibleName(f"{self._heading}, {tip}")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.opened.emit(list(self.photos), row))
        self.buttons.append(button)
        self._flow.addWidget(button)
        button.show()
