"""Puts the parts together. It composes; it does nothing by itself."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial

from photoclip.catalog.lock import LibraryGuest, LibraryLock
from photoclip.catalog.store import Catalog
from photoclip.clip.current import CurrentModel
from photoclip.clip.opening import current_model, is_same_model
from photoclip.closing import Closing
from photoclip.domain import CancelToken, PhotoId, Vectors
from photoclip.errors import LibraryError, LibraryInUse, SettingsError
from photoclip.images.decode import ThreadDecoder
from photoclip.images.kept import KeptPictures
from photoclip.images.thumbnails import ThumbnailCache
from photoclip.library.backfill import Backfill, embed_with
from photoclip.library.chosen import ChosenModel
from photoclip.library.export import Export
from photoclip.library.outlook import Outlook, look_ahead, seconds_each
from photoclip.library.pipeline import Pipeline
from photoclip.library.run import BatchCallback
from photoclip.library.service import Library
from photoclip.library.sidecars import Sidecars
from photoclip.library.storage import Cleared, Storage
from photoclip.library.switching import Switch, can_take_over
from photoclip.library.trash import Trash
from photoclip.library.upkeep import Upkeep
from photoclip.paths import Paths
from photoclip.search.albums import Albums, AlbumsOfQueries
from photoclip.search.contrast import Comparer
from photoclip.search.duplicate_finder import DuplicateFinder
from photoclip.search.labelled import LabelsOfQueries
from photoclip.search.resolving import Joined
from photoclip.search.saved import SavedSearches
from photoclip.search.searcher import Search
from photoclip.search.splitting import Splitting
from photoclip.settings import EMBEDDED, NAMES, Settings, changed_names, changed_over, load_settings
from photoclip.tagging.following import Following
from photoclip.tagging.labels import Labels
from photoclip.tagging.review import Review
from photoclip.tagging.service import Tagging
from photoclip.tagging.sets import label_words

# The settings that search goes by, the next one too, and all that are not the window's alone.
RUNNING = frozenset({"device", "precision", "threads", "gpu_memory_mb"})
SEARCHING = RUNNING | {"model", "pixel_limit", "exact_limit", "cache"}
SWITCHING = SEARCHING | {"next_model"}
IN_USE = SWITCHING | {"ignore", "rescan_minutes", "thumbnails"}
ALL = frozenset(NAMES)


@dataclass(frozen=True, slots=True)
class _Coming:
    """The next model as it was chosen, the way to it, and what will be searched by."""

    choice: str
    switch: Switch
    search: Search


class Engine(Closing):
    """Everything that photoclip can do with one library; each capability is an attribute."""

    def __init__(
        self,
        paths: Paths,
        settings: Settings,
        catalog: Catalog,
        lock: LibraryLock | LibraryGuest | None,
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
        self.searches = SavedSearches(catalog, lambda: self.search)
        self.albums = Albums(catalog, lambda: self.search, self.searches)
        self.model = self._model_of(settings.model, settings)
        self.search = self._search_by(self.model, settings)
        self.labels = Labels(catalog)
        self.kept_pictures = KeptPictures(self.paths.examples, lambda: self.decoder)
        self.tagging = self._tagging()
        self.review = Review(catalog, self.tagging)
        self.following = Following(catalog, lambda: self.search)
        self.library = Library(
            catalog,
            self._compose(settings),
            settings,
            self._added,
        )
        self._coming: _Coming | None = None
        self._prepare_switch(settings)
        self.upkeep = Upkeep(
            [
                lambda cancel, _: catalog.back_up_daily(cancel),
                lambda *_: self.tagging.forget_unused_examples(),
                lambda cancel, progress: self.search.refresh_graph(cancel, progress),
                lambda _, __: self.following.resume(),
            ]
        )

    def _compose(self, settings: Settings) -> Pipeline:
        """What goes by the settings, the places and the model in use."""
        model = self.model
        self.decoder = ThreadDecoder(settings.pixel_limit)
        self.thumbnails = ThumbnailCache(self.paths.thumbnails)
        return Pipeline(
            self.catalog,
            model.get,
            self.decoder,
            self.thumbnails,
            settings,
            fingerprint=lambda: model.fingerprint,
            workers=settings.threads or None,
        )

    def _tagging(self) -> Tagging:
        return Tagging(
            self.catalog, self.labels, lambda: self.search, self.paths.index, self.kept_pictures
        )

    def _model_of(self, choice: str, settings: Settings) -> CurrentModel:
        return current_model(replace(settings, model=choice), self.paths)

    def _search_by(self, model: CurrentModel, settings: Settings) -> Search:
        decoder = ThreadDecoder(settings.pixel_limit)
        return Search(
            self.catalog,
            model,
            decoder,
            self.paths.index,
            exact_limit=settings.exact_limit,
            collections=Joined(
                albums=AlbumsOfQueries(self.albums), labels=LabelsOfQueries(self.catalog)
            ),
            labels=label_words,
        )

    def _prepare_switch(self, settings: Settings) -> None:
        """Another way to the next model; a run on the old one ends."""
        if self._coming is not None:
            self._coming.switch.cancel()
        self._coming = None
        if settings.next_model and not is_same_model(settings.next_model, settings.model):
            model = self._model_of(settings.next_model, settings)
            search = self._search_by(model, settings)
            switch = Switch(self.catalog, model, search, partial(self._fill, settings))
            self._coming = _Coming(settings.next_model, switch, search)

    def _fill(self, settings: Settings, model: ChosenModel, on_batch: BatchCallback) -> Backfill:
        return Backfill(
            self.catalog,
            model,
            ThreadDecoder(settings.pixel_limit),
            settings.pixel_limit,
            on_batch,
            busy=lambda: self.library.at_work,
            workers=settings.threads,
        )

    @classmethod
    def open(
        cls,
        paths: Paths,
        settings: Settings | None = None,
        *,
        writable: bool = True,
        daily_backup: bool = True,
        sharing: bool = False,
    ) -> Engine:
        """Open a library; a writable one is made where there is none, and locked.

        daily_backup: back the catalog up now where that is due; without it, upkeep does that.
        sharing: for short transactions, which may be beside another process that holds the library.

        Raises LibraryInUse while another process writes, LibraryError where the catalog is
        missing (read-only), damaged, too new, or its folder cannot be made.
        """
        problems: list[SettingsError] = []
        if settings is None:
            settings, problems = load_settings(paths.settings_file)
        lock = _lock(paths, sharing=sharing) if writable else None
        with ExitStack() as undo:
            if lock is not None:
                undo.callback(lock.release)
            catalog = Catalog.open(
                paths.catalog_file,
                writable=writable,
                daily_backup=daily_backup,
                beside=isinstance(lock, LibraryGuest),
            )
            undo.callback(catalog.close)
            engine = cls(paths, settings, catalog, lock, problems)
            undo.pop_all()
        return engine

    def apply(self, settings: Settings, among: frozenset[str] = ALL) -> frozenset[str]:
        """Go by other settings from now on, of those named. Gives the names of those that changed.

        Searches by another model at once, whatever that has embedded; see choosing(). Then waits
        for an indexing run that is under way, so cancel it before and index again after: the next
        run embeds with a new model what that lacks. Vectors of the old one stay.
        Searches that were begun end with what they began with. From any thread.
        Raises ModelError where a new model cannot be used; then all is as it was.
        """
        with self._applying:
            names = changed_names(self.settings, settings) & among
            if not self._closed and names & IN_USE:
                wanted = replace(self.settings, **{n: getattr(settings, n) for n in names})
                self._use(wanted, names)
            self._note(settings, names)
            return names

    def choosing(self, choice: str, *, now: bool = False) -> Settings:
        """The settings with which the person gets a model: "", EMBEDDED, or its directory.

        It is in use at once where it has embedded the library, or was in use before; otherwise it
        becomes the next model. That in use ends a switch. now: at once in any case.
        Reads the files of the model. Raises ModelDirectoryError.
        """
        settings = self.settings
        if is_same_model(choice, settings.model):
            return replace(settings, next_model="")
        wanted = replace(settings, next_model=choice or EMBEDDED)
        at_once = now or can_take_over(self.catalog, self.model_of(choice).fingerprint)
        return changed_over(wanted) if at_once else wanted

    def model_of(self, choice: str) -> CurrentModel:
        """Any model, as for choosing(); opened when it is first needed, and for you to close."""
        return self._model_of(choice, self.settings)

    def note(self, settings: Settings) -> None:
        """Remember the window's own settings, which change nothing here. From any thread."""
        self._note(settings, changed_names(self.settings, settings) - IN_USE)

    def _note(self, settings: Settings, names: frozenset[str]) -> None:
        with self._noting:
            self.settings = replace(self.settings, **{n: getattr(settings, n) for n in names})

    def _use(self, settings: Settings, names: frozenset[str]) -> None:
        usual, old = self.paths, self.model
        self.paths = self._usual.placed(settings.thumbnails, settings.cache)
        try:
            # Before anything is given up: they may turn out to be of no use.
            model, search = self._chosen(settings, names)
            if "next_model" in names and settings.next_model:
                self._model_of(settings.next_model, settings).get().close()
        except BaseException:
            self.paths = usual
            raise
        # Search need not wait for a batch that is still being embedded.
        self.model, self.search = model, search
        if "cache" in names:
            self.tagging = self._tagging()
        pipeline = self._compose(settings)
        if names & SWITCHING:
            self._prepare_switch(settings)
        if names - {"next_model"}:
            with self.library.at_rest():
                self.library.use(pipeline, settings)
        if old is not model:
            old.retire()

    def _chosen(self, settings: Settings, names: frozenset[str]) -> tuple[CurrentModel, Search]:
        """The model that search is to go by, which opens, and its search. Raises ModelError."""
        if not names & SEARCHING:
            return self.model, self.search
        coming, model = self._coming, self.model
        only_model = names & SEARCHING == {"model"}
        if only_model and coming is not None and is_same_model(settings.model, coming.choice):
            # What it has read and built so far is at hand. The graphs are opened anew, as they
            # were opened for work that gives way to everything.
            coming.switch.model.get()
            coming.switch.model.retire()
            return coming.switch.model, coming.search
        if names & (RUNNING | {"model"}):
            model = self._model_of(settings.model, settings)
            model.get()
        return model, self._search_by(model, settings)

    def outlook(
        self, cancel: CancelToken | None = None, model: CurrentModel | None = None
    ) -> Outlook:
        """How much a model (that in use) has to embed yet, and how fast. Raises ModelError."""
        chosen = (model or self.model).get()
        return look_ahead(self.catalog, chosen, self.decoder, cancel or CancelToken())

    @property
    def comparer(self) -> Comparer:
        """Two models beside each other."""
        fill = partial(self._fill, self.settings, on_batch=self._added)
        time = lambda model, ids: seconds_each(self.catalog, model, self.decoder, ids)  # noqa: E731
        return Comparer(self.catalog, self.model_of, partial(embed_with, fill, self.catalog), time)

    def _added(self, ids: Sequence[PhotoId], vectors: Vectors) -> None:
        for search in [self.search, *([self._coming.search] if self._coming else [])]:
            search.added(ids, vectors)
        self.following.added(ids)

    @property
    def switch(self) -> Switch | None:
        """The way to the next model, where one was chosen."""
        return None if self._coming is None else self._coming.switch

    @property
    def duplicates(self) -> DuplicateFinder:
        """Photos that are one picture."""
        return DuplicateFinder(self.catalog, self.thumbnails, self.decoder, self.search.vectors)

    @property
    def splitting(self) -> Splitting:
        """Albums divided by labels."""
        return Splitting(self.catalog, self.albums)

    @property
    def export(self) -> Export:
        """Photos, and what is known of them, for other places and programs."""
        return Export(self.catalog)

    @property
    def sidecars(self) -> Sidecars:
        """Tags in XMP beside the photos, for other programs."""
        return Sidecars(self.catalog)

    @property
    def trash(self) -> Trash:
        """Where duplicates go when a person says so."""
        return Trash(self.catalog)

    @property
    def storage(self) -> Storage:
        """What is kept where."""
        return Storage(self.paths, self._usual)

    def close(self) -> None:
        """Stop all work and let go of the library."""
        with self._applying:
            self._closed = True
        self.library.stop_watching()
        self.following.close()
        self.upkeep.close()
        if self.switch is not None:
            self.switch.close()
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


def _lock(paths: Paths, *, sharing: bool = False) -> LibraryLock | LibraryGuest:
    try:
        paths.data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            f"the library's folder cannot be made ({error.strerror})",
            path=paths.data,
            hint="Choose another with --library DIR.",
        ) from error
    try:
        return LibraryLock.acquire(paths.lock_file)
    except LibraryInUse:
        if not sharing:
            raise
        return LibraryGuest(paths.lock_file)
