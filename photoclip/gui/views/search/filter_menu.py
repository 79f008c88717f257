"""The menu of filters beside the search box."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from photoclip.gui import filter_wording
from photoclip.search.offering import holds
from photoclip.search.printing import term_text
from photoclip.search.query import FilterName, Term

Offered = Mapping[FilterName, Sequence[Term]]


class FilterMenu(QMenu):
    """chosen(Term, bool): a filter is wanted, or is to go. Those that were typed are only told."""

    chosen = Signal(object, bool)

    def __init__(
        self, offered: Offered, on: Sequence[Term], typed: Sequence[Term], parent: QWidget
    ):
        super().__init__(parent)
        self.setObjectName("filterMenu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._on, self._typed = on, typed
        for name, terms in offered.items():
            if terms:
                self._add_group(name, terms)

    def popup_below(self, button: QWidget) -> None:
        """Open under a button."""
        self.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _add_group(self, name: FilterName, terms: Sequence[Term]) -> None:
        menu = self.addMenu(filter_wording.group(name))
        inner = menu
        for term in terms:
            whole_year = name is FilterName.DATE and _is_year(term)
            if whole_year:
                inner = menu.addMenu(filter_wording.said(term))
            self._add(inner, term, self.tr("All of this year") if whole_year else "")
            if whole_year:
                inner.addSeparator()

    def _add(self, menu: QMenu, term: Term, text: str) -> None:
        # An ampersand would be a key of the menu.
        says = (text or filter_wording.said(term)).replace("&", "&&")
        typed = holds(self._typed, term)
        action = menu.addAction(says)
        action.setCheckable(True)
        action.setChecked(typed or holds(self._on, term))
        action.setEnabled(not typed)
        action.setData(term)
        action.toggled.connect(partial(self.chosen.emit, term))


def _is_year(term: Term) -> bool:
    return len(term_text(term)) == len("date:2023")
