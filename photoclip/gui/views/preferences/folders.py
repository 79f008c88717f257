"""Watched folders, and those that are never entered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from photoclip.gui import locations, wording
from photoclip.gui.controllers.preferences import Preferences
from photoclip.gui.sections.folder_tree import FolderRow, FolderState
from photoclip.gui.theme import Theme
from photoclip.gui.views.parts import push_button
from photoclip.gui.views.preferences.lists import ListRow, Rows
from photoclip.gui.views.preferences.parts import (
    Number,
    Row,
    SettingsSection,
    draw,
    in_line,
    named_button,
    wrapped,
)
from photoclip.gui.views.preferences.patterns import Patterns
from photoclip.settings import RANGES, Settings

MILLION = 1_000_000


class FoldersSection(SettingsSection):
    """add_wanted; remove_wanted(Root)."""

    add_wanted = Signal()
    remove_wanted = Signal(object)

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__(theme, "", "folder", preferences)
        self.title = self.tr("Folders")
        self.folders = Rows()
        self.nothing = wrapped(self.tr("No folder is watched yet."), "body")
        self.add = push_button(self.tr("Add a folder…"))
        self.patterns = Patterns(theme, preferences)
        self.rescan = Number(*RANGES["rescan_minutes"], 5, self.tr(" min"))
        lowest, highest = RANGES["pixel_limit"]
        self.pixels = Number(lowest // MILLION, highest // MILLION, 50, self.tr(" megapixels"))
        self._add_folders()
        self._add_patterns()
        self._add_reading()

    def show_folders(self, rows: Sequence[FolderRow]) -> None:
        """Show the watched folders."""
        self.nothing.setVisible(not rows)
        self.folders.setVisible(bool(rows))
        self.folders.show_rows([self._folder(row) for row in rows])

    def _add_folders(self) -> None:
        card = self.add_card(
            self.tr("Watched folders"),
            self.tr("New photos in them are found by themselves. Nothing in them is changed."),
        )
        card.add(self.nothing)
        card.add(self.folders)
        self.add.clicked.connect(self.add_wanted)
        card.add(in_line(self.add))
        self.folders.hide()

    def _add_patterns(self) -> None:
        card = self.add_card(
            self.tr("Left out"),
            self.tr(
                "Folders with these names are never entered; * and ? stand for any letters. Hidden"
                " folders, folders with a file called .nomedia, and photoclip's own thumbnails are"
                " always left out."
            ),
        )
        card.add(self.patterns)
        self.preferences.changed.connect(self.patterns.show_patterns)

    def _add_reading(self) -> None:
        change = self.preferences.change
        card = self.add_card(self.tr("Reading"))
        self.rescan.meant.connect(lambda minutes: change(rescan_minutes=minutes))
        row = Row(
            self.tr("Look through all folders"),
            self.tr("Beside what the system reports at once, for changes that it missed."),
            self.rescan,
        )
        card.add(self.bind(row, "rescan_minutes", self._show_rescan))
        self.pixels.meant.connect(lambda millions: change(pixel_limit=millions * MILLION))
        row = Row(
            self.tr("Largest picture"),
            self.tr("Larger ones are listed under problems and never opened."),
            self.pixels,
        )
        card.add(self.bind(row, "pixel_limit", self._show_pixels))

    def _folder(self, row: FolderRow) -> ListRow:
        stop = named_button("close", self.tr("Stop watching"), row.name)
        stop.clicked.connect(lambda: self.remove_wanted.emit(row.root))
        state = {
            FolderState.WATCHED: self.tr("watched"),
            FolderState.POLLED: self.tr("looked at from time to time"),
            FolderState.OFFLINE: self.tr("not connected"),
        }[row.state]
        line = f"{locations.shown(row.root.path)}  ·  {wording.photos(row.count)}  ·  {state}"
        offline = row.state is FolderState.OFFLINE
        made = ListRow("folder-off" if offline else "folder", row.name, line, [stop])
        made.setAccessibleName(f"{row.name}, {line}")
        draw(made, self.theme)
        return made

    def _show_rescan(self, settings: Settings) -> None:
        self.rescan.setValue(settings.rescan_minutes)

    def _show_pixels(self, settings: Settings) -> None:
        self.pixels.setValue(settings.pixel_limit // MILLION)
