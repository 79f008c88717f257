"""Watched folders: adding and removing them, and what the side panel tells of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.domain import FolderScope, Root
from photoclip.gui import locations
from photoclip.gui.commands import Command, Menu
from photoclip.gui.controllers.folders import Overview
from photoclip.gui.error_wording import reason
from photoclip.paths import bundled

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow


class FolderWiring(QObject):
    """Between the folders controller, the side panel, the welcome and the problems."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._add_commands()
        self._connect()

    def _add_commands(self) -> None:
        add, window = self._window.commands.add, self._window
        add(
            Command("add_folder", self.tr("Add a folder…"), Menu.FILE, "folder-add", ("Ctrl+O",)),
            self.add_folder,
        )
        add(
            Command("add_samples", self.tr("Add the sample photos"), Menu.FILE, "photos"),
            self.add_samples,
        )
        add(
            Command("reindex", self.tr("Look for new photos now"), Menu.FILE, "retry", ("F5",)),
            window.indexing.start,
        )

    def _connect(self) -> None:
        window, folders = self._window, self._window.folders
        window.browser.welcome.add_wanted.connect(self.add_folder)
        window.browser.welcome.samples_wanted.connect(self.add_samples)
        section = window.folders_section
        section.add_wanted.connect(self.add_folder)
        section.watch_wanted.connect(folders.add)
        section.folder_wanted.connect(self._open)
        section.remove_wanted.connect(folders.remove)
        section.locate_wanted.connect(self._locate)
        section.look_wanted.connect(window.indexing.look_in)
        section.reveal_wanted.connect(window.photo_actions.reveal_path)
        section.copy_wanted.connect(window.photo_actions.copy_path)
        window.menus.retry_wanted.connect(window.indexing.retry)
        window.problems_page.retry_wanted.connect(window.indexing.retry)
        window.problems_page.menu_wanted.connect(window.menus.of_problem)
        window.problems_page.reveal_wanted.connect(window.photo_actions.reveal_path)
        folders.told.connect(self._show)
        folders.added.connect(self._added)
        folders.removed.connect(self._removed)
        folders.relocated.connect(self._relocated)
        folders.failed.connect(window.complain)
        folders.states_changed.connect(window.look_again)

    @Slot()
    def add_folder(self) -> None:
        """Ask for a folder, and watch it."""
        folder = self._window.choose(self._window, self.tr("Choose a folder"))
        if folder is not None:
            self._window.folders.add([folder])

    @Slot()
    def add_samples(self) -> None:
        """Watch the photos that come along."""
        self._window.folders.add([bundled("resources") / "sample_photos"])

    @Slot(object)
    def _show(self, found: Overview) -> None:
        window = self._window
        window.folders_section.show(found.folders)
        window.library_section.show_counts(found.photos, len(found.problems))
        window.problem_model.show(found.problems)
        window.status.show_watch(self.tr("Polling") if found.polling else "", reason(found.polling))
        window.indexing.photos = found.photos
        window.gallery.set_folders(len(found.folders))

    @Slot(object, str)
    def _open(self, scope: FolderScope, name: str) -> None:
        self._window.looking.close()
        self._window.gallery.set_scope(scope, name)

    @Slot(object)
    def _locate(self, root: Root) -> None:
        title = self.tr("Where is “{name}” now?").format(name=locations.shown(root.path.name))
        folder = self._window.choose(self._window, title)
        if folder is not None:
            self._window.folders.relocate(root, folder)

    @Slot(object, object)
    def _relocated(self, before: Root, now: Root) -> None:
        window = self._window
        window.folders.read()
        window.indexing.look_in(now.path)
        window.notice.tell(
            self.tr("“{name}” is now watched at {path}.").format(
                name=locations.shown(before.path.name), path=locations.shown(now.path)
            ),
            self.tr("Undo"),
            partial(window.folders.put_back, before),
        )

    @Slot(object)
    def _added(self, roots: list[Root]) -> None:
        window = self._window
        window.looking.close()
        window.gallery.set_indexing(True)
        window.gallery.show_everything()
        window.folders.read()
        window.indexing.start()
        if len(roots) == 1:
            name = locations.shown(roots[0].path.name)
            window.notice.tell(self.tr("Watching “{name}”.").format(name=name))

    @Slot(object)
    def _removed(self, root: Root) -> None:
        window, name = self._window, locations.shown(root.path.name)
        window.gallery.forget_folder(root.id)
        window.photos_changed()
        window.notice.tell(
            self.tr("“{name}” is not watched any more. Its files were not touched.").format(
                name=name
            ),
            self.tr("Undo"),
            partial(window.folders.add, [root.path]),
        )
