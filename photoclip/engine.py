"""Puts the parts together. It composes; it does nothing by itself."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from photoclip.catalog.lock import LibraryLock
from photoclip.catalog.store import Catalog
from photoclip.clip.current import CurrentModel
from photoclip.clip.passed import PassedChecks
from photoclip.closing import Closing
from photoclip.domain import CancelToken
from photoclip.errors import LibraryError, SettingsError
from photoclip.images.decode import ThreadDecoder
from photoclip.images.thumbnails import ThumbnailCache
from photoclip.library.outlook import Outlook, look_ahead
from photoclip.library.pipeline import Pipeline
from photoclip.library.service import Library
from photoclip.library.storage import Cleared, Storage
from photoclip.library.upkeep import Upkeep
from photoclip.paths import Paths, bundled, expanded
from photoclip.search.searcher import Search
from photoclip.settings import NAMES, Settings, changed_names, load_settings

if TYPE_CHECKING:
    from photoclip.clip.encoder import ClipModel


# The settings that search goes by, and all that are not the window's alone.
SEARCHING = frozenset({"model", "device", "pixel_limit", "exact_limit", "cache"})
IN_USE = SEARCHING | {"ignore", "rescan_minutes", "thumbnails"}
ALL = frozenset(NAMES)


class Engine(Closing):
    """Everything that photoclip can do with one library; each capability is an attribute."""

    def __init__(
        self,
        paths: Paths,
        settings: Settings,
        catalog: Catalog,
        lock: LibraryLock | None,
        settings_problems: list[SettingsError],
    ) -> None:
        self.settings = settings
        self.settings_problems = settings_problems
        self.catalog = catalog
        self._usual = paths
        self._lock = lock
        self._applying = threading.Lock()
        self._noting = threading.Lock()
        self._closed = False
        self.paths = paths.placed(settings.thumbnails, settings.cache)
        self.model = current_model(settings, PassedChecks(self.paths.checks_file))
        pipeline = self._compose(settings, SEARCHING)
        self.library = Library(
            catalog, pipeline, settings, lambda ids, vectors: self.search.added(ids, vectors)
        )
        self.upkeep = Upkeep(
            [
                lambda cancel, _: catalog.back_up_daily(cancel),
                lambda cancel, progress: self.search.refresh_graph(cancel, progress),
            ]
        )

    def _compose(self, settings: Settings, names: frozenset[str]) -> Pipeline:
        """What goes by the settings named, the places and the model in use."""
        model = self.model
        self.decoder = ThreadDecoder(settings.pixel_limit)
        self.thumbnails = ThumbnailCache(self.paths.thumbnails)
        # Its vectors take a while to read.
        if names & SEARCHING:
            self.search = Search(
                self.catalog,
                model,
                self.decoder,
                self.paths.index,
                exact_limit=settings.exact_limit,
            )
        return Pipeline(
            self.catalog,
            model.get,
            self.decoder,
            self.thumbnails,
            settings,
            fingerprint=lambda: model.fingerprint,
        )

    @classmethod
    def open(
        cls,
        paths: Paths,
        settings: Settings | None = None,
        *,
        writable: bool = True,
        daily_backup: bool = True,
    ) -> Engine:
        """Open a library; a writable one is made where there is none, and locked.

        daily_backup: back the catalog up now where that is due; without it, upkeep does that.

        Raises LibraryInUse while another process writes, LibraryError where the catalog is
        missing (read-only), damaged, too new, or its folder cannot be made.
        """
        problems: list[SettingsError] = []
        if settings is None:
            settings, problems = load_settings(paths.settings_file)
        lock = _lock(paths) if writable else None
        with ExitStack() as undo:
            if lock is not None:
                undo.callback(lock.release)
            catalog = Catalog.open(paths.catalog_file, writable=writable, daily_backup=daily_backup)
            undo.callback(catalog.close)
            engine = cls(paths, settings, catalog, lock, problems)
            undo.pop_all()
        return engine

    def apply(self, settings: Settings, among: frozenset[str] = ALL) -> frozenset[str]:
        """Go by other settings from now on, of those named. Gives the names of those that changed.

        Waits for an indexing run that is under way, so cancel it before and index again after:
        the next run embeds with a new model what that lacks. Vectors of the old one stay.
        Searches that were begun end with what they began with. From any thread.
        Raises ModelError where a new model cannot be used; then all is as it was.
        """
        with self._applying:
            names = changed_names(self.settings, settings) & among
            if not self._closed and names & IN_USE:
                self._use(settings, names)
            self._note(settings, names)
            return names

    def note(self, settings: Settings) -> None:
        """Remember the window's own settings, which change nothing here. From any thread."""
        self._note(settings, changed_names(self.settings, settings) - IN_USE)

    def _note(self, settings: Settings, names: frozenset[str]) -> None:
        with self._noting:
            self.settings = replace(self.settings, **{n: getattr(settings, n) for n in names})

    def _use(self, settings: Settings, names: frozenset[str]) -> None:
        paths = self._usual.placed(settings.thumbnails, settings.cache)
        old = model = self.model
        if names & {"model", "device"}:
            model = current_model(settings, PassedChecks(paths.checks_file))
            # Before anything is given up: it may turn out to be of no use.
            model.get()
        with self.library.at_rest():
            self.paths, self.model = paths, model
            self.library.use(self._compose(settings, names), settings)
        if old is not model:
            old.retire()

    def outlook(self, cancel: CancelToken | None = None) -> Outlook:
        """How much the model in use has to embed yet, and how fast it does. Raises ModelError."""
        return look_ahead(self.catalog, self.model.get(), self.decoder, cancel or CancelToken())

    @property
    def storage(self) -> Storage:
        """What is kept where."""
        return Storage(self.paths, self._usual)

    def close(self) -> None:
        """Stop all work and let go of the library."""
        with self._applying:
            self._closed = True
        self.library.stop_watching()
        self.upkeep.close()
        self.model.close()
        self.catalog.close()
        if self._lock is not None:
            self._lock.release()


def storage_of(paths: Paths) -> Storage:
    """What is kept where for a library that need not be open, nor be there."""
    settings, _ = load_settings(paths.settings_file)
    return Storage(paths.placed(settings.thumbnails, settings.cache), paths)


def delete_everything(paths: Paths) -> Cleared:
    """Forget all that photoclip knows of a library and wrote for it.

    Raises LibraryInUse while it is open somewhere, LibraryError.
    """
    lock = _lock(paths)
    try:
        return storage_of(paths).delete_everything()
    finally:
        lock.release()


def model_directory(settings: Settings) -> Path:
    """The directory of the model in use: the person's choice, or the embedded one."""
    if settings.model:
        return expanded(Path(settings.model))
    return bundled("models/embedded")


def current_model(settings: Settings, passed: PassedChecks) -> CurrentModel:
    """The model that the settings name, not opened yet. passed: its self-checks so far."""

    def opener(directory: Path) -> ClipModel:
        # ONNX Runtime takes a while to import, and unchanged folders never need it.
        from photoclip.clip.encoder import ClipModel

        known = passed.holds(current.fingerprint, settings.device)
        model = ClipModel.open(directory, device=settings.device, check=not known)
        if not known:
            passed.remember(model.fingerprint, settings.device)
        return model

    current = CurrentModel(model_directory(settings), opener)
    return current


def _lock(paths: Paths) -> LibraryLock:
    try:
        paths.data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            f"the library's folder cannot be made ({error.strerror})",
            path=paths.data,
            hint="Choose another with --library DIR.",
        ) from error
    return LibraryLock.acquire(paths.lock_file)
