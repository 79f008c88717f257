"""Which label the chosen photos get: type a few letters of its name, or a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from photoclip.domain import Label
from photoclip.domain.names import key_of
from photoclip.gui import wording
from photoclip.gui.models.choices import Choice
from photoclip.gui.theme import Theme
from photoclip.gui.views.chooser import Chooser

NEW = "new"
# How many photos have a label.
Count = Callable[[Label], int]


class TagChooser(Chooser):
    """chosen(Label); new_wanted(str): a new one of this name."""

    chosen = Signal(object)
    new_wanted = Signal(str)

    def __init__(self, theme: Theme, window: QWidget, count: Count) -> None:
        super().__init__(theme, window, "tagChooser")
        self._count = count
        self._labels: Sequence[Label] = ()
        self._recent: Sequence[Label] = ()
        self.say(
            self.tr("Add a tag"),
            self.tr("Type the name of a label, or a new one"),
            self.tr("There are no labels yet. Type a name to make the first one."),
        )

    def show_labels(self, labels: Sequence[Label], recent: Sequence[Label]) -> None:
        """Offer these from the next time on. recent: those used of late, the newest first."""
        self._labels, self._recent = labels, recent

    def choices(self) -> tuple[Sequence[Choice], Sequence[str]]:
        return self._choices(""), self._keys()

    @Slot(str)
    def _filter(self, typed: str) -> None:
        self.model.set_choices(self._choices(typed.strip()), self._keys())
        super()._filter(typed)

    def _choices(self, name: str) -> list[Choice]:
        known = any(key_of(label.name) == key_of(name) for label in self._labels)
        found = [*map(self._choice, self._labels)]
        return found if known or not name else [*found, self._new(name)]

    def _keys(self) -> list[str]:
        return [str(label.id) for label in self._recent]

    def _choice(self, label: Label) -> Choice:
        act = partial(self.chosen.emit, label)
        count = wording.photos(self._count(label))
        return Choice(str(label.id), label.name, act, count, "label", about=label.description)

    def _new(self, name: str) -> Choice:
        text = self.tr("New label “{name}”").format(name=name)
        return Choice(NEW, text, partial(self.new_wanted.emit, name), icon="plus", last=True)
