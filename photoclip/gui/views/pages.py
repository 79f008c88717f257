"""What the middle of the window says while there are no photos to show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from photoclip.gui.theme import SPACE_L, SPACE_M, SPACE_S, Theme
from photoclip.gui.views.parts import label, push_button

TEXT_WIDTH = 600
SMALLEST_WIDTH = 280
PICTURE_HEIGHT = 132


class Page(QScrollArea):
    """A drawing, a title, a text and perhaps buttons, in the middle; scrolls where it is low."""

    def __init__(self, theme: Theme, drawing: str, title: str = "", body: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._drawing = drawing
        self.picture = QLabel()
        self.title = label(title, "title")
        self.body = label(body, "body")
        self.buttons = QHBoxLayout()
        self.column = QVBoxLayout()
        self._block = QWidget()
        self._lay_out()
        self.apply_theme()

    def say(self, title: str, body: str) -> None:
        """Change the words."""
        self.title.setText(title)
        self.body.setText(body)
        self.body.setVisible(bool(body))
        self.fit()

    def fit(self) -> None:
        """Give the words their width; the drawing goes where it would push them out of sight."""
        space = self.viewport().size()
        width = max(SMALLEST_WIDTH, min(TEXT_WIDTH, space.width() - 2 * SPACE_L))
        self._block.setFixedWidth(width)
        needed = self.column.totalHeightForWidth(width)
        if self.picture.isHidden():
            needed += PICTURE_HEIGHT + SPACE_M
        self.picture.setVisible(needed <= space.height())

    def draw(self, drawing: str) -> None:
        """Change the drawing."""
        if drawing != self._drawing:
            self._drawing = drawing
            self.apply_theme()

    def apply_theme(self) -> None:
        """The drawing in the colours in use."""
        ratio = self.devicePixelRatioF()
        self.picture.setPixmap(self._theme.illustration(self._drawing, PICTURE_HEIGHT, ratio))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _lay_out(self) -> None:
        for text in (self.title, self.body):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            text.setWordWrap(True)
        self.body.setVisible(bool(self.body.text()))
        self.buttons.setSpacing(SPACE_M)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # Of a fixed width: only then do wrapped labels get the height that they need.
        self._block.setFixedWidth(TEXT_WIDTH)
        column = self.column
        column.setContentsMargins(0, SPACE_L, 0, SPACE_L)
        column.setSpacing(SPACE_M)
        for widget in (self.picture, self.title, self.body):
            column.addWidget(widget)
        column.addSpacing(SPACE_S)
        column.addLayout(self.buttons)
        column.setAlignment(self.buttons, Qt.AlignmentFlag.AlignHCenter)
        self._block.setLayout(column)
        self._centre()

    def _centre(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(self._block)
        middle.addStretch()
        page = QVBoxLayout(inside)
        page.setContentsMargins(0, 0, 0, 0)
        page.addStretch(4)
        page.addLayout(middle)
        page.addStretch(5)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumWidth(SMALLEST_WIDTH + 2 * SPACE_L)


class LoadingPage(Page):
    """Work that must end before there is anything to show."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "loading")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(180)
        self.bar.setAccessibleName(self.tr("Loading"))
        self.buttons.addWidget(self.bar)


class NothingPage(Page):
    """Nothing to show for what was asked. clear_wanted: back to all photos.

    widen_wanted: the same once more, in all folders. closest_wanted: the photos that come closest.
    tune_wanted: what the label that was asked for would find.
    """

    clear_wanted = Signal()
    widen_wanted = Signal()
    closest_wanted = Signal()
    tune_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "nothing")
        self.closest = push_button(self.tr("Show the closest anyway"), "primary")
        self.closest.clicked.connect(self.closest_wanted)
        self.buttons.addWidget(self.closest)
        self.tune = push_button(self.tr("See what it would find"), "primary")
        self.tune.clicked.connect(self.tune_wanted)
        self.buttons.addWidget(self.tune)
        self.widen = push_button(self.tr("Search everywhere"), "primary")
        self.widen.clicked.connect(self.widen_wanted)
        self.buttons.addWidget(self.widen)
        self.clear = push_button(self.tr("Show all photos"))
        self.clear.clicked.connect(self.clear_wanted)
        self.buttons.addWidget(self.clear)


class ErrorPage(Page):
    """Something failed. retry_wanted: try once more."""

    retry_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "error")
        self.retry = push_button(self.tr("Try again"))
        self.retry.clicked.connect(self.retry_wanted)
        self.buttons.addWidget(self.retry)
