"""The command palette: type a few letters of what is to be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from photoclip.gui.commands import Commands, Entry, menu_title, why_not
from photoclip.gui.models.choices import Choice
from photoclip.gui.theme import Theme
from photoclip.gui.views.chooser import Chooser

# Of commands used of late, so many are kept.
MOST_RECENT = 8
# What people look for most, below what they used of late.
OFTEN = ("find", "similar", "slideshow", "details", "order_newest", "add_folder", "preferences")

# What else can be found: places, for instance. Asked for each time the palette opens.
Extras = Callable[[], Sequence[Choice]]


class Palette(Chooser):
    """Runs what is chosen, and offers it first the next time."""

    def __init__(self, theme: Theme, commands: Commands, window: QWidget) -> None:
        super().__init__(theme, window, "commandPalette")
        self._commands = commands
        self._extras: list[Extras] = []
        self._recent: list[str] = []
        self.say(
            self.tr("Commands"),
            self.tr("Type a command or the name of a folder"),
            self.tr("No command is called so."),
        )

    def add_extras(self, extras: Extras) -> None:
        """Offer more than commands."""
        self._extras.append(extras)

    def state(self) -> object:
        """The commands that were used of late."""
        return list(self._recent)

    def restore(self, state: object) -> None:
        """Take what state() gave."""
        if isinstance(state, list):
            self._recent = [name for name in state if isinstance(name, str)][:MOST_RECENT]

    def choices(self) -> tuple[Sequence[Choice], Sequence[str]]:
        found = [_choice(entry) for entry in self._commands.all()]
        found += [choice for extras in self._extras for choice in extras()]
        return found, list(dict.fromkeys([*self._recent, *OFTEN]))

    def taken(self, choice: Choice) -> None:
        if not choice.key.startswith(ELSEWHERE):
            self._recent = [choice.key, *(name for name in self._recent if name != choice.key)]
            del self._recent[MOST_RECENT:]


# Keys of what is no command begin so; they are not remembered.
ELSEWHERE = "place "


def _choice(entry: Entry) -> Choice:
    command, action = entry.command, entry.action
    sequences = action.shortcuts()
    native = QKeySequence.SequenceFormat.NativeText
    return Choice(
        command.name,
        entry.text,
        action.trigger,
        trail=menu_title(command.menu).replace("&", ""),
        icon=command.icon,
        keys=sequences[0].toString(native) if sequences else "",
        why_not="" if action.isEnabled() else why_not(command.needs),
        on=action.isCheckable() and action.isChecked(),
        about=command.about,
    )
