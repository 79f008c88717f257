"""Appearance, language, and how the window behaves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QSlider

from photoclip.gui.controllers.preferences import Preferences
from photoclip.gui.theme import Theme
from photoclip.gui.translation import LANGUAGES
from photoclip.gui.views.preferences.choices import Choice, Segments
from photoclip.gui.views.preferences.parts import Row, SettingsSection
from photoclip.settings import RANGES, Settings


class Slider(QSlider):
    """A slider that scrolling the page leaves alone."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class GeneralSection(SettingsSection):
    """sized(int): the slider moves; kept is where it comes to rest."""

    sized = Signal(int)

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__(theme, "", "appearance", preferences)
        self.title = self.tr("General")
        self.appearance = Segments(
            {
                "system": self.tr("System"),
                "light": self.tr("Light"),
                "dark": self.tr("Dark"),
            }
        )
        self.tiles = Slider(Qt.Orientation.Horizontal)
        self.language = Choice()
        self.background = QCheckBox(self.tr("On"))
        self.notify = QCheckBox(self.tr("On"))
        self._add_looks()
        self._add_language()
        self._add_behaviour()

    def show_size(self, side: int) -> None:
        """Follow another slider for the same."""
        if not self.tiles.isSliderDown():
            self.tiles.setValue(side)

    def _add_looks(self) -> None:
        change = self.preferences
        card = self.add_card(self.tr("Appearance"))
        self.appearance.chosen.connect(lambda key: change.change(appearance=key))
        row = Row(
            self.tr("Colours"),
            self.tr("System follows the light or dark choice of your computer."),
            self.appearance,
        )
        card.add(self.bind(row, "appearance", self._show_appearance))
        self.tiles.setRange(*RANGES["tile_size"])
        self.tiles.setPageStep(30)
        self.tiles.setSingleStep(5)
        self.tiles.setMinimumWidth(180)
        self.tiles.valueChanged.connect(self._resize_tiles)
        row = Row(
            self.tr("Size of the photos"),
            self.tr("How large photos are in the grid. The slider above it does the same."),
            self.tiles,
        )
        card.add(self.bind(row, "tile_size", self._show_size))

    def _add_language(self) -> None:
        card = self.add_card(self.tr("Language"))
        self.language.offer({"": self.tr("System"), **LANGUAGES})
        self.language.meant.connect(lambda key: self.preferences.change(language=key))
        row = Row(
            self.tr("Language of the window"),
            self.tr("Dates and numbers follow it as well."),
            self.language,
        )
        card.add(self.bind(row, "language", self._show_language))

    def _add_behaviour(self) -> None:
        card = self.add_card(self.tr("Background"))
        self.add_switch(
            card,
            self.background,
            "background",
            self.tr("Go on when the window is closed"),
            self.tr(
                "photoclip stays in the tray, watches your folders and goes on indexing. Quit"
                " ends it for good."
            ),
        )
        self.add_switch(
            card,
            self.notify,
            "notify",
            self.tr("Tell when long work is done"),
            self.tr("A message of the desktop, while another window is in front."),
        )

    def _resize_tiles(self, side: int) -> None:
        self.sized.emit(side)
        self.preferences.change_soon(tile_size=side)

    def _show_appearance(self, settings: Settings) -> None:
        self.appearance.show_key(settings.appearance)

    def _show_size(self, settings: Settings) -> None:
        self.tiles.setValue(settings.tile_size)

    def _show_language(self, settings: Settings) -> None:
        self.language.show_key(settings.language)
