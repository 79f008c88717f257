"""The albums that a photo lies in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from photoclip.gui.models.subject import Subject
from photoclip.gui.theme import Theme
from photoclip.gui.views.details.block import Block
from photoclip.gui.views.parts import push_button

# What a name takes beside its letters, in logical pixels.
FRAME = 40


class AlbumsBlock(Block):
    """There while a photo lies in albums by hand. album_wanted(str): show the one of this name."""

    album_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "albums")
        self.title = self.tr("Albums")
        self.buttons: list[QPushButton] = []

    def fits(self, subject: Subject) -> bool:
        return subject.details is not None and bool(subject.details.albums)

    def tell(self, subject: Subject) -> None:
        names = subject.details.albums if subject.details is not None else ()
        if [button.toolTip() for button in self.buttons] == list(names):
            return
        for button in self.buttons:
            self.column.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._button(name) for name in names]
        self.apply_theme()

    def apply_theme(self) -> None:
        for button in self.buttons:
            button.setIcon(self.theme.icon("album"))

    def _button(self, name: str) -> QPushButton:
        button = push_button(name.replace("&", "&&"), "link")
        button.setToolTip(name)
        button.setAccessibleName(name)
        # A long name must not make the panel wide; all of it is told by the tip.
        button.setMinimumWidth(FRAME)
        button.clicked.connect(partial(self.album_wanted.emit, name))
        self.column.addWidget(button)
        return button
