"""The side panel: the places of all sections."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QVBoxLayout, QWidget

from photoclip.gui.delegates.place import PlaceDelegate
from photoclip.gui.models.expansion import Expansion
from photoclip.gui.models.places import PlacesModel
from photoclip.gui.sections import MenuItem, Section
from photoclip.gui.theme import SPACE_S, Theme
from photoclip.gui.views.parts import tool_button
from photoclip.gui.views.sidebar.places import PlacesView

SMALL = QSize(16, 16)
# Headings are to be read whole, also those of longer languages.
SMALLEST_WIDTH = 208


class Sidebar(QFrame):
    """Shows sections. refused: why what was dropped is not taken, or something was not done."""

    refused = Signal(str)

    def __init__(
        self, theme: Theme, sections: Sequence[Section], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setMinimumWidth(SMALLEST_WIDTH)
        self._theme = theme
        self._here = ("", "")
        self.model = PlacesModel(self)
        self._delegate = PlaceDelegate(theme, self)
        self.view = PlacesView(self.model, self._delegate)
        self.view.setAccessibleName(self.tr("Places"))
        self._expansion = Expansion(self.view, self.model)
        self.buttons: dict[str, QToolButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, SPACE_S)
        column.addWidget(self.view)
        self._connect()
        for section in sections:
            self.add_section(section)

    def add_section(self, section: Section) -> None:
        """Show another section below all others."""
        self.model.add(section)
        section.changed.connect(self._update)
        section.refused.connect(self.refused)
        if section.add_text:
            self._add_button(section)
        self._update_headings()

    def show_place(self, section: str, key: str) -> None:
        """Mark where the person is: a place of a section, by their names; "" for nowhere."""
        if (section, key) != self._here:
            self._here = (section, key)
            self._mark_here(reveal=True)

    def section(self, name: str) -> Section:
        """A section by its name. Raises KeyError."""
        return {section.name: section for section in self.model.sections}[name]

    def index(self, section: str, key: str) -> QModelIndex:
        """The line of a place; an invalid index where there is none."""
        return self.model.find(self.section(section), key)

    def edit_name(self, section: str, key: str) -> None:
        """Have a person write the name of a place where it stands; nothing where there is none."""
        index = self.index(section, key)
        if index.isValid():
            self.view.setFocus()
            self.view.scrollTo(index)
            self.view.edit(index)

    def state(self) -> object:
        """What is open, to remember."""
        return self._expansion.state()

    def restore(self, state: object) -> None:
        """Open what state() told of, now or when it comes."""
        self._expansion.restore(state)

    def apply_theme(self) -> None:
        """Icons in the colours in use."""
        for button in self.buttons.values():
            button.setIcon(self._theme.icon("plus"))
        self.view.viewport().update()

    def _add_button(self, section: Section) -> None:
        button = tool_button(f"{section.name}Add", section.add_text)
        button.setIconSize(SMALL)
        button.setIcon(self._theme.icon("plus"))
        button.clicked.connect(section.add)
        self.view.setIndexWidget(self.model.heading(section), button)
        self.buttons[section.name] = button

    def _connect(self) -> None:
        self.view.opened.connect(self._open)
        self.view.menu_wanted.connect(self._show_menu)
        self.view.remove_wanted.connect(self._remove)
        self.view.drops.refused.connect(self.refused)

    @Slot()
    def _update(self) -> None:
        with self.view.steady():
            self.model.update()
        self._update_headings()
        if not self.view.selectionModel().hasSelection():
            self._mark_here(reveal=False)

    def _update_headings(self) -> None:
        """A section with nothing to show and nothing to add is left out."""
        for row, section in enumerate(self.model.sections):
            useless = not section.places() and not section.add_text
            if self.view.isRowHidden(row, QModelIndex()) != useless:
                self.view.setRowHidden(row, QModelIndex(), useless)

    def _mark_here(self, *, reveal: bool) -> None:
        selection, (name, key) = self.view.selectionModel(), self._here
        index = self.index(name, key) if key else QModelIndex()
        if not index.isValid():
            selection.clearSelection()
            return
        selection.select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if reveal:
            self.view.scrollTo(index)
            if not self.view.hasFocus():
                self.view.setCurrentIndex(index)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        place = self.model.place(index)
        if place is not None:
            self.model.section(index).open(place)

    @Slot(QModelIndex)
    def _remove(self, index: QModelIndex) -> None:
        place = self.model.place(index)
        if place is not None and place.removable:
            self.model.section(index).remove(place)

    @Slot(QModelIndex, QPoint)
    def _show_menu(self, index: QModelIndex, at: QPoint) -> None:
        items = list(self.model.section(index).menu(self.model.place(index)))
        place = self.model.place(index)
        if place is not None and place.renamable:
            items.append(MenuItem(self.tr("Rename"), lambda: self.view.edit(index), "edit"))
        if items:
            self._menu(items).popup(at)

    def _menu(self, items: Sequence[MenuItem]) -> QMenu:
        menu = QMenu(self.window())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for before, item in zip([items[0], *items], items, strict=False):
            if before.group != item.group:
                menu.addSeparator()
            action = menu.addAction(item.text)
            if item.icon:
                action.setIcon(self._theme.icon(item.icon))
            action.triggered.connect(item.act)
        return menu
