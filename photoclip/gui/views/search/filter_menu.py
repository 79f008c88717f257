"""The menu of filters beside the search box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from photoclip.gui import filter_wording
from photoclip.search.choosing import Choices
from photoclip.search.offering import holds
from photoclip.search.printing import term_text
from photoclip.search.query import FilterName, Term

# Of these there may be more than a menu holds, and some know what they want exactly.
TYPED = (
    FilterName.IN,
    FilterName.ALBUM,
    FilterName.LABEL,
    FilterName.CAMERA,
    FilterName.LENS,
    FilterName.ISO,
    FilterName.SIZE,
    FilterName.TYPE,
    FilterName.NEAR,
)


class _Menu(QMenu):
    """Knows whether Shift was held when something was chosen."""

    shift = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._note(event.modifiers())
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._note(event.modifiers())
        super().keyPressEvent(event)

    def _note(self, modifiers: Qt.KeyboardModifier) -> None:
        self.shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)


class FilterMenu(_Menu):
    """chosen(Term, bool): a filter is wanted, or is to go. Those that were typed are only told.

    range_wanted: from one day to another. typing_wanted(name): a value is to be typed.
    """

    chosen = Signal(object, bool)
    range_wanted = Signal()
    typing_wanted = Signal(str)

    def __init__(
        self, choices: Choices, on: Sequence[Term], typed: Sequence[Term], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("filterMenu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choices, self._on, self._typed = choices, on, typed
        for name, terms in choices.terms.items():
            if terms or (name is FilterName.NEAR and choices.positioned):
                self._add_group(name, terms)
        self.addSeparator()
        self._tell(self, self.tr("With Shift held: all but these"))

    def popup_below(self, button: QWidget) -> None:
        """Open under a button."""
        self.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _add_group(self, name: FilterName, terms: Sequence[Term]) -> None:
        menu = self._inside(self, filter_wording.group(name))
        if name is FilterName.DATE:
            self._add_times(menu)
            self._add_dates(menu, terms)
        else:
            for term in terms:
                self._add(menu, term)
        if name is FilterName.NEAR and not terms:
            self._tell(menu, self.tr("Choose a photo that tells where it was taken"))
        if name in TYPED:
            menu.addSeparator()
            action = menu.addAction(self.tr("Type another…"))
            action.triggered.connect(partial(self.typing_wanted.emit, name.value))

    def _add_times(self, menu: _Menu) -> None:
        for season, term in self._choices.seasons.items():
            self._add(menu, term, filter_wording.season(season))
        menu.addAction(self.tr("From … to …")).triggered.connect(self.range_wanted)
        menu.addSeparator()

    def _add_dates(self, menu: _Menu, terms: Sequence[Term]) -> None:
        inner = menu
        for term in terms:
            whole_year = _is_year(term)
            if whole_year:
                inner = self._inside(menu, filter_wording.said(term))
            self._add(inner, term, self.tr("All of this year") if whole_year else "")
            if whole_year:
                inner.addSeparator()

    def _inside(self, menu: QMenu, title: str) -> _Menu:
        made = _Menu(_plain(title), menu)
        menu.addMenu(made)
        return made

    def _add(self, menu: _Menu, term: Term, text: str = "") -> None:
        opposite = replace(term, excluded=not term.excluded)
        if holds((*self._on, *self._typed), opposite):
            # Chosen with Shift before: so it can go.
            term, text = opposite, ""
        typed = holds(self._typed, term)
        action = menu.addAction(_plain(text or filter_wording.said(term)))
        action.setCheckable(True)
        action.setChecked(typed or holds(self._on, term))
        action.setEnabled(not typed)
        action.setData(term)
        action.toggled.connect(partial(self._choose, menu, term))

    def _choose(self, menu: _Menu, term: Term, on: bool) -> None:
        if menu.shift and on:
            term = replace(term, excluded=not term.excluded)
        self.chosen.emit(term, on)

    def _tell(self, menu: QMenu, text: str) -> QAction:
        action = menu.addAction(text)
        action.setEnabled(False)
        return action


def _plain(text: str) -> str:
    """A text in which an ampersand is no key of the menu."""
    return text.replace("&", "&&")


def _is_year(term: Term) -> bool:
    return len(term_text(term)) == len("date:2023")
