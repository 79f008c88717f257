"""The registry of commands: menus, keys, context menus, palette and cheat sheet come from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from photoclip.gui.later import Later
from photoclip.gui.theme import Theme
from photoclip.gui.translation import tr

# Opening more files than this at once in other programs is an accident.
FEW = 20


class Menu(StrEnum):
    """The menus of the menu bar, in their order."""

    FILE = "file"
    EDIT = "edit"
    PHOTO = "photo"
    VIEW = "view"
    VIEWER = "viewer"
    REVIEW = "review"
    GO = "go"
    HELP = "help"


class Needs(StrEnum):
    """What a command needs to make sense."""

    NOTHING = "nothing"
    PHOTOS = "photos"
    ONE_PHOTO = "one photo"
    FEW_PHOTOS = "few photos"
    VIEWER = "viewer"
    GRID = "grid"
    HITS = "hits"
    ALBUM = "album"
    ALBUM_PHOTOS = "album photos"
    OWN_ORDER = "own order"
    LABEL = "label"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Situation:
    """Where the person is: how many photos are chosen, and whether the viewer is open.

    ranked: photos are shown that are like something. in_album: those of an album by hand are;
    in_own_order: as they lie in it.
    tuning: the page of a label is open.
    reviewing: suggestions are shown in place of photos.
    """

    photos: int = 0
    viewing: bool = False
    ranked: bool = False
    in_album: bool = False
    tuning: bool = False
    reviewing: bool = False
    in_own_order: bool = False

    def meets(self, needs: Needs) -> bool:
        """Whether a command with these needs makes sense now."""
        return {
            Needs.NOTHING: True,
            Needs.PHOTOS: self.photos > 0,
            Needs.ONE_PHOTO: self.photos == 1,
            Needs.FEW_PHOTOS: 0 < self.photos <= FEW,
            Needs.VIEWER: self.viewing,
            Needs.GRID: not self.viewing,
            Needs.REVIEW: self.reviewing and not self.viewing,
            Needs.HITS: self.ranked and not self.viewing,
            Needs.ALBUM: self.in_album,
            Needs.ALBUM_PHOTOS: self.in_album and self.photos > 0,
            Needs.OWN_ORDER: self.in_own_order and self.photos > 0 and not self.viewing,
            Needs.LABEL: self.tuning and not self.viewing,
        }[needs]


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do. name never changes; text is in the person's language.

    keys: in Qt's portable notation. group: a change of it draws a line in the menu. on_photos:
    it stands in the context menu of photos as well. about: more words to find it by. instead: what
    it says where it does something else, and what is needed for that.
    """

    name: str
    text: str
    menu: Menu
    icon: str = ""
    keys: tuple[str | QKeySequence.StandardKey, ...] = ()
    needs: Needs = Needs.NOTHING
    checkable: bool = False
    on_photos: bool = False
    group: int = 0
    about: str = ""
    instead: tuple[Needs, str] | None = None

    def text_in(self, situation: Situation) -> str:
        """What it says there."""
        if self.instead is not None and situation.meets(self.instead[0]):
            return self.instead[1]
        return self.text


@dataclass(frozen=True, slots=True)
class Entry:
    """A command with the action that runs it."""

    command: Command
    action: QAction

    @property
    def text(self) -> str:
        """What the command says now."""
        return self.action.text()


