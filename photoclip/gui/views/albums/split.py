"""How an album can be divided by labels, for people to choose from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from photoclip.gui import wording
from photoclip.gui.theme import SPACE_L, SPACE_M
from photoclip.gui.translation import tr
from photoclip.gui.views.parts import label, push_button
from photoclip.search.splitting import Group, Split, name_of

_GROUP = int(Qt.ItemDataRole.UserRole)


class SplitDialog(QDialog):
    """divide_wanted(Split, list of Group, str): these groups, and the name for the rest or ""."""

    divide_wanted = Signal(object, object, str)

    def __init__(self, split: Split, window: QWidget) -> None:
        super().__init__(window)
        self._split = split
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Divide “{name}” by labels").format(name=split.album.name))
        self.list = QListWidget()
        rest = self.tr("An album of the other %Ln photo(s), too", "", len(split.rest))
        self.rest = QCheckBox(rest)
        self.make = push_button("", "primary")
        self.cancel = push_button(self.tr("Cancel"))
        self._fill()
        self._lay_out()
        self.list.itemChanged.connect(self._count)
        self.rest.toggled.connect(self._count)
        self.make.clicked.connect(self._divide)
        self.cancel.clicked.connect(self.reject)
        self._count()

    def _fill(self) -> None:
        self.list.setAccessibleName(self.tr("Albums that can be made"))
        for group in self._split.groups:
            item = QListWidgetItem(_line(self._split, group))
            item.setData(_GROUP, group)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.rest.setVisible(bool(self._split.rest))

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
        column.addWidget(self.list, 1)
        column.addWidget(self.rest)
        column.addLayout(buttons)
        self.resize(480, 420)

    def _chosen(self) -> list[Group]:
        items = (self.list.item(row) for row in range(self.list.count()))
        checked = Qt.CheckState.Checked
        return [item.data(_GROUP) for item in items if item.checkState() == checked]

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


def _line(split: Split, group: Group) -> str:
    """ "Summer – beach: 12 photos, 5 of them only suggested"."""
    told = f"{name_of(split.album, group)}: {wording.photos(len(group.photos))}"
    if not group.suggested:
        return told
    return tr("{photos}, %Ln of them only suggested", "", group.suggested).format(photos=told)
