"""The welcome: what it proposes, what a person begins with, and the way back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.gui.commands import Command, Menu
from photoclip.gui.controllers.welcoming import Welcoming

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow


class WelcomeWiring(QObject):
    """Between the welcome page, the folders and the gallery."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        page = window.browser.welcome
        self.welcoming = Welcoming(window.engine, window.bridge, page)
        page.start_wanted.connect(window.folders.add)
        window.commands.add(
            Command(
                "welcome",
                self.tr("Welcome"),
                Menu.HELP,
                "folder-add",
                about=self.tr("first steps, proposed folders"),
            ),
            self.show_welcome,
        )

    @Slot()
    def show_welcome(self) -> None:
        """Show the first page again."""
        self._window.looking.close()
        self._window.gallery.show_welcome()
