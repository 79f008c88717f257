"""Taking what is shown, or chosen, to other places and programs."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from photoclip.domain import PhotoId
from photoclip.gui import locations, wording
from photoclip.gui.commands import Command, Menu, Needs
from photoclip.gui.controllers.exporting import Exporting
from photoclip.library.copying import CopyReport

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow


class ExportWiring(QObject):
    """Between the commands, the dialogs that ask where to, and the controller."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._exporting: Exporting = window.exporting
        self._add_commands()
        self._exporting.copied.connect(self._tell_copied)
        self._exporting.written.connect(self._tell_written)
        self._exporting.failed.connect(window.complain)

    def _add_commands(self) -> None:
        add, about = self._window.commands.add, self.tr("export, results, hits")
        copy = Command(
            "copy_to",
            self.tr("Copy to a folder…"),
            Menu.PHOTO,
            "folder-add",
            needs=Needs.PHOTOS,
            on_photos=True,
            group=1,
            about=about,
        )
        add(copy, self.copy_chosen)
        for name, text, icon, act in (
            ("copy_all_to", self.tr("Copy all shown photos to a folder…"), "", self.copy_shown),
            ("copy_all_paths", self.tr("Copy the paths of all shown photos"), "", self.copy_paths),
            ("save_list", self.tr("Save a list of all shown photos…"), "", self.save_list),
            ("save_tags", self.tr("Save the tags of all shown photos…"), "", self.save_tags),
        ):
            add(Command(name, text, Menu.FILE, icon, needs=Needs.GRID, group=1, about=about), act)

    @Slot()
    def copy_chosen(self) -> None:
        """Copy the chosen photos to a folder that the person names."""
        self._copy(self._window.chosen())

    @Slot()
    def copy_shown(self) -> None:
        """Copy all photos of the grid."""
        self._copy(self._shown())

    @Slot()
    def copy_paths(self) -> None:
        """Put the paths of all photos of the grid on the clipboard."""
        if photos := self._shown():
            self._window.photo_actions.copy_paths(photos)

    @Slot()
    def save_list(self) -> None:
        """Write what is known of all photos of the grid to a file that the person names."""
        window, photos = self._window, self._shown()
        title = self.tr("Save a list of photos")
        path = window.choose_file(window, title) if photos else None
        if path is not None:
            answer = window.gallery.answer
            scores = [answer.scores.get(photo) if answer else None for photo in photos]
            self._exporting.write(path, photos, scores, window.gallery.asked.text)

    @Slot()
    def save_tags(self) -> None:
        """Write the tags of all photos of the grid to a file that the person names."""
        window, photos = self._window, self._shown()
        title = self.tr("Save a table of tags")
        path = window.choose_file(window, title) if photos else None
        if path is not None:
            self._exporting.write_tags(path, photos)

    def _copy(self, photos: list[PhotoId]) -> None:
        window = self._window
        title = self.tr("Copy photos to")
        folder = window.choose(window, title) if photos else None
        if folder is not None:
            self._exporting.copy(photos, folder)

    def _shown(self) -> list[PhotoId]:
        window = self._window
        photos = [] if window.gallery.at_problems else list(window.photo_model.ids)
        if not photos:
            window.notice.tell(self.tr("There are no photos here."), warning=True)
        return photos

    @Slot(object)
    def _tell_copied(self, report: CopyReport) -> None:
        show = partial(self._window.photo_actions.open_path, report.folder)
        warning = bool(report.problems)
        self._window.notice.tell(
            wording.copied(report), self.tr("Open the folder"), show, warning=warning
        )

    @Slot(object)
    def _tell_written(self, path: Path) -> None:
        text = self.tr("The list is in {path}.").format(path=locations.shown(path))
        show = partial(self._window.photo_actions.reveal_path, path)
        self._window.notice.tell(text, self.tr("Show in the file manager"), show)
