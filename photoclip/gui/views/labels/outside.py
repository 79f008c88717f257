"""Examples that are no photos of the library: files by name, which can be taken away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from photoclip.gui import label_wording, locations
from photoclip.gui.theme import SPACE_XS, Theme
from photoclip.gui.views.flow import Flow
from photoclip.gui.views.parts import ElidedLabel, label, rounded_pixmap, tool_button

PICTURE = 28
CROSS = QSize(14, 14)
# In average characters; longer names lose their middle.
LONGEST = 22


class OutsideChip(QFrame):
    """One file. remove_wanted: it is to be an example no more."""

    remove_wanted = Signal(object)

    def __init__(self, theme: Theme, path: Path, why_not: str, parent: QWidget) -> None:
        """why_not: why it is not used, "" where it is."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "tag")
        self.setProperty("kind", "open" if why_not else "on")
        name = label_wording.example(path)
        self.picture = QLabel()
        self.picture.setPixmap(theme.pixmap("problem" if why_not else "photos", 16, "muted"))
        self.name = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self.name.setText(name)
        width = self.fontMetrics().averageCharWidth() * LONGEST
        self.name.setFixedWidth(min(width, self.fontMetrics().horizontalAdvance(name) + 4))
        self.setToolTip("\n".join(filter(None, [locations.shown(path), why_not])))
        self.remove = tool_button("remove", self.tr("Remove “{name}”").format(name=name))
        self.remove.setAccessibleDescription(self.toolTip())
        self.remove.setIconSize(CROSS)
        self.remove.setIcon(theme.icon("close"))
        self._path = path
        self.remove.clicked.connect(self._remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_XS, 1, 2, 1)
        row.setSpacing(SPACE_XS)
        for part in (self.picture, self.name, self.remove):
            row.addWidget(part)

    def show_picture(self, picture: QImage) -> None:
        """What the file shows."""
        self.picture.setPixmap(rounded_pixmap(picture, PICTURE, self.devicePixelRatioF()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _remove(self) -> None:
        self.remove_wanted.emit(self._path)

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        self.remove.setIcon(self._theme.icon("close"))


class Outside(QWidget):
    """removed(Path). pictures_wanted(list of Path): answer with show_picture()."""

    removed = Signal(object)
    pictures_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: dict[Path, str] = {}
        self.chips: dict[Path, OutsideChip] = {}
        self._pictures: dict[Path, QImage] = {}
        self._inside = QWidget()
        self._flow = Flow(self._inside, SPACE_XS)
        self.unusable = label("", "error")
        self.unusable.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addWidget(self._inside)
        column.addWidget(self.unusable)

    def show_examples(self, paths: Sequence[Path], unusable: Mapping[Path, str]) -> None:
        """Show these files. unusable: of which the model in use has nothing, and why."""
        shown = {path: unusable.get(path, "") for path in paths}
        if shown != self._shown:
            self._shown = shown
            self._make_chips()
            self.pictures_wanted.emit([path for path in paths if path not in self._pictures])
        told = [(path, why) for path, why in shown.items() if why]
        self.unusable.setText(label_wording.unused_examples(told))
        self.unusable.setVisible(bool(told))
        self.setVisible(bool(paths))

    def show_picture(self, path: Path, picture: QImage) -> None:
        """What a file shows, which may come after its name."""
        if path in self._shown:
            self._pictures[path] = picture
            self.chips[path].show_picture(picture)

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        for chip in self.chips.values():
            chip.apply_theme()

    def _make_chips(self) -> None:
        for old in self.chips.values():
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.chips = {}
        self._pictures = {path: one for path, one in self._pictures.items() if path in self._shown}
        for path, why_not in self._shown.items():
            chip = OutsideChip(self._theme, path, why_not, self._inside)
            chip.remove_wanted.connect(self.removed)
            if path in self._pictures:
                chip.show_picture(self._pictures[path])
            self._flow.addWidget(chip)
            chip.show()
            self.chips[path] = chip
