"""The window itself: full screen, about, quitting, the theme, and what goes wrong inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from photoclip.gui.commands import Command, Menu
from photoclip.gui.dialogs import about

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow


class ShellWiring(QObject):
    """Between the window's frame and everything in it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._add_commands()
        window.bridge.crashed.connect(self._crashed)
        window.theme.changed.connect(self.apply_theme)

    def _add_commands(self) -> None:
        add = self._window.commands.add
        panels = self._window.panels
        for name, text, key, show, shown in (
            ("sidebar", self.tr("Side panel"), "F9", panels.show_sidebar, panels.sidebar_shown),
            ("details", self.tr("Details"), "Ctrl+I", panels.show_details, panels.details_shown),
        ):
            command = Command(name, text, Menu.VIEW, keys=(key,), checkable=True)
            shown.connect(add(command, show).setChecked)
        self._window.commands.action("sidebar").setChecked(True)
        full_screen = Command(
            "full_screen",
            self.tr("Full screen"),
            Menu.VIEW,
            keys=("F11",),
            checkable=True,
            group=9,
        )
        full = add(full_screen, self._full_screen)
        self._window.pages.viewer.once_made(
            lambda viewer: viewer.full_screen_wanted.connect(full.setChecked)
        )
        add(Command("about", self.tr("About photoclip"), Menu.HELP, "info", group=9), self._about)
        add(
            Command("quit", self.tr("Quit"), Menu.FILE, keys=("Ctrl+Q",), group=9),
            self._window.quit,
        )

    @Slot()
    def apply_theme(self) -> None:
        """Draw everything in the colours in use."""
        window = self._window
        for part in (window.sidebar, window.status, window.gallery):
            part.apply_theme()
        if window.pages.viewer.is_made:
            window.viewer.apply_theme()

    @Slot(bool)
    def _full_screen(self, on: bool) -> None:
        window, full = self._window, Qt.WindowState.WindowFullScreen
        window.menuBar().setVisible(not on)
        state = window.windowState()
        window.setWindowState(state | full if on else state & ~full)

    @Slot()
    def _about(self) -> None:
        about.box(self._window, self._window.engine.search.recalls()).open()

    @Slot(object)
    def _crashed(self, error: BaseException) -> None:
        self._window.notice.tell(
            self.tr("Something went wrong inside photoclip: {error}").format(error=repr(error)),
            alarm=True,
        )
