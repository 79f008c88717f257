"""What the command palette offers: filtered by what is typed, the best first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoclip.gui.matching import Found, find

Index = QModelIndex | QPersistentModelIndex

CHOICE_ROLE = Qt.ItemDataRole.UserRole + 1
LETTERS_ROLE = Qt.ItemDataRole.UserRole + 2

# What is found only by other words than its name comes later, what was used of late earlier.
BY_OTHER_WORDS = -90.0
RECENT = 6.0


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the palette. key: never changes. act: does it.

    trail: where else it is found. icon: the name of one. keys: as people write them. why_not: why
    it cannot be chosen now, or empty. on: it is switched on. about: more words to find it by.
    last: it stands below all others that fit.
    """

    key: str
    text: str
    act: Callable[[], object]
    trail: str = ""
    icon: str = ""
    keys: str = ""
    why_not: str = ""
    on: bool = False
    about: str = ""
    last: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader tells."""
        return ", ".join(part for part in (self.text, self.trail, self.keys, self.why_not) if part)


class ChoiceModel(QAbstractListModel):
    """The choices that fit to what is typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Choice] = []
        self._recent: list[str] = []
        self._rows: list[tuple[Choice, Found]] = []

    def set_choices(self, choices: Sequence[Choice], recent: Sequence[str]) -> None:
        """Offer these. recent: keys of those used of late, newest first."""
        self._all, self._recent = list(choices), list(recent)
        self.filter("")

    def filter(self, typed: str) -> None:
        """Show only what fits, the best first; without a text what was used of late first."""
        found = [(choice, fit) for choice in self._all if (fit := _fit(typed, choice)) is not None]
        self.beginResetModel()
        self._rows = sorted(found, key=lambda row: self._place(typed.strip(), *row))
        self.endResetModel()

    def choice(self, index: Index) -> Choice | None:
        """The choice in a row."""
        return self._rows[index.row()][0] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        choice, found = self._rows[index.row()]
        return {
            int(Qt.ItemDataRole.DisplayRole): choice.text,
            int(Qt.ItemDataRole.AccessibleTextRole): choice.spoken,
            int(CHOICE_ROLE): choice,
            int(LETTERS_ROLE): found.letters,
        }.get(int(role))

    def _place(self, typed: str, choice: Choice, found: Found) -> tuple[bool, float]:
        """What to sort by; what cannot be chosen comes last."""
        unlikely = bool(choice.why_not) or choice.last
        recent = self._recent.index(choice.key) if choice.key in self._recent else None
        if not typed:
            return unlikely, len(self._recent) if recent is None else recent
        return unlikely, -(found.score + (0.0 if recent is None else RECENT))


def _fit(typed: str, choice: Choice) -> Found | None:
    by_name = find(typed, choice.text)
    if by_name is not None or not typed.strip():
        return by_name
    others = find(typed, f"{choice.text} {choice.trail} {choice.about}")
    if others is None:
        return None
    letters = frozenset(letter for letter in others.letters if letter < len(choice.text))
    return Found(others.score + BY_OTHER_WORDS, letters)
