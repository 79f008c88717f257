"""The window's actions: one place for their names, keys and menus."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from photoclip.gui.theme import Theme

# The name of an action's icon; "icon" itself is a property of Qt, which takes no text.
DRAWING = "drawing"


def tr(text: str) -> str:
    """A text of this module in the person's language."""
    return QCoreApplication.translate("actions", text)


@dataclass(frozen=True, slots=True)
class Actions:
    """All actions. Those on photos act on the selection, or on the photo in the viewer."""

    add_folder: QAction
    add_samples: QAction
    reindex: QAction
    quit: QAction
    find: QAction
    paste: QAction
    similar: QAction
    open: QAction
    reveal: QAction
    copy_path: QAction
    select_all: QAction
    photos: QAction
    problems: QAction
    full_screen: QAction
    about: QAction

    @classmethod
    def of(cls, window: QMainWindow) -> Actions:
        """Make all actions and the menus that hold them."""
        keys = QKeySequence.StandardKey
        made = cls(
            add_folder=_action(window, tr("Add a folder…"), "folder-add", "Ctrl+O"),
            add_samples=_action(window, tr("Add the sample photos"), "photos"),
            reindex=_action(window, tr("Look for new photos now"), "retry", "F5"),
            quit=_action(window, tr("Quit"), "", "Ctrl+Q"),
            find=_action(window, tr("Search"), "search", "Ctrl+F", "/"),
            paste=_action(window, tr("Find photos similar to the clipboard"), "", keys.Paste),
            similar=_action(window, tr("Find similar photos"), "similar", "Ctrl+L"),
            open=_action(window, tr("Open in another program"), "open", "Ctrl+Return"),
            reveal=_action(window, tr("Show in the file manager"), "reveal", "Ctrl+R"),
            copy_path=_action(window, tr("Copy path"), "copy", "Ctrl+Shift+C"),
            select_all=_action(window, tr("Select all"), "", keys.SelectAll),
            photos=_action(window, tr("All photos"), "photos", "Ctrl+1"),
            problems=_action(window, tr("Problems"), "problem", "Ctrl+2"),
            full_screen=_action(window, tr("Full screen"), "", "F11"),
            about=_action(window, tr("About photoclip"), "info"),
        )
        made.quit.setMenuRole(QAction.MenuRole.QuitRole)
        made.about.setMenuRole(QAction.MenuRole.AboutRole)
        made.full_screen.setCheckable(True)
        made._fill_menus(window)
        return made

    def on_photos(self) -> list[QAction]:
        """What can be done with chosen photos, for the context menu."""
        return [self.similar, self.open, self.reveal, self.copy_path]

    def enable_for(self, photos: int) -> None:
        """Offer what makes sense for so many chosen photos."""
        self.similar.setEnabled(photos > 0)
        self.copy_path.setEnabled(photos > 0)
        self.open.setEnabled(0 < photos <= 20)
        self.reveal.setEnabled(photos == 1)

    def apply_theme(self, theme: Theme) -> None:
        """Icons in the colours in use."""
        for action in (getattr(self, name) for name in self.__slots__):
            if action.property(DRAWING):
                action.setIcon(theme.icon(action.property(DRAWING)))

    def _fill_menus(self, window: QMainWindow) -> None:
        menus = (
            (tr("&File"), [self.add_folder, self.add_samples, self.reindex, None, self.quit]),
            (tr("&Edit"), [self.find, self.paste, None, self.select_all, self.copy_path]),
            (tr("&Photo"), [self.similar, None, self.open, self.reveal]),
            (tr("&View"), [self.photos, self.problems, None, self.full_screen]),
            (tr("&Help"), [self.about]),
        )
        for title, actions in menus:
            menu = window.menuBar().addMenu(title)
            for action in actions:
                if action is None:
                    menu.addSeparator()
                else:
                    menu.addAction(action)


def _action(
    window: QMainWindow, text: str, icon: str, *keys: str | QKeySequence.StandardKey
) -> QAction:
    action = QAction(text, window)
    action.setProperty(DRAWING, icon)
    action.setShortcuts([QKeySequence(key) for key in keys])
    window.addAction(action)
    return action
