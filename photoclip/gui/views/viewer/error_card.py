"""Says in the viewer why a photo cannot be shown."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from photoclip.gui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XS, Theme
from photoclip.gui.views.parts import label

ICON = 48
SMALL_ICON = 20
WIDTH = 460


class ErrorCard(QFrame):
    """In the middle where there is nothing else to see, or below a preview of the photo."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("viewerError")
        self._theme = theme
        self._picture = QLabel()
        self._name = label("", "section")
        self._reason = label("", "body")
        self._icon = "broken"
        self._over_preview = False
        for words in (self._name, self._reason):
            words.setWordWrap(True)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout()
        column.setSpacing(SPACE_XS)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(SPACE_S)
        column.addWidget(self._name)
        column.addWidget(self._reason)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL, SPACE_L)
        row.addLayout(column)
        self.hide()

    def text(self) -> str:
        """The reason."""
        return self._reason.text()

    def tell(self, name: str, reason: str, icon: str, *, over_preview: bool) -> None:
        """Say it. over_preview: the photo can be seen, only not sharp."""
        self._icon = icon
        self._over_preview = over_preview
        self._reason.setText(reason)
        self.setProperty("over", over_preview)
        self.set_name(name)
        self.apply_theme()
        self.show()
        self.raise_()

    def set_name(self, name: str) -> None:
        """Which photo it is, where that comes to be known later."""
        self._name.setText(name)
        self._name.setVisible(bool(name) and not self._over_preview)
        self.setAccessibleName(f"{name}: {self.text()}" if name else self.text())

    def place(self, space: QRect) -> None:
        """Lie in the middle of a space, or at its top where a preview is seen."""
        width = min(WIDTH, space.width() - 2 * SPACE_XL)
        height = self._row.totalHeightForWidth(width)
        left = space.center().x() - width // 2
        top = space.top() + SPACE_M if self._over_preview else space.center().y() - height // 2
        self.setGeometry(left, top, width, height)

    def apply_theme(self) -> None:
        """The icon in the colours in use."""
        side = SMALL_ICON if self._over_preview else ICON
        self._picture.setPixmap(self._theme.pixmap(self._icon, side, "muted"))
        self.style().unpolish(self)
        self.style().polish(self)
