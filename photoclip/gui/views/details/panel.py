"""The panel at the right: blocks about the chosen photos, one below the other."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from photoclip.domain import PhotoId
from photoclip.gui.models.subject import Subject
from photoclip.gui.theme import SPACE_L, SPACE_S, SPACE_XL, Theme
from photoclip.gui.views.details.albums import AlbumsBlock
from photoclip.gui.views.details.block import Block, Fold
from photoclip.gui.views.details.facts import InformationBlock, MatchBlock, SummaryBlock
from photoclip.gui.views.details.files import FilesBlock
from photoclip.gui.views.details.position import PositionBlock
from photoclip.gui.views.details.preview import PreviewBlock
from photoclip.gui.views.details.seen import SeenBlock
from photoclip.gui.views.details.state import StateBlock
from photoclip.gui.views.details.tags import TagsBlock
from photoclip.gui.views.details.why import WhyBlock
from photoclip.gui.views.parts import label, tool_button

NARROWEST = 220
WIDEST = 480
ICON = 44


class DetailsPanel(QFrame):
    """Shows what Details tells.

    open_wanted(PhotoId): show it in full. picture_wanted(PhotoId, QSize): pixels of a photo for a
    box of device pixels, to be given to show_picture(). reveal_wanted, copy_wanted(Path): of one
    file. page_wanted(str): open this address in the web browser. told(str): something was done.
    word_wanted, word_added(str): search for a word that the model sees, alone or beside the rest.
    subject_changed: something else is shown, or the same anew.
    """

    open_wanted = Signal(object)
    picture_wanted = Signal(object, QSize)
    reveal_wanted = Signal(object)
    copy_wanted = Signal(object)
    page_wanted = Signal(str)
    word_wanted = Signal(str)
    word_added = Signal(str)
    told = Signal(str)
    subject_changed = Signal()
    close_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("details")
        self._theme = theme
        self.subject = Subject()
        self.title = label(self.tr("Details"), "section")
        self.close_button = tool_button("close", self.tr("Hide details"))
        self.empty = _Empty(
            theme,
            self.tr("No photo selected"),
            self.tr("Select a photo to see when, where and how it was taken."),
        )
        self.preview = PreviewBlock(theme)
        self.match = MatchBlock(theme)
        self.information = InformationBlock(theme)
        self.tags = TagsBlock(theme)
        self.why = WhyBlock(theme)
        self.position = PositionBlock(theme)
        self.files = FilesBlock(theme)
        self.albums = AlbumsBlock(theme)
        self.seen = SeenBlock(theme)
        self.summary = SummaryBlock(theme)
        self._folds: dict[str, Fold] = {}
        self._blocks = QVBoxLayout()
        self.area = QScrollArea()
        self._lay_out()
        for block in (
            self.preview,
            StateBlock(theme),
            self.summary,
            self.tags,
            self.why,
            self.match,
            self.information,
            self.seen,
            self.albums,
            self.position,
            self.files,
        ):
            self.add(block)
        self._connect()
        self.apply_theme()
        self.tell(self.subject)

    def add(self, block: Block) -> None:
        """One more block, below the others."""
        fold = Fold(block)
        self._folds[block.name] = fold
        self._blocks.addWidget(fold)
        block.told.connect(self.told)

    def fold(self, name: str) -> Fold:
        """The fold of a block. Raises KeyError."""
        return self._folds[name]

    def bring(self, name: str) -> None:
        """Scroll to a block, once it lies where it belongs. Raises KeyError."""
        fold = self._folds[name]
        QTimer.singleShot(0, fold, lambda: self._scroll_to(fold))

    def _scroll_to(self, fold: Fold) -> None:
        # What was shown or filled just now has no place yet, and the bar no range to go that far.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self.area.verticalScrollBar().setValue(fold.y())

    @Slot(object)
    def tell(self, subject: Subject) -> None:
        """Show other photos, or the same anew."""
        other = _identity(subject) != _identity(self.subject)
        self.subject = subject
        nothing = subject.details is None and subject.summary is None
        self.empty.setVisible(nothing)
        self.area.setVisible(not nothing)
        for fold in self._folds.values():
            fold.tell(subject)
        if other:
            self.area.verticalScrollBar().setValue(0)
        self.subject_changed.emit()

    @Slot(object, object)
    def show_picture(self, photo: PhotoId, image: QImage | None) -> None:
        """The pixels that were asked for, or None where there are none to be had."""
        self.preview.show_image(photo, image)

    def state(self) -> object:
        """Which blocks are closed."""
        return [name for name, fold in self._folds.items() if not fold.open]

    def restore(self, state: object) -> None:
        """Take what state() gave."""
        if isinstance(state, list):
            for name, fold in self._folds.items():
                fold.set_open(name not in state)

    @Slot()
    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        self.close_button.setIcon(self._theme.icon("close"))
        self.empty.apply_theme()
        for fold in self._folds.values():
            fold.apply_theme()

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, 120)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_L, SPACE_S, SPACE_S, SPACE_S)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        stacked = QVBoxLayout(inside)
        stacked.setContentsMargins(0, 0, 0, SPACE_L)
        self._blocks.setSpacing(SPACE_S)
        stacked.addLayout(self._blocks)
        stacked.addStretch()
        self.area.setWidget(inside)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.empty, 1)
        column.addWidget(self.area, 1)
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        self.setAccessibleName(self.title.text())

    def _connect(self) -> None:
        self._theme.changed.connect(self.apply_theme)
        self.close_button.clicked.connect(self.close_wanted)
        self.preview.open_wanted.connect(self.open_wanted)
        self.preview.picture_wanted.connect(self.picture_wanted)
        self.position.page_wanted.connect(self.page_wanted)
        self.files.reveal_wanted.connect(self.reveal_wanted)
        self.files.copy_wanted.connect(self.copy_wanted)
        self.seen.search_wanted.connect(self.word_wanted)
        self.seen.add_wanted.connect(self.word_added)


class _Empty(QWidget):
    """While nothing is selected."""

    def __init__(self, theme: Theme, title: str, body: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = QLabel()
        texts = label(title, "section"), label(body, "body")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, 0, SPACE_XL, 0)
        column.setSpacing(SPACE_S)
        column.addStretch(2)
        for part in (self._icon, *texts):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            part.setWordWrap(True)
            column.addWidget(part)
        column.addStretch(3)

    def apply_theme(self) -> None:
        """The icon in the colours in use."""
        self._icon.setPixmap(self._theme.pixmap("photos", ICON, "faint"))


def _identity(subject: Subject) -> object:
    return subject.details.photo.id if subject.details is not None else subject.summary
