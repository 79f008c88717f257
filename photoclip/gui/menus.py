"""Menus about the one thing that was clicked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from photoclip.domain import Problem
from photoclip.gui.commands import Commands
from photoclip.gui.controllers.photo_actions import PhotoActions
from photoclip.gui.theme import Theme


class ContextMenus(QObject):
    """retry_wanted: read problem files again."""

    retry_wanted = Signal()

    def __init__(
        self, window: QWidget, theme: Theme, commands: Commands, photo_actions: PhotoActions
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._commands = commands
        self._photo_actions = photo_actions
        self._parts: list[Callable[[QMenu], None]] = []

    def add_part(self, fill: Callable[[QMenu], None]) -> None:
        """Have something put at the end of each menu of photos."""
        self._parts.append(fill)

    @Slot(QPoint)
    def of_photos(self, at: QPoint) -> None:
        """What can be done with the selected photos."""
        menu = self._new()
        self._commands.fill_photo_menu(menu)
        for fill in self._parts:
            menu.addSeparator()
            fill(menu)
        menu.popup(at)

    @Slot(object, QPoint)
    def of_problem(self, problem: Problem, at: QPoint) -> None:
        """What can be done about a file that could not be read."""
        menu = self._of_path(problem.path)
        retry = menu.addAction(self._theme.icon("retry"), self.tr("Try again"))
        retry.triggered.connect(self.retry_wanted)
        menu.popup(at)

    def _of_path(self, path: Path) -> QMenu:
        menu, theme = self._new(), self._theme
        show = menu.addAction(theme.icon("reveal"), self.tr("Show in the file manager"))
        show.triggered.connect(partial(self._photo_actions.reveal_path, path))
        copy = menu.addAction(theme.icon("copy"), self.tr("Copy path"))
        copy.triggered.connect(partial(self._photo_actions.copy_path, path))
        return menu

    def _new(self) -> QMenu:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu
