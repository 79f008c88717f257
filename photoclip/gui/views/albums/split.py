"""How an album can be divided by labels, for people to choose from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from photoclip.gui import wording
from photoclip.gui.theme import SPACE_L, SPACE_M, SPACE_S
from photoclip.gui.translation import tr
from photoclip.gui.views.parts import label, push_button
from photoclip.search.splitting import Group, Split, name_of


class SplitDialog(QDialog):
    """divide_wanted(Split, list of Group, str): these groups, and the name for the rest or ""."""

    divide_wanted = Signal(object, object, str)

    def __init__(self, split: Split, window: QWidget) -> None:
        super().__init__(window)
        self._split = split
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Divide “{name}” by labels").format(name=split.album.name))
        self.groups = [QCheckBox(_line(group)) for group in split.groups]
        rest = self.tr("An album of the other %Ln photo(s), too", "", len(split.rest))
        self.rest = QCheckBox(rest)
        self.make = push_button("", "primary")
        self.cancel = push_button(self.tr("Cancel"))
        self._prepare()
        self._lay_out()
        self.make.clicked.connect(self._divide)
        self.cancel.clicked.connect(self.reject)
        self._count()

    def _prepare(self) -> None:
        for group, box in zip(self._split.groups, self.groups, strict=True):
            box.setChecked(True)
            box.setToolTip(name_of(self._split.album, group))
        self.rest.setVisible(bool(self._split.rest))
        for box in (*self.groups, self.rest):
            box.toggled.connect(self._count)

    def _list(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        for box in self.groups:
            column.addWidget(box)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setAccessibleName(self.tr("Albums that can be made"))
        return area

    def _lay_out(self) -> None:
        text = self.tr(
            "Each photo is in one of these groups: that of the label which most photos share."
            " The album itself stays as it is."
        )
        note = label(text, "body")
        note.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        column.setSpacing(SPACE_M)
        column.addWidget(note)
        column.addWidget(self._list(), 1)
        column.addWidget(self.rest)
        column.addLayout(buttons)
        self.resize(480, 420)

    def _chosen(self) -> list[Group]:
        pairs = zip(self._split.groups, self.groups, strict=True)
        return [group for group, box in pairs if box.isChecked()]

    @Slot()
    def _count(self) -> None:
        count = len(self._chosen()) + (self.rest.isChecked() and not self.rest.isHidden())
        self.make.setText(self.tr("Make %Ln album(s)", "", count))
        self.make.setEnabled(count > 0)

    @Slot()
    def _divide(self) -> None:
        rest = self.tr("{name} – others").format(name=self._split.album.name)
        self.divide_wanted.emit(self._split, self._chosen(), rest if self.rest.isChecked() else "")
        self.accept()


def _line(group: Group) -> str:
    """ "places/beach: 12 photos, 5 of them only suggested"."""
    told = f"{group.label.name}: {wording.photos(len(group.photos))}"
    if group.suggested:
        more = tr("{photos}, %Ln of them only suggested", "", group.suggested)
        told = more.format(photos=told)
    # An ampersand would be a key.
    return told.replace("&", "&&")
