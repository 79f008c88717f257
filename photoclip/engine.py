"""Puts the parts together. It composes; it does nothing by itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from photoclip.catalog.lock import LibraryLock
from photoclip.catalog.store import Catalog
from photoclip.clip.current import CurrentModel
from photoclip.clip.passed import PassedChecks
from photoclip.closing import Closing
from photoclip.errors import LibraryError, SettingsError
from photoclip.images.decode import ThreadDecoder
from photoclip.images.thumbnails import ThumbnailCache
from photoclip.library.pipeline import Pipeline
from photoclip.library.service import Library
from photoclip.library.upkeep import Upkeep
from photoclip.paths import Paths, bundled
from photoclip.search.searcher import Search
from photoclip.settings import Settings, load_settings

if TYPE_CHECKING:
    from photoclip.clip.encoder import ClipModel


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
        self.paths = paths
        self.settings = settings
        self.settings_problems = settings_problems
        self.catalog = catalog
        self._lock = lock
        self.decoder = ThreadDecoder(settings.pixel_limit)
        self.thumbnails = ThumbnailCache(paths.thumbnails)
        self.model = current_model(settings, PassedChecks(paths.cache / "self-checks.json"))
        self.search = Search(
            catalog, self.model, self.decoder, paths.index, exact_limit=settings.exact_limit
        )
        pipeline = Pipeline(
            catalog,
            self.model.get,
            self.decoder,
            self.thumbnails,
            settings,
            fingerprint=lambda: self.model.fingerprint,
        )
        self.library = Library(catalog, pipeline, settings, self.search.added)
        self.upkeep = Upkeep([catalog.back_up_daily, self.search.refresh_graph])

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
        try:
            catalog = Catalog.open(paths.catalog_file, writable=writable, daily_backup=daily_backup)
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        return cls(paths, settings, catalog, lock, problems)

    def close(self) -> None:
        """Stop all work and let go of the library."""
        self.library.stop_watching()
        self.upkeep.close()
        self.model.close()
        self.catalog.close()
        if self._lock is not None:
            self._lock.release()


def model_directory(settings: Settings) -> Path:
    """The directory of the model in use: the person's choice, or the embedded one."""
    if settings.model:
        return Path(settings.model).expanduser()
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
