"""What can be done with photos outside of this window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from photoclip.domain import PhotoId
from photoclip.engine import Engine
from photoclip.errors import FileUnavailable, PhotoclipError
from photoclip.gui import locations
from photoclip.gui.bridge import Bridge, Lane
from photoclip.gui.desktop import Desktop


class PhotoActions(QObject):
    """told: something worth saying about what was done; failed: why it was not."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self, engine: Engine, bridge: Bridge, desktop: Desktop, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._bridge = bridge
        self._desktop = desktop

    def open(self, photos: Sequence[PhotoId]) -> None:
        """Open photos in the program that the system has for them."""
        self._with_paths(photos, self._open_all)

    def reveal(self, photos: Sequence[PhotoId]) -> None:
        """Show a photo in the file manager."""
        self._with_paths(photos[:1], lambda paths: self.reveal_path(paths[0]))

    def copy_paths(self, photos: Sequence[PhotoId]) -> None:
        """Put the paths of photos on the clipboard, one a line."""
        self._with_paths(photos, self._copy, exist=False)

    def reveal_path(self, path: Path) -> None:
        """Show a file in the file manager."""
        desktop = self._desktop
        self._bridge.run(
            Lane.FOLDERS, lambda: desktop.reveal(path), partial(self._check_reveal, path)
        )

    def open_path(self, path: Path) -> None:
        """Open a file with the program that the system has for it."""
        self._open_all([path])

    @Slot(str)
    def open_page(self, address: str) -> None:
        """Open a page in the web browser."""
        if not self._desktop.open_page(address):
            self.told.emit(self.tr("No web browser answered."))

    def copy_path(self, path: Path) -> None:
        """Put a path on the clipboard."""
        self._copy([path])

    def _with_paths(
        self, photos: Sequence[PhotoId], act: Callable[[list[Path]], None], *, exist: bool = True
    ) -> None:
        engine = self._engine

        def work() -> list[Path]:
            paths = engine.catalog.files.paths_of(photos)
            found = [paths[photo][0] for photo in photos if photo in paths]
            if not found:
                raise FileUnavailable("has no file any more")
            missing = next((path for path in found if exist and not path.exists()), None)
            if missing is not None:
                raise FileUnavailable("cannot be reached now", path=missing)
            return found

        self._bridge.run(Lane.FOLDERS, work, act, self._fail)

    def _fail(self, error: PhotoclipError) -> None:
        self.failed.emit(error)

    def _open_all(self, paths: list[Path]) -> None:
        for path in paths:
            if not self._desktop.open(path):
                self.failed.emit(FileUnavailable("cannot be opened: no program for it", path=path))
                return

    def _check_reveal(self, path: Path, shown: bool) -> None:
        if not shown and not self._desktop.open(path.parent):
            self.told.emit(self.tr("No file manager answered."))

    def _copy(self, paths: list[Path]) -> None:
        QGuiApplication.clipboard().setText("\n".join(locations.shown(path) for path in paths))
        self.told.emit(
            self.tr("Path copied.")
            if len(paths) == 1
            else self.tr("%Ln path(s) copied.", "", len(paths))
        )