class Commands(QObject):
    """All commands of one window. done(name): a command was run."""

    done = Signal(str)

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._entries: dict[str, Entry] = {}
        self._situation = Situation()
        theme.changed.connect(self._apply_theme)

    def add(
        self,
        command: Command,
        act: Callable[..., object],
        scope: QWidget | Later[Any] | None = None,
    ) -> QAction:
        """Register a command; act is called without arguments, or with the new checked state.

        scope: the widget in which its keys count, also one to come, or the whole window. Raises
        ValueError where the name is taken.
        """
        if command.name in self._entries:
            raise ValueError(f"there is a command {command.name!r} already")
        action = QAction(command.text_in(self._situation), self)
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setCheckable(command.checkable)
        action.setMenuRole(_ROLES.get(command.name, QAction.MenuRole.NoRole))
        if scope is not None:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if isinstance(scope, Later):
            scope.once_made(lambda widget: widget.addAction(action))
        else:
            (scope or self._window).addAction(action)
        if command.checkable:
            action.toggled.connect(lambda on: act(on))
        else:
            action.triggered.connect(lambda: act())
        action.triggered.connect(lambda: self.done.emit(command.name))
        self._entries[command.name] = Entry(command, action)
        action.setEnabled(self._situation.meets(command.needs))
        self._draw(self._entries[command.name])
        return action

    def action(self, name: str) -> QAction:
        """The action of a command. Raises KeyError."""
        return self._entries[name].action

    def all(self) -> list[Entry]:
        """All commands, menu by menu, in the order in which they were added."""
        return [entry for menu in Menu for entry in self._of(menu)]

    def offer(self, situation: Situation) -> None:
        """Enable what makes sense."""
        if situation == self._situation:
            return
        self._situation = situation
        for entry in self._entries.values():
            entry.action.setEnabled(situation.meets(entry.command.needs))
            entry.action.setText(entry.command.text_in(situation))

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus of the menu bar."""
        for menu in Menu:
            if self._of(menu):
                _fill(bar.addMenu(menu_title(menu)), self._of(menu))

    def fill_photo_menu(self, menu: QMenu) -> None:
        """What can be done with chosen photos."""
        _fill(menu, [entry for entry in self.all() if entry.command.on_photos])

    def _of(self, menu: Menu) -> list[Entry]:
        found = [entry for entry in self._entries.values() if entry.command.menu is menu]
        return sorted(found, key=lambda entry: entry.command.group)

    def _apply_theme(self) -> None:
        for entry in self._entries.values():
            self._draw(entry)

    def _draw(self, entry: Entry) -> None:
        if entry.command.icon:
            entry.action.setIcon(self._theme.icon(entry.command.icon))


def menu_title(menu: Menu) -> str:
    """The name of a menu, with the mark for its access key."""
    return {
        Menu.FILE: tr("&File"),
        Menu.EDIT: tr("&Edit"),
        Menu.PHOTO: tr("&Photo"),
        Menu.VIEW: tr("&View"),
        Menu.VIEWER: tr("Vie&wer"),
        Menu.REVIEW: tr("&Review"),
        Menu.GO: tr("&Go"),
        Menu.HELP: tr("&Help"),
    }[menu]


def why_not(needs: Needs) -> str:
    """Why a command with these needs makes no sense now."""
    return {
        Needs.NOTHING: "",
        Needs.PHOTOS: tr("Choose a photo first"),
        Needs.ONE_PHOTO: tr("Choose one photo first"),
        Needs.FEW_PHOTOS: tr("Choose a few photos first"),
        Needs.VIEWER: tr("Open a photo first"),
        Needs.GRID: tr("Close the viewer first"),
        Needs.REVIEW: tr("Go to the review first"),
        Needs.HITS: tr("Search for something first"),
        Needs.ALBUM: tr("Open an album first"),
        Needs.ALBUM_PHOTOS: tr("Choose photos of an album first"),
        Needs.OWN_ORDER: tr("Choose photos of an album in its own order first"),
        Needs.LABEL: tr("Open a label first"),
    }[needs]


# macOS moves these into the application's own menu.
_ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
    "preferences": QAction.MenuRole.PreferencesRole,
}


def _fill(menu: QMenu, entries: Iterable[Entry]) -> None:
    for item in _with_lines(entries):
        if item is None:
            menu.addSeparator()
        else:
            menu.addAction(item.action)


def _with_lines(entries: Iterable[Entry]) -> Iterator[Entry | None]:
    group: tuple[Menu, int] | None = None
    for entry in entries:
        here = (entry.command.menu, entry.command.group)
        if group is not None and here != group:
            yield None
        group = here
        yield entry
