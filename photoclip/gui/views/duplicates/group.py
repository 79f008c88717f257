"""One group of duplicates: its members in rows, and what to do with them."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from photoclip.gui import duplicate_wording, wording
from photoclip.gui.controllers.duplicates import Choice
from photoclip.gui.theme import SPACE_L, SPACE_M
from photoclip.gui.views.duplicates.tile import SIDE, MemberTile
from photoclip.gui.views.parts import label, push_button
from photoclip.search.duplicates import DuplicateGroup, DuplicateKind

# A burst can have a thousand members.
AT_ONCE = 24


class GroupCard(QFrame):
    """Only members that are shown can be moved. move_wanted: the others of this group go.

    open_wanted(row): look at a member. grown: more members are shown.
    """

    move_wanted = Signal()
    open_wanted = Signal(int)
    grown = Signal()

    def __init__(self, group: DuplicateGroup) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.group = group
        self.tiles: list[MemberTile] = []
        self.movable = group.kind is not DuplicateKind.SERIES
        self._choice = QButtonGroup(self)
        self._grid = QGridLayout()
        self._across = 1
        self.title = label(duplicate_wording.heading(group), "section")
        self.reason = label(duplicate_wording.reason(group), "body")
        self.move_others = push_button(self.tr("Move the others to the trash…"))
        self.move_others.setAccessibleDescription(self.title.text())
        self.more = push_button("", "link")
        self.move_others.clicked.connect(self.move_wanted)
        self.more.clicked.connect(self._grow)
        self._lay_out()
        self._grow()

    def choice(self) -> Choice:
        """What is kept of the members that are shown, and what is not."""
        keep = next((tile for tile in self.tiles if tile.keep.isChecked()), self.tiles[0])
        others = tuple(tile.member for tile in self.tiles if tile is not keep)
        return Choice(keep.member, others)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        self.reason.setWordWrap(True)
        self.move_others.setVisible(self.movable)
        self._grid.setSpacing(SPACE_M)
        foot = QHBoxLayout()
        foot.addWidget(self.move_others)
        foot.addWidget(self.more)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L))
        column.setSpacing(SPACE_M)
        column.addWidget(self.title)
        column.addWidget(self.reason)
        column.addLayout(self._grid)
        column.addLayout(foot)

    @Slot()
    def _grow(self) -> None:
        shown = len(self.tiles)
        for row, member in enumerate(self.group.members[shown : shown + AT_ONCE], shown):
            tile = MemberTile(member, self.group)
            tile.open_wanted.connect(lambda row=row: self.open_wanted.emit(row))
            tile.stepped.connect(lambda by, row=row: self._step(row + by))
            if self.movable:
                self._choice.addButton(tile.keep)
            self.tiles.append(tile)
        if self.movable and not shown:
            self.tiles[0].keep.setChecked(True)
        left = len(self.group.members) - len(self.tiles)
        self.more.setVisible(left > 0)
        self.more.setText(self.tr("Show {files} more").format(files=wording.files(left)))
        self._across = 0
        self._arrange()
        self.grown.emit()

    def _step(self, row: int) -> None:
        keep = self.tiles[row % len(self.tiles)].keep
        keep.setChecked(True)
        keep.setFocus()

    def _arrange(self) -> None:
        room = self.width() - 2 * SPACE_L + SPACE_M
        across = max(1, room // (SIDE + 2 * SPACE_M + SPACE_M))
        if across == self._across:
            return
        self._grid.setColumnStretch(self._across, 0)
        self._across = across
        for number, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, number // across, number % across)
        self._grid.setColumnStretch(across, 1)
