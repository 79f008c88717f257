"""Where a label's threshold is: presets, a slider, and what that place comes to."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from photoclip.domain import Preset
from photoclip.gui import label_wording, wording
from photoclip.gui.models.stops import Stops
from photoclip.gui.theme import SPACE_S, Theme
from photoclip.gui.views.labels.curve import Curve
from photoclip.gui.views.labels.figures import Figures
from photoclip.gui.views.parts import push_button
from photoclip.tagging.preview import Preview

PAGE = 10


class Threshold(QWidget):
    """moved(int): a person chose a place. preset_chosen(Preset)."""

    moved = Signal(int)
    preset_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._preview: Preview | None = None
        self._stops = Stops(0)
        self.presets: dict[Preset, QPushButton] = {}
        self.figures = Figures(theme)
        self.curve = Curve(theme)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self._configure()
        self._lay_out()

    @property
    def place(self) -> int:
        """How many of the best photos are on the accepted side."""
        return self._stops.place(self.slider.value())

    def show_preview(self, preview: Preview, place: int, preset: Preset | None) -> None:
        """Show what is known now. preset: the one that says where the place is, if one does."""
        self._preview = preview
        marks = (*preview.presets.values(), preview.place, place)
        self._stops = Stops(len(preview.ids), marks)
        self.curve.show_precision(preview.precision[self._stops.places])
        self.slider.blockSignals(True)
        self.slider.setRange(0, len(self._stops) - 1)
        self.slider.setValue(self._stops.position(place))
        self.slider.blockSignals(False)
        self.show_preset(preset)
        self._tell()

    def show_preset(self, preset: Preset | None) -> None:
        """Mark the preset that is in use."""
        for one, button in self.presets.items():
            button.setChecked(one is preset)

    def clear(self) -> None:
        """Nothing is known."""
        self._preview = None
        self._stops = Stops(0)
        self.curve.show_precision(np.zeros(0, np.float32))
        self.slider.blockSignals(True)
        self.slider.setRange(0, 0)
        self.slider.blockSignals(False)
        self.figures.show_texts("", "")
        self.slider.setAccessibleDescription("")

    @Slot(int)
    def _slide(self, position: int) -> None:
        del position
        self.show_preset(None)
        self._tell()
        self.moved.emit(self.place)

    def _tell(self) -> None:
        preview = self._preview
        if preview is None:
            return
        place = self.place
        count, share = int(preview.counts[place]), float(preview.precision[place])
        many = wording.photos(count)
        right = self.tr("about {share} right (estimate)")
        text = right.format(share=label_wording.percent(share)) if count else ""
        self.figures.show_texts(many, text)
        self.curve.show_position(self.slider.value())
        told = ", ".join(filter(None, [many, text]))
        self.slider.setAccessibleDescription(told)

    def _choose(self, preset: Preset) -> None:
        self.show_preset(preset)
        self.preset_chosen.emit(preset)

    def _configure(self) -> None:
        self.slider.setAccessibleName(self.tr("How many photos get the label"))
        self.slider.setPageStep(PAGE)
        self.slider.valueChanged.connect(self._slide)
        for preset in Preset:
            button = push_button(label_wording.preset(preset), "choice")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, preset=preset: self._choose(preset))
            self.presets[preset] = button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_S)
        for button in self.presets.values():
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addLayout(buttons)
        column.addWidget(self.figures)
        column.addWidget(self.curve)
        column.addWidget(self.slider)
