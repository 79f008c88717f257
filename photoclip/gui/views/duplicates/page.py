"""The page of duplicates: groups, or what stands for them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QComboBox, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from photoclip.domain import Progress
from photoclip.gui import duplicate_wording, wording
from photoclip.gui.theme import SPACE_M, SPACE_XL, Theme
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.views.browser import AlonePage
from photoclip.gui.views.duplicates.confirm import ConfirmBar
from photoclip.gui.views.duplicates.group import GroupCard
from photoclip.gui.views.duplicates.tile import SIDE
from photoclip.gui.views.flow import Flow
from photoclip.gui.views.pages import LoadingPage, Page
from photoclip.gui.views.parts import label, push_button
from photoclip.search.duplicate_finder import Finds
from photoclip.search.duplicates import DuplicateGroup, DuplicateKind

# Nobody works through more of them before looking again.
GROUPS_AT_ONCE = 30


class DuplicatesPage(AlonePage):
    """look_wanted, stop_wanted: begin or end looking. move_wanted(list of Choice): confirmed.

    open_wanted(group, row): look at a member in the viewer. escaped: back to the photos.
    """

    look_wanted = Signal()
    stop_wanted = Signal()
    move_wanted = Signal(object)
    open_wanted = Signal(object, int)
    escaped = Signal()

    def __init__(self, theme: Theme, thumbnails: ThumbnailLoader) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self.groups: list[DuplicateGroup] = []
        self.cards: list[GroupCard] = []
        self._unseen = 0
        self._searched = self._working = False
        self.title = label("", "page")
        self.kind = QComboBox()
        self.again = push_button(self.tr("Look again"))
        self.move_all = push_button(self.tr("Move all others to the trash…"))
        self.more = push_button(self.tr("Show more groups"))
        self.unseen = label("", "body")
        self.confirm = ConfirmBar()
        self.never = Page(theme, "empty")
        self.look = push_button(self.tr("Look for duplicates"), "primary")
        self.fine = Page(theme, "fine")
        self.again_fine = push_button(self.tr("Look again"))
        self.working = LoadingPage(theme)
        self.stop = push_button(self.tr("Cancel"))
        self._scroll = QScrollArea()
        self._fill_pages()
        self._lay_out()
        self._connect()
        self._show_groups()

    @property
    def shown(self) -> list[DuplicateGroup]:
        """The groups of the kind that was chosen."""
        chosen = self.kind.currentData()
        return [group for group in self.groups if chosen in ("", group.kind)]

    def show_finds(self, found: Finds) -> None:
        """Show what was found."""
        self.groups, self._unseen, self._searched = list(found.groups), found.unseen, True
        self._show_groups()

    @Slot(str)
    def show_begun(self, title: str) -> None:
        """Work began."""
        self._working = True
        self.confirm.leave()
        self.working.say(f"{title}…", self.tr("You can do other things meanwhile."))
        self.working.bar.setRange(0, 0)
        self._update()
        if self.isVisible():
            self.stop.setFocus()

    @Slot()
    def show_ended(self) -> None:
        """Work ended."""
        self._working = False
        self._update()
        if self.isVisible():
            self.focus()

    def show_progress(self, progress: Progress) -> None:
        """How far it is."""
        self.working.body.setText(duplicate_wording.progress(progress))
        self.working.bar.setRange(0, progress.total or 0)
        self.working.bar.setValue(progress.done)

    def forget_files(self, gone: Iterable[Path]) -> None:
        """Files were moved; groups of one are groups no more."""
        paths = set(gone)
        left: list[DuplicateGroup] = []
        for group in self.groups:
            members = [one for one in group.members if one.path not in paths]
            if len(members) == len(group.members):
                left.append(group)
            elif len(members) > 1:
                left.append(DuplicateGroup.of(group.kind, members))
        self.groups = left
        self._show_groups()

    def apply_theme(self) -> None:
        """Drawings in the colours in use."""
        for page in (self.never, self.fine, self.working):
            page.apply_theme()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.confirm.isHidden():
            self.escaped.emit()
        else:
            self.confirm.leave()

    def focus(self) -> None:
        """Give the keyboard to what one does next."""
        for part in (self.look, self.again_fine, self.stop, self.kind):
            if part.isVisibleTo(self):
                part.setFocus()
                return

    def _fill_pages(self) -> None:
        self.never.say(
            self.tr("Find photos that are one picture"),
            self.tr(
                "Copies that were resized, compressed, cropped, turned or recoloured are put"
                " beside each other with the best one proposed. Nothing is moved until you say so."
            ),
        )
        self.never.buttons.addWidget(self.look)
        self.fine.buttons.addWidget(self.again_fine)
        self.working.buttons.addWidget(self.stop)
        self.stop.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for part in (self.kind, self.kind.view()):
            part.setAccessibleName(self.tr("Kind of duplicates"))
        self.kind.addItem(self.tr("All kinds"), "")
        for which in DuplicateKind:
            self.kind.addItem(duplicate_wording.kind(which), which)

    def _lay_out(self) -> None:
        head = QWidget()
        # As high as the buttons, which may need a line of their own.
        self.title.setMinimumHeight(self.again.sizeHint().height())
        flow = Flow(head, SPACE_M)
        for part in (self.title, self.kind, self.again, self.move_all):
            flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 12)
        column.setSpacing(SPACE_M)
        column.addWidget(head)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self.unseen)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.confirm)
        for page in (self.never, self.fine, self.working):
            column.addWidget(page, 1)

    def _connect(self) -> None:
        self.look.clicked.connect(self.look_wanted)
        self.again.clicked.connect(self.look_wanted)
        self.again_fine.clicked.connect(self.look_wanted)
        self.stop.clicked.connect(self.stop_wanted)
        self.move_all.clicked.connect(self._ask_all)
        self.more.clicked.connect(self._add_cards)
        self.kind.currentIndexChanged.connect(self._show_groups)
        self.confirm.confirmed.connect(self.move_wanted)
        self.confirm.refused.connect(self.focus)
        self._thumbnails.loaded.connect(self._draw)

    @Slot()
    def _show_groups(self) -> None:
        self.confirm.leave()
        self.cards = []
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, SPACE_M, 0)
        self._column.setSpacing(SPACE_XL)
        self.more.setParent(self)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self._scroll.setWidget(inside)
        self._add_cards()

    @Slot()
    def _add_cards(self) -> None:
        shown, begin = self.shown, len(self.cards)
        for group in shown[begin : begin + GROUPS_AT_ONCE]:
            card = GroupCard(group)
            card.move_wanted.connect(lambda card=card: self.confirm.ask([card.choice()]))
            card.open_wanted.connect(lambda row, group=group: self.open_wanted.emit(group, row))
            card.grown.connect(self._want_tiles)
            self.cards.append(card)
            self._column.insertWidget(len(self.cards) - 1, card)
        self._update()
        self._want_tiles()

    @Slot()
    def _want_tiles(self) -> None:
        ratio = self.devicePixelRatioF()
        photos = dict.fromkeys(tile.photo for card in self.cards for tile in card.tiles)
        self._thumbnails.want(photos, round(SIDE * ratio), ratio)
        for photo in photos:
            self._draw(photo)

    @Slot(object)
    def _draw(self, photo: object) -> None:
        for card in self.cards:
            for tile in card.tiles:
                if tile.photo == photo and (pixmap := self._thumbnails.tile(tile.photo)):
                    tile.draw(pixmap)

    @Slot()
    def _ask_all(self) -> None:
        self.confirm.ask([card.choice() for card in self.cards if card.movable])

    def _update(self) -> None:
        shown = self.shown
        self.title.setText(duplicate_wording.found(len(shown)))
        self.unseen.setText(
            self.tr("{photos} could not be looked at; their disk may not be connected.").format(
                photos=wording.photos(self._unseen)
            )
        )
        some = self._searched and bool(self.groups) and not self._working
        nothing = (
            self.tr("No duplicates") if not self.groups else self.tr("No duplicates of this kind")
        )
        self.fine.say(nothing, self.tr("No photo of the library is a copy of another one."))
        self.never.setVisible(not self._searched and not self._working)
        self.working.setVisible(self._working)
        self.fine.setVisible(self._searched and not self.groups and not self._working)
        for part in (self.title, self.kind, self.again, self._scroll):
            part.setVisible(some)
        self.move_all.setVisible(some)
        self.move_all.setEnabled(any(card.movable for card in self.cards))
        self.unseen.setVisible(self._searched and self._unseen > 0 and not self._working)
        self.more.setVisible(len(shown) > len(self.cards))
