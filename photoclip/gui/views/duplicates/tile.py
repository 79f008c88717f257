"""One member of a group of duplicates."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QRadioButton, QToolButton, QVBoxLayout, QWidget

from photoclip.domain import PhotoId
from photoclip.gui import duplicate_wording, locations
from photoclip.gui.theme import SPACE_S, SPACE_XS
from photoclip.gui.views.parts import ElidedLabel, label, restyle
from photoclip.search.duplicates import Duplicate, DuplicateGroup, DuplicateKind

SIDE = 148
STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class MemberTile(QWidget):
    """A picture with facts, and whether it is kept.

    open_wanted: look at it. stepped(by): the next one or the one before is to be chosen.
    A click chooses it, and so do the arrow keys and Space; a double click or Return opens it.
    """

    open_wanted = Signal()
    stepped = Signal(int)

    def __init__(self, member: Duplicate, group: DuplicateGroup) -> None:
        super().__init__()
        self.member = member
        self.choosable = group.kind is not DuplicateKind.SERIES
        says = duplicate_wording.spoken(member, group)
        self.picture = QToolButton()
        self.picture.setIconSize(QSize(SIDE, SIDE))
        self.picture.setFixedSize(SIDE + 2 * SPACE_S, SIDE + 2 * SPACE_S)
        self.picture.setAccessibleName(self.tr("Open {photo}").format(photo=says))
        self.picture.setToolTip(locations.shown(member.path))
        self.keep = QRadioButton(self.tr("Keep"))
        self.keep.setAccessibleName(self.tr("Keep {photo}").format(photo=says))
        self.keep.setAccessibleDescription(locations.shown(member.path))
        self.difference = label(duplicate_wording.difference(member, group), "caption")
        self._best = member is group.best
        self._configure()
        self._lay_out()

    @property
    def photo(self) -> PhotoId:
        """The photo that is shown."""
        return self.member.photo.id

    def draw(self, pixmap: QPixmap) -> None:
        """Show the thumbnail."""
        self.picture.setIcon(QIcon(pixmap))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.open_wanted.emit()
                return True
            if (by := STEPS.get(event.key())) is not None and watched is self.keep:
                self.stepped.emit(by)
                return True
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonDblClick:
            self.open_wanted.emit()
            return True
        return super().eventFilter(watched, event)

    def _configure(self) -> None:
        self.keep.setVisible(self.choosable)
        if self.choosable:
            # The choice below it is where the keyboard goes.
            self.picture.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.keep.installEventFilter(self)
        self.picture.installEventFilter(self)
        self.picture.clicked.connect(self._clicked)
        self.difference.setWordWrap(True)
        if self._best and self.choosable:
            restyle(self.difference, role="badge")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        name = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        name.setText(locations.shown(self.member.path.name))
        folder = ElidedLabel(Qt.TextElideMode.ElideLeft)
        folder.setText(locations.shown(self.member.path.parent))
        folder.setProperty("role", "caption")
        facts = label(duplicate_wording.facts(self.member), "caption")
        for part in (self.picture, self.keep, name, folder, facts, self.difference):
            column.addWidget(part)
        column.addStretch(1)
        self.setFixedWidth(SIDE + 2 * SPACE_S)

    @Slot()
    def _clicked(self) -> None:
        if self.choosable:
            self.keep.setChecked(True)
            self.keep.setFocus()
        else:
            self.open_wanted.emit()
