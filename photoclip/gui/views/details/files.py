"""Every place where a photo lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from photoclip.catalog.details import PhotoPlace
from photoclip.gui import locations, wording
from photoclip.gui.models.subject import Subject
from photoclip.gui.theme import SPACE_S, SPACE_XS, Theme
from photoclip.gui.views.details.block import Block
from photoclip.gui.views.details.fields import ValueText
from photoclip.gui.views.parts import ElidedLabel, label, tool_button

# Of a picture that lies everywhere nobody wants to see each place.
MOST = 12
ICON = 16


class FileRow(QFrame):
    """One place. reveal_wanted, copy_wanted(Path)."""

    reveal_wanted = Signal(object)
    copy_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._online = True
        self._file: Path | None = None
        self._icon = QLabel()
        self.path = ValueText(self.tr("Path"))
        self.state = ElidedLabel()
        self.reveal = tool_button("reveal", self.tr("Show in the file manager"))
        self.copy = tool_button("copyPath", self.tr("Copy path"))
        self.reveal.clicked.connect(self._reveal)
        self.copy.clicked.connect(self._copy)
        self._lay_out()

    def show_place(self, place: PhotoPlace) -> None:
        """Show another place."""
        self._file = place.file.path
        self._online = place.root.online
        self.path.set_text(locations.shown(place.file.path))
        changed = wording.file_time(place.file.mtime_ns)
        state = self.tr("Changed {time}").format(time=changed)
        self.state.setText(state if self._online else self.tr("Not connected"))
        self.reveal.setEnabled(self._online)
        self.apply_theme()

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        name, color = ("drive", "faint") if self._online else ("offline", "warning")
        self._icon.setPixmap(self._theme.pixmap(name, ICON, color))
        self.reveal.setIcon(self._theme.icon("reveal"))
        self.copy.setIcon(self._theme.icon("copy"))

    def _lay_out(self) -> None:
        self.setProperty("role", "file")
        self.state.setProperty("role", "caption")
        below = QHBoxLayout()
        below.setSpacing(SPACE_XS)
        below.addWidget(self._icon)
        below.addWidget(self.state, 1)
        for button in (self.reveal, self.copy):
            button.setIconSize(QSize(ICON, ICON))
            below.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_S, SPACE_S, SPACE_XS, SPACE_XS)
        column.setSpacing(0)
        column.addWidget(self.path)
        column.addLayout(below)

    @Slot()
    def _reveal(self) -> None:
        self.reveal_wanted.emit(self._file)

    @Slot()
    def _copy(self) -> None:
        self.copy_wanted.emit(self._file)


class FilesBlock(Block):
    """reveal_wanted, copy_wanted(Path): of one place."""

    reveal_wanted = Signal(object)
    copy_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "files")
        self.title = self.tr("Files")
        self.rows: list[FileRow] = []
        self.more = label("", "caption")
        self.column.setSpacing(SPACE_S)
        self.column.addWidget(self.more)

    def fits(self, subject: Subject) -> bool:
        return subject.details is not None and bool(subject.details.places)

    def tell(self, subject: Subject) -> None:
        places = subject.details.places if subject.details is not None else ()
        while len(self.rows) < min(MOST, len(places)):
            self._add_row()
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(places))
            if number < len(places):
                row.show_place(places[number])
        left = max(0, len(places) - MOST)
        self.more.setVisible(left > 0)
        self.more.setText(self.tr("and %Ln other(s)", "files", left))

    def apply_theme(self) -> None:
        for row in self.rows:
            row.apply_theme()

    def _add_row(self) -> None:
        row = FileRow(self.theme)
        row.reveal_wanted.connect(self.reveal_wanted)
        row.copy_wanted.connect(self.copy_wanted)
        self.rows.append(row)
        self.column.insertWidget(len(self.rows) - 1, row)
