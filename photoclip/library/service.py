"""Watched folders and everything that keeps the catalog in step with them."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from photoclip.catalog.store import Catalog
from photoclip.domain import (
    CancelToken,
    FolderScope,
    IndexReport,
    Order,
    PhotoId,
    Problem,
    ProgressCallback,
    Root,
    RootId,
    Vectors,
    no_progress,
)
from photoclip.errors import Cancelled, FolderError, PhotoclipError
from photoclip.library import moved
from photoclip.library.control import RunControl
from photoclip.library.pipeline import Pipeline
from photoclip.library.relink import volume_of
from photoclip.library.watcher import Watcher, WatchStatus
from photoclip.paths import expanded
from photoclip.settings import Settings

log = logging.getLogger(__name__)

ReportCallback = Callable[[IndexReport], None]


class Library:
    """Folders in, photos indexed. One indexing run at a time; thread-safe."""

    def __init__(
        self,
        catalog: Catalog,
        pipeline: Pipeline,
        settings: Settings,
        on_batch: Callable[[Sequence[PhotoId], Vectors], None],
    ) -> None:
        self._catalog = catalog
        self._pipeline = pipeline
        self._settings = settings
        self._on_batch = on_batch
        self._running = threading.Lock()
        self._token: CancelToken | None = None
        self._watcher: Watcher | None = None
        # Of the runs that changes on disk begin.
        self.watched = RunControl()
        self._watch_again: Callable[[], None] | None = None

    def add_folder(self, path: Path) -> Root:
        """Watch one folder, as add_folders() does."""
        return self.add_folders([path])[0]

    def add_folders(self, paths: Sequence[Path]) -> list[Root]:
        """Watch folders; their photos come with the next index(). All are added, or none.

        Raises FolderError where one is missing, no folder, or overlaps with another.
        """
        folders = [expanded(path).absolute() for path in paths]
        with self._catalog.transaction():
            roots = [self._catalog.roots.add(path, volume_of(path)) for path in folders]
        self._roots_changed()
        return roots

    def remove_folder(self, root: RootId) -> None:
        """Stop watching a folder. Its photos leave the search; what is known of them stays."""
        self._catalog.roots.remove(root)
        self._roots_changed()

    def relocate_folder(self, root: RootId, path: Path) -> Root:
        """Note that a watched folder that is away lies elsewhere now; nothing is read anew.

        Raises FolderError where it is still in its place, where the other folder holds none of
        its files, and as add_folders() does.
        """
        found = moved.relocate(self._catalog, root, path)
        self._roots_changed()
        return found

    def put_folder_back(self, root: Root) -> Root:
        """Undo relocate_folder(): the folder as it was, also where it cannot be reached now.

        Raises FolderError where it is not watched any more.
        """
        found = moved.put_back(self._catalog, root)
        self._roots_changed()
        return found

    def roots(self) -> list[Root]:
        """All watched folders."""
        return self._catalog.roots.all()

    def scope_of(self, folder: Path) -> FolderScope:
        """A watched folder, or one below it, as what searches can be restricted to.

        Raises FolderError where it lies in none of them, or is no folder that anything is
        known of.
        """
        folder = expanded(folder).absolute()
        scope = self._catalog.roots.scope_of(folder)
        if scope is None:
            raise FolderError(
                "is not inside a watched folder", path=folder, hint="See: photoclip folders"
            )
        if not folder.is_dir() and not len(self._catalog.photos.visible_ids(scope)):
            finding = "is not a folder" if folder.exists() else "does not exist"
            raise FolderError(finding, path=folder)
        return scope

    def photos_at(self, path: Path) -> list[PhotoId]:
        """The photo of a file, or those of a folder and all below it, the oldest first; or none."""
        path = expanded(path).absolute()
        file = self._catalog.files.by_path(path)
        if file is not None:
            return [file.photo] if file.photo is not None else []
        scope = self._catalog.roots.scope_of(path) if path.is_dir() else None
        return self._catalog.photos.dated(Order.OLDEST, scope).ids if scope is not None else []

    def problems(self) -> list[Problem]:
        """Files that could not be read and folders that could not be listed, with reasons."""
        catalog = self._catalog
        known = catalog.files.problems() + catalog.sidecars.problems()
        return known + self._pipeline.folder_problems()

    def index(
        self,
        *,
        folders: Sequence[Path] | None = None,
        cancel: CancelToken | None = None,
        progress: ProgressCallback = no_progress,
    ) -> IndexReport:
        """Bring the catalog in step with the disk; of folders only, where given.

        Waits for a run that is under way. Raises IndexingCancelled (with the report so far),
        ModelError, LibraryError.
        """
        with self._running:
            self._token = token = cancel or CancelToken()
            try:
                return self._pipeline.index(
                    folders=folders, cancel=token, progress=progress, on_batch=self._on_batch
                )
            finally:
                self._token = None

    @property
    def at_work(self) -> bool:
        """Whether a run goes on and is not paused."""
        token = self._token
        return token is not None and not token.paused

    def retry_problems(
        self, *, cancel: CancelToken | None = None, progress: ProgressCallback = no_progress
    ) -> IndexReport:
        """Read the files again that could not be read, though they look unchanged.

        Otherwise as index(). A cancelled run forgets none of them: the next one sees them as new.
        """
        files = self._catalog.files
        found = [files.by_path(problem.path) for problem in files.problems()]
        files.remove(file.id for file in found if file is not None)
        return self.index(cancel=cancel, progress=progress)

    def watch(
        self,
        on_report: ReportCallback,
        progress: ProgressCallback = no_progress,
        on_error: Callable[[PhotoclipError], None] | None = None,
    ) -> None:
        """Index what changes in the watched folders as it changes, until stop_watching().

        These runs can be paused and cancelled by `watched`. All three are called on the watcher's
        thread; on_error where a run fails or is cancelled (IndexingCancelled), which ends that
        run but not the watching. What a cancelled run leaves is found by the next index().
        """
        if self._watcher is not None:
            return

        def changed(folders: Sequence[Path]) -> None:
            try:
                cancel = self.watched.token()
                on_report(self.index(folders=folders, cancel=cancel, progress=progress))
            except PhotoclipError as error:
                self._broken_off(error, on_error)

        self._watch_again = lambda: self.watch(on_report, progress, on_error)
        self.watched.open()
        self._watcher = Watcher(
            self.roots,
            changed,
            ignore=self._settings.ignore,
            rescan_minutes=self._settings.rescan_minutes,
        )
        self._watcher.start()

    @contextmanager
    def at_rest(self) -> Iterator[None]:
        """Nothing is watched or indexed within the block.

        A run that is under way ends first, so cancel it; watching goes on afterwards.
        """
        again = self._watch_again if self._watcher is not None else None
        self.stop_watching()
        try:
            with self._running:
                yield
        finally:
            if again is not None:
                again()

    def use(self, pipeline: Pipeline, settings: Settings) -> None:
        """Index and watch in another way from now on. Only within at_rest()."""
        self._pipeline = pipeline
        self._settings = settings

    def stop_watching(self) -> None:
        """Stop watching; a batch in flight is dropped."""
        if self._watcher is not None:
            self.watched.close()
            self._watcher.stop()
            self._watcher = None

    def _broken_off(
        self, error: PhotoclipError, on_error: Callable[[PhotoclipError], None] | None
    ) -> None:
        if isinstance(error, Cancelled):
            log.debug("what changed on disk is not indexed now")
        else:
            log.error("what changed on disk could not be indexed: %s", error)
        if on_error is not None:
            on_error(error)

    @property
    def watch_status(self) -> WatchStatus | None:
        """Events or polling, and why; None while nothing watches."""
        return self._watcher.status if self._watcher is not None else None

    def _roots_changed(self) -> None:
        if self._watcher is not None:
            self._watcher.refresh()
