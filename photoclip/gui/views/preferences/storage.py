"""What photoclip keeps on this computer, how large it is, and where caches go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton

from photoclip.errors import PhotoclipError
from photoclip.gui import locations, wording
from photoclip.gui.controllers.preferences import Preferences
from photoclip.gui.error_wording import message
from photoclip.gui.theme import Theme
from photoclip.gui.translation import tr
from photoclip.gui.views.parts import label, push_button
from photoclip.gui.views.preferences.lists import ListRow, Rows
from photoclip.gui.views.preferences.parts import (
    Number,
    Row,
    SettingsSection,
    draw,
    named_button,
    wrapped,
)
from photoclip.library.storage import CACHES, Cleared, Kind, Stored
from photoclip.settings import RANGES, Settings

ICONS = {
    Kind.CATALOG: "storage",
    Kind.BACKUP: "history",
    Kind.EXAMPLES: "label",
    Kind.THUMBNAILS: "photos",
    Kind.INDEX: "search",
    Kind.SETTINGS: "settings",
    Kind.WINDOW: "settings",
    Kind.MODELS: "chip",
}


class StorageSection(SettingsSection):
    """look_wanted; left: nobody looks any more. clear_wanted(Kind); reveal_wanted(Path).

    place_wanted(name): ask for the folder that a setting is to hold.
    """

    look_wanted = Signal()
    clear_wanted = Signal(object)
    reveal_wanted = Signal(object)
    place_wanted = Signal(str)

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__(theme, "", "storage", preferences)
        self.title = self.tr("Storage")
        self.kept = Rows()
        self.state = wrapped("", "body")
        self.memory = Number(*RANGES["tile_memory_mb"], 32, self.tr(" MB"))
        self.thumbnails = push_button(self.tr("Choose…"))
        self.cache = push_button(self.tr("Choose…"))
        self._add_kept()
        self._add_places()
        self._add_memory()

    def shown(self) -> None:
        if not self.kept.rows:
            self.state.setText(self.tr("Looking at the sizes…"))
        self.look_wanted.emit()

    @Slot(object)
    def show_stored(self, found: Sequence[Stored]) -> None:
        """Show what is kept."""
        self.kept.show_rows([self._row(stored) for stored in found])
        total = sum(stored.size for stored in found)
        self.state.setText(self.tr("{size} in all.").format(size=wording.size(total)))

    @Slot(object, object)
    def show_cleared(self, kind: Kind, done: Cleared) -> None:
        """Tell what came of clearing a cache; its new size follows."""
        del kind
        if done.problems:
            self.show_error(done.problems[0])
            return
        self.state.setText(
            self.tr("{files} deleted, {size}.").format(
                files=wording.files(done.files), size=wording.size(done.size)
            )
        )

    @Slot(object)
    def show_error(self, error: PhotoclipError) -> None:
        """Tell what went wrong."""
        self.state.setText(message(error))

    def _add_kept(self) -> None:
        card = self.add_card(
            self.tr("What is kept"),
            self.tr("Caches are made again as they are needed, so they can always be cleared."),
        )
        card.add(self.kept)
        card.add(self.state)

    def _add_places(self) -> None:
        card = self.add_card(
            self.tr("Places"),
            self.tr("What is there already stays; clear it above where it is not wanted."),
        )
        for name, title, button in (
            ("thumbnails", self.tr("Thumbnails"), self.thumbnails),
            ("cache", self.tr("Search index"), self.cache),
        ):
            button.clicked.connect(lambda _=False, name=name: self.place_wanted.emit(name))
            button.setAccessibleName(self.tr("Choose a folder: {what}").format(what=title))
            row = Row(title, "", button)
            card.add(self.bind(row, name, self._shower(row, name)))

    def _shower(self, row: Row, name: str) -> Shower:
        return Shower(row, name, self.tr("The usual place."))

    def _add_memory(self) -> None:
        card = self.add_card(self.tr("Memory"))
        self.memory.meant.connect(lambda size: self.preferences.change(tile_memory_mb=size))
        row = Row(
            self.tr("For photos on screen"),
            self.tr("More keeps more photos at hand while you scroll."),
            self.memory,
        )
        card.add(self.bind(row, "tile_memory_mb", self._show_memory))

    def _row(self, stored: Stored) -> ListRow:
        name = name_of(stored.kind)
        line = locations.shown(stored.place)
        clear = self._clear_button(stored, name)
        show = named_button("reveal", self.tr("Show in the file manager"), name)
        show.clicked.connect(lambda: self.reveal_wanted.emit(_there(stored.place)))
        size = label(wording.size(stored.size), "body")
        row = ListRow(ICONS[stored.kind], name, line, [size, clear, show])
        row.setToolTip(about(stored.kind))
        row.setAccessibleName(f"{name}, {wording.size(stored.size)}, {line}")
        draw(row, self.theme)
        return row

    def _clear_button(self, stored: Stored, name: str) -> QPushButton:
        clear = push_button(self.tr("Clear"), "link")
        clear.setAccessibleName(self.tr("Clear: {what}").format(what=name))
        clear.setEnabled(stored.files > 0)
        kept = clear.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # so that sizes stand below each other
        clear.setSizePolicy(kept)
        clear.setVisible(stored.kind in CACHES)
        clear.clicked.connect(lambda: self.clear_wanted.emit(stored.kind))
        return clear

    def _show_memory(self, settings: Settings) -> None:
        self.memory.setValue(settings.tile_memory_mb)


class Shower:
    """Puts the folder that a setting holds into the words of its row."""

    def __init__(self, row: Row, name: str, usual: str) -> None:
        self._row = row
        self._name = name
        self._usual = usual

    def __call__(self, settings: Settings) -> None:
        place: str = getattr(settings, self._name)
        self._row.explain(locations.shown(place) if place else self._usual)


def _there(place: Path) -> Path:
    """The place, or the nearest folder above it that there is."""
    return next((path for path in (place, *place.parents) if path.exists()), place)


def name_of(kind: Kind) -> str:
    """What people call what is kept."""
    return {
        Kind.CATALOG: tr("Catalog"),
        Kind.BACKUP: tr("Backup of the catalog"),
        Kind.EXAMPLES: tr("Examples of labels"),
        Kind.THUMBNAILS: tr("Thumbnails"),
        Kind.INDEX: tr("Search index"),
        Kind.SETTINGS: tr("Settings"),
        Kind.WINDOW: tr("State of the window"),
        Kind.MODELS: tr("Models of your own"),
    }[kind]


def about(kind: Kind) -> str:
    """What is in it, in a few words."""
    return {
        Kind.CATALOG: tr("paths, dates, cameras, positions, and a vector for each photo"),
        Kind.BACKUP: tr("the catalog as it was, at most a day ago"),
        Kind.EXAMPLES: tr("pictures that you pasted or dropped as examples without a file"),
        Kind.THUMBNAILS: tr("small pictures, which file managers use as well"),
        Kind.INDEX: tr("the vectors once more, in an order that is fast to search"),
        Kind.SETTINGS: tr("what you chose here"),
        Kind.WINDOW: tr("place and size of the window and its panels, and your last searches"),
        Kind.MODELS: tr("model directories that you put there"),
    }[kind]
