"""What the side panel has to know of places: plain data, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter

from PySide6.QtCore import QObject, Signal

from photoclip.gui import wording
from photoclip.gui.dropping import Dropped


@dataclass(frozen=True, slots=True)
class Place:
    """One line of the side panel, with those below it. Made on any thread.

    key: tells it from all others of its section, now and at the next start. icon, badge: names
    of icons, the second beside the count. color: the theme's name for the colour of both. alert:
    the count wants to be seen. dim: it cannot be reached now. hint: only a line to read. dot: a
    colour, as "#rrggbb", that stands in place of an icon. waiting: so many things wait for a word.
    data: what the section needs to know of it.
    """

    key: str
    text: str
    icon: str = ""
    count: int | None = None
    children: tuple[Place, ...] = ()
    badge: str = ""
    color: str = "muted"
    alert: bool = False
    dim: bool = False
    hint: bool = False
    dot: str = ""
    waiting: int = 0
    renamable: bool = False
    removable: bool = False
    data: object = None

    def looks_like(self, other: Place) -> bool:
        """Whether both are the same line, whatever lies below them."""
        return bool(_look(self) == _look(other))


# As fast as it can be: it is asked for every line that is open, a few times a second.
_look = attrgetter(*(field.name for field in fields(Place) if field.name != "children"))


@dataclass(frozen=True, slots=True)
class MenuItem:
    """What can be done with a place. group: a change of it draws a line in the menu."""

    text: str
    act: Callable[[], object]
    icon: str = ""
    group: int = 0


class Section(QObject):
    """Places of one kind under a heading. Everything is on the thread of the window.

    changed: places() tells something else than before. refused: why something was not done.
    In all that follows, a place of None is the heading itself.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, name: str, title: str, parent: QObject | None = None) -> None:
        """name: never changes; what is remembered of the section goes by it."""
        super().__init__(parent)
        self.name = name
        self.title = title
        # What a button beside the heading does; none where empty.
        self.add_text = ""
        self._places: tuple[Place, ...] = ()

    def places(self) -> tuple[Place, ...]:
        """The places directly under the heading; the same object as long as nothing changed."""
        return self._places

    def open(self, place: Place) -> None:
        """Show what lies in a place."""
        raise NotImplementedError

    def add(self) -> None:
        """Do what add_text says."""

    def menu(self, place: Place | None) -> Sequence[MenuItem]:
        """What can be done with a place; renaming is offered besides where it can be renamed."""
        del place
        return [MenuItem(self.add_text, self.add, "plus")] if self.add_text else []

    def tooltip(self, place: Place) -> str:
        """What to tell of a place under the mouse."""
        return place.text

    def spoken(self, place: Place) -> str:
        """What a screen reader tells."""
        if place.count is None:
            return place.text
        return f"{place.text}, {wording.photos(place.count)}"

    def wants(self, dropped: Dropped) -> bool:
        """Whether there may be a place for this, so that the window leaves it to the panel."""
        del dropped
        return False

    def accepts(self, place: Place | None, dropped: Dropped) -> str:
        """What a drop there would do, as a text for people; empty where it can do nothing.

        Where a place takes nothing, its heading is asked.
        """
        del place, dropped
        return ""

    def take(self, place: Place | None, dropped: Dropped) -> None:
        """Do what accepts() said."""

    def rename(self, place: Place, text: str) -> None:
        """Give a place that can be renamed another name, neither empty nor the same."""

    def remove(self, place: Place) -> None:
        """Remove a place that can be removed; the section offers to undo that."""

    def _show(self, places: tuple[Place, ...], without: str = "") -> None:
        """Have these places from now on. without: the line to read where there are none."""
        if not places and without:
            places = (Place("none", without, hint=True),)
        if places != self._places:
            self._places = places
            self.changed.emit()

    @property
    def _has_places(self) -> bool:
        """Whether there is more than a line to read."""
        return bool(self._places) and not self._places[0].hint
