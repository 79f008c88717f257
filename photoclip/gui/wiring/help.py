"""Finding commands: the palette and the cheat sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from photoclip.gui.commands import Command, Menu
from photoclip.gui.models.choices import Choice
from photoclip.gui.sections import Place, Section
from photoclip.gui.views.palette import ELSEWHERE

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow

# Of more folders than these nobody finds one by its name alone.
MOST_PLACES = 3000


class HelpWiring(QObject):
    """Between the commands, the places of the side panel, and what finds them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.command_palette.add_extras(self.places)
        add = window.commands.add
        add(
            Command(
                "palette",
                self.tr("All commands…"),
                Menu.HELP,
                "search",
                ("Ctrl+K", "Ctrl+Shift+P"),
                about=self.tr("command palette"),
            ),
            window.command_palette.toggle,
        )
        add(
            Command(
                "cheat_sheet",
                self.tr("Keyboard"),
                Menu.HELP,
                "keyboard",
                ("?", "F1"),
                about=self.tr("cheat sheet, keys, shortcuts"),
            ),
            window.cheat_sheet.toggle,
        )

    def places(self) -> Sequence[Choice]:
        """The places of the side panel that are no commands as well."""
        found: list[Choice] = []
        for section in self._window.sidebar.model.sections:
            if section is not self._window.library_section:
                found += self._of(section, section.places(), section.title)
        return found[:MOST_PLACES]

    def _of(self, section: Section, places: Sequence[Place], trail: str) -> Iterator[Choice]:
        for place in places:
            if place.hint:
                continue
            yield Choice(
                f"{ELSEWHERE}{section.name} {place.key}",
                place.text,
                partial(self._go, section, place),
                trail=trail,
                icon=place.icon,
            )
            yield from self._of(section, place.children, f"{trail} › {place.text}")

    def _go(self, section: Section, place: Place) -> None:
        self._window.looking.close()
        section.open(place)
