"""The first page: what this is, where photos seem to lie, and one button to begin."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout

from photoclip.gui import locations, wording
from photoclip.gui.theme import SPACE_M, SPACE_S, Theme
from photoclip.gui.translation import tr
from photoclip.gui.views.pages import Page
from photoclip.gui.views.parts import ElidedLabel, label, push_button, restyle
from photoclip.library.suggestions import PlaceKind, Suggestion

ICONS = {PlaceKind.PICTURES: "folder", PlaceKind.CLOUD: "cloud", PlaceKind.DRIVE: "drive"}


class SuggestionRow(QFrame):
    """One folder with a box to tick, where it lies, and how many photos it holds."""

    def __init__(self, theme: Theme, found: Suggestion) -> None:
        super().__init__()
        self._theme = theme
        self.found = found
        self.box = QCheckBox(locations.shown(found.path.name) or locations.shown(found.path))
        self.place = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self.count = label(counted(found), "caption")
        self._lay_out()
        self.apply_theme()

    def apply_theme(self) -> None:
        """The icon in the colours in use."""
        self.box.setIcon(self._theme.icon(ICONS[self.found.kind]))

    def _lay_out(self) -> None:
        # A card that is plugged in now will be gone tomorrow: that is for the person to choose.
        self.box.setChecked(self.found.kind is not PlaceKind.DRIVE)
        place = locations.shown(self.found.path)
        self.box.setAccessibleName(
            self.tr("{folder}, {photos}").format(folder=place, photos=self.count.text())
        )
        self.setToolTip(place)
        self.box.setIconSize(QSize(20, 20))
        self.place.setText(_shortened(self.found.path))
        self.place.setProperty("role", "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, SPACE_S, 0)
        row.setSpacing(SPACE_S)
        row.addWidget(self.box)
        row.addWidget(self.place, 1)
        row.addWidget(self.count)


class WelcomePage(Page):
    """start_wanted(list of Path): folders to watch; add_wanted, samples_wanted: other ways.

    appeared, left: it came on screen, or went.
    """

    appeared = Signal()
    left = Signal()
    start_wanted = Signal(object)
    add_wanted = Signal()
    samples_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "welcome")
        self.rows: list[SuggestionRow] = []
        self.start = push_button(self.tr("Start"), "primary")
        self.add = push_button(self.tr("Choose another folder…"))
        self.samples = push_button(self.tr("Try the sample photos"), "link")
        self._looking = label("", "caption")
        self._card = QFrame()
        self._list = QVBoxLayout(self._card)
        self.say(
            self.tr("Find any photo by typing what you remember"),
            self.tr(
                "Choose the folders that hold your photos, and photoclip looks through them and"
                " keeps them in step. Then type what a photo shows, or drop a picture to find"
                " others like it. Everything stays on this computer, and your photos are never"
                " changed."
            ),
        )
        self._lay_out_choices()
        self._connect()
        self.show_looking(False)

    def show_looking(self, looking: bool) -> None:
        """Whether folders are looked for."""
        self._looking.setText(self.tr("Looking for folders with photos…") if looking else "")
        self._looking.setVisible(looking)
        self._show_choices()

    @property
    def is_looking(self) -> bool:
        """Whether folders are looked for now."""
        return bool(self._looking.text())

    def add_suggestion(self, found: Suggestion) -> None:
        """Propose one more folder."""
        row = SuggestionRow(self._theme, found)
        row.box.toggled.connect(self._show_choices)
        self.rows.append(row)
        self._list.addWidget(row)
        waited = self.add.hasFocus()
        self._show_choices()
        # The order of the Tab key is that of making, and these were made last.
        self.setTabOrder(row.box, self.start)
        self.setTabOrder(self.start, self.add)
        self.setTabOrder(self.add, self.samples)
        if waited:
            self.start.setFocus()

    def clear_suggestions(self) -> None:
        """Take all proposals away."""
        for row in self.rows:
            row.setParent(None)
            row.deleteLater()
        self.rows.clear()
        self._show_choices()

    def chosen(self) -> list[Path]:
        """The folders whose box is ticked."""
        return [row.found.path for row in self.rows if row.box.isChecked()]

    def apply_theme(self) -> None:
        """Drawing and icons in the colours in use."""
        super().apply_theme()
        for row in getattr(self, "rows", []):
            row.apply_theme()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.appeared.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.left.emit()

    def _lay_out_choices(self) -> None:
        self._card.setProperty("role", "card")
        self._list.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        self._list.setSpacing(2)
        self._looking.setAlignment(Qt.AlignmentFlag.AlignCenter)
        below_words = self.column.indexOf(self.body) + 1
        self.column.insertSpacing(below_words, SPACE_S)
        self.column.insertWidget(below_words + 1, self._card)
        self.column.insertWidget(below_words + 2, self._looking)
        self.buttons.addWidget(self.start)
        self.buttons.addWidget(self.add)
        self.column.addWidget(self.samples, 0, Qt.AlignmentFlag.AlignHCenter)

    def _connect(self) -> None:
        self.start.clicked.connect(self._start)
        self.add.clicked.connect(self.add_wanted)
        self.samples.clicked.connect(self.samples_wanted)

    @Slot()
    def _show_choices(self) -> None:
        self._card.setVisible(bool(self.rows))
        self.start.setVisible(bool(self.rows))
        self.start.setEnabled(bool(self.chosen()))
        self.add.setText(
            self.tr("Choose another folder…") if self.rows else self.tr("Choose a folder…")
        )
        # With nothing proposed this is what one comes here for.
        restyle(self.add, role="" if self.rows else "primary")
        self.fit()

    @Slot()
    def _start(self) -> None:
        self.start_wanted.emit(self.chosen())


def _shortened(folder: Path) -> str:
    """A folder as people write it, from their home."""
    home = Path.home()
    if not folder.is_relative_to(home):
        return locations.shown(folder)
    return locations.shown(Path("~") / folder.relative_to(home))


def counted(found: Suggestion) -> str:
    """How many photos a folder holds, as far as they were counted."""
    photos = wording.photos(found.photos)
    return photos if found.complete else tr("at least {photos}").format(photos=photos)
