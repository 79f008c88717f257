"""What the middle of the window says while there are no photos to show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from photoclip.gui import icons
from photoclip.gui.theme import Theme
from photoclip.gui.views.parts import label, push_button

TEXT_WIDTH = 500
SMALLEST_WIDTH = 300
MARGIN = 20
PICTURE_HEIGHT = 92


class Page(QWidget):
    """A picture, a title, a text and perhaps buttons, in the middle."""

    def __init__(self, theme: Theme, icon: str, title: str, body: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self.picture = QLabel()
        self.title = label(title, "title")
        self.body = label(body, "body")
        self.buttons = QHBoxLayout()
        self._block = QWidget()
        self._lay_out()
        self.apply_theme()

    def say(self, title: str, body: str) -> None:
        """Change the words."""
        self.title.setText(title)
        self.body.setText(body)
        self.body.setVisible(bool(body))

    def apply_theme(self) -> None:
        """The picture in the colours in use."""
        if self._icon == "photoclip":
            ratio = self.devicePixelRatioF()
            self.picture.setPixmap(icons.pixmap("photoclip", "#000000", 88, ratio))
        else:
            self.picture.setPixmap(self._theme.pixmap(self._icon, 56, "faint"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._block.setFixedWidth(min(TEXT_WIDTH, self.width() - 2 * MARGIN))

    def _lay_out(self) -> None:
        for text in (self.title, self.body):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            text.setWordWrap(True)
        self.body.setVisible(bool(self.body.text()))
        self.buttons.setSpacing(10)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setFixedHeight(PICTURE_HEIGHT)
        # Of a fixed width: only then do wrapped labels get the height that they need.
        self._block.setFixedWidth(TEXT_WIDTH)
        self.setMinimumWidth(SMALLEST_WIDTH)
        column = QVBoxLayout(self._block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.picture)
        column.addWidget(self.title)
        column.addWidget(self.body)
        column.addSpacing(8)
        column.addLayout(self.buttons)
        column.setAlignment(self.buttons, Qt.AlignmentFlag.AlignHCenter)
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(self._block)
        middle.addStretch()
        page = QVBoxLayout(self)
        page.addStretch(4)
        page.addLayout(middle)
        page.addStretch(5)


class WelcomePage(Page):
    """The first start. add_wanted, samples_wanted: what the person chose."""

    add_wanted = Signal()
    samples_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "photoclip", "")
        self.say(
            self.tr("Find any photo by typing what you remember"),
            self.tr(
                "Add a folder of photos, or drop one here. Everything stays on this computer,"
                " and your photos are never changed."
            ),
        )
        self.add = push_button(self.tr("Add a folder…"), "primary")
        self.samples = push_button(self.tr("Try the sample photos"))
        self.add.clicked.connect(self.add_wanted)
        self.samples.clicked.connect(self.samples_wanted)
        self.buttons.addWidget(self.add)
        self.buttons.addWidget(self.samples)


class LoadingPage(Page):
    """Work that must end before there is anything to show."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "photos", "")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(180, 6)
        self.bar.setAccessibleName(self.tr("Loading"))
        self.buttons.addWidget(self.bar)


class NothingPage(Page):
    """Nothing to show for what was asked. clear_wanted: back to all photos.

    widen_wanted: the same once more, in all folders.
    """

    clear_wanted = Signal()
    widen_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "search", "")
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
        super().__init__(theme, "problem", "")
        self.retry = push_button(self.tr("Try again"))
        self.retry.clicked.connect(self.retry_wanted)
        self.buttons.addWidget(self.retry)
